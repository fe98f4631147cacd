import { aMitigation, aModel, aRealisation } from '../../../tests/fixtures/sample-model';
import type { TaskItem } from './backlog-picture';
import { shortHash } from '../model/canonical-json';
import { leftKey } from './journal';
import type { JournalEntry, JournalLine } from './journal';
import { planUndo, undoable } from './plan-undo';

const realisation = aRealisation(1, 1, 50);
const model = aModel({
  mitigations: [aMitigation(1, { kind: 'approved' })],
  realisations: [realisation],
});

const task = (change: Partial<TaskItem> = {}): TaskItem => ({
  id: 50,
  rev: 4,
  type: 'Task',
  title: 'Mitigation 1',
  state: 'New',
  category: 'Proposed',
  tags: ['security-mitigation'],
  areaPath: 'Shop',
  iterationPath: 'Shop',
  parent: 7,
  order: 1,
  hyperlinks: [],
  project: 'Shop',
  description: { text: '', format: 'html' },
  related: [],
  ...change,
});

const line = (change: Partial<JournalLine> = {}): JournalLine => ({
  kind: 'create',
  mitigation: realisation.mitigation,
  realisation: realisation.id,
  workItem: 50,
  before: null,
  after: 4,
  changed: [],
  because: 'The mitigation is approved and has no Task.',
  result: 'done',
  was: { realisation: null, status: { kind: 'open' } },
  ...change,
});

const entry = (change: Partial<JournalEntry> = {}): JournalEntry => ({
  id: 'first',
  kind: 'sync',
  at: '2026-03-02T09:00:00.000Z',
  by: null,
  state: 'ended',
  lines: [line()],
  ...change,
});

function undo(
  lines: readonly JournalLine[],
  given: { now?: readonly TaskItem[]; before?: readonly TaskItem[] } = {},
) {
  const byId = (items: readonly TaskItem[]) => new Map(items.map((item) => [item.id, item]));
  const tasks = byId(given.now ?? [task()]);
  return planUndo({
    model,
    entry: entry({ lines: [...lines] }),
    tasks,
    before: byId(given.before ?? []),
  });
}

describe('which sync is taken back (S73)', () => {
  const second = entry({ id: 'second', at: '2026-03-02T10:00:00.000Z' });

  it('is the newest, in whatever order they are read', () => {
    expect(undoable([entry(), second])?.id).toBe('second');
    expect(undoable([second, entry()])?.id).toBe('second');
  });

  const undoOf = (lines: readonly JournalLine[], undoes = 'second') =>
    entry({ id: 'third', kind: 'undo', undoes, at: '2026-03-02T11:00:00.000Z', lines: [...lines] });

  it('is the newest that did something: of one that was refused nothing can be taken back (S73)', () => {
    const refused = entry({ id: 'second', at: second.at, lines: [line({ result: 'refused' })] });
    expect(undoable([entry(), refused])?.id).toBe('first');
  });

  it('is what a stopped undo left of it (S73)', () => {
    const [one, two] = [line(), line({ workItem: 51, realisation: aRealisation(2, 1, 51).id })];
    const sync = { ...second, lines: [one, two] };
    const stopped = undoOf([
      { ...one, kind: 'delete' },
      { ...two, kind: 'delete', result: 'not-tried' },
    ]);
    expect(undoable([sync, stopped])).toEqual({ ...second, lines: [two] });
    // Cut off before it said what became of anything: the backlog knows.
    const begun = undoOf([one, two].map((each) => ({ ...each, result: 'begun' })));
    expect(undoable([sync, begun])).toEqual(sync);
    const untried = undoOf([one, two].map((each) => ({ ...each, result: 'not-tried' })));
    expect(undoable([sync, untried])).toEqual(sync);
  });

  it.each([
    ['there is none', []],
    ['the newest was an undo', [second, undoOf([line()])]],
    ['it was taken back by a clock that is behind', [second, { ...undoOf([line()]), at: entry().at }]],
    ['what an undo left of it is not in the journal any more', [undoOf([line({ result: 'begun' })])]],
    [
      'nothing of it was done',
      [entry({ lines: [line({ result: 'refused' }), line({ result: 'not-tried' })] })],
    ],
  ] as const)('is none when %s', (_why, entries) => {
    expect(undoable(entries)).toBeUndefined();
  });
});

