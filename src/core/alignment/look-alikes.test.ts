/** Tasks that people made: the right mitigation comes first on a labelled table, and what must not be offered is not. */
import {
  aMitigation,
  aModel,
  aRealisation,
  aStoryLink,
  aThreat,
  aTreatment,
  countingIds,
  mitigationNumber,
} from '../../../tests/fixtures/sample-model';
import { applyEdit } from '../model/edit';
import { dismissFinding } from '../model/edits/dismiss';
import type { Model } from '../model/model';
import type { Mitigation } from '../model/mitigation';
import type { TaskItem } from '../sync/backlog-picture';
import type { Step } from '../sync/plan';
import { holdBack, lookAlikeKey, lookAlikes, storiesToLookUnder, wordsToLookFor } from './look-alikes';

/** A mitigation, what it says to do, and the Task that a developer wrote for it; undefined = nobody did. */
const labelled: readonly (readonly [string, string, string | undefined])[] = [
  [
    'Encrypt backups with a key of our own',
    'Wrap the backup key in the vault.',
    'Nightly copies: turn on encryption',
  ],
  [
    'Limit sign-in attempts per account',
    'Count failures, slow down from the fifth on.',
    'Throttle logins after wrong passwords',
  ],
  [
    'Validate every upload on the server',
    'Check type and size, scan for viruses.',
    'Virus scan for attachments',
  ],
  ['Log who changed a price', 'Write an audit record for each change.', 'Audit trail when prices are edited'],
  ['Use parameterised queries', 'No SQL out of strings.', 'Replace string SQL in search by parameters'],
  ['Rotate the keys of partners', 'Keys expire after 90 days.', undefined],
  ['Allow only scripts of known origin', 'Send a Content-Security-Policy.', 'Add CSP header to checkout'],
  ['Ask again before a payout', 'Four eyes for refunds.', 'Second approval for refunds over 100 EUR'],
];
const distractors = [
  'Fix the colour of the button',
  'Translate the price list',
  'Update the search results page layout',
  'Write tests for the voucher form',
];

const mitigations = labelled.map(([title, implement], n): Mitigation => ({
  ...aMitigation(n + 1),
  title,
  implement,
}));
const threats = labelled.map((_row, n) => aThreat(n + 1));
const story = 50;
const model: Model = aModel({
  threats,
  mitigations,
  treatments: labelled.map((_row, n) => aTreatment(n + 1, { threat: n + 1, mitigation: n + 1 })),
  links: labelled.map((_row, n) => aStoryLink(n + 1, n + 1, story + (n % 2))),
});

const aTask = (id: number, title: string, change: Partial<TaskItem> = {}): TaskItem => ({
  id,
  rev: 1,
  type: 'Task',
  title,
  state: 'New',
  category: 'Proposed',
  tags: [],
  areaPath: 'Shop',
  iterationPath: 'Shop',
  parent: story,
  order: undefined,
  hyperlinks: [],
  project: 'Shop',
  description: { text: '', format: 'html' },
  related: [],
  ...change,
});
const made = labelled.flatMap(([, , title], n) =>
  title === undefined ? [] : [aTask(n + 1, title, { parent: story + (n % 2) })],
);
const others = distractors.map((title, n) => aTask(100 + n, title));

test('the right mitigation comes first for at least six of seven Tasks, with its reasons', () => {
  const found = lookAlikes(model, [...others, ...made]);
  const right = found.filter(
    ({ task, candidates }) => candidates[0]?.mitigation === mitigationNumber(task.id),
  );
  expect(right.length).toBeGreaterThanOrEqual(6);
  for (const { candidates } of found)
    for (const { because, score } of candidates) {
      expect(because.length).toBeGreaterThan(0);
      expect(score > 0 && score <= 1).toBe(true);
    }
  expect(right[0]?.candidates[0]?.because.join()).toMatch(/word/);
});

test('no word is said to be another word for itself, however many both use', () => {
  const title = 'Allow only scripts of known origin on the payment page';
  const one = aModel({ mitigations: [{ ...aMitigation(1), title }] });
  const task = aTask(70, 'Allow only known scripts on the payment page');
  const said = lookAlikes(one, [task])[0]?.candidates[0]?.because.join('; ') ?? '';
  expect(said).toMatch(/^shares the words/);
  expect(said).not.toMatch(/(?<!\S)(\S+) – \1(?![^\s,;])/);
});

test('everyday Tasks are not offered before those that look like a mitigation', () => {
  const found = lookAlikes(model, [...others, ...made]).map(({ task }) => task.id);
  const first = found.findIndex((id) => id >= 100);
  expect(first === -1 || first >= 5).toBe(true);
});

test.each<[string, Partial<TaskItem>, (before: Model) => Model]>([
  ['is removed', { category: 'Removed' }, (before) => before],
  [
    'carries a link of ours',
    {
      hyperlinks: [
        'https://x/?model=00000001-0000-4000-8000-000000000001&mitigation=00000001-0000-4000-8000-000000000002&realisation=00000001-0000-4000-8000-000000000003',
      ],
    },
    (before) => before,
  ],
  [
    'is another mitigation’s already',
    {},
    (before) => {
      const realisation = aRealisation(1, 3, 1);
      return { ...before, realisation: new Map([[realisation.id, realisation]]) };
    },
  ],
])('a Task that %s is not offered', (_title, change, edit) => {
  const [, , title = ''] = labelled[0] ?? [];
  const task = aTask(1, title, change);
  expect(lookAlikes(model, [aTask(1, title)])).toHaveLength(1);
  expect(lookAlikes(edit(model), [task])).toEqual([]);
});

