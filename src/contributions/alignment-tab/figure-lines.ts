/** The lines of the drawing: where they run, out of where the boxes stand. */
import * as React from 'react';
import type { FigureMap } from './figure-map';

export interface Line {
  readonly key: string;
  /** The keys of what it touches, for lighting up what belongs together. */
  readonly ends: readonly string[];
  readonly path: string;
  readonly tone: 'aligned' | 'warning' | 'loose';
  /** Where a question mark stands; only at loose ends. */
  readonly mark?: { readonly x: number; readonly y: number };
}

/** Edges of a box in pixels of the drawing. */
export interface Box {
  readonly left: number;
  readonly right: number;
  readonly middle: number;
}

const stub = 26;

/** Between a threat's right edge and a clause's (or story's) left edge, bent so that lines leave boxes straight. */
function curve(from: Box, to: Box): string {
  const bend = Math.max(16, (to.left - from.right) / 2);
  return `M${from.right} ${from.middle} C${from.right + bend} ${from.middle} ${to.left - bend} ${to.middle} ${to.left} ${to.middle}`;
}

/** The lines whose boxes are known; one that is folded away has none. */
export function linesOf(map: FigureMap, boxes: ReadonlyMap<string, Box>): readonly Line[] {
  const lines: Line[] = [];
  for (const { key, threat, to, story, findings } of map.links) {
    const [from, target] = [boxes.get(threat), boxes.get(to)];
    if (!from || !target) continue;
    const tone = findings.length > 0 ? 'warning' : 'aligned';
    lines.push({ key, ends: [threat, to, `s/${story}`], path: curve(from, target), tone });
  }
  for (const { key, findings } of map.threats) {
    const box = boxes.get(key);
    if (!box || findings.length === 0) continue;
    const x = box.right + stub;
    lines.push({
      key,
      ends: [key],
      path: `M${box.right} ${box.middle} H${x}`,
      tone: 'loose',
      mark: { x, y: box.middle },
    });
  }
  for (const { key, findings } of map.stories.flatMap(({ clauses }) => clauses)) {
    const box = boxes.get(key);
    if (!box || findings.length === 0) continue;
    const x = box.left - stub;
    lines.push({
      key,
      ends: [key],
      path: `M${box.left} ${box.middle} H${x}`,
      tone: 'loose',
      mark: { x, y: box.middle },
    });
  }
  return lines;
}

function boxesIn(container: HTMLElement): ReadonlyMap<string, Box> {
  const origin = container.getBoundingClientRect();
  const boxes = new Map<string, Box>();
  for (const element of container.querySelectorAll<HTMLElement>('[data-anchor]')) {
    const box = element.getBoundingClientRect();
    boxes.set(element.dataset['anchor'] ?? '', {
      left: Math.round(box.left - origin.left),
      right: Math.round(box.right - origin.left),
      middle: Math.round(box.top - origin.top + box.height / 2),
    });
  }
  return boxes;
}

/** Lines that follow the boxes in `container` whenever the map or the width changes. */
export function useLines(
  map: FigureMap,
  container: React.RefObject<HTMLElement>,
  shown: number,
): readonly Line[] {
  const [lines, setLines] = React.useState<readonly Line[]>([]);
  React.useLayoutEffect(() => {
    const { current } = container;
    if (!current) return undefined;
    const draw = () => setLines(linesOf(map, boxesIn(current)));
    draw();
    if (typeof ResizeObserver === 'undefined') return undefined;
    const observer = new ResizeObserver(draw);
    observer.observe(current);
    return () => observer.disconnect();
  }, [map, container, shown]);
  return lines;
}
