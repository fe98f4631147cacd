import * as fc from 'fast-check';
import { readShelf, shelfOf, shelve } from '../../../tests/fixtures/document-shelf';
import type { Shelf } from '../../../tests/fixtures/document-shelf';
import { anyModel, infoOf, modelUuid, plain, poolId } from '../../../tests/fixtures/model-arbitrary';
import type { Model } from '../model/model';
import { emptyModel } from '../model/model';
import type { RawDocument } from './collections';
import { planSave } from './plan-save';
import { readModel } from './read-model';

const index: RawDocument = { id: modelUuid, schema: 1, kind: 'model', info: infoOf('One'), __etag: 3 };
const diagram = (at: number, name = 'D') => ({ id: poolId('diagram', at), origin: { kind: 'person' }, name });
const storyLink = { id: poolId('storyLink', 0), threat: poolId('threat', 0), story: 7 };
const shard = (id: string, entities: unknown, more: object = {}): RawDocument => ({
  id,
  schema: 1,
  kind: id.split('.')[0],
  entities,
  __etag: 2,
  ...more,
});
const names = (model: Model) => [...model.diagram.values()].map(({ name }) => name).sort();
const shelf = (...documents: RawDocument[]): Shelf =>
  new Map([index, ...documents].map((document) => [document.id, document]));
/** The documents after saving what was read with one more diagram. */
function savedWith(before: Shelf, added: ReturnType<typeof diagram>): Shelf {
  const reading = readShelf(before, modelUuid);
  const extended = readShelf(shelf(shard('diagram.x', [added])), modelUuid).model;
  const next = { ...reading.model, diagram: new Map([...reading.model.diagram, ...extended.diagram]) };
  return planSave(reading, next).reduce(shelve, before);
}

