import {
  aMitigation,
  aModel,
  aThreat,
  aTreatment,
  threatNumber,
} from '../../../../tests/fixtures/sample-model';
import { applyEdit } from '../edit';
import type { Basis } from '../threat';
import {
  confirmJudgements,
  judgeImpact,
  judgeProbability,
  judgeStrength,
  setStatusWithPlaces,
} from './judge';

const imported = 'The imported file does not rate it.';

/** One threat and one treatment whose three judgements have this basis and reason. */
function world(basis: Basis, reason: string) {
  const level = 'average' as const;
  return aModel({
    threats: [
      aThreat(1, {
        probability: { level: 'possible', basis, reason },
        impact: { level: 'major', basis, reason },
      }),
    ],
    mitigations: [aMitigation(1)],
    treatments: [{ ...aTreatment(1, { threat: 1, mitigation: 1 }), strength: { level, basis, reason } }],
  });
}

type Given = { readonly reason?: string };

describe.each<[string, Basis, string, Given, string | undefined]>([
  ['a level alone keeps what a person wrote', 'judged', 'We saw it twice.', {}, 'We saw it twice.'],
  ['a level alone drops what the import said', 'assumed', imported, {}, undefined],
  ['a new reason replaces a person’s', 'judged', 'Old.', { reason: ' New. ' }, 'New.'],
  ['a new reason replaces the import’s', 'assumed', imported, { reason: 'New.' }, 'New.'],
  ['an emptied reason is none', 'judged', 'Old.', { reason: ' ' }, undefined],
])('%s', (_name, basis, before, given, after) => {
  const model = world(basis, before);
  const expected = { basis: 'judged', ...(after === undefined ? {} : { reason: after }) };
  const ids = [threatNumber(1)];

  test('probability', () => {
    const edit = judgeProbability(model, ids, { level: 'rare', ...given });
    const probability = applyEdit(model, edit).threat.get(threatNumber(1))?.probability;
    expect(probability).toEqual({ level: 'rare', ...expected });
  });

  test('impact', () => {
    const edit = judgeImpact(model, ids, { level: 'minor', ...given });
    const impact = applyEdit(model, edit).threat.get(threatNumber(1))?.impact;
    expect(impact).toEqual({ level: 'minor', ...expected });
  });

  test('strength', () => {
    const edit = judgeStrength(model, [...model.treatment.keys()], { level: 'weak', ...given });
    const [treatment] = [...applyEdit(model, edit).treatment.values()];
    expect(treatment?.strength).toEqual({ level: 'weak', ...expected });
  });
});

test('several threats at once keep each its own reason', () => {
  const model = aModel({
    threats: [
      aThreat(1, { impact: { level: 'major', basis: 'judged', reason: 'One.' } }),
      aThreat(2, { impact: { level: 'major', basis: 'assumed', reason: imported } }),
    ],
  });
  const after = applyEdit(model, judgeImpact(model, [...model.threat.keys()], { level: 'minor' }));
  expect([...after.threat.values()].map((threat) => threat.impact.reason)).toEqual(['One.', undefined]);
});

test('a status for a mitigation and the places named, in one step; other places stay', () => {
  const own = { kind: 'existing' } as const;
  const first = aTreatment(1, { threat: 1, mitigation: 1, status: own });
  const second = aTreatment(2, { threat: 2, mitigation: 1, status: own });
  const mitigation = aMitigation(1);
  const model = aModel({
    threats: [aThreat(1), aThreat(2)],
    mitigations: [mitigation],
    treatments: [first, second],
  });
  const status = { kind: 'implemented' } as const;
  const after = applyEdit(model, setStatusWithPlaces(model, mitigation.id, { status, places: [first.id] }));
  expect(after.mitigation.get(mitigation.id)?.status).toEqual(status);
  expect([...after.treatment.values()].map((treatment) => treatment.status)).toEqual([status, own]);
});

describe('confirming judgements', () => {
  test('what is assumed stays at its level and loses the reason of the import', () => {
    const model = world('assumed', imported);
    const threat = applyEdit(model, confirmJudgements(model, [threatNumber(1)])).threat.get(threatNumber(1));
    expect(threat?.probability).toEqual({ level: 'possible', basis: 'judged' });
    expect(threat?.impact).toEqual({ level: 'major', basis: 'judged' });
  });

  test('what is judged already is not touched', () => {
    const model = world('judged', 'We saw it.');
    expect(confirmJudgements(model, [threatNumber(1)]).threat?.put).toEqual([]);
  });
});
