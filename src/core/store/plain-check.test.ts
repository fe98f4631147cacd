/** The quick check says yes only to what the schema takes and gives out unchanged. */
import * as fc from 'fast-check';
import * as v from 'valibot';
import { anyModel, poolId } from '../../../tests/fixtures/model-arbitrary';
import type { Entity, Kind } from '../model/model';
import { entitySchemas, kinds } from '../model/model';
import { plainCheck } from './plain-check';

type Json = string | number | boolean | null | undefined | Json[] | { [key: string]: Json };
type Path = readonly (string | number)[];

/** Every place in a value, the value itself first. */
function placesIn(value: unknown, at: Path = []): readonly Path[] {
  if (typeof value !== 'object' || value === null) return [at];
  const inside = Object.entries(value).flatMap(([key, each]) => placesIn(each, [...at, key]));
  return [at, ...inside];
}

/** A copy with another value at a place. */
function withAt(value: unknown, [first, ...rest]: Path, put: Json | 'gone'): unknown {
  if (first === undefined) return put;
  if (Array.isArray(value))
    return value.map((each, i) => (i === Number(first) ? withAt(each, rest, put) : each));
  const copy: Record<string, unknown> = { ...(value as object) };
  if (rest.length === 0 && put === 'gone') Reflect.deleteProperty(copy, first);
  else copy[first] = withAt(copy[first], rest, put);
  return copy;
}

/** What fits now and then, and what breaks things: other types, limits, keys that no schema knows or takes over. */
const odd: fc.Arbitrary<Json> = fc.oneof(
  fc.constantFrom<Json>(undefined, null, true, '', 'gone', 0, -1, 1.5, NaN, Infinity, 1e9),
  fc.constantFrom<Json>([], {}, [null], { kind: 'person' }, { kind: 'model' }, { kind: 'element', id: 'x' }),
  fc.constantFrom<Json>(
    'x'.repeat(1025),
    'x'.repeat(65_537),
    '2026-01-02',
    'AAAAAAAA-0000-4000-8000-000000000000',
  ),
  fc.constantFrom<Json>({ unknown: 1 }, { constructor: 1 }, JSON.parse('{"__proto__":"a"}') as Json),
  fc.constantFrom<Json>('Orders', 'likely', 'open', 1, 7, '2026-01-02T03:04:05.000Z', poolId('threat', 1)),
  fc.jsonValue() as fc.Arbitrary<Json>,
);

/** The value of the schema, where it takes this one. */
function givenOut(schema: v.GenericSchema, value: unknown): { readonly output: unknown } | undefined {
  const parsed = v.safeParse(schema, value);
  return parsed.success ? { output: parsed.output } : undefined;
}

const entitiesOf = (model: Readonly<Record<Kind, ReadonlyMap<string, Entity>>>): [Kind, Entity][] =>
  kinds.flatMap((kind) => [...model[kind].values()].map((entity): [Kind, Entity] => [kind, entity]));

test.each(kinds)('there is one for every %s', (kind) => {
  expect(plainCheck(entitySchemas[kind])).toBeDefined();
});

test('it takes every entity as it is stored', () => {
  fc.assert(
    fc.property(anyModel, (model) => {
      for (const [kind, entity] of entitiesOf(model))
        expect([entity, plainCheck(entitySchemas[kind])?.(entity)]).toEqual([entity, true]);
    }),
    { numRuns: 40 },
  );
});

test('what it takes comes out of the schema as it went in, whatever was changed in it', () => {
  const change = fc.record({ place: fc.nat(), put: odd, key: fc.constantFrom('', '', 'more', '__proto__') });
  let [taken, refused] = [0, 0];
  fc.assert(
    fc.property(
      anyModel,
      fc.array(change, { minLength: 1, maxLength: 2 }),
      fc.nat(),
      (model, changes, pick) => {
        const all = entitiesOf(model);
        const found = all[pick % Math.max(all.length, 1)];
        if (!found) return;
        const [kind, entity] = found;
        const changed = changes.reduce<unknown>((value, { place, put, key }) => {
          const places = placesIn(value);
          const at = places[place % places.length] ?? [];
          return withAt(value, key === '' ? at : [...at, key], put);
        }, entity);
        const check = plainCheck(entitySchemas[kind])?.(changed) === true;
        const given = givenOut(entitySchemas[kind], changed);
        if (check) expect(given).toStrictEqual({ output: changed });
        if (check) expect(JSON.stringify(given?.output)).toBe(JSON.stringify(changed));
        if (check) taken += 1;
        else refused += 1;
      },
    ),
    { numRuns: 1500 },
  );
  expect(taken).toBeGreaterThan(20);
  expect(refused).toBeGreaterThan(500);
});

describe('it leaves to the schema what it cannot judge by looking', () => {
  test.each<[string, v.GenericSchema]>([
    ['a value that is changed', v.pipe(v.string(), v.trim())],
    ['a value that is put in', v.object({ a: v.exactOptional(v.string(), 'x') })],
    ['a null that is replaced', v.nullable(v.string(), 'x')],
    [
      'a condition of its own',
      v.pipe(
        v.string(),
        v.check((text) => text !== 'no'),
      ),
    ],
    [
      'options of which several would do',
      v.variant('a', [v.object({ a: v.literal(1), b: v.string() }), v.object({ a: v.literal(1) })]),
    ],
    ['options in an order', v.union([v.object({ a: v.string() }), v.object({ b: v.string() })])],
    ['any value', v.unknown()],
    ['something like that deep inside', v.array(v.object({ a: v.record(v.string(), v.date()) }))],
  ])('%s', (_, schema) => {
    expect(plainCheck(schema)).toBeUndefined();
  });

  test.each<[string, v.GenericSchema, unknown]>([
    ['a key that the schema drops', v.object({ a: v.string() }), { a: '', b: 1 }],
    ['keys in another order', v.object({ a: v.string(), b: v.string() }), { b: '', a: '' }],
    ['a key with nothing', v.object({ a: v.exactOptional(v.string()) }), { a: undefined }],
    ['a name that no schema takes over', v.record(v.string(), v.string()), JSON.parse('{"__proto__":"a"}')],
    [
      'what the first of two rows of steps refuses',
      v.pipe(v.pipe(v.string(), v.regex(/^a/)), v.brand('A')),
      'b',
    ],
    ['an object of another make', v.object({}), Object.create({ a: 1 })],
    ['a list in place of an object', v.object({}), []],
  ])('%s', (_, schema, value) => {
    expect(plainCheck(schema)?.(value)).toBe(false);
  });
});
