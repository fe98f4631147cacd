/** The part of a system that some places are about, ready to be drawn and to be said. */
import type { Boundary, Diagram, Element, Flow } from '../model/diagram-parts';
import type { DiagramId } from '../model/ids';
import type { Model } from '../model/model';
import type { Place } from '../model/threat';
import { excerptOf } from './excerpt';
import type { Marks } from './excerpt';
import { drawPicture } from './picture';
import type { Picture, Worry } from './picture';
import { pictureInWords } from './picture-words';

export interface PartPicture {
  readonly diagram: Diagram;
  readonly picture: Picture;
  /** The places themselves. */
  readonly marks: Marks;
  /** What the picture says, a sentence for each part. */
  readonly words: readonly string[];
  /** Places that it leaves out: they stand on another diagram or on none, or it would have become too large. */
  readonly elsewhere: number;
}

/** Elements; more is a poster, and nobody reads it beside a list of threats. */
const most = 24;

/** The diagrams that show an element, a flow or a boundary, by its id: a flow is drawn where its ends are. */
export function diagramsShowing(model: Model, id: string): readonly DiagramId[] {
  const elements: ReadonlyMap<string, Element> = model.element;
  const flows: ReadonlyMap<string, Flow> = model.flow;
  const boundaries: ReadonlyMap<string, Boundary> = model.boundary;
  const flow = flows.get(id);
  const ends = [flow?.source, flow?.target].map((end) => (end ? model.element.get(end)?.drawing : undefined));
  const drawn = [elements.get(id)?.drawing, boundaries.get(id)?.drawing, flow?.drawing, ...ends];
  return [...new Set(drawn.flatMap((drawing) => drawing?.diagram ?? []))];
}

/** The one that shows most of the places; the first of equals. */
function bestDiagram(model: Model, parts: Iterable<string>): Diagram | undefined {
  const counts = new Map<DiagramId, number>();
  for (const part of parts)
    for (const id of diagramsShowing(model, part)) counts.set(id, (counts.get(id) ?? 0) + 1);
  const [best] = [...counts].sort(([, a], [, b]) => b - a);
  return best && model.diagram.get(best[0]);
}

/** With the flows around the places where there is room for them, else the places alone, else the first of them. */
function fitting(picture: Picture, ids: readonly string[]): Picture | undefined {
  const all = new Set(ids);
  const first = new Set(ids.slice(0, most / 2));
  const tries = [() => excerptOf(picture, all), () => excerptOf(picture, all, 'alone')];
  for (const each of tries) {
    const excerpt = each();
    if (!excerpt || excerpt.elements.length <= most) return excerpt;
  }
  return excerptOf(picture, first, 'alone');
}

/**
 * `places`: the most important first, each may come several times. Undefined where no diagram shows any of them.
 * O(elements x boundaries + flows).
 */
export function pictureOfPlaces(
  model: Model,
  places: readonly Place[],
  worryAt: (place: Place) => Worry,
): PartPicture | undefined {
  const own = new Set<string>(places.flatMap((place) => (place.kind === 'model' ? [] : place.id)));
  const diagram = bestDiagram(model, own);
  if (!diagram) return undefined;
  const picture = fitting(drawPicture(model, diagram.id, worryAt), [...own]);
  if (!picture) return undefined;
  const shown = [...picture.elements, ...picture.lines, ...picture.boundaries].filter(({ id }) =>
    own.has(id),
  );
  const marks: Marks = new Map(shown.map(({ id }) => [id, 'strike']));
  const words = pictureInWords(picture, marks);
  return { diagram, picture, marks, words, elsewhere: own.size - shown.length };
}
