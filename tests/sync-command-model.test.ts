/** What `without sync` changes in the model by answers: splits, joins, meanings of states, look-alikes, partners of stories. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import type { Element } from '../src/core/model/diagram-parts';
import { elementId } from '../src/core/model/ids';
import type { Model } from '../src/core/model/model';
import {
  aMitigation,
  aModel,
  aStoryLink,
  aThreat,
  aTreatment,
  mitigationNumber,
} from './fixtures/sample-model';
import { startSyncWorld } from './fixtures/sync-world';
import type { CommandResult, SyncWorld } from './fixtures/sync-world';

const folder = mkdtempSync(join(tmpdir(), 'without-sync-model-'));
afterAll(() => rmSync(folder, { recursive: true }));

const open: SyncWorld[] = [];
async function world(): Promise<SyncWorld> {
  const made = await startSyncWorld();
  open.push(made);
  return made;
}
afterEach(async () => {
  await Promise.all(open.splice(0).map(({ host }) => host.close()));
});

const text = ({ out, err }: CommandResult): string => [...out, ...err].join('\n');
const element = (n: number, name: string): Element => ({
  id: v.parse(elementId, `0000000e-0000-4000-8000-00000000000${n}`),
  origin: { kind: 'person' },
  name,
  kind: 'process',
  properties: {},
});
const elements = [element(1, 'Web shop'), element(2, 'Order archive')] as const;
const validate = 'Validate all input';

/** One mitigation against two threats at two places, each with a story of its own. */
async function twoPlaces(): Promise<SyncWorld & { readonly stories: readonly [number, number] }> {
  const shop = await world();
  const stories = [await shop.story('Sign in'), await shop.story('See past orders')] as const;
  const [web, archive] = elements;
  const { app } = await shop.connect();
  await app.createModel({
    ...aModel({
      threats: [
        aThreat(1, { title: 'Passwords are guessed', place: { kind: 'element', id: web.id } }),
        aThreat(2, { title: 'Orders are read', place: { kind: 'element', id: archive.id } }),
      ],
      mitigations: [{ ...aMitigation(1, { kind: 'approved' }), title: validate }],
      treatments: [1, 2].map((n) => aTreatment(n, { threat: n, mitigation: 1 })),
      links: [aStoryLink(1, 1, stories[0]), aStoryLink(2, 2, stories[1])],
    }),
    element: new Map(elements.map((each) => [each.id, each])),
  });
  return { ...shop, stories };
}
const titles = async (shop: SyncWorld) => (await shop.tasks()).map(({ fields }) => fields['System.Title']);

