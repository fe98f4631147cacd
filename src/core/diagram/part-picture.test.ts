import { watchedShop } from '../../../tests/fixtures/watched-shop';
import type { Place } from '../model/threat';
import { pictureOfPlaces } from './part-picture';
import { noWorry } from './picture';
import { pictureSvg, themePalette } from './svg';

const model = watchedShop();
const named = (name: string): Place => {
  const element = [...model.element.values()].find((each) => each.name === name);
  if (element) return { kind: 'element', id: element.id };
  const flow = [...model.flow.values()].find((each) => each.name === name);
  if (!flow) throw new Error(`Nothing is named ${name}.`);
  return { kind: 'flow', id: flow.id };
};
const shown = (places: readonly Place[]) => pictureOfPlaces(model, places, () => noWorry);

test('a place comes with what it touches, is marked, and the picture is said in words', () => {
  const part = shown([named('Nightly backups')]);
  expect(part?.words).toEqual([
    'Orders database: data store.',
    'Nightly backups: data store; marked in the picture.',
    'Backup: from Orders database to Nightly backups.',
  ]);
  expect(part?.marks.size).toBe(1);
  expect(part?.elsewhere).toBe(0);
});

test('what threatens a part is said with the worst of it', () => {
  const part = pictureOfPlaces(model, [named('Nightly backups')], (place) =>
    place.kind === 'element' ? { threats: 2, worst: 'critical' } : { threats: 1, worst: 'low' },
  );
  expect(part?.words).toContain(
    'Nightly backups: data store; marked in the picture; 2 open threats, the worst critical.',
  );
  expect(part?.words.join(' ')).toContain('1 open threat, the worst low.');
});

test('the whole model, and what nobody drew, have no picture', () => {
  expect(shown([{ kind: 'model' }])).toBeUndefined();
  const undrawn = {
    ...model,
    element: new Map([...model.element].map(([id, each]) => [id, { ...each, drawing: undefined }])),
  };
  expect(pictureOfPlaces(undrawn as never, [named('Web shop')], () => noWorry)).toBeUndefined();
});

test('many places stay a picture that one can read', () => {
  const [first] = model.element.values();
  if (!first?.drawing) throw new Error('The shop is not drawn.');
  const { diagram, box } = first.drawing;
  const copies = Array.from({ length: 200 }, (_, n) => {
    const id = `${first.id.slice(0, -4)}${(0xf000 + n).toString(16)}` as typeof first.id;
    return { ...first, id, drawing: { diagram, box: { ...box, x: n * 200 } } };
  });
  const large = {
    ...model,
    element: new Map([...model.element, ...copies.map((each) => [each.id, each] as const)]),
  };
  const part = pictureOfPlaces(
    large,
    copies.map(({ id }): Place => ({ kind: 'element', id })),
    () => noWorry,
  );
  expect(part?.picture.elements).toHaveLength(12);
  expect(part?.elsewhere).toBe(188);
});

test('two drawings on a page share no id, and hostile words stay words', () => {
  const part = shown([named('Backup')]);
  if (!part) throw new Error('There is no picture.');
  const draw = (name: string) =>
    pictureSvg(part.picture, { title: 'x', description: '</desc><script>', name, colours: themePalette });
  const ids = (svg: string) => [...svg.matchAll(/ id="([^"]+)"/g)].map((match) => match[1] ?? '');
  expect(new Set([...ids(draw('a')), ...ids(draw('b'))]).size).toBe(6);
  expect(draw('a')).not.toContain('<script');
  for (const [, used] of draw('a').matchAll(/url\(#([^)]+)\)/g)) expect(ids(draw('a'))).toContain(used);
});
