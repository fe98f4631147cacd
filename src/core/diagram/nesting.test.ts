import { boundaryId, elementId, mint } from '../model/ids';
import type { Rectangle } from '../model/parts';
import { outerBoundaries } from './nesting';
import type { DrawnBoundary, DrawnElement } from './picture';
import { noWorry } from './picture';

let last = 0;
const newId = () => `00000000-0000-4000-8000-${String((last += 1)).padStart(12, '0')}`;
const box = (x: number, y: number, width: number, height: number): Rectangle => ({ x, y, width, height });
const shared = { name: '', type: '', stale: false, worry: noWorry };

const boundary = (shape: DrawnBoundary['shape']): DrawnBoundary => ({
  ...shared,
  id: mint(boundaryId, newId),
  shape,
});
const element = (at: Rectangle): DrawnElement => ({
  ...shared,
  id: mint(elementId, newId),
  kind: 'process',
  box: at,
  outOfScope: false,
});

const cloud = boundary({ kind: 'box', box: box(0, 0, 1000, 1000) });
const network = boundary({ kind: 'box', box: box(100, 100, 500, 500) });
const firewall = boundary({ kind: 'line', path: { from: { x: 0, y: 0 }, via: [], to: { x: 900, y: 900 } } });
const boundaries = [cloud, network, firewall];

test.each([
  ['in both', box(200, 200, 100, 60), network.id],
  ['in the outer one alone', box(700, 700, 100, 60), cloud.id],
  ['across the inner border', box(550, 200, 100, 60), cloud.id],
  ['outside', box(2000, 0, 100, 60), undefined],
])('a part %s', (_name, at, outer) => {
  const part = element(at);
  expect(outerBoundaries({ elements: [part], boundaries }).get(part.id)).toBe(outer);
});

test('a boundary lies in another one, never in itself; a line holds nothing and lies in nothing', () => {
  expect(outerBoundaries({ elements: [], boundaries })).toEqual(new Map([[network.id, cloud.id]]));
});
