/** Says where on the backlog an element is built. */
import type { Element } from '../diagram-parts';
import type { Edit } from '../edit';

export type MappedTo = NonNullable<Element['backlog']>;

/** Undefined = anywhere. */
export function mapElement(element: Element, to: MappedTo | undefined): Edit {
  const { backlog: _before, ...rest } = element;
  return { label: `Map ${element.name}`, element: { put: [to ? { ...rest, backlog: to } : rest] } };
}
