import { watchedShop } from '../../../tests/fixtures/watched-shop';
import { excerptOf } from './excerpt';
import { drawPicture, noWorry } from './picture';
import { pictureSvg } from './svg';

const model = watchedShop();
const [diagram] = model.diagram.values();
if (!diagram) throw new Error('The watched shop has no diagram.');
const picture = drawPicture(model, diagram.id, () => noWorry);
const idOf = (name: string): string => {
  const found = [...model.element.values(), ...model.flow.values()].find((each) => each.name === name);
  return found?.id ?? '';
};
const names = (...wanted: readonly string[]) => {
  const excerpt = excerptOf(picture, new Set(wanted.map(idOf)));
  return excerpt && [...excerpt.elements, ...excerpt.lines].map(({ name }) => name);
};

test('an element comes with its flows and their other ends', () => {
  expect(names('Nightly backups')).toEqual(['Orders database', 'Nightly backups', 'Backup']);
});

test('a flow comes with its ends', () => {
  expect(names('Sign-in')).toEqual(['Shopper', 'Web shop', 'Sign-in']);
});

test('nothing of it is drawn: there is no picture', () => {
  expect(names('Nobody')).toBeUndefined();
});

test('a boundary around it is drawn as far as the picture goes', () => {
  const outer = { x: -5000, y: -5000, width: 20_000, height: 20_000 };
  const walls = [
    {
      id: 'b' as never,
      name: 'Azure',
      type: '',
      shape: { kind: 'box', box: outer } as const,
      stale: false,
      worry: noWorry,
    },
  ];
  const excerpt = excerptOf({ ...picture, boundaries: walls }, new Set([idOf('Nightly backups')]));
  const [wall] = excerpt?.boundaries ?? [];
  expect(excerpt?.bounds).toEqual({ x: 820, y: 240, width: 380, height: 70 });
  expect(wall?.shape).toEqual({ kind: 'box', box: { x: 790, y: 210, width: 440, height: 130 } });
});

test('what is struck and what is reached differ by width and colour, and the title is a text', () => {
  const excerpt = excerptOf(picture, new Set([idOf('Nightly backups')]));
  const marks = new Map([
    [idOf('Nightly backups'), 'strike'],
    [idOf('Backup'), 'reached'],
  ] as const);
  const svg = pictureSvg(excerpt ?? picture, { title: '</title><script>', marks });
  expect(svg).toMatch(/stroke="#a4262c" stroke-width="4"/);
  expect(svg).toMatch(/stroke="#ca5010" stroke-width="3"/);
  expect(svg).not.toContain('<script');
});
