import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { applyEdit, invertEdit } from '../model/edit';
import type { Edit } from '../model/edit';
import { addThreat } from '../model/edits/build';
import { mint, modelId } from '../model/ids';
import type { DiagramId, ElementId } from '../model/ids';
import { emptyModel } from '../model/model';
import type { Model } from '../model/model';
import type { Rectangle } from '../model/parts';
import { addBoundary, addDiagram, addElement, addFlow } from './add-parts';
import { copyParts, freePlace, pasteParts } from './copy-parts';
import { bendFlow, changePart, moveParts, reconnect, removeDiagram, removeParts } from './edits';
import { align, alignments, around, holds } from './geometry';
import { drawUndrawn, layOut } from './layout';
import { drawPicture, noWorry, sayBothWays } from './picture';
import { pictureSvg, wrap } from './svg';

let last = 0;
const newId = () => `00000000-0000-4000-8000-${String((last += 1)).padStart(12, '0')}`;
const box = (x: number, y: number, width = 100, height = 60): Rectangle => ({ x, y, width, height });

/** Two elements inside a boundary, one outside, a bent flow in and a straight one within. */
function drawing() {
  let model: Model = emptyModel({
    id: mint(modelId, newId),
    name: 'Shop',
    description: '',
    scope: [],
    created: '2026-05-04T10:00:00.000Z',
  });
  const take = <E extends Edit & { readonly added: unknown }>(edit: E): E['added'] => {
    model = applyEdit(model, edit);
    return edit.added;
  };
  const diagram = take(addDiagram('Main', newId)).id;
  const at = (kind: 'process' | 'store' | 'external', name: string, x: number) =>
    take(addElement({ kind, name, diagram, box: box(x, 0) }, newId)).id;
  const [user, web, store] = [
    at('external', 'User', 0),
    at('process', 'Web', 300),
    at('store', 'Store', 500),
  ];
  const boundary = take(
    addBoundary({ name: 'Cloud', drawing: { shape: 'box', diagram, box: box(260, -40, 400, 200) } }, newId),
  ).id;
  const ask = take(addFlow({ source: user, target: web, name: 'Ask' }, newId)).id;
  const keep = take(addFlow({ source: web, target: store, name: 'Keep' }, newId)).id;
  model = applyEdit(model, bendFlow(model, ask, [{ x: 200, y: 200 }]));
  return { model, diagram, user, web, store, boundary, ask, keep };
}
type Drawing = ReturnType<typeof drawing>;
const show = (model: Model, diagram: DiagramId) => drawPicture(model, diagram, () => noWorry);
const boxOf = (model: Model, id: ElementId) => model.element.get(id)?.drawing?.box;

test('what a boundary holds moves with it, and lines stay joined to what they join', () => {
  const { model, diagram, boundary, web, user, ask } = drawing();
  const after = applyEdit(model, moveParts(model, new Set([boundary]), { dx: 10, dy: 1000 }));
  expect([boxOf(after, web), boxOf(after, user)]).toEqual([box(310, 1000), box(0, 0)]);
  const line = show(after, diagram).lines.find(({ id }) => id === ask);
  expect(line?.path.via).toEqual([{ x: 200, y: 200 }]);
  expect(line?.path.to).toEqual({ x: expect.any(Number), y: 1000 });
  // The stored line says the same: rules ask it, not the picture.
  expect(after.flow.get(ask)?.drawing?.path).toEqual(line?.path);
});

test('a bend of a flow between moved elements comes along; without bends a flow has no line of its own', () => {
  const { model, user, web, ask, keep } = drawing();
  const after = applyEdit(model, moveParts(model, new Set([user, web]), { dx: 5, dy: 7 }));
  expect(after.flow.get(ask)?.drawing?.path.via).toEqual([{ x: 205, y: 207 }]);
  expect(after.flow.get(keep)?.drawing).toBeUndefined();
  expect(applyEdit(after, bendFlow(after, ask, [])).flow.get(ask)?.drawing).toBeUndefined();
});

