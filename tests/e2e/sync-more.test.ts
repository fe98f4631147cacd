/**
 * In a process of one's own that requires a field: Tasks that people made are taken over or dismissed, the field is
 * asked for once, and a mitigation is split over several Tasks and joined again.
 */
import { connect } from '../../src/cli/connect';
import { elementId, mint } from '../../src/core/model/ids';
import { token } from '../fixtures/browser';
import {
  aMitigation,
  aModel,
  aStoryLink,
  aThreat,
  aTreatment,
  countingIds,
  mitigationNumber,
} from '../fixtures/sample-model';
import { journey } from '../fixtures/journey';

const { host, page, hub, problems, shot, shotInTheDark } = journey({
  seed: 'empty',
  process: 'inherited',
  height: 1100,
});
let address: string;
let byHand: number;

async function make(type: string, title: string, parent?: number): Promise<number> {
  const wit = `${host.origin}/local/Shop/_apis/wit`;
  const relation = {
    rel: 'System.LinkTypes.Hierarchy-Reverse',
    url: `${host.origin}/local/_apis/wit/workItems/${parent}`,
  };
  const answer = await fetch(`${wit}/workitems/$${encodeURIComponent(type)}?api-version=7.1`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json-patch+json' },
    body: JSON.stringify([
      { op: 'add', path: '/fields/System.Title', value: title },
      ...(type === 'Work Step' ? [{ op: 'add', path: '/fields/Custom.CostCentre', value: 'Product' }] : []),
      ...(parent === undefined ? [] : [{ op: 'add', path: '/relations/-', value: relation }]),
    ]),
  });
  expect(answer.status).toBe(200);
  return ((await answer.json()) as { readonly id: number }).id;
}

async function costCentreOf(id: number): Promise<string | undefined> {
  const answer = await fetch(`${host.origin}/local/_apis/wit/workItems/${id}?api-version=7.1`, {
    headers: { authorization: `Bearer ${token}` },
  });
  const { fields } = (await answer.json()) as { readonly fields: Readonly<Record<string, string>> };
  return fields['Custom.CostCentre'];
}

const connected = () =>
  connect(
    { org: `${host.origin}/local`, project: 'Shop', publisher: undefined },
    { environment: { WITHOUT_TOKEN: token } },
  );

beforeAll(async () => {
  const newId = countingIds();
  const elements = ['Web shop', 'Order archive'].map((name) => ({
    id: mint(elementId, newId),
    origin: { kind: 'person' as const },
    name,
    kind: 'process' as const,
    properties: {},
  }));
  const stories = [await make('Customer Need', 'Sign in'), await make('Customer Need', 'See past orders')];
  byHand = await make('Work Step', 'Throttle logins after wrong passwords', stories[0]);
  await make('Work Step', 'Fix the colour of the button', stories[0]);
  const place = (n: number) => ({
    place: { kind: 'element' as const, id: elements[n]?.id ?? mint(elementId, newId) },
  });
  const { app } = await connected();
  const { model } = await app.createModel({
    ...aModel({
      threats: [
        aThreat(1, { title: 'Passwords are guessed', ...place(0) }),
        aThreat(2, { title: 'Orders are read', ...place(1) }),
      ],
      mitigations: [
        { ...aMitigation(1, { kind: 'approved' }), title: 'Limit sign-in attempts per account' },
        { ...aMitigation(2, { kind: 'approved' }), title: 'Validate all input' },
      ],
      treatments: [
        aTreatment(1, { threat: 1, mitigation: 1 }),
        aTreatment(2, { threat: 1, mitigation: 2 }),
        aTreatment(3, { threat: 2, mitigation: 2 }),
      ],
      links: [aStoryLink(1, 1, stories[0] ?? 0), aStoryLink(2, 2, stories[1] ?? 0)],
    }),
    element: new Map(elements.map((each) => [each.id, each])),
  });
  address = `${host.hub}?model=${model.info.id}`;
});

const button = (name: string | RegExp) => hub.getByRole('button', { name });
const model = async () => {
  const { app } = await connected();
  const [summary] = await app.listModels();
  if (summary?.kind !== 'model') throw new Error('There is no model.');
  return (await app.openModel(summary.info.id)).model;
};
const tasksOf = async (mitigation: number) =>
  [...(await model()).realisation.values()].flatMap((each) =>
    each.mitigation === mitigationNumber(mitigation) ? each.workItem : [],
  );

test('a Task that somebody made is proposed with its reasons, and everyday ones are not', async () => {
  await page.goto(`${address}&tab=sync`);
  const card = hub.getByRole('region', { name: /Is this work on the backlog already/ });
  await card.getByText('Throttle logins after wrong passwords').waitFor();
  await card
    .getByText(/says it in other words:.*stands under/)
    .first()
    .waitFor();
  expect(await card.getByText('Fix the colour of the button').count()).toBe(0);
});

