/** `without sync` against the local Azure DevOps: questions and their answers, journal, undo, and being stopped. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { applyEdit } from '../src/core/model/edit';
import { aMitigation, aThreat, aTreatment, aStoryLink, mitigationNumber } from './fixtures/sample-model';
import { ownerToken } from './fixtures/local-host';
import { startSyncWorld } from './fixtures/sync-world';
import type { CommandResult, SyncWorld } from './fixtures/sync-world';
import type { ProcessKey } from '../src/host/processes/process';

const folder = mkdtempSync(join(tmpdir(), 'without-sync-'));
afterAll(() => rmSync(folder, { recursive: true }));

const open: SyncWorld[] = [];
async function world(process?: ProcessKey): Promise<SyncWorld> {
  const made = await startSyncWorld(process);
  open.push(made);
  return made;
}
afterEach(async () => {
  await Promise.all(open.splice(0).map(({ host }) => host.close()));
});

/** A model of so many mitigations under one story, and their Tasks made. */
async function synced(count: number): Promise<SyncWorld & { readonly first: number }> {
  const made = await world();
  await made.model(count, await made.story('Pay by card'));
  expect((await made.sync('--apply')).code).toBe(0);
  return { ...made, first: (await made.tasks())[0]?.id ?? 0 };
}

const text = ({ out }: CommandResult): string => out.join('\n');
const titleOf = async (shop: SyncWorld, id: number) => (await shop.item(id)).fields['System.Title'];
const file = (name: string, content: unknown): string => {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
};

test('a project without a threat model is told from one where all is done', async () => {
  const { sync } = await world();
  const said = await sync('--apply');
  expect([said.code, said.out]).toEqual([0, ['Nothing to do: the project has no threat model.']]);
  // A misspelt publisher has no model anywhere.
  const { err } = await sync('--apply', '--json', '--publisher', 'witout');
  expect(err).toEqual(['Nothing to do: the project has no threat model of the publisher witout.']);
});

describe('oddities', () => {
  test('a renamed Task is listed with its two sides and the flags that answer; nothing is written (S21)', async () => {
    const shop = await synced(1);
    await shop.edit(shop.first, { 'System.Title': 'Theirs' });
    const plan = await shop.sync('--dry-run');
    expect(plan.code).toBe(1);
    expect(text(plan)).toContain(
      `renamed         #${shop.first} Theirs: Somebody gave the Task another title.`,
    );
    expect(text(plan)).toMatch(/model: {3}Mitigation 1\n +backlog: Theirs\n/);
    for (const answer of ['keep', 'take', 'ours'])
      expect(text(plan)).toContain(`--answer renamed:${shop.first}=${answer}  `);
    const applied = await shop.sync('--apply');
    expect([applied.code, await titleOf(shop, shop.first)]).toEqual([1, 'Theirs']);
  });

  test.each<[string, (id: number) => string, string]>([
    ['by number', (id) => `renamed:${id}=ours`, 'Mitigation 1'],
    ['for all of its kind', () => 'renamed:*=keep', 'Theirs'],
  ])('an answer %s is done, remembered, and not asked for again (S8, S33)', async (_how, answer, title) => {
    const shop = await synced(1);
    await shop.edit(shop.first, { 'System.Title': 'Theirs' });
    expect((await shop.sync('--apply', '--answer', answer(shop.first))).code).toBe(0);
    expect(await titleOf(shop, shop.first)).toBe(title);
    expect(await shop.sync('--dry-run', '--whole')).toMatchObject({ code: 0 });
  });

  test('a title that a person keeps is theirs from then on, whatever the model says later (S8)', async () => {
    const shop = await synced(1);
    await shop.edit(shop.first, { 'System.Title': 'Theirs' });
    await shop.sync('--apply', '--answer', 'renamed:*=keep');
    await shop.change(() => ({ id: mitigationNumber(1), title: 'Renamed in the model' }));
    // The section names no title, so there is nothing to write at all.
    expect((await shop.sync('--apply')).code).toBe(0);
    expect(await titleOf(shop, shop.first)).toBe('Theirs');
  });

  test('a Task in the recycle bin is restored when the answer says so (S27)', async () => {
    const shop = await synced(1);
    await shop.remove(shop.first);
    expect(text(await shop.sync('--dry-run'))).toContain(`--answer deleted:${shop.first}=restore`);
    expect((await shop.sync('--apply', '--answer', `deleted:${shop.first}=restore`)).code).toBe(0);
    expect((await shop.tasks()).map(({ id }) => id)).toEqual([shop.first]);
  });
});

