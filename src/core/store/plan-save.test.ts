import { runs } from '../../../tests/fixtures/runs';
import * as fc from 'fast-check';
import { readShelf, shelfOf, shelve } from '../../../tests/fixtures/document-shelf';
import type { Shelf } from '../../../tests/fixtures/document-shelf';
import {
  anyModel,
  infoOf,
  modelUuid,
  modelWithEdits,
  plain,
  poolId,
} from '../../../tests/fixtures/model-arbitrary';
import type { Model } from '../model/model';
import { emptyModel, kinds } from '../model/model';
import { mint, threatId } from '../model/ids';
import { jsonBytes } from './json-bytes';
import { planSave, UnsavableModel } from './plan-save';
import { firstDangling } from './references';
import { sameValue } from '../model/same-value';
import { maxShardBytes, shardDocument } from './shard';
import { notStored } from './stored-model';

/** Small, so that small models divide their shards, some of them several times. */
const limit = fc.constantFrom(300, 700, 2000, maxShardBytes);
/** Each shelf from the first to the last, one write apart. */
function prefixes(shelf: Shelf, next: Model, maxBytes: number): readonly Shelf[] {
  const stored = shelf.has(modelUuid) ? readShelf(shelf, modelUuid) : notStored(next.info);
  const all = [shelf];
  for (const write of planSave(stored, next, { maxBytes })) all.push(shelve(all.at(-1) ?? shelf, write));
  return all;
}
const last = (shelves: readonly Shelf[]) => shelves.at(-1) ?? new Map();

/**
 * Everything in `between` comes from one of the two models, and what both agree on is there. One expectation for all:
 * each costs more than what it looks at, and there are a million.
 */
function expectBetween(between: Model, before: Model, after: Model): void {
  expect(firstDangling(between)).toBeUndefined();
  const wrong: string[] = [];
  for (const kind of kinds) {
    const [old, now, then] = [before[kind], between[kind], after[kind]] as ReadonlyMap<string, unknown>[];
    for (const [id, entity] of now ?? [])
      if (!sameValue(entity, old?.get(id)) && !sameValue(entity, then?.get(id)))
        wrong.push(`${kind} ${id} is neither's`);
    for (const id of old?.keys() ?? [])
      if (then?.has(id) && !now?.has(id)) wrong.push(`${kind} ${id} is lost`);
  }
  expect(wrong).toEqual([]);
}

const threatModel = (titles: readonly string[], size = 10): Model => {
  const threats = titles.map((title, index) => ({
    id: mint(threatId, () => poolId('threat', index)),
    origin: { kind: 'person' as const },
    title,
    description: 'é'.repeat(size),
    stride: [],
    place: { kind: 'model' as const },
    probability: { level: 'rare' as const, basis: 'assumed' as const },
    impact: { level: 'minor' as const, basis: 'assumed' as const },
    status: { kind: 'open' as const },
  }));
  return { ...emptyModel(infoOf('One')), threat: new Map(threats.map((threat) => [threat.id, threat])) };
};
const sketch = (shelf: Shelf, next: Model, maxBytes?: number) =>
  planSave(readShelf(shelf, modelUuid), next, maxBytes === undefined ? {} : { maxBytes }).map((write) => {
    const id = write.target === 'index' ? 'index' : write.shard.id;
    return `${write.kind} ${id}`;
  });

