/** Sorts relations of a work item into the groups a person knows: parent, children, related, hyperlinks, others. */
import type { Relation } from '../../rest/work-item';

export interface RelationGroup {
  readonly title: string;
  readonly items: readonly { readonly id: number; readonly relation: Relation }[];
  readonly others: readonly Relation[];
}

const titles: Readonly<Record<string, string>> = {
  'System.LinkTypes.Hierarchy-Reverse': 'Parent',
  'System.LinkTypes.Hierarchy-Forward': 'Child',
  'System.LinkTypes.Related': 'Related',
  'System.LinkTypes.Dependency-Forward': 'Successor',
  'System.LinkTypes.Dependency-Reverse': 'Predecessor',
  Hyperlink: 'Hyperlink',
  AttachedFile: 'Attachment',
};
const order = Object.values(titles);

/** The id in a relation's URL; undefined where it points at something else than a work item. */
export function linkedId(relation: Relation): number | undefined {
  const match = relation.rel.includes('.') ? /\/workitems\/(\d+)$/i.exec(relation.url) : null;
  return match ? Number(match[1]) : undefined;
}

function titleOf(relation: Relation): string {
  const name = relation.attributes?.['name'];
  return titles[relation.rel] ?? (typeof name === 'string' ? name : relation.rel.replace(/^.*\./, ''));
}

export function relationGroups(relations: readonly Relation[]): RelationGroup[] {
  const groups = new Map<string, { items: { id: number; relation: Relation }[]; others: Relation[] }>();
  for (const relation of relations) {
    const title = titleOf(relation);
    const group = groups.get(title) ?? { items: [], others: [] };
    const id = linkedId(relation);
    if (id === undefined) group.others.push(relation);
    else group.items.push({ id, relation });
    groups.set(title, group);
  }
  const place = (title: string): number => (order.includes(title) ? order.indexOf(title) : order.length);
  return [...groups]
    .map(([title, group]) => ({ title, ...group }))
    .sort((a, b) => place(a.title) - place(b.title));
}