test('a flow to its own element is drawn as a loop, one both ways has a mark, one reconnected loses its bends', () => {
  const { model, diagram, web, user, store, ask, keep } = drawing();
  const loop = applyEdit(model, addFlow({ source: web, target: web, name: 'Cron' }, newId));
  expect(show(loop, diagram).lines.find(({ name }) => name === 'Cron')?.path.via).toHaveLength(3);
  const flow = model.flow.get(keep);
  if (!flow) throw new Error('The flow is gone.');
  const both = applyEdit(model, { label: '', flow: { put: [sayBothWays(flow, true)] } });
  expect(show(both, diagram).lines.map(({ bothWays }) => bothWays)).toEqual([false, true]);
  const again = applyEdit(model, reconnect(model, ask, { source: user, target: store }));
  expect(again.flow.get(ask)).toMatchObject({ source: user, target: store });
  expect(again.flow.get(ask)?.drawing).toBeUndefined();
});

describe('deleting', () => {
  const threatened = (): Drawing => {
    const drawn = drawing();
    const draft = {
      title: 'Lost',
      description: '',
      stride: [],
      probability: 'rare',
      impact: 'minor',
    } as const;
    const places = [
      { kind: 'element', id: drawn.web },
      { kind: 'flow', id: drawn.ask },
      { kind: 'element', id: drawn.user },
    ] as const;
    const model = places.reduce<Model>(
      (m, place) => applyEdit(m, addThreat({ ...draft, place }, newId)),
      drawn.model,
    );
    return { ...drawn, model };
  };

  test('takes flows along; threats go with their place', () => {
    const { model, web } = threatened();
    const after = applyEdit(model, removeParts(model, new Set([web]), 'delete'));
    expect([after.element.size, after.flow.size, after.threat.size]).toEqual([2, 0, 1]);
  });
  test('or threats stay with the whole model', () => {
    const { model, web } = threatened();
    const after = applyEdit(model, removeParts(model, new Set([web]), 'keep-at-the-model'));
    expect([...after.threat.values()].map(({ place }) => place.kind)).toEqual(['model', 'model', 'element']);
  });
  test('a diagram goes with everything on it', () => {
    const { model, diagram } = threatened();
    const after = applyEdit(model, removeDiagram(model, diagram, 'delete'));
    expect(
      [after.diagram, after.element, after.flow, after.boundary, after.threat].map(({ size }) => size),
    ).toEqual([0, 0, 0, 0, 0]);
  });
});

test('a copy is a new thing with the flows within it, and what a boundary holds', () => {
  const { model, diagram, boundary } = drawing();
  const clip = copyParts(model, new Set([boundary]));
  expect([clip.elements.length, clip.boundaries.length, clip.flows.length]).toEqual([2, 1, 1]);
  const edit = pasteParts(clip, { diagram, by: { x: 0, y: 500 }, newId });
  const after = applyEdit(model, edit);
  expect([after.element.size, after.boundary.size, after.flow.size]).toEqual([5, 2, 3]);
  expect(edit.added).toHaveLength(4);
  expect(show(after, diagram).bounds?.height).toBeGreaterThan(500);
});

test('layout puts no two elements on each other, keeps them in their boundary, and flows run left to right', () => {
  const { model, diagram, boundary, user, web, store } = drawing();
  const heap = [user, web, store].reduce((m, id) => {
    const element = m.element.get(id);
    const place = id === user ? box(0, 0) : box(300, 0);
    return element
      ? applyEdit(m, { label: '', element: { put: [{ ...element, drawing: { diagram, box: place } }] } })
      : m;
  }, model);
  const after = applyEdit(heap, layOut(heap, diagram));
  const [a, b, c] = [user, web, store].map((id) => boxOf(after, id) ?? box(0, 0));
  if (!a || !b || !c) throw new Error('Something was not drawn.');
  expect([a.x + a.width < b.x, b.x + b.width < c.x]).toEqual([true, true]);
  const outer = after.boundary.get(boundary)?.drawing;
  expect(outer?.shape === 'box' && holds(outer.box, b) && holds(outer.box, c) && !holds(outer.box, a)).toBe(
    true,
  );
});