describe('reading a model', () => {
  test('gives back any model that was saved', () => {
    fc.assert(
      fc.property(anyModel, fc.constantFrom(300, 256_000), (model, maxBytes) => {
        const reading = readShelf(shelfOf(model, maxBytes), modelUuid);
        expect(plain(reading.model)).toEqual(plain(model));
        expect(reading.problems).toEqual([]);
        expect(reading.readOnly).toBeUndefined();
      }),
      { numRuns: 80 },
    );
  });

  test('never fails, whatever stands in the documents, and writes nothing when nothing changed', () => {
    const id = fc.constantFrom(
      'diagram.x',
      'threat.x',
      'storyLink.x0',
      'finding.x',
      'claim.create',
      'diagram.xZ',
    );
    const raw = fc.oneof(fc.jsonValue(), fc.constant(diagram(0)), fc.constant(storyLink));
    const hostile = fc.record({
      id,
      schema: fc.constantFrom(1, 1, 1, 2, null, 'x'),
      entities: fc.oneof(raw, fc.array(raw)),
    });
    fc.assert(
      fc.property(fc.array(hostile), (documents) => {
        const reading = readModel(index, documents);
        if (reading.readOnly === undefined) expect(planSave(reading, reading.model)).toEqual([]);
        else expect(() => planSave(reading, reading.model)).toThrow(reading.readOnly);
      }),
    );
  });

  test.each<[string, RawDocument, RegExp]>([
    [
      'an entity that is not valid',
      shard('diagram.x', [diagram(0), { ...diagram(1), name: 5 }]),
      /diagram 0\S+ is left out because .*name/,
    ],
    ['a dangling reference', shard('storyLink.x', [storyLink]), /because its threat \S+ is missing/],
    [
      'an entry that is no entity',
      shard('diagram.x', [null, diagram(0)]),
      /An entry of "diagram.x" is left out/,
    ],
    ['entities that are no list', shard('diagram.x', { length: 3 }), /An entry of "diagram.x" is left out/],
    ['an entity of another shard', shard('diagram.xf', [diagram(0)]), /An entry of "diagram.xf" is left out/],
    ['an id twice', shard('diagram.x', [diagram(0), diagram(0, 'E')]), /stored twice/],
  ])('leaves out %s, names it, and keeps it through a save', (_, document, sentence) => {
    const before = shelf(document);
    expect(readShelf(before, modelUuid).problems).toEqual([expect.stringMatching(sentence)]);
    const after = savedWith(before, diagram(11, 'added'));
    expect(names(readShelf(after, modelUuid).model)).toContain('added');
    const kept: unknown = [...after.values()].flatMap(({ entities }) => entities ?? []);
    const raw: unknown[] = Array.isArray(document['entities'])
      ? document['entities']
      : [document['entities']];
    // The shelf drops nulls inside objects, as the page's channel does; in a list it keeps their place.
    expect(kept).toEqual(expect.arrayContaining(raw.filter((entry) => entry !== null)));
  });

  test('removes what a person removed even while it is left out', () => {
    const before = shelf(shard('storyLink.x', [storyLink]));
    const reading = readShelf(before, modelUuid);
    expect(planSave(reading, reading.model)).toEqual([]);
    const writes = planSave(reading, reading.model, { removed: new Set([storyLink.id]) });
    expect(writes.reduce(shelve, before).get('storyLink.x')?.['entities']).toEqual([]);
  });

  test('keeps unknown properties, kinds and other documents as they are', () => {
    const future = shard('finding.x', [{ id: poolId('threat', 3), odd: true }]);
    const claim = { id: 'claim.create', at: 'now', __etag: 1 };
    const before = shelf(
      shard('diagram.x', [{ ...diagram(0), colour: 'red' }], { note: 'n' }),
      future,
      claim,
    );
    const after = savedWith(before, diagram(1));
    expect(after.get('diagram.x')).toMatchObject({ note: 'n', entities: [{ colour: 'red' }, {}] });
    expect(after.get('finding.x')).toBe(future);
    expect(after.get('claim.create')).toBe(claim);
  });

  test('believes the longer prefix, and the next save ends the move', () => {
    const before = shelf(
      shard('diagram.x', [diagram(0, 'old'), diagram(8, 'only here')], { split: true }),
      shard('diagram.x0', [diagram(0, 'new')]),
    );
    const reading = readShelf(before, modelUuid);
    expect(names(reading.model)).toEqual(['new', 'only here']);
    expect(reading.problems).toEqual([]);
    const after = planSave(reading, reading.model).reduce(shelve, before);
    expect([...after.keys()].sort()).toEqual([modelUuid, 'diagram.x', 'diagram.x0', 'diagram.xf'].sort());
    expect(after.get('diagram.x')?.['entities']).toEqual([]);
    expect(names(readShelf(after, modelUuid).model)).toEqual(['new', 'only here']);
  });

  test.each<[string, readonly RawDocument[], RegExp]>([
    ['a newer shard', [index, shard('diagram.x', [], { schema: 2 })], /newer version/],
    ['a newer shard of an unknown kind', [index, shard('finding.x', [], { schema: 9 })], /newer version/],
    ['a newer index', [{ ...index, schema: 2 }], /newer version/],
    [
      'a shard without version',
      [index, shard('diagram.x', [], { schema: '1' })],
      /does not say which version/,
    ],
    ['a damaged description', [{ ...index, info: { name: 'Shop' } }], /description of this model is damaged/],
    [
      'a description of another model',
      [{ ...index, info: { ...infoOf('One'), id: poolId('diagram', 1) } }],
      /another model/,
    ],
  ])('opens read-only for %s', (_, [first, ...documents], sentence) => {
    const reading = readModel(first ?? index, documents);
    expect(reading.readOnly).toMatch(sentence);
    expect(() => planSave(reading, emptyModel(infoOf('Two')))).toThrow(sentence);
  });

  test('is not impressed by names of prototypes', () => {
    const text =
      '{"id":"diagram.x","schema":1,"kind":"diagram","__proto__":{"split":true},"constructor":{"prototype":1},"entities":[]}';
    const hostile = JSON.parse(
      text.replace('[]', `[${JSON.stringify(diagram(0)).replace('{', '{"__proto__":{"x":1},')}]`),
    ) as RawDocument;
    const reading = readModel(index, [hostile]);
    expect(reading.shards.get('diagram.x')?.split).toBe(false);
    expect(names(reading.model)).toEqual(['D']);
    expect(({} as Record<string, unknown>)['x']).toBeUndefined();
  });
});
