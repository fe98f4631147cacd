import * as v from 'valibot';
import { aMitigation, aModel, aThreat, aTreatment } from '../../../tests/fixtures/sample-model';
import { timeEntryId } from '../model/ids';
import { assess } from './assess';
import { valueOf } from './value';

const entry = {
  id: v.parse(timeEntryId, '000000e0-0000-4000-8000-000000000001'),
  by: 'Pat',
  minutes: 120,
  at: '2026-01-05T10:00:00.000Z',
  activity: 'modeling',
} as const;
const model = aModel({
  threats: [
    aThreat(1),
    aThreat(2, {
      probability: { level: 'rare', basis: 'assumed' },
      impact: { level: 'minor', basis: 'assumed' },
    }),
  ],
  mitigations: [aMitigation(1, { kind: 'implemented' }), aMitigation(2)],
  treatments: [aTreatment(1, { threat: 1, mitigation: 1 })],
});

test('time, decisions, and what they removed per hour', () => {
  const spent = { ...model, timeEntry: new Map([[entry.id, entry]]) };
  // Half of 48 points is gone. Decided: a threat, a strength, a status.
  expect(valueOf(spent, assess(spent, new Map()))).toEqual({
    minutes: 120,
    decisions: 3,
    made: [
      { what: 'threats whose probability or impact was judged', count: 1 },
      { what: 'strengths that were judged', count: 1 },
      { what: 'mitigations that were decided on', count: 1 },
    ],
    inherent: 56,
    current: 32,
    removed: 24,
    removedPerHour: 12,
    shareOfDay: 0.25,
  });
});

test('without time there is no rate', () => {
  expect(valueOf(model, assess(model, new Map())).removedPerHour).toBeUndefined();
});
