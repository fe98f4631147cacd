import { alertsById } from '../../../tests/fixtures/alert-samples';
import { mitigationNumber, threatNumber } from '../../../tests/fixtures/sample-model';
import { eventNumber, watchedShop, watchedStories, watchedTasks } from '../../../tests/fixtures/watched-shop';
import { indexModel } from '../model/model-index';
import { assess } from '../risk/assess';
import { readAlerts } from './alerts/read-alerts';
import { resolveAlert, watchModel } from './alerts/resolve-alert';
import type { AlertMatch } from './alerts/resolve-alert';
import { reachedFrom, rootCauseOf } from './root-cause';
import type { ItemFacts } from './root-cause';

const model = watchedShop();
const index = indexModel(model);
const items = new Map<number, ItemFacts>([
  ...watchedStories.map(
    (title, n) =>
      [n + 1, { title, state: 'Active', category: 'InProgress', iterationPath: 'Shop\\Sprint 1' }] as const,
  ),
  ...watchedTasks.map(
    ({ id, category, sprint }) =>
      [id, { title: '', state: '', category, iterationPath: sprint ? `Shop\\${sprint}` : 'Shop' }] as const,
  ),
]);
const input = { model, index, items, assessment: assess(model, items, index) };
const matchOf = (n: number): AlertMatch => {
  const event = model.event.get(eventNumber(n));
  return {
    event,
    threats: (event?.threats ?? []).flatMap((id) => model.threat.get(id) ?? []),
    score: 1,
    because: [],
  };
};
const flowNames = (match: AlertMatch) =>
  rootCauseOf(input, match).reach.map(({ flow, steps }) => `${steps} ${flow.name}`);

test('from an alert to what it is about, what is reached, who should have helped, and what to do', () => {
  const sample = alertsById.find(({ answer }) => answer === 'authz_fail');
  const reading = readAlerts(sample?.text ?? '');
  const [alert] = reading.kind === 'alerts' ? reading.alerts : [];
  const resolution = alert && resolveAlert(watchModel(model, index), alert);
  const match = resolution?.kind === 'by-id' ? resolution.matches[0] : undefined;
  if (!match) throw new Error('The alert leads nowhere.');
  const cause = rootCauseOf(input, match);
  expect(cause.threats.map(({ threat, place }) => [threat.id, place])).toEqual([
    [threatNumber(4), 'Orders (Web shop → Orders API)'],
  ]);
  expect(
    cause.mitigations.map(({ mitigation, help, tasks, sprints }) => [mitigation.id, help, tasks, sprints]),
  ).toEqual([[mitigationNumber(4), 'implemented', [10], ['Shop\\Sprint 1']]]);
  expect(cause.stories).toEqual([{ story: 2, sprint: 'Shop\\Sprint 1' }]);
  expect(cause.first.map((step) => (step.kind === 'respond' ? step.text : step.kind))).toEqual([
    'Look at which orders were answered before the refusals.',
    'Lock the account.',
    'check',
  ]);
});

test('the blast radius goes along the flows: where it strikes, then what is reached from there', () => {
  expect(flowNames(matchOf(4))).toEqual([
    '0 Orders',
    '1 Orders and addresses',
    '1 Payment order',
    '1 Keys',
    '2 Backup',
  ]);
  // At an element, what comes in is read as well.
  expect(flowNames(matchOf(8))).toEqual(['1 Administration', '1 Changes', '1 Records']);
});

test('a system of many flows ends somewhere, and circles too', () => {
  const [first] = model.flow.values();
  if (!first) throw new Error('The shop has flows.');
  const back = { ...first, id: first.id, source: first.target, target: first.source };
  const circle = {
    ...model,
    flow: new Map([[first.id, first], ...[...model.flow].slice(1, 2), [back.id, back]]),
  };
  expect(reachedFrom(circle, [{ kind: 'flow', id: first.id }]).reach.length).toBeGreaterThan(0);
  expect(reachedFrom(model, [{ kind: 'model' }])).toEqual({ elements: [], reach: [] });
});

test('mitigations: in place, then planned, then missing; what nobody decided is to be decided', () => {
  const cause = rootCauseOf(input, matchOf(1));
  expect(cause.mitigations.map(({ mitigation, help }) => [mitigation.title, help])).toEqual([
    ['Slow down repeated sign-in failures', 'implemented'],
    ['Ask for a second factor from an unknown device', 'planned'],
  ]);
  expect(rootCauseOf(input, matchOf(9)).first.at(-1)).toMatchObject({ kind: 'decide' });
});

test('a threat without an event asks for one', () => {
  const threat = model.threat.get(threatNumber(18));
  const cause = rootCauseOf(input, {
    event: undefined,
    threats: threat ? [threat] : [],
    score: 1,
    because: [],
  });
  expect(cause.first).toEqual([{ kind: 'watch', threat }]);
  expect(cause.mitigations).toEqual([]);
});
