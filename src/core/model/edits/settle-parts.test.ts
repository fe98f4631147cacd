/** Parts that two people made at the same time: each place in one of them, a Task before none, nothing invented (S64). */
import {
  aMitigation,
  aModel,
  aRealisation,
  aThreat,
  aTreatment,
} from '../../../../tests/fixtures/sample-model';
import { applyEdit } from '../edit';
import type { Realisation } from '../mitigation';
import { settleParts } from './settle-parts';

const treatments = [1, 2, 3].map((n) => aTreatment(n, { threat: n, mitigation: 1 }));
const ids = (...numbers: readonly number[]) => numbers.flatMap((n) => treatments[n - 1]?.id ?? []);
type Given = readonly [n: number, workItem: number | null, covers: 'all' | readonly number[]];
const part = ([n, workItem, covers]: Given): Realisation => ({
  ...aRealisation(n, 1, workItem),
  covers: covers === 'all' ? covers : ids(...covers),
});
const settled = (given: readonly Given[]) => {
  const model = aModel({
    threats: [1, 2, 3].map((n) => aThreat(n)),
    mitigations: [aMitigation(1)],
    treatments,
    realisations: given.map(part),
  });
  const edit = settleParts(model);
  return edit && { model: applyEdit(model, edit), again: settleParts(applyEdit(model, edit)) };
};

test.each<[string, readonly Given[], readonly Given[]]>([
  [
    'one made its Task, the other split it: the Task goes on with the first part',
    [
      [1, 11, 'all'],
      [2, null, [1]],
      [3, null, [2, 3]],
    ],
    [
      [1, 11, [1]],
      [3, null, [2, 3]],
    ],
  ],
  [
    'one made its Task, the other split off one place: the Task keeps the rest',
    [
      [1, 11, 'all'],
      [2, null, [1]],
    ],
    [
      [1, 11, [2, 3]],
      [2, null, [1]],
    ],
  ],
  [
    'both split it: who has no Task gives way',
    [
      [1, 11, [1]],
      [2, null, [2, 3]],
      [3, 12, [3]],
      [4, null, [2]],
    ],
    [
      [1, 11, [1]],
      [2, null, [2]],
      [3, 12, [3]],
    ],
  ],
  [
    'every part has a Task: the one for all is let go of',
    [
      [1, 11, 'all'],
      [2, 12, [1]],
      [3, 13, [2, 3]],
    ],
    [
      [2, 12, [1]],
      [3, 13, [2, 3]],
    ],
  ],
  [
    'two for all: the one with a Task stays',
    [
      [1, null, 'all'],
      [2, 12, 'all'],
    ],
    [[2, 12, 'all']],
  ],
])('%s', (_, given, expected) => {
  const found = settled(given);
  const byId = (a: Realisation, b: Realisation) => (a.id < b.id ? -1 : 1);
  expect([...(found?.model.realisation.values() ?? [])].sort(byId)).toEqual(expected.map(part).sort(byId));
  expect(found?.again).toBeUndefined();
});

test.each<[string, readonly Given[]]>([
  ['one for all', [[1, 11, 'all']]],
  [
    'distinct parts, one of which lost its places',
    [
      [1, 11, [1]],
      [2, 12, []],
      [3, null, [2]],
    ],
  ],
])('%s stays as it is', (_, given) => {
  expect(settled(given)).toBeUndefined();
});
