import type { ModelInfo } from '../model/model';
import { includesThreat, levelFor } from './depth';

type Context = NonNullable<ModelInfo['context']>;

/** Rows: size; columns: the most delicate data. Undefined = nobody said it. */
const asked: readonly (readonly [Context['size'], readonly number[]])[] = [
  [undefined, [2, 2, 2, 3, 3]],
  ['small', [2, 1, 1, 2, 3]],
  ['medium', [2, 2, 2, 3, 3]],
  ['large', [3, 3, 3, 3, 3]],
];
const data: readonly Context['sensitivity'][] = [undefined, 'public', 'internal', 'confidential', 'secret'];

test.each(asked)('a system of size %s asks for a level by its most delicate data', (size, levels) => {
  const found = data.map((sensitivity) =>
    levelFor({ context: { ...(size ? { size } : {}), ...(sensitivity ? { sensitivity } : {}) } }),
  );
  expect(found).toEqual(levels);
});

test('what nobody described is a standard system', () => expect(levelFor({})).toBe(2));

test('full takes threats up to the level, light the TOP ones, and TOP ones are always there', () => {
  const threats = ([1, 2, 3] as const).flatMap((level) =>
    [false, true].map((top) => ({ level, top, name: `${level}${top ? ' TOP' : ''}` })),
  );
  const taken = (depth: 'light' | 'full', level: 1 | 2 | 3) =>
    threats.filter((threat) => includesThreat({ depth, level }, threat)).map(({ name }) => name);
  expect(taken('light', 3)).toEqual(['1 TOP', '2 TOP', '3 TOP']);
  expect(taken('full', 1)).toEqual(['1', '1 TOP', '2 TOP', '3 TOP']);
  expect(taken('full', 2)).toEqual(['1', '1 TOP', '2', '2 TOP', '3 TOP']);
  expect(taken('full', 3)).toEqual(threats.map(({ name }) => name));
});
