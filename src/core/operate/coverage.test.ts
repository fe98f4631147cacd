import * as v from 'valibot';
import { aModel, aThreat, countingIds, threatNumber } from '../../../tests/fixtures/sample-model';
import { applyEdit } from '../model/edit';
import { waiveEvent } from '../model/edits/events';
import { event } from '../model/event';
import type { Model } from '../model/model';
import { assess } from '../risk/assess';
import { coverageOf } from './coverage';

const today = '2026-03-01T00:00:00.000Z';
const anEvent = (n: number, threats: readonly number[], choice: string) =>
  v.parse(event, {
    id: `0000000e-0000-4000-8000-00000000000${n}`,
    origin: { kind: 'person' },
    threats: threats.map(threatNumber),
    title: `Event ${n}`,
    source: 'application',
    raisedWhen: '',
    logName: `event_${n}`,
    level: 'warning',
    severity: 'low',
    fields: [],
    threshold: { kind: 'each' },
    meaning: '',
    firstResponse: [],
    automaticResponse: [],
    attack: [],
    choice,
  });
const model: Model = {
  ...aModel({
    threats: [
      aThreat(1),
      aThreat(2),
      aThreat(3, { probability_: 'rare' }),
      aThreat(4, { impact_: 'severe' }),
      aThreat(5, { status: { kind: 'not-applicable', justification: 'No' } }),
      aThreat(6),
    ],
  }),
  event: new Map(
    [
      anEvent(1, [2], 'proposed'),
      anEvent(2, [1, 2], 'declined'),
      anEvent(3, [1, 5], 'selected'),
      anEvent(4, [1], 'proposed'),
    ].map((each) => [each.id, each]),
  ),
};
const sights = (of: Model) =>
  coverageOf(of, assess(of, new Map()), today).rows.map(({ threat, sight, isFinding }) => [
    threat.title,
    sight,
    isFinding,
  ]);

test('the gravest first, with what watches each; what does not apply is out', () => {
  expect(sights(model)).toEqual([
    ['Threat 4', 'blind', true],
    ['Threat 1', 'watched', false],
    ['Threat 2', 'proposed', true],
    ['Threat 6', 'blind', true],
    ['Threat 3', 'blind', false],
  ]);
});

test('columns: selected, then proposed, by name; declined ones are out', () => {
  const { events, watched, findings } = coverageOf(model, assess(model, new Map()), today);
  expect(events.map(({ title }) => title)).toEqual(['Event 3', 'Event 1', 'Event 4']);
  expect([watched, findings]).toEqual([1, 3]);
});

test('a waiver counts until it ends', () => {
  const waiver = { threat: threatNumber(6), by: 'Sam', reason: 'The bank watches', at: today };
  const waived = applyEdit(model, waiveEvent(model, waiver, countingIds()));
  expect(sights(waived)[3]).toEqual(['Threat 6', 'waived', false]);
  const [one] = waived.dismissal.values();
  const ended = applyEdit(waived, { label: '', dismissal: { put: one ? [{ ...one, until: today }] : [] } });
  expect(sights(ended)[3]).toEqual(['Threat 6', 'blind', true]);
});
