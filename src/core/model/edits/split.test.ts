/** Splitting and joining: every place in exactly one part, Tasks that are there go on, joining undoes splitting. */
import * as fc from 'fast-check';
import {
  aMitigation,
  aModel,
  aRealisation,
  aThreat,
  aTreatment,
  countingIds,
  mitigationNumber,
} from '../../../../tests/fixtures/sample-model';
import { applyEdit, invertEdit } from '../edit';
import type { Model } from '../model';
import { splitMitigation } from './split';

const treatments = [1, 2, 3, 4].map((n) => aTreatment(n, { threat: n, mitigation: 1 }));
const other = aTreatment(9, { threat: 1, mitigation: 2 });
const ids = treatments.map(({ id }) => id);
const withTask = (workItem: number | null): Model =>
  aModel({
    threats: [1, 2, 3, 4].map((n) => aThreat(n)),
    mitigations: [aMitigation(1), aMitigation(2)],
    treatments: [...treatments, other],
    realisations: [aRealisation(1, 1, workItem), aRealisation(2, 2, 77)],
  });
const model = withTask(5);
const newId = countingIds(100);
const split = (from: Model, parts: readonly (readonly number[])[]) =>
  splitMitigation(from, {
    mitigation: mitigationNumber(1),
    parts: parts.map((part) => part.flatMap((n) => ids[n] ?? other.id)),
    newId,
  });
const partsIn = (of: Model) =>
  [...of.realisation.values()]
    .filter(({ mitigation }) => mitigation === mitigationNumber(1))
    .map(({ workItem, covers }) => ({
      workItem,
      covers: covers === 'all' ? covers : covers.map((id) => ids.indexOf(id)),
    }));

test.each([
  [
    'in two',
    [
      [0, 1],
      [2, 3],
    ],
    [
      { workItem: 5, covers: [0, 1] },
      { workItem: null, covers: [2, 3] },
    ],
  ],
  [
    'what no part names joins the first',
    [[1], [2]],
    [
      { workItem: 5, covers: [1, 0, 3] },
      { workItem: null, covers: [2] },
    ],
  ],
  [
    'a place named twice stays with the first',
    [
      [0, 1],
      [1, 2, 3],
    ],
    [
      { workItem: 5, covers: [0, 1] },
      { workItem: null, covers: [2, 3] },
    ],
  ],
  ['empty parts are none', [[], [0, 1, 2, 3], []], [{ workItem: 5, covers: 'all' }]],
  [
    'places of another mitigation are left out',
    [
      [0, 1, 9],
      [2, 3],
    ],
    [
      { workItem: 5, covers: [0, 1] },
      { workItem: null, covers: [2, 3] },
    ],
  ],
])('%s', (_title, parts, expected) => {
  const after = applyEdit(model, split(model, parts));
  expect(partsIn(after)).toEqual(expected);
  expect(after.realisation.get(aRealisation(2, 2, 77).id)).toEqual(aRealisation(2, 2, 77));
});

test('a part goes on with the Task that covered most of its places', () => {
  const once = applyEdit(
    model,
    split(model, [
      [0, 1],
      [2, 3],
    ]),
  );
  const [, second] = [...once.realisation.values()].filter(
    ({ mitigation }) => mitigation === mitigationNumber(1),
  );
  if (!second) throw new Error('It was not split.');
  const made = applyEdit(once, { label: 'Made', realisation: { put: [{ ...second, workItem: 6 }] } });
  expect(partsIn(applyEdit(made, split(made, [[2, 3, 0], [1]])))).toEqual(
    expect.arrayContaining([
      { workItem: 6, covers: [2, 3, 0] },
      { workItem: 5, covers: [1] },
    ]),
  );
});

test('joining keeps the first Task and lets go of the others; without any it is as if it was never split', () => {
  const twice = applyEdit(
    model,
    split(model, [
      [0, 1],
      [2, 3],
    ]),
  );
  expect(partsIn(applyEdit(twice, split(twice, [[0, 1, 2, 3]])))).toEqual([{ workItem: 5, covers: 'all' }]);
  const none = withTask(null);
  const parted = applyEdit(none, split(none, [[0], [1, 2, 3]]));
  expect(partsIn(applyEdit(parted, split(parted, [[0, 1, 2, 3]])))).toEqual([]);
});

test('every place is in exactly one part, and the inverse takes it all back', () => {
  const parts = fc.array(fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 4 }), { maxLength: 4 });
  fc.assert(
    fc.property(parts, parts, (one, two) => {
      const first = applyEdit(model, split(model, one));
      const edit = split(first, two);
      const after = applyEdit(first, edit);
      const covered = partsIn(after).flatMap(({ covers }) => (covers === 'all' ? [0, 1, 2, 3] : covers));
      expect([...covered].sort()).toEqual([0, 1, 2, 3]);
      expect(applyEdit(after, invertEdit(first, edit))).toEqual(first);
    }),
  );
});