describe('split and join', () => {
  test('a split is shown, then made; the Task goes on with one place (S55)', async () => {
    const shop = await twoPlaces();
    await shop.sync('--apply');
    const [first] = await shop.tasks();
    const plan = await shop.sync('--dry-run', '--split', validate);
    expect(text(plan)).toContain(`split           ${validate} over 2 Tasks: Web shop; Order archive`);
    expect(text(plan)).toMatch(/create +Validate all input – Order archive \(under #\d+ See past orders\)/);
    expect(await shop.tasks()).toHaveLength(1);
    expect([...(await shop.stored()).realisation.values()]).toMatchObject([{ covers: 'all' }]);

    expect((await shop.sync('--apply', '--split', validate)).code).toBe(0);
    const tasks = await shop.tasks();
    expect(tasks.map(({ fields }) => [fields['System.Title'], fields['System.Parent']])).toEqual([
      [`${validate} – Web shop`, shop.stories[0]],
      [`${validate} – Order archive`, shop.stories[1]],
    ]);
    expect(tasks[0]?.id).toBe(first?.id);
    // Said again, as a scheduled run does: nothing is changed and nothing is written.
    const again = await shop.sync('--apply', '--split', `${validate}=place`);
    expect([again.code, text(again)]).toEqual([
      0,
      expect.stringContaining('Nothing to do: the backlog has every Task that the models ask for.'),
    ]);
  });

  test('joined, the first Task carries all, and the other is listed with the flags that answer (S59)', async () => {
    const shop = await twoPlaces();
    await shop.sync('--apply', '--split', `${validate}=story`);
    const tasks = await shop.tasks();
    const named = (place: string) =>
      tasks.find(({ fields }) => fields['System.Title'] === `${validate} – ${place}`);
    const [first, second] = [named('Web shop'), named('Order archive')];
    const joined = await shop.sync('--apply', '--join', validate);
    expect(text(joined)).toContain(`join            ${validate} into one Task`);
    expect(text(joined)).toContain(`--answer left-over:${second?.id}=unmark`);
    expect((await titles(shop)).sort()).toEqual([validate, `${validate} – Order archive`]);
    const answer = `left-over:${second?.id}=unmark`;
    expect((await shop.sync('--apply', '--answer', answer)).code).toBe(0);
    expect((await shop.tasks()).map(({ id }) => id)).toEqual([first?.id]);
    expect((await shop.item(second?.id ?? 0)).fields['System.State']).toBe('New');
  });

  test('a file says which places go together, and a place that nobody knows ends it before anything is written', async () => {
    const shop = await twoPlaces();
    const file = join(folder, 'split.json');
    const say = (parts: readonly (readonly string[])[]) =>
      writeFileSync(file, JSON.stringify({ split: { [validate]: parts } }));
    say([['Order archive'], ['Web chop']]);
    const wrong = await shop.sync('--apply', '--answers', file);
    expect([wrong.code, text(wrong)]).toEqual([
      2,
      `"${validate}" treats no threat and no place named "Web chop".`,
    ]);
    expect(await shop.tasks()).toEqual([]);
    say([['Order archive'], ['Passwords are guessed']]);
    expect((await shop.sync('--apply', '--answers', file)).code).toBe(0);
    expect((await titles(shop)).sort()).toEqual([`${validate} – Order archive`, `${validate} – Web shop`]);
  });
});

test('the states of Tasks are listed with what they mean, and who says so (S41, S42)', async () => {
  const shop = await twoPlaces();
  const before = await shop.sync('--states');
  expect(before.code).toBe(0);
  expect(text(before)).toMatch(/Task\/Closed +Completed +process +Done: the mitigation is implemented/);
  await shop.sync('--apply', '--state', 'Bug/On hold=Completed');
  expect(text(await shop.sync('--states'))).toMatch(/Bug\/On hold +Completed +model +Done/);
  const [said] = (await shop.sync('--states', '--json')).out;
  expect(JSON.parse(said ?? '')).toMatchObject([
    {
      states: expect.arrayContaining([{ type: 'Task', state: 'New', category: 'Proposed', says: 'process' }]),
    },
  ]);
  expect(await shop.sync('--states', '--apply')).toMatchObject({ code: 2, out: [] });
});

test('a state that the process does not explain gets its meaning, and loses it again (S42)', async () => {
  const shop = await twoPlaces();
  const said = await shop.sync('--apply', '--state', 'Bug/On hold=Completed');
  expect(text(said)).toContain('state           Bug On hold means Completed');
  expect((await shop.stored()).info.stateMap).toEqual([
    { type: 'Bug', state: 'On hold', category: 'Completed' },
  ]);
  await shop.sync('--apply', '--state', 'Bug/On hold=ask');
  expect((await shop.stored()).info.stateMap).toBeUndefined();
  expect(await shop.sync('--apply', '--state', 'Bug/On hold=Done')).toMatchObject({ code: 2, out: [] });
});

test('a Task that looks like a mitigation and is none is not listed again (S58)', async () => {
  const shop = await twoPlaces();
  const task = await shop.task('Validate input of the search', shop.stories[0]);
  const listed = `look-alike      #${task} `;
  const plan = await shop.sync('--dry-run');
  expect(text(plan)).toContain(listed);
  expect(text(plan)).toContain(`--answer look-alike:${task}=dismiss`);
  const dismiss = ['--answer', `look-alike:${task}=dismiss`];
  // A dry run shows what would be so, and keeps nothing.
  expect(text(await shop.sync('--dry-run', ...dismiss))).toContain(`dismissed       #${task} `);
  expect(text(await shop.sync('--dry-run'))).toContain(listed);
  await shop.sync('--apply', ...dismiss);
  expect([...(await shop.stored()).dismissal.values()]).toMatchObject([{ by: 'Olivia Owner' }]);
  expect(text(await shop.sync('--dry-run'))).not.toContain(listed);
});

test('a Task that is taken approves its mitigation, as asking for one does (S58)', async () => {
  const shop = await twoPlaces();
  await shop.change(() => ({ id: mitigationNumber(1), status: { kind: 'open' } }));
  const task = await shop.task('Check what comes in', shop.stories[0]);
  expect((await shop.sync('--apply', '--take', `${validate}=${task}`)).code).toBe(0);
  expect([...(await shop.stored()).mitigation.values()]).toMatchObject([{ status: { kind: 'approved' } }]);
  expect((await shop.tasks()).map(({ id }) => id)).toEqual([task]);
  // Said again, nothing is to say; another one is left alone, and that is said.
  expect((await shop.sync('--apply', '--take', `${validate}=${task}`)).err).toEqual([]);
  const other = await shop.task('Check what comes in, too', shop.stories[0]);
  const { err } = await shop.sync('--apply', '--take', `${validate}=${other}`);
  expect(err).toEqual([`“${validate}” has its Task already, #${task}: #${other} is left alone (--take).`]);
  expect((await shop.item(other)).fields['System.Tags']).toBeUndefined();
});

test('a story is not taken for a Task, nor is another one made, and the reason is said (S58)', async () => {
  const shop = await twoPlaces();
  const [story = 0] = shop.stories;
  // The second look is one by changes, in which few things are read.
  for (const mode of ['--dry-run', '--apply', '--apply']) {
    const said = await shop.sync(mode, '--take', `${validate}=${story}`);
    expect([said.code, text(said)]).toEqual([
      1,
      expect.stringMatching(
        /needs-decision .*: #\d+ .* is of the type User Story, and mitigations are planned as Task here/,
      ),
    ]);
  }
  expect(await shop.tasks()).toEqual([]);
  expect((await shop.item(story)).fields['System.Tags']).toBeUndefined();
});

test('a Task that is taken is not turned down by an answer for all others (S58)', async () => {
  const shop = await twoPlaces();
  const task = await shop.task('Validate input of the search', shop.stories[0]);
  const words = ['--take', `${validate}=${task}`, '--answer', 'look-alike:*=dismiss'];
  expect((await shop.sync('--apply', ...words)).code).toBe(0);
  expect((await shop.stored()).dismissal.size).toBe(0);
  expect((await shop.tasks()).map(({ id }) => id)).toEqual([task]);
});

describe('--stories: partners of threats and clauses', () => {
  /** Two stories with clauses and two threats, nothing linked. */
  async function unlinked(stolen = 'The card number is stolen') {
    const shop = await world();
    const pay = await shop.story('Pay by card');
    const sign = await shop.story('Sign in with a password');
    await shop.edit(pay, {
      'System.Description': '<p>As a customer I want to pay by card WITHOUT having my card number stolen</p>',
    });
    const { app } = await shop.connect();
    await app.createModel({
      ...aModel({
        threats: [
          aThreat(1, { title: stolen }),
          aThreat(2, { title: 'The password is guessed', place: { kind: 'element', id: elements[0].id } }),
        ],
      }),
      element: new Map(elements.map((each) => [each.id, each])),
    });
    return { ...shop, pay, sign };
  }
  const links = ({ storyLink, threat, clause }: Model) =>
    [...storyLink.values()]
      .map((each) => [
        threat.get(each.threat)?.title,
        each.story,
        each.clause === undefined ? 'story' : clause.get(each.clause)?.field,
      ])
      .sort();
  const stories = (shop: SyncWorld, ...words: string[]) => shop.sync('--stories', ...words);

  test('lists each with ranked partners, the reason and the flag that accepts it; nothing is saved', async () => {
    const shop = await unlinked();
    const { code, out } = await stories(shop, '--dry-run');
    expect([code, out[0]]).toEqual([1, 'Corner shop:']);
    const said = out.join('\n');
    expect(said).toMatch(/clause {10}“WITHOUT having my card number stolen”/);
    const key = `clause:${shop.pay}/description/0`;
    expect(said).toContain(`--accept "${key}=The card number is stolen"  The card number is stolen: `);
    expect(said).toContain(`--accept "${key}=new"  A new threat: `);
    expect(said).toContain(`--accept "threat:The password is guessed=${shop.sign}"  #${shop.sign} `);
    expect(links(await shop.stored())).toEqual([]);
    const json: unknown = JSON.parse((await stories(shop, '--dry-run', '--json')).out.join(''));
    expect(json).toMatchObject({ stories: [{ model: 'Corner shop', accepted: 0, questions: [{}, {}, {}] }] });
  });

  test('singly: the answer is saved, what it settles along is no question any more', async () => {
    const shop = await unlinked();
    const accept = `clause:${shop.pay}/description/0=The card number is stolen`;
    expect((await stories(shop, '--dry-run', '--accept', accept)).out.at(-1)).toBe(
      '1 would be accepted, 1 left.',
    );
    expect(links(await shop.stored())).toEqual([]);
    const { code, out } = await stories(shop, '--apply', '--accept', accept);
    expect([code, out.at(-1)]).toEqual([1, '1 accepted, 1 left.']);
    expect(links(await shop.stored())).toEqual([['The card number is stolen', shop.pay, 'description']]);
    const last = await stories(shop, '--apply', '--accept', `threat:The password is guessed=${shop.sign}`);
    expect(last.code).toBe(0);
    expect(links(await shop.stored())).toHaveLength(2);
  });

  test('what a shell would read in a title is in no flag: the id is, and either answers', async () => {
    const title = 'The card number is stolen $(id) `id` "';
    const shop = await unlinked(title);
    const id = [...(await shop.stored()).threat.values()].find((each) => each.title === title)?.id;
    const accept = `clause:${shop.pay}/description/0=${id}`;
    const said = (await stories(shop, '--dry-run')).out.join('\n');
    expect(said).toContain(`--accept "${accept}"  `);
    expect(said.match(/--accept "[^"]*[$`][^"]*"/g)).toBeNull();
    const byTitle = await stories(shop, '--dry-run', '--accept', accept.replace(/=.*/, `=${title}`));
    expect(byTitle.out.at(-1)).toBe('1 would be accepted, 1 left.');
    expect((await stories(shop, '--apply', '--accept', accept)).out.at(-1)).toBe('1 accepted, 1 left.');
  });

  test('in bulk: the likely ones', async () => {
    const shop = await unlinked();
    await stories(shop, '--apply', '--accept', 'likely');
    expect(links(await shop.stored())).toEqual([
      ['The card number is stolen', shop.pay, 'description'],
      ['The password is guessed', shop.sign, 'story'],
    ]);
    expect(await stories(shop, '--dry-run')).toMatchObject({ code: 0 });
  });

  test('in bulk: where no answer stands out nothing is accepted, and that is said', async () => {
    const shop = await unlinked();
    await shop.edit(shop.pay, { 'System.Description': '<p>As a customer I want to pay by card</p>' });
    await shop.edit(shop.sign, { 'System.Title': 'Something else altogether' });
    const { code, out } = await stories(shop, '--apply', '--accept', 'likely');
    expect([code, out.at(-1)]).toEqual([1, '0 accepted, 2 left, of which no answer stands out.']);
    expect(links(await shop.stored())).toEqual([]);
  });

  test('reworded and gone: the new words are taken, the link that leads nowhere goes', async () => {
    const shop = await unlinked();
    await stories(shop, '--apply', '--accept', 'likely');
    await shop.edit(shop.pay, {
      'System.Description':
        '<p>As a customer I want to pay by card WITHOUT having my card number copied or stolen</p>',
    });
    await shop.remove(shop.sign);
    const asked = await stories(shop, '--dry-run');
    const flags = [...text(asked).matchAll(/--accept "(link:[^"]+=(?:yes|unlink))"/g)].map(
      ([, flag = '']) => flag,
    );
    expect(flags.map((flag) => flag.split('=')[1]).sort()).toEqual(['unlink', 'yes']);
    await stories(shop, '--apply', ...flags.flatMap((flag) => ['--accept', flag]));
    expect(links(await shop.stored())).toEqual([['The card number is stolen', shop.pay, 'description']]);
    expect(text(await stories(shop, '--dry-run'))).not.toContain('link:');
  });

  test('an element is mapped to an area or a Feature, and back', async () => {
    const shop = await unlinked();
    const built = async () => (await shop.stored()).element.get(elements[0].id)?.backlog;
    await stories(shop, '--apply', '--map', 'Web shop=Shop');
    expect(await built()).toEqual({ kind: 'area', path: 'Shop' });
    await stories(shop, '--apply', '--map', `Web shop=#${shop.pay}`);
    expect(await built()).toEqual({ kind: 'feature', workItem: shop.pay });
    await stories(shop, '--apply', '--map', 'Web shop=anywhere');
    expect(await built()).toBeUndefined();
  });

  test('what changed since this person saw the stories is marked', async () => {
    const shop = await unlinked();
    expect(text(await stories(shop, '--apply', '--seen'))).not.toContain('(new)');
    await shop.edit(shop.pay, { 'System.Title': 'Pay by card or voucher' });
    const { out } = await stories(shop, '--dry-run');
    expect(out.filter((line) => line.includes('(new)'))).toEqual([
      expect.stringMatching(/clause +\(new\) “WITHOUT/),
    ]);
  });

  test('an element may be mapped to a place without a story, and that is said', async () => {
    const shop = await unlinked();
    const { code, err } = await stories(shop, '--dry-run', '--map', 'Web shop=Shop\\Nowhere');
    expect([code, err]).toEqual([1, [expect.stringMatching(/^No story lies in the area Shop\\Nowhere now/)]]);
    expect((await stories(shop, '--dry-run', '--map', 'Web shop=Shop')).err).toEqual([]);
  });

  test.each([
    [['--accept', 'threat:The password is guessed=nowhere'], /can by: /],
    [['--accept', 'nonsense'], /likely, or QUESTION=ANSWER/],
    [['--map', 'Nothing=Shop'], /No element has the name "Nothing"/],
    [['--map', 'Web shop=#4711'], /no work item 4711/],
    [['--map', 'Web shop'], /ELEMENT=/],
    [['--approve', 'all'], /does nothing with --stories/],
  ])('%j is refused in one line, and nothing is saved', async (words, message) => {
    const shop = await unlinked();
    const { code, out, err } = await stories(shop, '--apply', ...words);
    expect([code, out, err]).toEqual([2, [], [expect.stringMatching(message)]]);
    expect(links(await shop.stored())).toEqual([]);
  });
});
