import { aMitigation, aModel, aRealisation } from '../../../../tests/fixtures/sample-model';
import { applyEdit, invertEdit } from '../edit';
import { forgetTask } from './build';

const baseline = { rev: 3, hashes: { 'System.Title': 'abc' }, parent: 5 };
const gone = { ...aRealisation(1, 1, 7), baseline };
const other = aRealisation(2, 2, 8);
const model = aModel({ mitigations: [aMitigation(1), aMitigation(2)], realisations: [gone, other] });

test('a forgotten Task leaves of its baseline only where it stood, keeps the realisation, and can be undone', () => {
  const edit = forgetTask(model, gone.id);
  const after = applyEdit(model, edit);
  expect([...after.realisation.values()]).toEqual([{ ...aRealisation(1, 1, null), stood: 5 }, other]);
  expect(applyEdit(after, invertEdit(model, edit))).toEqual(model);
});

test('forgetting what is not there changes nothing', () => {
  const without = aModel({ mitigations: [aMitigation(1)] });
  expect(applyEdit(without, forgetTask(without, gone.id))).toEqual(without);
});
