/**
 * What people do to Tasks behind the model's back, one after the other: each is found by the next look, said in plain
 * words with proposals, settled as somebody decides, taken back whole, and not asked about again once it is settled.
 */
import { connect } from '../../src/cli/connect';
import { applyEdit } from '../../src/core/model/edit';
import { noChoice } from '../../src/core/sync/plan';
import { violationsInEachTheme, ourFrame } from '../fixtures/axe';
import { token } from '../fixtures/browser';
import { journey } from '../fixtures/journey';
import {
  aMitigation,
  aModel,
  aStoryLink,
  aThreat,
  aTreatment,
  mitigationNumber,
} from '../fixtures/sample-model';
import { startTwoProjects } from '../fixtures/two-projects';

const { host, page, hub, problems, shot, shotInTheDark } = journey({ start: startTwoProjects });

// Each fate is looked at five times; by keyboard alone that takes a while.
jest.setTimeout(300_000);

const titles = [
  'Slow down repeated sign-in failures',
  'Check the owner of every order on the server',
  'Allow only scripts of known origin on the payment page',
  'Encrypt backups with a key of our own',
  'Log every change of a price',
  'Sign the files that the warehouse fetches',
  'Ask for the password before the address changes',
  'Keep card numbers out of the logs',
  'Send a mail after each change of the account',
  'Delete accounts that nobody has used for two years',
];

type Fields = Readonly<Record<string, unknown>>;
interface Item {
  readonly id: number;
  readonly fields: Fields;
  readonly relations?: readonly { readonly rel: string; readonly url: string }[];
}

