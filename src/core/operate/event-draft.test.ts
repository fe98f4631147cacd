import fc from 'fast-check';
import * as v from 'valibot';
import { runs } from '../../../tests/fixtures/runs';
import { threatNumber } from '../../../tests/fixtures/sample-model';
import { event, eventLevels, eventSeverities, fieldEntities } from '../model/event';
import { emptyEventDraft, eventDraftOf, readEventDraft } from './event-draft';
import type { DraftField, EventDraft } from './event-draft';

const good: EventDraft = {
  ...emptyEventDraft,
  title: 'Refused requests',
  logName: 'authz_fail',
  raisedWhen: 'A request is refused.',
};

test('a form with the least that is needed', () => {
  const reading = readEventDraft({ ...good, firstResponse: ' Look. \n\n Ask. ', attack: 'T1110, T1078.004' });
  expect(reading).toMatchObject({
    kind: 'event',
    event: { firstResponse: ['Look.', 'Ask.'], attack: ['T1110', 'T1078.004'], threshold: { kind: 'each' } },
  });
});

const wrong: readonly (readonly [string, Partial<EventDraft>, DraftField])[] = [
  ['no title', { title: '  ' }, 'title'],
  ['a log name with a blank', { logName: 'authz fail' }, 'logName'],
  ['a log name that breaks out', { logName: '" | union' }, 'logName'],
  ['nothing raises it', { raisedWhen: '' }, 'raisedWhen'],
  ['a count of one', { kind: 'count', count: '1' }, 'count'],
  ['a count that is none', { kind: 'distinct', count: 'many', distinctField: 'user' }, 'count'],
  ['no window', { kind: 'count', windowLength: '' }, 'windowLength'],
  ['a window of nothing', { kind: 'count', windowLength: '0' }, 'windowLength'],
  ['a group that is no name', { kind: 'count', groupBy: 'user, 1p' }, 'groupBy'],
  ['distinct of nothing', { kind: 'distinct' }, 'distinctField'],
  ['followed by nothing', { kind: 'sequence' }, 'then'],
  ['no technique', { attack: 'T1110 brute' }, 'attack'],
  ['a table that is no name', { table: 'A B' }, 'table'],
  ['rows without a value', { source: 'platform', selection: 'OperationName =' }, 'selection'],
  ['rows of no column', { source: 'platform', selection: 'Operation Name = a' }, 'selection'],
  ['a quote that is not closed', { source: 'platform', selection: 'OperationName = "a' }, 'selection'],
  [
    'a field without a name',
    { fields: [{ name: '', type: 'string', sensitive: 'no', entity: '' }] },
    'fields',
  ],
  [
    'a field twice',
    { fields: [1, 2].map(() => ({ name: 'ip', type: 'string', sensitive: 'no', entity: 'IP' }) as const) },
    'fields',
  ],
  ['a title longer than a line', { title: 'x'.repeat(2000) }, 'title'],
];
test.each(wrong)('%s is told at its field', (_name, change, field) => {
  const reading = readEventDraft({ ...good, ...change });
  expect(reading.kind).toBe('problems');
  expect(reading.kind === 'problems' && Object.keys(reading.problems)).toEqual([field]);
});

test('what is not of the chosen threshold is not asked for', () => {
  expect(readEventDraft({ ...good, kind: 'each', count: '', windowLength: 'x', groupBy: '!' }).kind).toBe(
    'event',
  );
});

test('the rows of a platform’s table are written as lines', () => {
  const selection = 'OperationName = GetBlob, "a, b"\nAuthenticationType=SAS';
  const reading = readEventDraft({ ...good, source: 'platform', table: 'StorageBlobLogs', selection });
  expect(reading).toMatchObject({
    event: {
      selection: [
        { field: 'OperationName', values: ['GetBlob', 'a, b'] },
        { field: 'AuthenticationType', values: ['SAS'] },
      ],
    },
  });
});

const word = fc.stringMatching(/^[a-z_][a-z0-9_]{0,8}$/);
const window = fc
  .tuple(fc.integer({ min: 1, max: 999 }), fc.constantFrom('S', 'M', 'H', 'D'))
  .map(([length, unit]) => (unit === 'D' ? `P${length}D` : `PT${length}${unit}`));
const groupBy = fc.uniqueArray(word, { maxLength: 3 });
const count = fc.integer({ min: 2, max: 1000 });
const step = fc.stringMatching(/^\S(?:.{0,10}\S)?$/);
const anyEvent = fc
  .record({
    title: step,
    source: fc.constantFrom('application', 'platform'),
    raisedWhen: step,
    logName: word,
    level: fc.constantFrom(...eventLevels),
    severity: fc.constantFrom(...eventSeverities),
    fields: fc.uniqueArray(
      fc.record(
        {
          name: word,
          type: fc.constantFrom('string', 'number'),
          sensitive: fc.boolean(),
          entity: fc.constantFrom(...fieldEntities),
        },
        { requiredKeys: ['name'] },
      ),
      { maxLength: 4, selector: ({ name }) => name },
    ),
    threshold: fc.oneof(
      fc.constant({ kind: 'each' }),
      fc.record({ kind: fc.constant('count'), count, window, groupBy }),
      fc.record({ kind: fc.constant('distinct'), count, field: word, window, groupBy }),
      fc.record({ kind: fc.constant('sequence'), then: word, window, groupBy }),
    ),
    meaning: step,
    firstResponse: fc.array(step, { maxLength: 3 }),
    automaticResponse: fc.array(step, { maxLength: 3 }),
    falsePositives: fc.option(fc.array(step, { maxLength: 3 }), { nil: undefined }),
    attack: fc.subarray(['T1110', 'T1078.004']),
    choice: fc.constantFrom('proposed', 'selected', 'declined'),
    threats: fc.subarray([threatNumber(1), threatNumber(2)]),
    table: fc.option(word, { nil: undefined }),
    selection: fc.option(
      fc.array(
        fc.record({
          field: word,
          values: fc.array(fc.stringMatching(/^[ a,"=']{0,6}[b-z"]$/), { minLength: 1, maxLength: 3 }),
        }),
        { minLength: 1, maxLength: 3 },
      ),
      { nil: undefined },
    ),
  })
  .map(({ table, selection, falsePositives, ...texts }) =>
    v.parse(event, {
      ...texts,
      ...(table === undefined ? {} : { table }),
      ...(falsePositives === undefined ? {} : { falsePositives }),
      ...(selection === undefined ? {} : { selection }),
      id: '0000000e-0000-4000-8000-000000000001',
      origin: { kind: 'person' },
    }),
  );

test('an untouched form gives the same event back', () => {
  fc.assert(
    fc.property(anyEvent, (given) => {
      const { id: _id, origin: _origin, ...texts } = given;
      expect(readEventDraft(eventDraftOf(given))).toEqual({ kind: 'event', event: texts });
    }),
    { numRuns: runs(200) },
  );
});
