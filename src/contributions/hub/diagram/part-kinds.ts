/** What can be drawn: the plain kinds of a data flow diagram, and every type of the knowledge packages. Pure. */
import { elementSize } from '../../../core/diagram/layout';
import type { PartId } from '../../../core/diagram/picture';
import type { EntityType, KnowledgePackage, KnowledgeProperty, RootType } from '../../../core/kb/package';
import type { Boundary, Element, Flow } from '../../../core/model/diagram-parts';
import type { Model } from '../../../core/model/model';

export type DrawKind = Element['kind'] | 'boundary';
export interface PaletteEntry {
  readonly key: string;
  readonly kind: DrawKind;
  readonly label: string;
  /** Absent for the plain kind. */
  readonly type?: { readonly id: string; readonly name: string };
}

export const plainKinds: readonly PaletteEntry[] = [
  { key: 'process', kind: 'process', label: 'Process' },
  { key: 'store', kind: 'store', label: 'Data store' },
  { key: 'external', kind: 'external', label: 'External entity' },
  { key: 'boundary', kind: 'boundary', label: 'Trust boundary' },
];

const kindOf: Readonly<Partial<Record<RootType, DrawKind>>> = {
  'external-interactor': 'external',
  process: 'process',
  'data-store': 'store',
  'trust-boundary': 'boundary',
};
/** The roots are the plain kinds already. */
const roots: ReadonlySet<string> = new Set([
  'external-interactor',
  'process',
  'data-store',
  'data-flow',
  'trust-boundary',
]);

/** Each type once: packages that extend another one hold its types too. */
export function entityTypes(packages: readonly KnowledgePackage[]): readonly EntityType[] {
  const types = new Map(
    packages.flatMap((known) => known.entityTypes.map((type) => [type.id, type] as const)),
  );
  return [...types.values()]
    .filter(({ id }) => !roots.has(id))
    .sort((a, b) => a.name.localeCompare(b.name, 'en'));
}

export function paletteTypes(packages: readonly KnowledgePackage[], text: string): readonly PaletteEntry[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  return entityTypes(packages).flatMap(({ id, name, base }): PaletteEntry[] => {
    const kind = kindOf[base];
    if (!kind || !words.every((word) => name.toLowerCase().includes(word))) return [];
    return [{ key: `type:${id}`, kind, label: name, type: { id, name } }];
  });
}

/** Diagram units. */
export const sizeOf = (kind: DrawKind) => (kind === 'boundary' ? { width: 320, height: 220 } : elementSize);

export type Part =
  | { readonly kind: 'element'; readonly thing: Element }
  | { readonly kind: 'flow'; readonly thing: Flow }
  | { readonly kind: 'boundary'; readonly thing: Boundary };

export function partOf(model: Model, id: string): Part | undefined {
  const key = id as PartId;
  const element = model.element.get(key as Element['id']);
  if (element) return { kind: 'element', thing: element };
  const flow = model.flow.get(key as Flow['id']);
  if (flow) return { kind: 'flow', thing: flow };
  const boundary = model.boundary.get(key as Boundary['id']);
  return boundary && { kind: 'boundary', thing: boundary };
}

const rootOfKind: Readonly<Record<Element['kind'], RootType>> = {
  process: 'process',
  store: 'data-store',
  external: 'external-interactor',
};
export function rootOf(part: Part): RootType {
  if (part.kind === 'element') return rootOfKind[part.thing.kind];
  return part.kind === 'flow' ? 'data-flow' : 'trust-boundary';
}

/** What the packages ask about a part of its type, each property once. */
export function propertiesOf(
  packages: readonly KnowledgePackage[],
  part: Part,
): readonly KnowledgeProperty[] {
  const root = rootOf(part);
  const name = (part.thing.type?.id ?? root).toLowerCase();
  const found = new Map<string, KnowledgeProperty>();
  for (const known of packages) {
    const type =
      known.entityTypes.find((each) => each.base === root && (each.id === name || each.names.has(name))) ??
      known.entityTypes.find(({ id }) => id === root);
    const wanted = new Set(type?.properties ?? []);
    for (const property of known.properties) if (wanted.has(property.id)) found.set(property.id, property);
  }
  return [...found.values()];
}

/** The value of the property as the model says it; empty = nobody said. */
export function saidValue(part: Part, { names, values }: KnowledgeProperty): string {
  const said =
    Object.entries(part.thing.properties).find(([name]) => names.has(name.toLowerCase()))?.[1] ?? '';
  const word = said.trim().toLowerCase();
  return values.find((each) => each.names.has(word))?.id ?? said;
}