test('a conflict shows both sides, writes nothing until it is decided, and is decided in a file (S7)', async () => {
  const shop = await synced(1);
  await shop.edit(shop.first, { 'System.Title': 'Theirs' });
  await shop.change(() => ({ id: mitigationNumber(1), title: 'Ours' }));
  const plan = await shop.sync('--apply');
  expect(plan.code).toBe(1);
  expect(text(plan)).toMatch(/conflict +#\d+ Theirs: Both the model and people/);
  expect(text(plan)).toMatch(/model: {3}Ours\n +backlog: Theirs\n/);
  expect(await titleOf(shop, shop.first)).toBe('Theirs');
  const answers = file('answers.json', { answers: { [`title:${shop.first}`]: 'model' } });
  expect((await shop.sync('--apply', '--answers', answers)).code).toBe(0);
  expect(await titleOf(shop, shop.first)).toBe('Ours');
  expect((await shop.sync('--dry-run', '--answers', answers)).code).toBe(0);
});

test('a field that the process requires is asked for in the plan, and the answer is remembered (S57)', async () => {
  const shop = await world('inherited');
  const story = await shop.story('Pay by card');
  await shop.model(2, story);
  const plan = await shop.sync('--dry-run');
  // Asked once, however many Tasks wait for it.
  expect(text(plan).match(/needs-field.*/g)).toEqual([
    'needs-field     2 Tasks: The process wants Cost Centre to be filled in.',
  ]);
  expect(plan.code).toBe(1);
  const hint = /--field Custom\.CostCentre=VALUE \(Cost Centre, one of: ([^)]+)\)/.exec(text(plan));
  const [value = ''] = hint?.[1]?.split(', ') ?? [];
  expect(value).not.toBe('');
  const wrong = await shop.sync('--apply', '--field', 'Custom.CostCentre=Nonsense');
  expect([wrong.code, wrong.err.join()]).toEqual([
    2,
    expect.stringMatching(/^“Nonsense” is none of the values of Custom\.CostCentre: .*Platform/),
  ]);
  const unknown = await shop.sync('--apply', '--field', 'Custom.CostCenter=Platform');
  expect([unknown.code, unknown.err.join()]).toEqual([2, 'A Task has no field Custom.CostCenter (--field).']);
  expect(await shop.tasks()).toEqual([]);
  expect((await shop.sync('--apply', '--field', `Custom.CostCentre=${value}`)).code).toBe(0);

  const { app } = await shop.connect();
  const opened = await app.openModel((await shop.stored()).info.id);
  await app.saveModel(
    opened,
    applyEdit(opened.model, {
      label: 'Add',
      threat: { put: [aThreat(3)] },
      mitigation: { put: [aMitigation(3, { kind: 'approved' })] },
      treatment: { put: [aTreatment(3, { threat: 3, mitigation: 3 })] },
      storyLink: { put: [aStoryLink(3, 3, story)] },
    }),
  );
  expect((await shop.sync('--apply')).code).toBe(0);
  const costs = (await shop.tasks()).map(({ fields }) => fields['Custom.CostCentre']);
  expect(costs).toEqual([value, value, value]);
});

test('of long texts both sides are shown from where they differ', async () => {
  const shop = await synced(1);
  const words = (last: string) => `${'Look every order up by its customer. '.repeat(20)}${last}`;
  await shop.change(() => ({ id: mitigationNumber(1), implement: words('Log it.') }));
  await shop.sync('--apply');
  const { 'System.Description': before } = (await shop.item(shop.first)).fields;
  await shop.edit(shop.first, { 'System.Description': String(before).replace('Log it.', 'Count it.') });
  const said = text(await shop.sync('--dry-run'));
  expect(said).toMatch(
    /model: {3}…[^\n]{30,60} Log it\. How to verify [^\n]*\n +backlog: …[^\n]{30,60} Count it\. /,
  );
});

test('a run by changes says what it cannot see, a run over everything has nothing to say (S66)', async () => {
  const shop = await synced(1);
  const says = /Only what changed since your last run was read\..*--whole/;
  expect(text(await shop.sync('--apply'))).toMatch(says);
  expect(text(await shop.sync('--dry-run'))).toMatch(says);
  expect(text(await shop.sync('--dry-run', '--whole'))).not.toMatch(says);
});

