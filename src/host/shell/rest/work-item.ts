/** Work items as REST gives them, and safe readers of their fields. */

export interface Relation {
  readonly rel: string;
  readonly url: string;
  /** Always there from the server; extensions may leave it out of a new link. */
  readonly attributes?: Readonly<Record<string, unknown>>;
}

export interface WorkItem {
  readonly id: number;
  readonly rev: number;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly relations?: readonly Relation[];
  /** Field to "Markdown" for long texts that are not HTML. */
  readonly multilineFieldsFormat?: Readonly<Record<string, string>>;
  readonly url: string;
}

export interface Identity {
  readonly displayName: string;
  readonly uniqueName: string;
}

export const field = {
  title: 'System.Title',
  state: 'System.State',
  type: 'System.WorkItemType',
  assignedTo: 'System.AssignedTo',
  area: 'System.AreaPath',
  iteration: 'System.IterationPath',
  tags: 'System.Tags',
  parent: 'System.Parent',
  description: 'System.Description',
  reason: 'System.Reason',
  changedDate: 'System.ChangedDate',
  boardColumn: 'System.BoardColumn',
  boardColumnDone: 'System.BoardColumnDone',
  boardLane: 'System.BoardLane',
  acceptanceCriteria: 'Microsoft.VSTS.Common.AcceptanceCriteria',
  priority: 'Microsoft.VSTS.Common.Priority',
  remainingWork: 'Microsoft.VSTS.Scheduling.RemainingWork',
} as const;

export function textOf(item: WorkItem, name: string): string {
  const value = item.fields[name];
  return typeof value === 'string' ? value : '';
}

export function numberOf(item: WorkItem, name: string): number | undefined {
  const value = item.fields[name];
  return typeof value === 'number' ? value : undefined;
}

export function identityOf(item: WorkItem, name: string): Identity | undefined {
  const value = item.fields[name];
  if (typeof value === 'string' && value !== '') return { displayName: value, uniqueName: value };
  if (typeof value !== 'object' || value === null || !('displayName' in value)) return undefined;
  const uniqueName = 'uniqueName' in value ? String(value.uniqueName) : '';
  return { displayName: String(value.displayName), uniqueName };
}

/** System.Tags is one string "a; b". */
export function tagsIn(text: string): string[] {
  return text
    .split(/[;,]/)
    .map((tag) => tag.trim())
    .filter((tag) => tag !== '');
}

export function tagsOf(item: WorkItem): string[] {
  return tagsIn(textOf(item, field.tags));
}

/** The last part of an area or iteration path. */
export function leafOf(path: string): string {
  return path.slice(path.lastIndexOf('\\') + 1);
}

export type PatchOperation =
  | { readonly op: 'test'; readonly path: '/rev'; readonly value: number }
  | { readonly op: 'add'; readonly path: string; readonly value: unknown }
  | { readonly op: 'remove'; readonly path: string };

/** Unsaved changes of links. */
export interface RelationEdits {
  readonly added: readonly Relation[];
  readonly removed: readonly Relation[];
}

export const noRelationEdits: RelationEdits = { added: [], removed: [] };

/** Two relations are the same link when kind and target agree; comments and ids do not count, as on the original. */
export function isSameRelation(a: Relation, b: Relation): boolean {
  return a.rel === b.rel && a.url.toLowerCase() === b.url.toLowerCase();
}

/**
 * Removals first and from the end, since each one moves the places after it; then additions.
 * @param current the relations of the revision that the same patch tests for
 */
export function relationOperations(current: readonly Relation[], edits: RelationEdits): PatchOperation[] {
  const places = edits.removed
    .map((gone) => current.findIndex((each) => isSameRelation(each, gone)))
    .filter((place) => place >= 0)
    .sort((a, b) => b - a);
  return [
    ...places.map((place): PatchOperation => ({ op: 'remove', path: `/relations/${place}` })),
    ...edits.added.map((value): PatchOperation => ({
      op: 'add',
      path: '/relations/-',
      value: { ...value, attributes: value.attributes ?? {} },
    })),
  ];
}

/** Sets fields; null empties one. "remove" must carry no value, an identity is emptied by an added "". */
export function fieldOperations(changes: Readonly<Record<string, unknown>>): PatchOperation[] {
  return Object.entries(changes).map(([name, value]): PatchOperation => {
    const path = `/fields/${name}`;
    return value === null ? { op: 'remove', path } : { op: 'add', path, value };
  });
}