test('a mitigation that has its Task, or that is settled, asks for none', () => {
  const realisations = labelled.map((_row, n) => aRealisation(n + 1, n + 1, 900 + n));
  const realised = { ...model, realisation: new Map(realisations.map((each) => [each.id, each])) };
  expect(lookAlikes(realised, made)).toEqual([]);
  expect(storiesToLookUnder(realised)).toEqual([]);
  expect(storiesToLookUnder(model)).toEqual([story, story + 1]);
  const settled = mitigations.map((each): Mitigation => ({ ...each, status: { kind: 'existing' } }));
  expect(lookAlikes({ ...model, mitigation: new Map(settled.map((each) => [each.id, each])) }, made)).toEqual(
    [],
  );
});

test('the words to look for are the telling ones, two of a title, without the ending that is not compared', () => {
  const words = wordsToLookFor(model);
  expect(words.length).toBeLessThanOrEqual(2 * labelled.length);
  expect(words).toEqual(expect.arrayContaining(['encrypt', 'backup', 'queri', 'script']));
  const same = [1, 2, 3].map((n) => ({
    ...aMitigation(n),
    title: `Protect the ${['mail', 'phone', 'door'][n - 1]}`,
  }));
  const [first, second] = wordsToLookFor(aModel({ mitigations: same }));
  expect([first, second]).toEqual(['mail', 'protect']);
});

test('a dismissed pair is left out, the Task stays for other mitigations', () => {
  const [first] = lookAlikes(model, made);
  const mitigation = first?.candidates[0]?.mitigation;
  if (!first || !mitigation) throw new Error('Nothing was found.');
  const finding = lookAlikeKey(mitigation, first.task.id);
  const dismissal = { id: finding, finding, by: 'Owner', reason: 'No', at: '2026-01-05T10:00:00.000Z' };
  const left = lookAlikes({ ...model, dismissal: new Map([[finding, dismissal]]) } as unknown as Model, made);
  const pairs = left.flatMap(({ task, candidates }) =>
    candidates.map((each) => lookAlikeKey(each.mitigation, task.id)),
  );
  expect(pairs).not.toContain(finding);
});

describe('no second Task beside one that people made (S70)', () => {
  const create = (n: number): Step => ({
    kind: 'create',
    mitigation: mitigationNumber(n),
    title: labelled[n - 1]?.[0] ?? '',
    because: 'It was decided on.',
    realisation: aRealisation(n, n, null).id,
    parent: null,
    draft: { type: 'Task', fields: {}, parent: undefined, related: [], hyperlink: undefined },
    after: aRealisation(n, n, null),
  });
  const steps = labelled.map((_row, n) => create(n + 1));
  const near = new Set([story, story + 1]);

  test('one under a story that the model does not know is proposed, and holds nothing back', () => {
    const far = lookAlikes(
      model,
      made.map((task) => ({ ...task, parent: 9000 })),
    );
    expect(far.length).toBeGreaterThanOrEqual(6);
    expect(holdBack(steps, far, near)).toEqual(steps);
  });

  test('a Task that looks clearly like a mitigation is asked about; an everyday one holds nothing back', () => {
    const held = holdBack(steps, lookAlikes(model, [...others, ...made]), near);
    const asks = held.flatMap((step) => (step.kind === 'needs-decision' ? step.task : []));
    expect(asks.length).toBeGreaterThanOrEqual(6);
    expect(asks.every((task) => task < 100)).toBe(true);
    for (const step of held)
      if (step.kind === 'needs-decision') {
        expect(step.mitigation).toBe(mitigationNumber(step.task));
        expect(step.because).toContain(`#${step.task}`);
      }
    // Nobody made a Task for this one.
    expect(held[5]).toBe(steps[5]);
  });

  test('one that somebody said is another piece of work holds nothing back', () => {
    const finding = lookAlikeKey(mitigationNumber(1), 1);
    const said = { finding, by: 'Owner', reason: 'No', at: '2026-01-05T10:00:00.000Z', newId: countingIds() };
    const answered = applyEdit(model, dismissFinding(said));
    const held = holdBack(steps, lookAlikes(answered, made), near);
    expect(held[0]).toBe(steps[0]);
    expect(held[2]?.kind).toBe('needs-decision');
  });

  test('one word in common is an accident, even under the story', () => {
    const alone = lookAlikes(model, [aTask(60, 'Validate')]);
    expect(alone[0]?.candidates[0]?.score).toBeGreaterThan(0.2);
    expect(holdBack(steps, alone, near)).toEqual(steps);
  });

  test('only what would be made is held back', () => {
    const ask: Step = { kind: 'needs-story', mitigation: mitigationNumber(1), title: 'x', because: 'y' };
    expect(holdBack([ask], lookAlikes(model, made), near)).toEqual([ask]);
  });
});