describe('a Task that the sync made (S74)', () => {
  it('is deleted while it has the revision that sync left; realisation and approval go back', () => {
    const { steps, left } = undo([line()]);
    expect(left).toEqual([]);
    expect(steps).toMatchObject([
      {
        kind: 'delete',
        workItem: 50,
        rev: 4,
        edit: {
          realisation: { remove: [realisation.id] },
          mitigation: { put: [{ status: { kind: 'open' } }] },
        },
      },
    ]);
  });

  it('takes nothing of its mitigation away that another step of the same undo gives back (S77)', () => {
    const renamed = line({
      kind: 'note',
      realisation: aRealisation(2, 1, 51).id,
      workItem: 51,
      was: { realisation: null, title: 'Its old title' },
      left: { [leftKey.title]: shortHash('Mitigation 1') },
    });
    const puts = undo([renamed, line()]).steps.map((step) => 'edit' in step && step.edit?.mitigation?.put);
    // Steps that only the model learns are done before those that write, whatever their order in the journal.
    const whole = [expect.objectContaining({ title: 'Its old title', status: { kind: 'open' } })];
    expect(puts).toEqual([whole, whole]);
  });

  it('that came out of the recycle bin goes back there, and the reason says so', () => {
    const [step] = undo([line({ kind: 'restore', was: { realisation } })]).steps;
    expect(step).toMatchObject({
      kind: 'delete',
      because: expect.stringMatching(/back to the recycle bin/) as string,
    });
  });

  it('is left, with the reason, when somebody has gone on with it (S76)', () => {
    const { steps, left } = undo([line()], { now: [task({ rev: 5 })] });
    expect(steps).toEqual([]);
    expect(left).toMatchObject([
      { workItem: 50, because: expect.stringMatching(/gone on with #50/) as string },
    ]);
  });

  it('is left when nobody knows whether it was written, and that is what the reason says (S76)', () => {
    const { steps, left } = undo([line({ workItem: null, after: null, result: 'begun' })]);
    expect(steps).toEqual([]);
    expect(left).toMatchObject([{ workItem: 50, because: expect.stringMatching(/Nobody knows/) as string }]);
  });

  it('is only forgotten by the model when it is gone already', () => {
    expect(undo([line()], { now: [] }).steps).toMatchObject([{ kind: 'note', workItem: 50 }]);
  });
});

describe('a Task that the sync changed (S75)', () => {
  const changed = line({ kind: 'update', before: 3, changed: ['title', 'parent'], was: { realisation } });

  it('gets back what was changed, and nothing else, guarded by the revision', () => {
    const before = [task({ rev: 3, title: 'Older', parent: 6, areaPath: 'Shop\\Other' })];
    expect(undo([changed], { before }).steps).toMatchObject([
      { kind: 'update', rev: 4, write: { fields: { 'System.Title': 'Older' }, parent: 6 } },
    ]);
    expect(undo([changed], { before }).steps[0]).not.toHaveProperty(['write', 'fields', 'System.AreaPath']);
  });

  it.each([
    [
      'somebody has saved since',
      { now: [task({ rev: 9 })], before: [task({ rev: 3, title: 'Older' })] },
      /gone on/,
    ],
    ['it cannot be read', { now: [] }, /cannot be read/],
    ['what it was cannot be read', {}, /before cannot be read/],
  ] as const)('stays when %s (S76)', (_why, given, because) => {
    const { steps, left } = undo([changed], given);
    expect(steps).toEqual([]);
    expect(left).toMatchObject([{ workItem: 50, because: expect.stringMatching(because) as string }]);
  });
});

it('is only told to the model where the Task is as before already: an undo whose answer got lost (S73)', () => {
  const changed = line({ kind: 'update', before: 3, changed: ['title', 'tag'], was: { realisation } });
  const now = [task({ rev: 5, title: 'Older', tags: ['b', 'a'] })];
  const before = [task({ rev: 3, title: 'Older', tags: ['a', 'b'], parent: 6 })];
  expect(undo([changed], { now, before }).steps).toMatchObject([{ kind: 'note', workItem: 50 }]);
  const text = [task({ rev: 3, title: 'Older', tags: ['a'] })];
  expect(undo([changed], { now, before: text }).left).toMatchObject([{ workItem: 50 }]);
});

it('takes the last step back first, and lets refused ones be (S73)', () => {
  const lines = [line({ kind: 'delete' }), line({ result: 'refused' }), line({ kind: 'adopt' })];
  expect(undo(lines).steps.map(({ kind }) => kind)).toEqual(['note', 'restore']);
});