test('the field that the process requires is asked for in the plan, with its values', async () => {
  const asked = hub.getByRole('region', { name: '2 Tasks need Cost Centre' });
  const use = asked.getByRole('button', { name: 'Use for every new Task' });
  expect(await use.isDisabled()).toBe(true);
  // The Tasks are not there yet: their story stands for them.
  const opening = page.context().waitForEvent('page');
  await asked.getByRole('button', { name: 'Open their stories: stories of Tasks that need a field' }).click();
  const query = await opening;
  expect(decodeURIComponent(query.url())).toMatch(/\bIN \(\d+/i);
  await query.close();
  await shotInTheDark('sync-field');
  await shot('sync-field');
  // A window that opens under a driven browser swallows what the page says to its host meanwhile.
  await page.goto(`${address}&tab=sync`);
  await asked.getByLabel('Cost Centre').selectOption('Platform');
  await use.click();
  await asked.waitFor({ state: 'detached' });
  await hub.getByText('Every new Task gets Cost Centre: Platform').waitFor();
});

test('used, it is in the plan; written, it is the mitigation’s Task, and no second one is made', async () => {
  const use = button(new RegExp(`^Use this Task: #${byHand} `));
  expect(await use.isDisabled()).toBe(true);
  await hub
    .getByRole('group', { name: `Which mitigation is #${byHand}?` })
    .getByRole('radio')
    .first()
    .check();
  await use.click();
  await hub.getByText('Taken over when you write').waitFor();
  await hub.getByRole('row', { name: /Take over.*Throttle logins/ }).waitFor();
  await button(/^Write \d steps$/).click();
  await hub
    .getByText(/\d steps? done/)
    .first()
    .waitFor();
  expect(await tasksOf(1)).toEqual([byHand]);
  expect(await tasksOf(2)).toHaveLength(1);
});

test('what was written stands in the journal', async () => {
  const journal = hub.getByRole('region', { name: 'Journal' });
  await journal.getByText(/^Sync, .*Olivia Owner: 2 steps done/).waitFor();
  expect(await journal.getByText('Nothing has been written yet').count()).toBe(0);
});

test('what was made opens as a query', async () => {
  const opening = page.context().waitForEvent('page');
  await button('Open as query: what was written').first().click();
  const query = await opening;
  expect(decodeURIComponent(query.url())).toContain(`${byHand}`);
  await query.close();
});

test('a mitigation is split by its places: the Task goes on with one, sync makes the other', async () => {
  const [before] = await tasksOf(2);
  await page.goto(`${address}&mitigation=${mitigationNumber(2)}`);
  await button('Split over several Tasks…').click();
  const dialog = hub.getByRole('dialog', { name: 'Split over several Tasks' });
  await dialog.getByRole('row', { name: /Order archive/ }).waitFor();
  await shotInTheDark('split');
  await shot('split');
  await dialog.getByRole('button', { name: 'Split over 2 Tasks' }).click();
  await hub.getByRole('list', { name: 'Tasks by place' }).getByText('No Task yet').waitFor();
  await hub.getByText('Saved', { exact: true }).waitFor();
  await page.goto(`${address}&tab=sync`);
  await hub.getByRole('row', { name: /New Task.*Validate all input – (Web shop|Order archive)/ }).waitFor();
  // What was said once is remembered, and nobody is asked again.
  await hub.getByText('Every new Task gets Cost Centre: Platform').waitFor();
  await button(/^Write \d steps$/).click();
  // Not the line about the last alignment, which says how many steps were done then.
  await hub.getByText(/^\d steps? done\./).waitFor();
  const after = await tasksOf(2);
  expect(after).toHaveLength(2);
  expect(after).not.toContain(null);
  expect(after).toContain(before);
  expect(await Promise.all(after.map((id) => costCentreOf(id ?? 0)))).toEqual(['Platform', 'Platform']);
});

test('joined again, one Task carries all, and the other is listed with what can be done', async () => {
  await page.goto(`${address}&mitigation=${mitigationNumber(2)}`);
  await button('Join into one Task').click();
  await button('Join into one Task').waitFor({ state: 'detached' });
  await hub.getByText('Saved', { exact: true }).waitFor();
  await page.goto(`${address}&tab=sync`);
  await hub.getByText('Left over').first().waitFor();
  expect(await tasksOf(2)).toHaveLength(1);
});

test('what the states of Tasks mean stands on the page', async () => {
  await hub.getByText('What the states of Tasks mean').click();
  await hub.getByRole('row', { name: /Work Step Checked Done: the mitigation is implemented/ }).waitFor();
  await hub.getByRole('row', { name: /Skipped Will not be done: you are asked/ }).waitFor();
});

test('no page broke', () => {
  expect(problems).toEqual([]);
});
