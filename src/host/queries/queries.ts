/** Saved queries and their folders: one tree that the project shares, and one of each person. */
import { guidOf } from '../organisation/identifiers';
import type { Project, User } from '../organisation/types';
import { kind, type Reader, type Transaction } from '../store/store';

export interface StoredQuery {
  readonly id: string;
  readonly projectId: string;
  /** The id of the folder that holds it; the roots have none and are not stored. */
  readonly parentId: string;
  readonly name: string;
  /** Null for a folder. */
  readonly wiql: string | null;
  /** Whose it is; null for everybody's. */
  readonly ownerId: string | null;
  readonly createdBy: string;
  readonly createdAt: string;
  readonly modifiedBy: string;
  readonly modifiedAt: string;
  readonly executedBy?: string;
  readonly executedAt?: string;
  readonly isDeleted?: true;
}

/** A folder, a query or one of the two roots. */
export interface QueryItem {
  readonly id: string;
  readonly name: string;
  /** "Shared Queries/Team/Open bugs". */
  readonly path: string;
  readonly isPublic: boolean;
  readonly isFolder: boolean;
  readonly isDeleted: boolean;
  /** Undefined for a root. */
  readonly stored: StoredQuery | undefined;
}

/** Who looks, and into which project. */
export interface Looker {
  readonly project: Project;
  readonly user: User;
}

export type Deleted = 'included' | 'excluded';

const queries = kind<StoredQuery>('query');

export function rootsOf({ project, user }: Looker): readonly [mine: QueryItem, shared: QueryItem] {
  const root = (id: string, name: string, isPublic: boolean): QueryItem => ({
    id: guidOf(id),
    name,
    path: name,
    isPublic,
    isFolder: true,
    isDeleted: false,
    stored: undefined,
  });
  return [
    root(`queries:${project.id}:${user.id}`, 'My Queries', false),
    root(`queries:${project.id}`, 'Shared Queries', true),
  ];
}

/** Folders first, each kind by name. Queries of other people are not there. */
export function childrenOf(reader: Reader, parent: QueryItem, deleted: Deleted): readonly QueryItem[] {
  return reader
    .all(queries)
    .filter((one) => one.parentId === parent.id && (deleted === 'included' || one.isDeleted !== true))
    .map((one) => itemOf(one, parent))
    .sort((a, b) => Number(b.isFolder) - Number(a.isFolder) || a.name.localeCompare(b.name));
}

function itemOf(stored: StoredQuery, parent: QueryItem): QueryItem {
  return {
    id: stored.id,
    name: stored.name,
    path: `${parent.path}/${stored.name}`,
    isPublic: parent.isPublic,
    isFolder: stored.wiql === null,
    isDeleted: stored.isDeleted === true,
    stored,
  };
}

/** By GUID or path; what lies in the tree of somebody else is not found. */
export function findQuery(
  reader: Reader,
  looker: Looker,
  text: string,
  deleted: Deleted,
): QueryItem | undefined {
  const roots = rootsOf(looker);
  const byId =
    roots.find((root) => root.id === text.toLowerCase()) ?? findById(reader, looker, text, deleted);
  if (byId) return byId;
  const [first = '', ...names] = text.split(/[/\\]/).filter((part) => part !== '');
  let at = roots.find((root) => root.name.toLowerCase() === first.toLowerCase());
  for (const name of names) {
    const wanted = name.toLowerCase();
    at = at && childrenOf(reader, at, deleted).find((child) => child.name.toLowerCase() === wanted);
  }
  return at;
}

function findById(reader: Reader, looker: Looker, id: string, deleted: Deleted): QueryItem | undefined {
  const stored = reader.get(queries, id.toLowerCase());
  if (!stored || stored.projectId !== looker.project.id) return undefined;
  if (stored.isDeleted === true && deleted === 'excluded') return undefined;
  const parent =
    rootsOf(looker).find((root) => root.id === stored.parentId) ??
    findById(reader, looker, stored.parentId, 'included');
  return parent && itemOf(stored, parent);
}

/** Everything below an item, the item itself not included. */
export function descendantsOf(reader: Reader, item: QueryItem, deleted: Deleted): readonly QueryItem[] {
  return childrenOf(reader, item, deleted).flatMap((child) => [
    child,
    ...descendantsOf(reader, child, deleted),
  ]);
}

export function keepQuery(tx: Transaction, query: StoredQuery): void {
  tx.put(queries, query.id, query);
}