test.each([
  ['under the story', (story: number) => story],
  ['under nothing', () => undefined],
])(
  'a Task that people made %s is asked about, never made again, and taken (S58, S70)',
  async (_where, parent) => {
    const shop = await world();
    const story = await shop.story('Pay by card');
    await shop.model(1, story);
    await shop.change(() => ({ id: mitigationNumber(1), title: 'Encrypt the nightly backups' }));
    const task = await shop.task('Nightly backups: encrypt them', parent(story));
    const flag = `Encrypt the nightly backups=${task}`;
    for (const mode of ['--dry-run', '--apply']) {
      const said = await shop.sync(mode);
      expect(said.code).toBe(1);
      expect(text(said)).toContain(`needs-decision  Encrypt the nightly backups: #${task} “Nightly backups`);
      expect(text(said)).toContain(`look-alike      #${task} Nightly backups: encrypt them`);
      expect(text(said)).toContain(`--take "${flag}"`);
      expect((await shop.tasks()).map(({ id }) => id)).toEqual([]);
    }
    expect((await shop.sync('--apply', '--take', flag)).code).toBe(0);
    expect((await shop.tasks()).map(({ id, fields }) => [id, fields['System.Title']])).toEqual([
      [task, 'Nightly backups: encrypt them'],
    ]);
    expect((await shop.sync('--dry-run', '--whole')).code).toBe(0);
  },
);

test('a Task that looks a little like it is proposed with its reasons, until the mitigation has its own (S58)', async () => {
  const shop = await world();
  const story = await shop.story('Pay by card');
  await shop.model(1, story);
  const title = 'Allow only scripts of known origin on the payment page';
  await shop.change(() => ({ id: mitigationNumber(1), title }));
  const task = await shop.task('Build the payment form', story);
  const plan = text(await shop.sync('--dry-run'));
  expect(plan).toMatch(
    new RegExp(`look-alike +#${task} Build the payment form: shares .* payment; stands under`),
  );
  const { code, out } = await shop.sync('--apply');
  expect([code, out.join()]).toEqual([0, expect.not.stringContaining('look-alike')]);
});

test('approvals, parents and the story come from the answers file, by title (S52)', async () => {
  const shop = await world();
  const [one, two] = [await shop.story('One'), await shop.story('Two')];
  const { app } = await shop.connect();
  const model = await shop.model(3, one);
  const opened = await app.openModel(model.info.id);
  const open = [...model.mitigation.values()].map((each) => ({ ...each, status: { kind: 'open' as const } }));
  await app.saveModel(
    opened,
    applyEdit(opened.model, {
      label: 'No stories, nothing decided',
      mitigation: { put: open },
      storyLink: { remove: [...model.storyLink.keys()] },
    }),
  );
  const undecided = await shop.sync('--dry-run');
  expect(text(undecided)).toContain('--approve TITLE');
  expect(text(undecided)).toMatch(/needs-approval {2}Mitigation 2: .*\n +--approve "Mitigation 2"\n/);
  const approve = ['Mitigation 1', 'Mitigation 2'];
  const homeless = await shop.sync('--dry-run', ...approve.flatMap((title) => ['--approve', title]));
  expect(text(homeless).match(/needs-story|needs-approval/g)).toHaveLength(3);
  expect(text(homeless)).toContain('without a parent: --story none');
  const answers = file('decided.json', { approve, story: null, parents: { 'Mitigation 2': two } });
  // The third waits for a decision.
  expect((await shop.sync('--apply', '--answers', answers)).code).toBe(1);
  const made = (await shop.tasks()).map(({ fields }) => [fields['System.Title'], fields['System.Parent']]);
  expect(made.sort()).toEqual([
    ['Mitigation 1', undefined],
    ['Mitigation 2', two],
  ]);
  expect((await shop.sync('--apply', '--approve', 'all', '--story', String(one))).code).toBe(0);
  expect((await shop.tasks()).at(-1)?.fields['System.Parent']).toBe(one);
});