test('what was never drawn is drawn', () => {
  const { model, diagram } = drawing();
  const put = [...model.element.values()].map(({ drawing: _gone, ...rest }) => rest);
  const undrawn = applyEdit(model, { label: '', element: { put } });
  expect(show(undrawn, diagram).elements).toEqual([]);
  const edit = drawUndrawn(undrawn, diagram, applyEdit);
  const after = applyEdit(undrawn, edit);
  const boxes = show(after, diagram).elements.map((each) => each.box);
  expect(boxes).toHaveLength(3);
  expect(new Set(boxes.map(({ x, y }) => `${x} ${y}`)).size).toBe(3);
  expect(applyEdit(after, invertEdit(undrawn, edit))).toEqual(undrawn);
});

const boxes = fc.uniqueArray(
  fc.record({
    x: fc.integer({ max: 500, min: -500 }),
    y: fc.nat(500),
    width: fc.integer({ min: 10, max: 90 }),
    height: fc.integer({ min: 10, max: 90 }),
  }),
  { minLength: 2, maxLength: 8, selector: ({ x, y }) => `${x} ${y}` },
);

test.each(alignments)('%s: sizes stay, and nothing leaves the place that all took together', (how) => {
  fc.assert(
    fc.property(boxes, (list) => {
      const before = new Map(list.map((each, at) => [at, each]));
      const whole = around(list);
      const grown = whole && {
        x: whole.x - 1e-6,
        y: whole.y - 1e-6,
        width: whole.width + 2e-6,
        height: whole.height + 2e-6,
      };
      for (const [key, after] of align(before, how)) {
        expect([after.width, after.height]).toEqual([before.get(key)?.width, before.get(key)?.height]);
        expect(grown && holds(grown, after)).toBe(true);
      }
    }),
    { seed: 20261126, numRuns: 100 },
  );
});

test('a new part finds a place that is free', () => {
  fc.assert(
    fc.property(boxes, (list) => {
      const place = freePlace(list, { width: 100, height: 60 }, { x: 0, y: 250 });
      for (const other of list)
        expect(
          place.x >= other.x + other.width ||
            other.x >= place.x + place.width ||
            place.y >= other.y + other.height ||
            other.y >= place.y + place.height,
        ).toBe(true);
    }),
    { seed: 20261126, numRuns: 200 },
  );
});

test('an SVG is well-formed and holds no element of a hostile name', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary', maxLength: 40 }),
        fc.constantFrom(
          '</text><script>alert(1)</script>',
          '"><image href=x onerror=y>',
          ']]>',
          '<!--',
          '&lt;',
          '\ud800\u0000',
        ),
      ),
      (name) => {
        const { model, diagram, web, ask, boundary } = drawing();
        const hostile = [web, ask, boundary].reduce<Model>(
          (m, id) =>
            applyEdit(m, changePart(m, id, { label: '', change: { name, type: { id: name, name } } })),
          model,
        );
        const svg = pictureSvg(
          drawPicture(hostile, diagram, () => ({ threats: 2, worst: 'high' })),
          { title: name },
        );
        const names = new Set<string>();
        const parser = new SaxesParser();
        parser.on('opentag', (tag) => names.add(tag.name));
        parser.on('error', (error) => {
          throw error;
        });
        parser.write(svg).close();
        for (const tag of names)
          expect(['svg', 'title', 'defs', 'marker', 'path', 'rect', 'g', 'text', 'tspan']).toContain(tag);
      },
    ),
    { seed: 20261126, numRuns: 200 },
  );
});

test.each<[string, number, readonly string[]]>([
  ['Orders', 100, ['Orders']],
  ['A name of several words', 70, ['A name of', 'several', 'words']],
  ['Averyveryverylongwordwithoutanyspace', 70, ['Averyvery…']],
  ['one two three four five six seven eight nine', 35, ['one', 'two', 'thre…']],
  ['', 100, []],
])('"%s" in %i units', (text, width, lines) => {
  expect(wrap(text, width)).toEqual(lines);
});
