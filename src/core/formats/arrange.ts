/** Places for systems whose file has no coordinates: what a zone holds stands in rows inside its box. */
import type { Rectangle } from '../model/parts';

/** Diagram units. */
const leaf = { width: 140, height: 70 };
const gap = 60;
/** Room for the name of a zone. */
const head = 40;

export interface Nested {
  readonly key: string;
  readonly kind: 'zone' | 'part';
  /** The zone that holds it; undefined or unknown = none. */
  readonly parent: string | undefined;
}

interface Sized {
  readonly width: number;
  readonly height: number;
  /** Of everything inside, from the own corner. */
  readonly boxes: ReadonlyMap<string, Rectangle>;
}

class Arranger {
  readonly #children = new Map<string, Nested[]>();

  constructor(items: readonly Nested[]) {
    const zones = new Set(items.filter(({ kind }) => kind === 'zone').map(({ key }) => key));
    const parents = new Map(items.map(({ key, parent }) => [key, parent]));
    for (const item of items) {
      const parent =
        item.parent !== undefined && zones.has(item.parent) && !loops(item.key, parents) ? item.parent : '';
      const there = this.#children.get(parent);
      if (there) there.push(item);
      else this.#children.set(parent, [item]);
    }
  }

  /** The children of a zone side by side, as near to a square as rows allow. */
  place(zone: string): Sized {
    const children = (this.#children.get(zone) ?? []).map((child) => [child, this.size(child)] as const);
    const perRow = Math.max(1, Math.ceil(Math.sqrt(children.length)));
    const boxes = new Map<string, Rectangle>();
    let [x, y, rowHeight, width] = [0, 0, 0, 0];
    children.forEach(([child, size], at) => {
      if (at > 0 && at % perRow === 0) [x, y, rowHeight] = [0, y + rowHeight + gap, 0];
      boxes.set(child.key, { x, y, width: size.width, height: size.height });
      for (const [key, box] of size.boxes) boxes.set(key, { ...box, x: box.x + x, y: box.y + y });
      x += size.width + gap;
      rowHeight = Math.max(rowHeight, size.height);
      width = Math.max(width, x - gap);
    });
    return { width, height: y + rowHeight, boxes };
  }

  private size(item: Nested): Sized {
    if (item.kind === 'part') return { ...leaf, boxes: new Map() };
    const inner = this.place(item.key);
    const [width, height] = [Math.max(inner.width, leaf.width), Math.max(inner.height, leaf.height)];
    const boxes = new Map(
      [...inner.boxes].map(([key, box]) => [key, { ...box, x: box.x + gap / 2, y: box.y + head }]),
    );
    return { width: width + gap, height: height + head + gap / 2, boxes };
  }
}

/** Zones that hold one another would never end. */
function loops(start: string, parents: ReadonlyMap<string, string | undefined>): boolean {
  const seen = new Set([start]);
  for (let at = parents.get(start); at !== undefined; at = parents.get(at)) {
    if (seen.has(at)) return true;
    seen.add(at);
  }
  return false;
}

/** A box for every key. Zones deeper than the limits of the readers do not come here. O(items * depth). */
export function arrange(items: readonly Nested[]): ReadonlyMap<string, Rectangle> {
  return new Arranger(items).place('').boxes;
}
