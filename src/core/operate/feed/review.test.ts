import { countingIds, threatNumber } from '../../../../tests/fixtures/sample-model';
import { eventNumber, watchedShop } from '../../../../tests/fixtures/watched-shop';
import { applyEdit } from '../../model/edit';
import { judgeProbability, setThreatStatus } from '../../model/edits/judge';
import type { Model } from '../../model/model';
import type { Threat } from '../../model/threat';
import { leaveProbability, openReviews, probabilityReview } from './review';
import { Tally } from './tally';

const today = '2026-03-01T12:00:00.000Z';
const newId = countingIds(0x99);

/** Alerts of the event about refused orders, each a day earlier than the one before. */
function fired(times: number): Model {
  const shop = watchedShop();
  const tally = new Tally([]);
  for (let n = 0; n < times; n += 1)
    tally.add(
      { kind: 'event', id: eventNumber(4) },
      `alert ${n}`,
      new Date(Date.parse(today) - (n % 25) * 86_400_000).toISOString(),
    );
  return { ...shop, evidence: new Map(tally.evidence(shop.info.id).map((each) => [each.id, each])) };
}
function fourth(model: Model): Threat {
  const threat = model.threat.get(threatNumber(4));
  if (!threat) throw new Error('The watched shop has no fourth threat.');
  return threat;
}
const left = (model: Model, at = today) =>
  applyEdit(
    model,
    leaveProbability(
      model,
      {
        threat: threatNumber(4),
        level: 'almost-certain',
        by: ' Olivia ',
        reason: ' A scanner of ours. ',
        at,
      },
      newId,
    ),
  );

test('nothing is proposed while the events fire as often as the threat says', () => {
  expect(probabilityReview(fired(6), fourth(fired(6)), today)).toBeUndefined();
  expect(openReviews(fired(6), today)).toEqual([]);
  expect(openReviews(watchedShop(), today)).toEqual([]);
});

test('more often than it says: the higher probability is proposed', () => {
  const model = fired(25);
  expect(probabilityReview(model, fourth(model), today)).toMatchObject({
    kind: 'open',
    level: 'almost-certain',
  });
  expect(openReviews(model, today).map(({ threat }) => threat.id)).toEqual([threatNumber(4)]);
});

test('taken over, or ruled out, there is nothing left to look at', () => {
  const model = fired(25);
  const judged = applyEdit(model, judgeProbability(model, [threatNumber(4)], { level: 'almost-certain' }));
  expect(probabilityReview(judged, fourth(judged), today)).toBeUndefined();
  const ruledOut = setThreatStatus(model, [threatNumber(4)], {
    kind: 'not-applicable',
    justification: 'Gone',
  });
  expect(openReviews(applyEdit(model, ruledOut), today)).toEqual([]);
});

test('left as it is, by name and with a reason, for a time', () => {
  const model = left(fired(25));
  expect(probabilityReview(model, fourth(model), today)).toMatchObject({
    kind: 'left',
    statement: { by: 'Olivia', reason: 'A scanner of ours.', until: '2026-05-30T12:00:00.000Z' },
  });
  expect(openReviews(model, today)).toEqual([]);
  const old = left(fired(25), '2025-11-01T12:00:00.000Z');
  expect(probabilityReview(old, fourth(old), today)).toMatchObject({ kind: 'open' });
});

test('what was left at one level is asked again at a higher one', () => {
  const model = left(fired(5));
  const lower = judgeProbability(model, [threatNumber(4)], { level: 'rare' });
  const now = applyEdit(model, lower);
  // Five times in a month is likely; only "almost certain" was answered.
  expect(probabilityReview(now, fourth(now), today)).toMatchObject({ kind: 'open', level: 'likely' });
});