describe('a plan', () => {
  test('leaves a valid model after every write, and the wanted one after the last', () => {
    fc.assert(
      fc.property(modelWithEdits, limit, limit, ({ base, mine }, first, second) => {
        const shelves = prefixes(shelfOf(base, first), mine, second);
        for (const shelf of shelves) {
          const reading = readShelf(shelf, modelUuid);
          expect(reading.problems).toEqual([]);
          expectBetween(reading.model, base, mine);
        }
        expect(plain(readShelf(last(shelves), modelUuid).model)).toEqual(plain(mine));
      }),
      { numRuns: runs(25) },
    );
  });

  test('is completed by the next plan wherever it stopped, and then has nothing left to do', () => {
    fc.assert(
      fc.property(modelWithEdits, limit, limit, fc.nat(), ({ base, mine, theirs }, first, second, stop) => {
        const shelves = prefixes(shelfOf(base, first), mine, second);
        const crashed = shelves[stop % shelves.length] ?? new Map();
        const again = last(prefixes(crashed, theirs, second));
        const reading = readShelf(again, modelUuid);
        expect(plain(reading.model)).toEqual(plain(theirs));
        expect(reading.problems).toEqual([]);
        expect(planSave(reading, theirs, { maxBytes: second })).toEqual([]);
        expect(
          [...reading.shards.values()].filter(({ split, entries }) => split && entries.length > 0),
        ).toEqual([]);
      }),
      { numRuns: runs(25) },
    );
  });

  test('creates a model beginning with its index, and every shard but a lone entity fits', () => {
    fc.assert(
      fc.property(anyModel, fc.constantFrom(400, 3000), (model, maxBytes) => {
        expect(planSave(notStored(model.info), model)[0]).toMatchObject({ kind: 'create', target: 'index' });
        for (const shard of readShelf(shelfOf(model, maxBytes), modelUuid).shards.values()) {
          expect(shard.entries.length < 2 || jsonBytes(shardDocument(shard)) <= maxBytes).toBe(true);
        }
      }),
      { numRuns: runs(20) },
    );
  });

  test('stores no null: the page would drop its key on the way', () => {
    fc.assert(
      fc.property(anyModel, (model) => {
        const nulls: string[] = [];
        for (const write of planSave(notStored(model.info), model)) {
          JSON.stringify(write, (key, value: unknown) => {
            if (value === null) nulls.push(key);
            return value;
          });
        }
        expect(nulls).toEqual([]);
      }),
      { numRuns: runs(20) },
    );
  });

  test('writes nothing for no change, one document for one entity, the index for the description', () => {
    const shelf = shelfOf(threatModel(['A', 'B']));
    expect(sketch(shelf, threatModel(['A', 'B']))).toEqual([]);
    expect(sketch(shelf, threatModel(['A', 'C']))).toEqual(['update threat.x']);
    expect(sketch(shelf, threatModel(['A', 'B', 'C']))).toEqual(['update threat.x']);
    expect(sketch(shelf, threatModel(['A']))).toEqual(['update threat.x']);
    expect(sketch(shelf, { ...threatModel(['A', 'B']), info: infoOf('Two') })).toEqual(['update index']);
  });

  test('divides a shard that outgrows its document digit by digit: marked, children, emptied', () => {
    const shelf = shelfOf(threatModel(['A', 'B', 'C', 'D', 'E', 'F', 'G']));
    expect(sketch(shelf, threatModel(['A', 'B', 'C', 'D', 'E', 'F', 'G'], 500), 3000)).toEqual([
      'update threat.x',
      'create threat.x0',
      'create threat.x00',
      'create threat.x01',
      'create threat.x1',
      'create threat.x1a',
      'create threat.x1b',
      'create threat.x8',
      'update threat.x',
    ]);
  });

  test('counts the bytes of UTF-8', () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: 'binary' }), (value) => {
        expect(jsonBytes(value)).toBe(Buffer.byteLength(JSON.stringify(value)));
      }),
    );
  });

  test.each([
    [
      'a reference to nothing',
      { ...threatModel([]), storyLink: threatModel(['A']).threat },
      /The storyLink .* refers/,
    ],
    ['a text beyond its limit', threatModel(['x'.repeat(1025)]), /The threat .* cannot be saved \(title: /],
  ])('is refused for %s', (_, broken, sentence) => {
    const next = broken as unknown as Model;
    expect(() => planSave(notStored(next.info), next)).toThrow(UnsavableModel);
    expect(() => planSave(notStored(next.info), next)).toThrow(sentence);
  });

  test('is refused for a model that is read-only', () => {
    const stored = { ...notStored(infoOf('One')), readOnly: 'Newer.' };
    expect(() => planSave(stored, threatModel(['A']))).toThrow('Newer.');
  });
});
