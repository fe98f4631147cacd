import fc from 'fast-check';
import { middle, touchPoint } from './geometry';

const box = { x: 100, y: 100, width: 200, height: 100 };

test.each([
  ['rectangle', { x: 500, y: 150 }, { x: 300, y: 150 }],
  ['rectangle', { x: 200, y: 0 }, { x: 200, y: 100 }],
  ['rectangle', { x: 400, y: 250 }, { x: 300, y: 200 }],
  ['ellipse', { x: 500, y: 150 }, { x: 300, y: 150 }],
  ['ellipse', { x: 200, y: 400 }, { x: 200, y: 200 }],
  ['rectangle', { x: 210, y: 140 }, { x: 200, y: 150 }],
] as const)('%s toward %j', (outline, toward, expected) => {
  const { x, y } = touchPoint(box, outline, toward);
  expect(x).toBeCloseTo(expected.x);
  expect(y).toBeCloseTo(expected.y);
});

test('the point is always finite and within the box', () => {
  const number = fc.integer({ min: -1000, max: 1000 });
  const size = fc.integer({ min: 0, max: 500 });
  const anyBox = fc.record({ x: number, y: number, width: size, height: size });
  const outline = fc.constantFrom('ellipse' as const, 'rectangle' as const);
  fc.assert(
    fc.property(anyBox, outline, fc.record({ x: number, y: number }), (given, shape, toward) => {
      const point = touchPoint(given, shape, toward);
      const centre = middle(given);
      // Half a unit more: a box without extent counts as one unit wide, so that nothing is divided by zero.
      expect(Math.abs(point.x - centre.x)).toBeLessThanOrEqual(Math.max(given.width / 2, 1) + 1e-6);
      expect(Math.abs(point.y - centre.y)).toBeLessThanOrEqual(Math.max(given.height / 2, 1) + 1e-6);
    }),
  );
});