describe('what passes for an answer and is none is exit code 2 and one line, before anything is asked', () => {
  const cases: readonly [string, () => readonly string[], RegExp][] = [
    ['an unknown kind', () => ['--answer', 'gone:12=keep'], /begins with one of: renamed, /],
    ['an answer that is none of the kind', () => ['--answer', 'renamed:12=restore'], /keep, take, ours/],
    ['no work item', () => ['--answer', 'renamed=keep'], /number of a work item, or \*/],
    ['no answer', () => ['--answer', 'renamed:12'], /NAME=VALUE/],
    ['a file that is not there', () => ['--answers', join(folder, 'missing.json')], /cannot be read/],
    ['a file that is no JSON', () => ['--answers', file('x.json', '{')], /no JSON/],
    ['a word that the file knows not', () => ['--answers', file('y.json', { storys: 1 })], /storys/],
    [
      'a wrong answer in the file',
      () => ['--answers', file('z.json', { answers: { 'moved:*': 'no' } })],
      /moved/,
    ],
    ['a taken Task that is no number', () => ['--take', 'Title=x'], /--take/],
    ['a story that is no number', () => ['--story', 'five'], /none/],
  ];
  test.each(cases)('%s', async (_title, words, message) => {
    const shop = await world();
    const watch = await shop.faults.add({}, { kind: 'watch' });
    const { code, out, err } = await shop.sync('--apply', ...words());
    expect([code, out, err]).toEqual([2, [], [expect.stringMatching(message)]]);
    expect(await watch.calls()).toEqual([]);
  });

  test('a mitigation that no model has', async () => {
    const shop = await synced(1);
    const { code, err } = await shop.sync('--apply', '--approve', 'Nobody');
    expect([code, err]).toEqual([2, [expect.stringContaining('"Nobody"')]]);
  });

  test.each([
    ['--journal', '--undo'],
    ['--journal', '--apply'],
    ['--undo', '--approve', 'all'],
    ['--undo', '--apply'],
    ['--journal', '--whole'],
  ])('%s with %s', async (...words) => {
    const shop = await world();
    expect(await shop.sync(...words)).toMatchObject({ code: 2, out: [], err: [expect.any(String)] });
  });
});

test('what was done is said in words, and what the answer means where only the model learned something', async () => {
  const shop = await synced(2);
  const [, second = 0] = (await shop.tasks()).map(({ id }) => id);
  for (const id of [shop.first, second]) await shop.edit(id, { 'System.Title': `Theirs ${id}` });
  const answers = ['--answer', `renamed:${shop.first}=take`, '--answer', `renamed:${second}=ours`];
  const planned = text(await shop.sync('--dry-run', ...answers));
  expect(planned).toMatch(
    new RegExp(`note +#${shop.first} Theirs \\d+: The mitigation in the threat model takes the new title`),
  );
  const done = text(await shop.sync('--apply', ...answers));
  expect(done).toMatch(
    new RegExp(`noted +#${shop.first} Theirs \\d+\n +The mitigation in the threat model takes the new title`),
  );
  expect(done).toMatch(new RegExp(`updated +#${second} Theirs \\d+\n +The title becomes “Mitigation \\d”`));
  expect(text(await shop.sync('--undo'))).toMatch(/noted .*\n.*\n.*updated/);
});

