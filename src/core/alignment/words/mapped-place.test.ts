/** An element is mapped to a Feature or an area path, and its threats begin with the stories there. */
import { aModel, aThreat } from '../../../../tests/fixtures/sample-model';
import { aPicture, aStory } from '../../../../tests/fixtures/alignment-picture';
import { applyEdit } from '../../model/edit';
import { mapElement } from '../../model/edits/map-element';
import type { MappedTo } from '../../model/edits/map-element';
import { elementId, flowId, mint } from '../../model/ids';
import type { Element, Flow } from '../../model/diagram-parts';
import type { Threat } from '../../model/threat';
import { mappedPlace } from './mapped-place';

const element = (n: number, name: string): Element => ({
  id: mint(elementId, () => `0000000e-0000-4000-8000-00000000000${n}`),
  origin: { kind: 'person' },
  name,
  kind: 'process',
  properties: {},
});
const [shop, archive] = [element(1, 'Web shop'), element(2, 'Order archive')];
const flow: Flow = {
  id: mint(flowId, () => '0000000f-0000-4000-8000-000000000001'),
  origin: { kind: 'person' },
  name: 'Orders',
  source: shop.id,
  target: archive.id,
  properties: {},
};

/** Where a story lies for a threat, when the shop is mapped so. */
function placed(to: MappedTo | undefined, place: Threat['place'], story: ReturnType<typeof aStory>) {
  const threat = aThreat(1, { place });
  const drawn = {
    ...aModel({ threats: [threat] }),
    element: new Map([shop, archive].map((each) => [each.id, each])),
    flow: new Map([[flow.id, flow]]),
  };
  const model = applyEdit(drawn, mapElement(shop, to));
  const [at] = aPicture({ models: [model] }).models;
  if (!at) throw new Error('No model.');
  return mappedPlace({ at, threat }, story);
}

const atShop = { kind: 'element', id: shop.id } as const;
const inFeature = { kind: 'feature', workItem: 9 } as const;
const inArea = { kind: 'area', path: 'Shop\\Checkout' } as const;
const under = (parent: number) => aStory(4, [], { parent });
const lying = (areaPath: string) => aStory(4, [], { areaPath });

test.each<[string, MappedTo, Threat['place'], ReturnType<typeof aStory>, 'inside' | 'outside' | 'none']>([
  ['a story of the Feature', inFeature, atShop, under(9), 'inside'],
  ['a story of another Feature', inFeature, atShop, under(8), 'outside'],
  ['a story in the area', inArea, atShop, lying('Shop\\Checkout'), 'inside'],
  ['a story below the area', inArea, atShop, lying('Shop\\Checkout\\Cards'), 'inside'],
  ['a story of an area that begins alike', inArea, atShop, lying('Shop\\Checkout 2'), 'outside'],
  ['a threat of a flow, by either end', inFeature, { kind: 'flow', id: flow.id }, under(9), 'inside'],
  [
    'a threat of an element that is not mapped',
    inFeature,
    { kind: 'element', id: archive.id },
    under(9),
    'none',
  ],
  ['a threat of the whole model', inFeature, { kind: 'model' }, under(9), 'none'],
])('%s', (_what, to, place, story, expected) => {
  expect(placed(to, place, story).kind).toBe(expected);
});

test('says where the element is built, and forgets it with the mapping', () => {
  expect(placed(inFeature, atShop, under(9))).toEqual({
    kind: 'inside',
    because: 'under #9, where Web shop is built',
  });
  expect(placed(undefined, atShop, under(9))).toEqual({ kind: 'none' });
  expect(mapElement({ ...shop, backlog: inArea }, undefined).element?.put).toEqual([shop]);
  expect(mapElement({ ...shop, backlog: inArea }, inFeature).element?.put).toEqual([
    { ...shop, backlog: inFeature },
  ]);
});
