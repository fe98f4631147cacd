import { aModel, threatNumber } from '../../../tests/fixtures/sample-model';
import { bucketDocument, readBucket } from './by-work-item';
import { readPending, withPending } from './pending-clause';

const model = aModel({}).info.id;
const at = '2026-03-02T09:00:00.000Z';
const wish = (n: number, when = at) => ({
  model,
  threat: threatNumber(n),
  title: `Threat ${n}`,
  hash: `${n}`,
  at: when,
});
const keep = (
  before: Parameters<typeof withPending>[0],
  item: number,
  clauses: ReturnType<typeof wish>[],
  now = at,
) => withPending(before, { id: '3', item, clauses, now });

test('what waits on an item is read with its views, and stays when a model is saved', () => {
  const document = keep(undefined, 3, [wish(1)]);
  expect(readBucket(document, 3).pending).toEqual([wish(1)]);
  expect(readBucket(document, 67).pending).toEqual([]);
  const saved = bucketDocument(document, { id: '3', model, part: undefined, process: undefined });
  expect(readBucket(saved, 3).pending).toEqual([wish(1)]);
});

test('keeping replaces what waits on the item alone, and leaves models and the rest as they are', () => {
  const before = {
    ...keep(undefined, 3, [wish(1)]),
    id: '3',
    models: { other: 1 },
    strange: true,
    __etag: 4,
  };
  const after = keep(before, 67, [wish(2)]);
  expect(after).toMatchObject({ models: { other: 1 }, strange: true });
  expect(after).not.toHaveProperty('__etag');
  expect([readPending(after, 3), readPending(after, 67)]).toEqual([[wish(1)], [wish(2)]]);
  expect(readPending(keep(after, 3, []), 3)).toEqual([]);
});

test('wishes of other items go after a week', () => {
  const before = keep(undefined, 3, [wish(1)]);
  const later = keep(before, 67, [wish(2, '2026-03-12T09:00:00.000Z')], '2026-03-12T09:00:00.000Z');
  expect([readPending(later, 3).length, readPending(later, 67).length]).toEqual([0, 1]);
});

test('nothing is written where nothing waits, or into a newer document', () => {
  expect(keep(undefined, 3, [])).toBeUndefined();
  expect(keep({ id: '3', schema: 2 }, 3, [wish(1)])).toBeUndefined();
});

test.each<[string, unknown]>([
  ['text', 'x'],
  ['an array', [1]],
  ['a wish without threat', { 3: [{ model, title: '', hash: '', at }] }],
  ['a foreign id', { 3: [{ ...wish(1), model: '../x' }] }],
  ['a time that is none', { 3: [{ ...wish(1), at: 'soon' }] }],
  ['very many', { 3: Array.from({ length: 500 }, () => wish(1)) }],
])('%s is nothing that waits', (_, pending) => {
  expect(readPending({ id: '3', schema: 1, pending }, 3)).toEqual([]);
});
