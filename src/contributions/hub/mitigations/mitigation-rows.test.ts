import {
  aMitigation,
  aModel,
  aRealisation,
  aThreat,
  aTreatment,
} from '../../../../tests/fixtures/sample-model';
import type { Status } from '../../../core/model/mitigation';
import { indexModel } from '../../../core/model/model-index';
import { assess } from '../../../core/risk/assess';
import type { WorkItem } from '../../../core/sync/backlog-picture';
import { MemoryStories } from '../testing/hub-world';
import {
  anyMitigation,
  filterMitigations,
  mitigationRows,
  rowsToMake,
  sortMitigations,
} from './mitigation-rows';
import type { MitigationFilter } from './mitigation-rows';

const existing: Status = { kind: 'existing' };
const open: Status = { kind: 'open' };

interface Given {
  readonly own: readonly (Status | undefined)[];
  /** Numbers of threats, from 1, that do not apply. */
  readonly ruledOut?: readonly number[];
  readonly mitigation?: Status;
  readonly task?: WorkItem['category'];
}

/** One mitigation, and a threat for each own status. */
function rowOf({ own, ruledOut = [], mitigation = open, task }: Given) {
  const model = aModel({
    threats: own.map((_, i) =>
      ruledOut.includes(i + 1)
        ? aThreat(i + 1, { status: { kind: 'not-applicable', justification: 'No.' } })
        : aThreat(i + 1),
    ),
    mitigations: [aMitigation(1, mitigation)],
    treatments: own.map((status, i) =>
      aTreatment(i + 1, { threat: i + 1, mitigation: 1, ...(status ? { status } : {}) }),
    ),
    realisations: task ? [aRealisation(1, 1, 7)] : [],
  });
  const items = new Map<number, WorkItem>();
  const stories = new MemoryStories([]);
  stories.put(7, 'Task', 'Seven');
  const seven = stories.items.get(7);
  if (task && seven) items.set(7, { ...seven, category: task });
  const index = indexModel(model);
  const rows = mitigationRows(model, index, { assessment: assess(model, items), items });
  const [row] = rows;
  if (!row) throw new Error('There is no row.');
  return { row, rows };
}

test.each<[string, Given, unknown]>([
  ['every place says existing', { own: [existing, existing] }, ['existing', 'place']],
  ['no place says anything', { own: [undefined, undefined] }, ['open', 'mitigation']],
  ['some say what the mitigation says', { own: [undefined, open] }, ['open', 'mitigation']],
  [
    'the Task speaks for all',
    { own: [undefined, undefined], task: 'Completed' },
    ['implemented', 'work-item'],
  ],
  ['a place contradicts', { own: [undefined, existing] }, { existing: 1, open: 1 }],
  [
    'a place contradicts the Task',
    { own: [undefined, open], task: 'Completed' },
    { implemented: 1, open: 1 },
  ],
  [
    'a threat that does not apply has no say',
    { own: [existing, undefined], ruledOut: [2] },
    ['existing', 'place'],
  ],
  ['no threat applies: then all speak', { own: [existing], ruledOut: [1] }, ['existing', 'place']],
  ['it treats nothing', { own: [], mitigation: existing }, ['existing', 'mitigation']],
])('status of the whole: %s', (_name, given, expected) => {
  const { overall } = rowOf(given).row;
  const seen =
    overall.kind === 'same'
      ? [overall.effective.status.kind, overall.effective.source.kind]
      : Object.fromEntries(overall.counts);
  expect(seen).toEqual(expected);
});

test.each<[Given, MitigationFilter['status'], boolean]>([
  [{ own: [existing, existing] }, 'existing', true],
  [{ own: [existing, existing] }, 'open', false],
  [{ own: [existing, existing] }, 'mixed', false],
  [{ own: [existing, undefined] }, 'mixed', true],
  // Who looks for what is open wants the mitigation that is open at one place, too.
  [{ own: [existing, undefined] }, 'open', true],
  [{ own: [existing, undefined] }, 'existing', true],
  [{ own: [existing, undefined] }, 'planned', false],
])('filter %j by %s', (given, status, found) => {
  expect(filterMitigations(rowOf(given).rows, { ...anyMitigation, status }).length).toBe(found ? 1 : 0);
});

test('places that would hide a new status are those on threats that apply with a status of their own', () => {
  const { row } = rowOf({ own: [existing, undefined, existing, open], ruledOut: [3] });
  expect(row.places.map((treatment) => treatment.id)).toEqual(
    [1, 4].map((n) => aTreatment(n, { threat: n, mitigation: 1 }).id),
  );
});

test('a mixed status sorts under its own word', () => {
  const rows = [
    ...rowOf({ own: [undefined], mitigation: { kind: 'planned' } }).rows,
    ...rowOf({ own: [existing, undefined] }).rows,
    ...rowOf({ own: [existing] }).rows,
  ];
  const sorted = sortMitigations(rows, { by: 'status', direction: 'ascending' });
  expect(
    sorted.map(({ overall }) => (overall.kind === 'same' ? overall.effective.status.kind : 'mixed')),
  ).toEqual(['existing', 'mixed', 'planned']);
});

describe('for whom Tasks are offered when nobody selected any', () => {
  const approved: Status = { kind: 'approved' };
  const rejected: Status = { kind: 'rejected', reason: 'No.' };
  test.each<[string, readonly Given[], readonly number[]]>([
    ['everything, before the first decision', [{ own: [undefined] }, { own: [open] }], [0, 1]],
    ['only what is approved', [{ own: [undefined] }, { own: [undefined], mitigation: approved }], [1]],
    ['also what is approved at one place', [{ own: [undefined] }, { own: [approved, undefined] }], [1]],
    [
      'nothing that has its Task',
      [{ own: [undefined] }, { own: [undefined], mitigation: approved, task: 'Proposed' }],
      [],
    ],
    [
      'nothing when all that was decided is against it',
      [{ own: [undefined] }, { own: [], mitigation: rejected }],
      [],
    ],
  ])('%s', (_name, given, wanted) => {
    const rows = given.map((each) => rowOf(each).row);
    expect(rowsToMake(rows)).toEqual(wanted.map((at) => rows[at]));
  });
});
