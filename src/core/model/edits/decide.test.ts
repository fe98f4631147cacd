import { aModel, aThreat, countingIds, threatNumber } from '../../../../tests/fixtures/sample-model';
import { applyEdit, invertEdit } from '../edit';
import { acceptRisk, dismissFinding, restoreFinding } from './decide';

const said = { by: ' Pat ', reason: ' Until the new service is there ', at: '2026-01-05T10:00:00.000Z' };
const until = '2026-03-01T00:00:00.000Z';

test('a risk is accepted for every threat, with who, why and until when', () => {
  const model = aModel({ threats: [aThreat(1), aThreat(2)] });
  const edit = acceptRisk(
    [threatNumber(1), threatNumber(2)],
    { ...said, until, evidence: { workItem: 7, comment: 3 } },
    countingIds(),
  );
  const made = [...applyEdit(model, edit).acceptance.values()];
  expect(made.map(({ threat }) => threat)).toEqual([threatNumber(1), threatNumber(2)]);
  expect(made[0]).toMatchObject({
    by: 'Pat',
    reason: 'Until the new service is there',
    until,
    evidence: { workItem: 7, comment: 3 },
  });
});

test('a finding is dismissed once, and reported again when somebody takes it back', () => {
  const model = aModel({});
  const ids = countingIds();
  const first = applyEdit(model, dismissFinding(model, 'rule@1', said, ids));
  const second = applyEdit(first, dismissFinding(first, 'rule@1', { ...said, until }, ids));
  expect([...second.dismissal.values()]).toMatchObject([{ finding: 'rule@1', until }]);
  const edit = restoreFinding(second, 'rule@1');
  expect(applyEdit(second, edit).dismissal.size).toBe(0);
  expect(applyEdit(applyEdit(second, edit), invertEdit(second, edit))).toEqual(second);
});