describe('journal and undo', () => {
  test('the journal says who did what and why, by ids and titles of the model only (S71)', async () => {
    const shop = await synced(2);
    await shop.edit(shop.first, { 'System.Title': 'Secret text of the backlog' });
    await shop.sync('--apply', '--answer', 'renamed:*=ours');
    const { code, out } = await shop.sync('--journal');
    expect([code, out[0]]).toEqual([0, 'Corner shop:']);
    expect(out[1]).toMatch(/^ {2}\d{4}-.*Z sync by Olivia Owner: 1 done$/);
    expect(out[2]).toMatch(
      new RegExp(
        `^ {4}update done {6}#${shop.first} Mitigation \\d \\(title\\): You chose the model’s title.$`,
      ),
    );
    expect(out.filter((line) => /create done +#\d+ Mitigation \d/.test(line))).toHaveLength(2);
    const all = await shop.sync('--journal', '--json');
    expect(text(all)).not.toContain('Secret text');
    expect(JSON.parse(text(all))).toMatchObject({
      journal: [{ model: 'Corner shop', entries: [{ kind: 'sync', lines: [{}] }, { lines: [{}, {}] }] }],
    });
  });

  test('undo shows first, takes the last sync back, and a second time there is nothing to take back (S73)', async () => {
    const shop = await synced(2);
    const plan = await shop.sync('--undo', '--dry-run');
    expect([plan.code, text(plan).match(/delete +#\d+ Mitigation/g)?.length]).toEqual([0, 2]);
    expect(await shop.tasks()).toHaveLength(2);
    const undone = await shop.sync('--undo');
    expect([undone.code, undone.out.at(-1)]).toEqual([0, '2 done.']);
    expect(await shop.tasks()).toEqual([]);
    expect([...(await shop.stored()).realisation.values()]).toEqual([]);
    expect(await shop.sync('--undo')).toMatchObject({
      code: 0,
      out: ['There is no sync that can be taken back.'],
    });
    expect((await shop.sync('--journal')).out[1]).toMatch(/undo by Olivia Owner: 2 done$/);
  });

  test('what somebody went on with stays, is named with its reason, and the exit code says so (S74, S76)', async () => {
    const shop = await synced(2);
    await shop.edit(shop.first, { 'System.State': 'Active' });
    const { code, out } = await shop.sync('--undo');
    expect([code, out.at(-1)]).toEqual([
      1,
      expect.stringMatching(`stays +#${shop.first} Somebody has gone on`),
    ]);
    expect((await shop.tasks()).map(({ id }) => id)).toEqual([shop.first]);
  });
});

// A hundred Tasks take a busy machine some seconds.
jest.setTimeout(60_000);

describe('a long run', () => {
  test('says how far it is, on stderr, and ends with the count', async () => {
    const shop = await world();
    await shop.model(120, await shop.story('Pay by card'));
    const { code, err, out } = await shop.sync('--apply');
    expect([code, err, out.at(-1)]).toEqual([0, ['100 of 120 steps', '120 of 120 steps'], '120 done.']);
  });

  test('stopped while the first batch is written: that batch counts, the rest is named and done next time', async () => {
    const shop = await world();
    await shop.model(120, await shop.story('Pay by card'));
    const batch = await shop.faults.add({ path: '**/$batch' }, { kind: 'hold' });
    const stop = new AbortController();
    const going = shop.stoppable(stop.signal, '--apply');
    await batch.matched(1);
    stop.abort();
    await batch.release();
    const { code, out } = await going;
    expect([code, out.at(-1)]).toEqual([130, '100 done, 20 not tried.']);
    expect(out.filter((line) => line.includes('not-tried') && line.includes('Stopped before'))).toHaveLength(
      20,
    );
    expect(await shop.tasks()).toHaveLength(100);
    expect((await shop.sync('--apply')).out.at(-1)).toBe('20 done.');
    const links = (await shop.tasks()).flatMap(({ relations = [] }) =>
      relations.filter(({ rel }) => rel === 'Hyperlink'),
    );
    expect(new Set(links.map(({ url }) => url)).size).toBe(120);
  });
});

test('Ctrl+C ends the program itself after the batch, with the report and 130', async () => {
  const shop = await world();
  await shop.model(101, await shop.story('Pay by card'));
  const bundle = join(folder, 'without.cjs');
  await build({
    entryPoints: [join(__dirname, '../src/cli/index.ts')],
    outfile: bundle,
    bundle: true,
    platform: 'node',
    external: ['libsql'],
    define: { BUILT_IN_KNOWLEDGE: '[]' },
  });
  const batch = await shop.faults.add({ path: '**/$batch' }, { kind: 'hold' });
  const words = ['sync', '--org', shop.host.collectionUrl, '--project', 'Shop', '--apply'];
  const env = { WITHOUT_TOKEN: ownerToken, XDG_CACHE_HOME: folder };
  const child = spawn(process.execPath, [bundle, ...words], { env });
  let out = '';
  let err = '';
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  const told = new Promise<void>((done) => {
    child.stderr.on('data', (chunk: Buffer) => {
      err += chunk.toString();
      if (err.includes('Stopping')) done();
    });
  });
  const ended = once(child, 'exit');
  await batch.matched(1);
  child.kill('SIGINT');
  await told;
  await batch.release();
  expect(await ended).toEqual([130, null]);
  expect(out).toMatch(/100 done, 1 not tried\.\n$/);
});

test('while somebody else makes Tasks nothing is made: exit 2, and when it was heard of last (S81)', async () => {
  const shop = await world();
  const model = await shop.model(1, await shop.story('Pay by card'));
  const { ports, app } = await shop.connect();
  const { id } = await app.facts();
  const at = new Date().toISOString();
  await ports.documents.create(`w1.${id}.${model.info.id}`, {
    id: 'claim.create',
    schema: 1,
    owner: 'x',
    at,
  });
  const { code, err } = await shop.sync('--apply');
  expect([code, err]).toEqual([2, [expect.stringContaining(`last heard of at ${at}`)]]);
  expect(await shop.tasks()).toEqual([]);
});
