import { applyEdit } from '../model/edit';
import { mint, modelId } from '../model/ids';
import { emptyModel } from '../model/model';
import type { Model } from '../model/model';
import { addBoundary, addDiagram, addElement, addFlow } from './add-parts';
import { drawPicture, noWorry } from './picture';
import { smallestBox, straightenFlows, stretchParts } from './stretch';

function drawing() {
  let last = 0;
  const newId = () => `00000000-0000-4000-8000-${String((last += 1)).padStart(12, '0')}`;
  const info = { id: mint(modelId, newId), name: 'Shop', description: '', scope: [] };
  const empty = emptyModel({ ...info, created: '2026-05-04T10:00:00.000Z' });
  const main = addDiagram('Main', newId);
  const diagram = main.added.id;
  const box = { x: 0, y: 0, width: 100, height: 60 };
  const user = addElement({ kind: 'external', name: 'User', diagram, box }, newId);
  const web = addElement({ kind: 'process', name: 'Web', diagram, box: { ...box, x: 300 } }, newId);
  const shape = { shape: 'box', diagram, box: { x: 260, y: -40, width: 400, height: 200 } } as const;
  const cloud = addBoundary({ name: 'Cloud', drawing: shape }, newId);
  const ask = addFlow({ source: user.added.id, target: web.added.id, name: 'Ask' }, newId);
  const model = [main, user, web, cloud, ask].reduce<Model>(applyEdit, empty);
  const seen = (of: Model) => drawPicture(of, diagram, () => noWorry);
  const stretch = (of: Model, id: string, dx: number, dy: number) =>
    applyEdit(of, stretchParts(of, seen(of), new Set([id]), { dx, dy }));
  return {
    model,
    seen,
    stretch,
    user: user.added.id,
    cloud: cloud.added.id,
    ask: ask.added.id,
  };
}

const sizes: readonly [string, number, number, { readonly width: number; readonly height: number }][] = [
  ['wider', 20, 0, { width: 120, height: 60 }],
  ['lower', 0, -20, { width: 100, height: 40 }],
  ['never too small to see', -500, -500, smallestBox],
];
test.each(sizes)('an element is made %s, and stays where it is', (_how, dx, dy, size) => {
  const { model, user, stretch } = drawing();
  expect(stretch(model, user, dx, dy).element.get(user)?.drawing?.box).toEqual({ x: 0, y: 0, ...size });
});

test('the flows of an element that grows still meet its edge', () => {
  const { model, user, ask, seen, stretch } = drawing();
  const line = seen(stretch(model, user, 40, 0)).lines.find(({ id }) => id === ask);
  expect(line?.path.from.x).toBe(140);
});

test('a trust boundary grows without what is in it', () => {
  const { model, cloud, stretch } = drawing();
  const after = stretch(model, cloud, 20, 40);
  expect(after.boundary.get(cloud)?.drawing).toMatchObject({ box: { x: 260, width: 420, height: 240 } });
  expect(after.element).toEqual(model.element);
});

test('a straight flow gets a bend, a bent one takes its bend along, and both are made straight again', () => {
  const { model, ask, seen, stretch } = drawing();
  const once = stretch(model, ask, 0, 20);
  const [bend] = once.flow.get(ask)?.drawing?.path.via ?? [];
  expect(bend).toEqual({ x: 200, y: 50 });
  const twice = stretch(once, ask, -20, 20);
  expect(twice.flow.get(ask)?.drawing?.path.via).toEqual([{ x: 180, y: 70 }]);
  const straight = applyEdit(twice, straightenFlows(twice, seen(twice), new Set([ask])));
  expect(straight).toEqual(model);
});
