import {
  alertsById,
  alertsByMatch,
  idOf,
  monitorAlert,
  sentinelIncident,
} from '../../../../tests/fixtures/alert-samples';
import type { AlertSample } from '../../../../tests/fixtures/alert-samples';
import { threatNumber } from '../../../../tests/fixtures/sample-model';
import { watchedShop } from '../../../../tests/fixtures/watched-shop';
import { indexModel } from '../../model/model-index';
import { readAlerts } from './read-alerts';
import { resolveAlert, watchModel } from './resolve-alert';
import type { AlertMatch, Resolution } from './resolve-alert';

const model = watchedShop();
const watch = watchModel(model, indexModel(model));

function answerTo({ text }: AlertSample): Resolution {
  const reading = readAlerts(text);
  if (reading.kind === 'refused') throw new Error(reading.reason);
  const [alert] = reading.alerts;
  if (!alert || reading.alerts.length !== 1) throw new Error('One alert was expected.');
  return resolveAlert(watch, alert);
}
const isRight =
  ({ answer }: AlertSample) =>
  (match: AlertMatch | undefined): boolean =>
    typeof answer === 'string'
      ? match?.event?.id === idOf(answer)
      : match?.event === undefined && match?.threats[0]?.id === threatNumber(answer);

test('there are 60 alerts and more, none twice', () => {
  const all = [...alertsById, ...alertsByMatch];
  expect(all.length).toBeGreaterThanOrEqual(60);
  expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
});

test.each(alertsById.map((sample) => [sample.name, sample] as const))('by id: %s', (_name, sample) => {
  const resolution = answerTo(sample);
  expect(resolution.kind).toBe('by-id');
  expect(resolution.kind === 'by-id' && isRight(sample)(resolution.matches[0])).toBe(true);
});

test('by match: the right answer is among the first three for nine in ten at least', () => {
  const places = alertsByMatch.map((sample) => {
    const resolution = answerTo(sample);
    expect([sample.name, resolution.kind]).not.toEqual([sample.name, 'by-id']);
    const matches = resolution.kind === 'nothing' ? [] : resolution.matches;
    return { name: sample.name, place: matches.findIndex(isRight(sample)) };
  });
  const among = (first: number) => places.filter(({ place }) => place >= 0 && place < first).length;
  console.log(
    `by match: ${among(1)} first, ${among(3)} in the first three, of ${places.length}`,
    places.filter(({ place }) => place !== 0),
  );
  expect(among(3) / places.length).toBeGreaterThanOrEqual(0.9);
});

test('that an alert comes from Azure Monitor or Microsoft Sentinel makes it like no event', () => {
  for (const text of [monitorAlert({ rule: 'zzz' }), sentinelIncident({ title: 'zzz' })])
    expect(answerTo({ name: '', text, answer: '' }).kind).toBe('nothing');
});
