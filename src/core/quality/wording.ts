/** How weaknesses name things, and which facts a drawn thing states. */
import type { Boundary, Element, Flow } from '../model/diagram-parts';

/** Longer names would bury the sentence. Characters. */
const longest = 100;

/** “Orders”. */
export function quoted(text: string): string {
  const characters = [...text.replace(/\s+/g, ' ').trim()];
  const short = characters.length <= longest ? characters : [...characters.slice(0, longest - 1), '…'];
  return `“${short.join('')}”`;
}

export const inScope = (thing: Element | Flow | Boundary): boolean => thing.outOfScope === undefined;

/** What the sources write when nobody chose. */
const nothing = /^(|select|none selected|not selected|unknown|-)$/i;

/** Whether a property whose name fits says something. */
export function states(thing: Element | Flow | Boundary, name: RegExp): boolean {
  return Object.entries(thing.properties).some(
    ([key, value]) => name.test(key) && !nothing.test(value.trim()),
  );
}

/** Things that share a name, but for case and spaces; only groups of two and more. */
export function sameNames<T>(things: Iterable<T>, nameOf: (thing: T) => string): readonly (readonly T[])[] {
  const groups = new Map<string, T[]>();
  for (const thing of things) {
    const name = nameOf(thing).toLowerCase().replace(/\s+/g, ' ').trim();
    if (name !== '') groups.set(name, [...(groups.get(name) ?? []), thing]);
  }
  return [...groups.values()].filter((group) => group.length > 1);
}
