import * as fc from 'fast-check';
import { arranged, cellAt, firstRoom, pixels, stepped, type Tile } from './widget-grid';

const tile = (id: string, row: number, column: number, columnSpan = 1, rowSpan = 1): Tile => ({
  id,
  position: { row, column },
  size: { columnSpan, rowSpan },
});

test('cells and the gutters between them take the pixels of the original', () =>
  expect([1, 2, 3, 4].map(pixels)).toEqual([160, 330, 500, 670]));

test('what lies free stays where it was put, also with holes around it', () => {
  const tiles = [tile('a', 1, 1), tile('b', 4, 7, 2, 2)];
  expect([...arranged(tiles, undefined)]).toEqual([
    ['a', { row: 1, column: 1 }],
    ['b', { row: 4, column: 7 }],
  ]);
});

test('the moved tile wins its place, the others make way downwards', () => {
  const tiles = [tile('a', 1, 1, 2), tile('b', 1, 2)];
  expect(arranged(tiles, 'b').get('a')).toEqual({ row: 2, column: 1 });
  expect(arranged(tiles, 'a').get('b')).toEqual({ row: 2, column: 2 });
});

test('a tile without a position gets the first room', () => {
  expect(arranged([tile('a', 1, 1, 9), tile('b', 0, 0, 2)], undefined).get('b')).toEqual({
    row: 2,
    column: 1,
  });
  expect(firstRoom({ columnSpan: 1, rowSpan: 1 }, [tile('a', 1, 1, 9)])).toEqual({ row: 1, column: 10 });
});

test('points and steps find cells', () => {
  expect(cellAt(-5, 0)).toEqual({ row: 1, column: 1 });
  expect(cellAt(171, 345)).toEqual({ row: 3, column: 2 });
  expect(stepped({ row: 1, column: 3 }, { down: -1, right: 1 })).toEqual({ row: 1, column: 4 });
});

const tiles = fc.uniqueArray(
  fc.record({
    id: fc.uuid(),
    position: fc.record({ row: fc.integer({ min: 0, max: 6 }), column: fc.integer({ min: 0, max: 8 }) }),
    size: fc.record({ columnSpan: fc.integer({ min: 1, max: 10 }), rowSpan: fc.integer({ min: 1, max: 4 }) }),
  }),
  { selector: ({ id }) => id, maxLength: 12 },
);

test('nothing ever lies over another, and arranging what is arranged changes nothing', () => {
  fc.assert(
    fc.property(tiles, (given) => {
      const found = arranged(given, given[0]?.id);
      const done = given.map((each) => ({ ...each, position: found.get(each.id) ?? each.position }));
      const cells = done.flatMap(({ position, size }) =>
        Array.from({ length: size.columnSpan * size.rowSpan }, (_, n) =>
          [position.row + Math.floor(n / size.columnSpan), position.column + (n % size.columnSpan)].join(),
        ),
      );
      expect(new Set(cells).size).toBe(cells.length);
      expect([...arranged(done, undefined)].sort()).toEqual([...found].sort());
    }),
  );
});
