import { figuresWorld } from '../../../tests/fixtures/figures-world';
import { checkAlignment } from '../../core/alignment/check-alignment';
import type { AlignmentPicture } from '../../core/alignment/picture';
import { linesOf } from './figure-lines';
import { figureMap } from './figure-map';

const drawn = (picture: AlignmentPicture) => {
  const map = figureMap(picture, checkAlignment(picture));
  const boxes = [...map.threats, ...map.stories, ...map.stories.flatMap(({ clauses }) => clauses)];
  const lines = linesOf(map, new Map(boxes.map(({ key }) => [key, { left: 200, right: 100, middle: 50 }])));
  return { map, lines };
};
const tones = (lines: ReturnType<typeof drawn>['lines']) => {
  const count = (tone: string) => lines.filter((line) => line.tone === tone).length;
  return { aligned: count('aligned'), warning: count('warning'), loose: count('loose') };
};

test('Figure 1: six links, one of them with a finding, and a loose end on either side', async () => {
  const { picture } = await (await figuresWorld()).app.readAlignment();
  const { map, lines } = drawn(picture);
  expect(map.stories.map(({ story }) => story.item.id)).toEqual([1, 2, 3, 4, 5]);
  // Threats stand near their stories; the one without comes last.
  expect(map.threats.map(({ threat }) => threat.title.slice(0, 9))).toEqual([
    'Card data',
    'A signed-',
    'Passwords',
    'A copy of',
  ]);
  expect(tones(lines)).toEqual({ aligned: 5, warning: 1, loose: 2 });
});

test('a link to a story that is gone leaves its threat as a loose end', async () => {
  const { app, backlog } = await figuresWorld();
  backlog.setState(4, 'Removed');
  const { map, lines } = drawn((await app.readAlignment()).picture);
  expect(map.stories.map(({ story }) => story.item.id)).not.toContain(4);
  expect(tones(lines)).toEqual({ aligned: 3, warning: 1, loose: 3 });
});

test('a box that is folded away has no lines', async () => {
  const { picture } = await (await figuresWorld()).app.readAlignment();
  const map = figureMap(picture, checkAlignment(picture));
  expect(linesOf(map, new Map())).toEqual([]);
});
