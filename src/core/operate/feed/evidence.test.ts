import { threatNumber } from '../../../../tests/fixtures/sample-model';
import { eventNumber, watchedShop } from '../../../../tests/fixtures/watched-shop';
import type { Model } from '../../model/model';
import { proposedProbability, seenEvent, seenThreat } from './evidence';
import type { Seen } from './evidence';
import { Tally } from './tally';

const today = '2026-03-01T12:00:00.000Z';
const shop = watchedShop();
function seen(): Model {
  const tally = new Tally([]);
  const add = (n: number, key: string, day: string) =>
    tally.add({ kind: 'event', id: eventNumber(n) }, key, `${day}T10:00:00.000Z`);
  add(1, 'a', '2026-01-02');
  add(1, 'b', '2026-02-20');
  add(2, 'c', '2026-02-20');
  add(2, 'd', '2026-02-28');
  tally.add({ kind: 'threat', id: threatNumber(18) }, 'e', '2026-02-27T10:00:00.000Z');
  return { ...shop, evidence: new Map(tally.evidence(shop.info.id).map((each) => [each.id, each])) };
}
const model = seen();

test('an event: in all, and in the last 30 days', () => {
  expect(seenEvent(model, eventNumber(1), today)).toMatchObject({ total: 2, lately: 1 });
  expect(seenEvent(model, eventNumber(3), today)).toBeUndefined();
});

test('a threat is seen by every event that tells of it, or by itself', () => {
  expect(seenThreat(model, threatNumber(1), today)).toEqual({
    total: 4,
    lately: 3,
    last: '2026-02-28T10:00:00.000Z',
    days: [
      { day: '2026-01-02', count: 1 },
      { day: '2026-02-20', count: 2 },
      { day: '2026-02-28', count: 1 },
    ],
  });
  expect(seenThreat(model, threatNumber(18), today)).toMatchObject({ total: 1 });
  expect(seenThreat(model, threatNumber(5), today)).toBeUndefined();
});

test.each([
  [0, 'rare', undefined],
  [1, 'rare', 'possible'],
  [1, 'possible', undefined],
  [5, 'possible', 'likely'],
  [25, 'likely', 'almost-certain'],
  [25, 'almost-certain', undefined],
] as const)('%i alerts in a month, and it counts as %s: %s is proposed', (lately, now, proposed) => {
  const given: Seen = { total: lately, lately, last: today, days: [] };
  expect(proposedProbability(given, now)).toBe(proposed);
});