const organisation = () => `${host.origin}/local`;
async function ask(method: string, path: string, body?: unknown): Promise<unknown> {
  const answer = await fetch(`${organisation()}/${path}${path.includes('?') ? '&' : '?'}api-version=7.1`, {
    method,
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': Array.isArray(body) ? 'application/json-patch+json' : 'application/json',
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
  return answer.status === 204 ? undefined : answer.json();
}
const set = (fields: Fields) =>
  Object.entries(fields).map(([field, value]) => ({ op: 'add', path: `/fields/${field}`, value }));
const workItem = (id: number) => `_apis/wit/workItems/${id}`;
const read = async (id: number) => (await ask('GET', `${workItem(id)}?$expand=relations`)) as Item;
const change = (id: number, fields: Fields) => ask('PATCH', workItem(id), set(fields));
const under = (id: number) => ({
  op: 'add',
  path: '/relations/-',
  value: { rel: 'System.LinkTypes.Hierarchy-Reverse', url: `${organisation()}/${workItem(id)}` },
});
async function make(type: string, body: readonly unknown[]): Promise<number> {
  return ((await ask('POST', `Shop/_apis/wit/workitems/$${encodeURIComponent(type)}`, body)) as Item).id;
}

/** As "Create copy of work item" does, with its links. */
async function copy(id: number, title: string, parent: number): Promise<number> {
  const { fields, relations = [] } = await read(id);
  const links = relations.filter(({ rel }) => rel === 'Hyperlink');
  return make('Task', [
    ...set({
      'System.Title': title,
      'System.Tags': fields['System.Tags'],
      'System.Description': fields['System.Description'],
    }),
    ...links.map((value) => ({ op: 'add', path: '/relations/-', value })),
    under(parent),
  ]);
}

async function dropLink(id: number): Promise<void> {
  const { relations = [] } = await read(id);
  const at = relations.findIndex(({ rel }) => rel === 'Hyperlink');
  await ask('PATCH', workItem(id), [{ op: 'remove', path: `/relations/${at}` }]);
}

let address: string;
let stories: readonly number[];
let tasks: readonly number[];
const connected = () =>
  connect(
    { org: organisation(), project: 'Shop', publisher: undefined },
    { environment: { WITHOUT_TOKEN: token } },
  );

beforeAll(async () => {
  stories = await Promise.all(
    ['Sign in with a password', 'See my past orders'].map((title) =>
      make('User Story', set({ 'System.Title': title })),
    ),
  );
  const numbers = titles.map((_title, at) => at + 1);
  const { app } = await connected();
  const { model } = await app.createModel(
    aModel({
      threats: numbers.map((n) => aThreat(n)),
      mitigations: titles.map((title, at) => ({
        ...aMitigation(at + 1, { kind: 'approved' }),
        title,
        implement: `In every service of the shop: ${title.toLowerCase()}.`,
        verify: 'A test of the service shows it.',
      })),
      treatments: numbers.map((n) => aTreatment(n, { threat: n, mitigation: n })),
      links: numbers.map((n) => aStoryLink(n, n, stories[0] ?? 0)),
    }),
  );
  const opened = await app.openModel(model.info.id);
  const plan = await app.planSync({ model: opened.model, opened, choice: noChoice });
  await app.applySync({ opened, plan, choice: noChoice });
  const made = (await app.openModel(model.info.id)).model.realisation;
  tasks = numbers.map(
    (n) => [...made.values()].find((each) => each.mitigation === mitigationNumber(n))?.workItem ?? 0,
  );
  address = `${host.hub}?model=${model.info.id}&tab=sync`;
});

/** Every work item as people see it, for what an undo must bring back. */
async function picture(): Promise<unknown> {
  const all: unknown[] = [];
  for (let id = 1; id <= 40; id += 1) {
    const item = await read(id).catch(() => undefined);
    if (!item) continue;
    const { fields, relations = [] } = item;
    const names = ['Title', 'WorkItemType', 'TeamProject', 'Description', 'State', 'Parent'];
    all.push([
      id,
      ...names.map((name) => fields[`System.${name}`]),
      String(fields['System.Tags'] ?? '')
        .split('; ')
        .sort(),
      relations.map(({ rel, url }) => `${rel} ${url}`).sort(),
    ]);
  }
  return all;
}

const button = (name: string | RegExp) => hub.getByRole('button', { name });
const decisions = () => hub.getByRole('region', { name: /For you to decide/ }).getByRole('listitem');

async function lookAt(name: string): Promise<void> {
  await page.goto(address);
  await hub.getByText(/Last aligned/).waitFor();
  await decisions().first().waitFor();
  await shot(name);
  await shotInTheDark(name);
}

async function decide(answer: string | RegExp): Promise<void> {
  await decisions().getByRole('radio', { name: answer }).check();
  await button(/^Write \d steps?$/).click();
  await hub.getByText(/^\d steps? done\./).waitFor();
}

async function takeBack(): Promise<void> {
  await button('Take the last sync back…').click();
  const dialog = hub.getByRole('dialog');
  await dialog.getByRole('button', { name: /^Take back/ }).waitFor();
  expect(await dialog.getByText('What stays as it is').count()).toBe(0);
  await dialog.getByRole('button', { name: /^Take back/ }).click();
  await dialog.waitFor({ state: 'detached' });
}

interface Fate {
  readonly name: string;
  /** What the page calls it, and what it says of it. */
  readonly pill: string;
  readonly says: RegExp;
  readonly befall: (task: number) => Promise<unknown>;
  /** Decided, taken back, and decided again. */
  readonly answer: RegExp;
}

const fates: readonly Fate[] = [
  {
    name: 'renamed',
    pill: 'Renamed',
    says: /another title/,
    befall: (task) => change(task, { 'System.Title': 'Throttle the login form' }),
    answer: /Change it back/,
  },
  {
    name: 'edited',
    pill: 'Text edited',
    says: /changed the text that comes from the threat model/,
    befall: async (task) => {
      const text = String((await read(task)).fields['System.Description']);
      await change(task, {
        'System.Description': `${text.replace('In every service', 'In the web shop')}<p>Ask the fraud team first.</p>`,
      });
    },
    answer: /Change it back/,
  },
  {
    name: 'copied',
    pill: 'Copied',
    says: /is a copy of/,
    befall: async (task) => copy(task, titles[2] ?? '', stories[0] ?? 0),
    answer: /Make it an ordinary Task/,
  },
  {
    name: 'split',
    pill: 'Split',
    says: /somebody split the work/,
    befall: (task) => copy(task, 'Encrypt the weekly backups, too', stories[1] ?? 0),
    answer: /Make it an ordinary Task/,
  },
  {
    name: 'untagged',
    pill: 'Tag removed',
    says: /took the tag/,
    befall: (task) => change(task, { 'System.Tags': '' }),
    answer: /Put the tag back/,
  },
  {
    name: 'unlinked',
    pill: 'Link removed',
    says: /link to the mitigation was taken off/,
    befall: dropLink,
    answer: /Put the link back/,
  },
  {
    name: 'moved',
    pill: 'Moved',
    says: /moved to the project Depot/,
    befall: (task) =>
      change(task, {
        'System.TeamProject': 'Depot',
        'System.AreaPath': 'Depot',
        'System.IterationPath': 'Depot',
      }),
    answer: /Follow it there/,
  },
  {
    name: 'retyped',
    pill: 'Other type',
    says: /Its type is Bug, and mitigations are planned as Task here/,
    befall: (task) => change(task, { 'System.WorkItemType': 'Bug' }),
    answer: /Keep it/,
  },
  {
    name: 'removed',
    pill: 'Will not be done',
    says: /will not be done/,
    befall: (task) => change(task, { 'System.State': 'Removed' }),
    answer: /Reject the mitigation/,
  },
  {
    name: 'deleted',
    pill: 'Deleted',
    says: /lies in the recycle bin/,
    befall: (task) => ask('DELETE', `Shop/${workItem(task)}`),
    answer: /Make a new Task/,
  },
];

test.each(fates.map((fate, at) => [fate.name, fate, at] as const))(
  '%s: found, decided, taken back, decided again, and not asked about any more',
  async (name, { pill, says, befall, answer }, at) => {
    await befall(tasks[at] ?? 0);
    const before = await picture();
    await lookAt(name);
    expect(await decisions().count()).toBe(1);
    await decisions().getByText(pill, { exact: true }).waitFor();
    await decisions().getByText(says).waitFor();
    expect(await picture()).toEqual(before);
    await decide(answer);
    await takeBack();
    expect(await picture()).toEqual(before);
    await page.goto(address);
    await decide(answer);
    await page.goto(address);
    await hub.getByText('Model and backlog say the same.').waitFor();
    expect(await decisions().count()).toBe(0);
  },
);

/** The mitigation gets other words in the model, as somebody else writes them at the same time. */
async function reword(title: string, implement: string): Promise<void> {
  const { app } = await connected();
  const [summary] = await app.listModels();
  if (summary?.kind !== 'model') throw new Error('There is no model.');
  const opened = await app.openModel(summary.info.id);
  const mitigation = opened.model.mitigation.get(mitigationNumber(1));
  if (!mitigation) throw new Error('There is no mitigation.');
  const mitigations = { put: [{ ...mitigation, title, implement }] };
  await app.saveModel(opened, applyEdit(opened.model, { label: 'Reword', mitigation: mitigations }));
}

test('changed on both sides: shown side by side, nothing written until each is decided, then not asked again', async () => {
  const [task = 0] = tasks;
  const text = String((await read(task)).fields['System.Description']);
  await change(task, {
    'System.Title': 'Throttle the login form',
    'System.Description': `${text.replace('In every service', 'In the web shop')}<p>Ask the fraud team first.</p>`,
  });
  await reword('Slow down sign-in after five failures', 'Wait a second longer after each failure.');
  const before = await picture();
  await lookAt('conflict');
  expect(await decisions().count()).toBe(2);
  const side = (name: string) => hub.getByRole('region', { name });
  await side(`In the model, title of #${task}`).getByText('after five failures').waitFor();
  await side(`On the backlog, title of #${task}`).getByText('Throttle the login form').waitFor();
  await side(`In the model, text of #${task}`).getByText('Wait a second longer').waitFor();
  // Line by line, as the Task shows it.
  const lines = await side(`On the backlog, text of #${task}`).getByRole('paragraph').innerText();
  expect(lines.split('\n').slice(-4)).toEqual([
    'How to implement',
    'In the web shop of the shop: slow down repeated sign-in failures.',
    'How to verify',
    'A test of the service shows it.',
  ]);
  expect(await button(/^Write/).count()).toBe(0);
  await decisions()
    .nth(0)
    .getByRole('radio', { name: /Take it from the model/ })
    .check();
  await button('Write 1 step').waitFor();
  expect(await picture()).toEqual(before);
  await decisions()
    .nth(1)
    .getByRole('radio', { name: /Keep it as on the backlog/ })
    .check();
  await button('Write 1 step').click();
  await hub.getByText('1 step done.').waitFor();
  const { fields } = await read(task);
  expect(fields['System.Title']).toBe('Slow down sign-in after five failures');
  expect(fields['System.Description']).toMatch(/In the web shop of the shop.*Ask the fraud team first/s);
  await page.goto(address);
  await hub.getByText('Model and backlog say the same.').waitFor();
});

test('one that was let go of and comes back out of the recycle bin is known', async () => {
  const old = tasks[9] ?? 0;
  await ask('PATCH', `Shop/_apis/wit/recyclebin/${old}`, { isDeleted: false });
  const before = await picture();
  await lookAt('restored');
  await decisions().getByText('Came back', { exact: true }).waitFor();
  await decide(/Use this one again/);
  await takeBack();
  expect(await picture()).toEqual(before);
});

test('no page broke, and axe finds nothing in the decisions', async () => {
  expect(await violationsInEachTheme(page, await ourFrame(page, 'For you to decide'))).toEqual([]);
  expect(problems).toEqual([]);
});
