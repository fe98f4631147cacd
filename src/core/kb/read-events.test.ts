import { samplePackage } from '../../../tests/fixtures/sample-knowledge';
import { readPackage } from './read-package';
import { readPackages } from './read-packages';

const event = {
  id: 'sign-in-failed',
  name: 'Sign-in failed',
  source: 'application',
  raisedWhen: 'A password was wrong.',
  logName: 'authn_login_fail',
  logLevel: 'WARN',
  fields: [
    { name: 'userId', entity: 'Account', sensitive: true },
    { name: 'sourceIp', entity: 'IP' },
  ],
  threshold: { kind: 'count', count: 10, window: 'PT5M', groupBy: ['sourceIp'] },
  severity: 'medium',
  response: { meaning: 'Passwords are guessed.', first: ['Look at the address.'], automatic: ['Slow it.'] },
  maps: { owaspVocabulary: 'authn_login_fail', appsensor: ['AE2'], attack: ['T1110'] },
};
const withEvents = (...events: readonly object[]) =>
  samplePackage((file) => {
    Object.assign(file, { events });
  });

function problemsOf(json: unknown): readonly string[] {
  const reading = readPackage(json);
  return reading.kind === 'refused'
    ? reading.problems.map(({ place, sentence }) => `${place}: ${sentence}`)
    : [];
}
function only(json: unknown) {
  const reading = readPackage(json);
  if (reading.kind === 'refused') throw new Error(JSON.stringify(reading.problems));
  const [first] = reading.package.events;
  if (!first) throw new Error('no event');
  return first;
}

test('an event is read whole', () => {
  expect(only(withEvents(event))).toMatchObject({
    id: 'sign-in-failed',
    logName: 'authn_login_fail',
    logLevel: 'warning',
    severity: 'medium',
    threshold: { kind: 'count', count: 10, window: 'PT5M', groupBy: ['sourceIp'] },
    meaning: 'Passwords are guessed.',
    firstResponse: ['Look at the address.'],
    automaticResponse: ['Slow it.'],
    maps: { vocabulary: 'authn_login_fail', appsensor: ['AE2'], attack: ['T1110'] },
    selection: [],
    level: 2,
    top: false,
  });
});

test('without a log name the id is one, and an event of a platform says which rows it is', () => {
  const { logName: _, ...unnamed } = event;
  const query = {
    kqlTable: 'AuditLogs',
    sigmaSelection: { OperationName: 'Add member', Result: ['a', 'b'] },
  };
  expect(only(withEvents({ ...unnamed, source: 'platform', platformQuery: query }))).toMatchObject({
    logName: 'sign_in_failed',
    table: 'AuditLogs',
    selection: [
      { field: 'OperationName', values: ['Add member'] },
      { field: 'Result', values: ['a', 'b'] },
    ],
  });
});

test.each<[string, object, object]>([
  ['each', { kind: 'each' }, { kind: 'each' }],
  [
    'distinct',
    { kind: 'distinct', count: 5, distinctField: 'userId', window: 'P1D', groupBy: ['sourceIp'] },
    { kind: 'distinct', count: 5, field: 'userId', window: 'P1D', groupBy: ['sourceIp'] },
  ],
  [
    'sequence: the log name of the one that follows',
    { kind: 'sequence', then: 'second', window: 'PT1H', groupBy: [] },
    { kind: 'sequence', then: 'second_name', window: 'PT1H', groupBy: [] },
  ],
  ['anomaly: each one is told', { kind: 'anomaly' }, { kind: 'each' }],
  [
    'anomaly with a number: it is counted',
    { kind: 'anomaly', count: 3, window: 'PT1H' },
    { kind: 'count', count: 3, window: 'PT1H', groupBy: [] },
  ],
])('threshold %s', (_, threshold, expected) => {
  const second = { ...event, id: 'second', logName: 'second_name' };
  expect(only(withEvents({ ...event, threshold }, second)).threshold).toEqual(expected);
});

test.each<[string, object, RegExp]>([
  ['a key that no event has', { colour: 'red' }, /^events\[0\]\.colour: /],
  ['a log name with a quote', { logName: "a' or 1" }, /^events\[0\]\.logName: letters, digits and _/],
  ['a field with a blank', { fields: [{ name: 'user id' }] }, /^events\[0\]\.fields\[0\]\.name: /],
  ['a type that no log has', { fields: [{ name: 'a', type: 'blob' }] }, /^events\[0\]\.fields\[0\]\.type: /],
  [
    'a count without a window',
    { threshold: { kind: 'count', count: 3 } },
    /^events\[0\]\.threshold\.window: /,
  ],
  ['two units', { threshold: { kind: 'count', count: 3, window: 'P1DT2H' } }, /such as PT5M/],
  [
    'a follower that is not there',
    { threshold: { kind: 'sequence', then: 'nobody', window: 'PT1H' } },
    /^events\[0\]\.threshold\.then\[0\]: There is no event "nobody"/,
  ],
  ['a table with a pipe', { platformQuery: { kqlTable: 'A | take 1' } }, /kqlTable: letters/],
  ['a column with a pipe', { platformQuery: { sigmaSelection: { 'a|b': 'c' } } }, /sigmaSelection: letters/],
])('refused with its place: %s', (_, change, expected) => {
  expect(problemsOf(withEvents({ ...event, ...change })).join('\n')).toMatch(
    new RegExp(expected.source, 'm'),
  );
});

test('threats and mitigations refer to events of their own package and of extended ones', () => {
  const lender = {
    kbSchema: 1,
    kind: 'package',
    id: 'without.watch',
    version: '1.0.0',
    name: 'Watch',
    licence: 'MIT',
    events: [event],
  };
  const borrower = samplePackage((file) => {
    const [threat] = file.threats;
    const [mitigation] = file.mitigations;
    Object.assign(threat ?? {}, { events: ['without.watch:sign-in-failed', 'own'] });
    Object.assign(mitigation ?? {}, { events: ['own'] });
    Object.assign(file, {
      events: [{ ...event, id: 'own' }],
      extends: [{ id: 'without.watch', range: '^1.0.0' }],
    });
  });
  const reading = readPackages([borrower, lender])[0];
  if (reading?.kind !== 'package') throw new Error(JSON.stringify(reading));
  const { threats, mitigations } = reading.package;
  expect(threats[0]?.events.map((each) => `${each.package}:${each.id}`)).toEqual([
    'without.watch:sign-in-failed',
    `${reading.package.id}:own`,
  ]);
  expect(mitigations[0]?.events.map(({ id }) => id)).toEqual(['own']);
});

test('a reference to no event is named', () => {
  const json = samplePackage((file) => {
    Object.assign(file.threats[0] ?? {}, { events: ['nobody'] });
  });
  expect(problemsOf(json)).toEqual(['threats[0].events[0]: There is no event "nobody".']);
});
