/** Reads and writes work items; every write carries a test of /rev, so nobody's change is overwritten unseen. */
import type { Connection, Listed } from './connection';
import type { PatchOperation, Relation, RelationEdits, WorkItem } from './work-item';
import { fieldOperations, noRelationEdits, relationOperations } from './work-item';

/** The most ids that one batch read accepts on the original. */
const batchSize = 200;

export interface ItemUpdate {
  readonly id: number;
  readonly rev: number;
  readonly revisedBy?: { readonly displayName: string };
  readonly revisedDate: string;
  readonly fields?: Readonly<Record<string, { readonly oldValue?: unknown; readonly newValue?: unknown }>>;
  readonly relations?: { readonly added?: readonly Relation[]; readonly removed?: readonly Relation[] };
}

export interface Comment {
  readonly id: number;
  readonly text: string;
  readonly createdBy: { readonly displayName: string };
  readonly createdDate: string;
}

export interface NewItem {
  readonly type: string;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly parent?: number;
  readonly relations?: readonly Relation[];
}

export interface QueryColumn {
  readonly referenceName: string;
  readonly name: string;
}

/** A link that a query found; a source of null for an item that stands at the top. */
export interface QueryLink {
  readonly source: number | null;
  readonly target: number;
  /** The type of the link; null at the top. */
  readonly rel: string | null;
}

/** What a query found: a list of ids, or links in the order in which a tree of them is shown. */
export type QueryAnswer = { readonly columns: readonly QueryColumn[] } & (
  | { readonly kind: 'flat'; readonly ids: readonly number[] }
  | { readonly kind: 'links'; readonly links: readonly QueryLink[] }
);

/** The parts of an item that a change needs: what it was when it was read. */
export type ReadItem = Pick<WorkItem, 'id' | 'rev' | 'relations'>;

export interface WorkItems {
  /** Ids in the order of the query. */
  query(wiql: string): Promise<readonly number[]>;
  /** Like `query`, for a text whose kind is not known. */
  ask(wiql: string): Promise<QueryAnswer>;
  /** Items in the order of `ids`; those that do not exist are left out. */
  read(ids: readonly number[], fields: readonly string[]): Promise<WorkItem[]>;
  /** One item with all fields and relations. */
  open(id: number): Promise<WorkItem>;
  change(
    item: ReadItem,
    changes: Readonly<Record<string, unknown>>,
    relations?: RelationEdits,
  ): Promise<WorkItem>;
  /** The fields that a new item of a type begins with, as the rules of its type fill them in. */
  template(type: string): Promise<WorkItem['fields']>;
  create(item: NewItem): Promise<WorkItem>;
  updates(id: number): Promise<readonly ItemUpdate[]>;
  comments(id: number): Promise<readonly Comment[]>;
  comment(id: number, text: string): Promise<void>;
  /** Kinds of links, as the server lists them. */
  relationTypes(): Promise<readonly object[]>;
}

/** Text as a WIQL literal. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** Names as a WIQL list. */
export function quotedList(names: readonly string[]): string {
  return `(${names.map(quoted).join(', ')})`;
}

interface WiqlAnswer {
  readonly columns?: readonly QueryColumn[];
  readonly workItems?: readonly { readonly id: number }[];
  readonly workItemRelations?: readonly {
    readonly rel: string | null;
    readonly source: { readonly id: number } | null;
    readonly target: { readonly id: number } | null;
  }[];
}

async function readChunk(
  connection: Connection,
  root: string,
  body: { ids: readonly number[]; fields: readonly string[] },
) {
  const answer = await connection.send<Listed<WorkItem | null>>({
    method: 'POST',
    path: `${root}/_apis/wit/workitemsbatch`,
    body: { ...body, errorPolicy: 'omit' },
  });
  return answer.value.filter((item): item is WorkItem => item !== null);
}

function parentRelation(collectionUrl: string, parent: number): PatchOperation {
  return {
    op: 'add',
    path: '/relations/-',
    value: {
      rel: 'System.LinkTypes.Hierarchy-Reverse',
      url: `${collectionUrl}/_apis/wit/workItems/${parent}`,
      attributes: {},
    },
  };
}

/** Work items of one project; all methods throw ServerProblem. */
export function workItemsOf(
  connection: Connection,
  place: { readonly project: string; readonly team: string; readonly collectionUrl: string },
): WorkItems {
  const root = `/${encodeURIComponent(place.project)}`;
  const team = `${root}/${encodeURIComponent(place.team)}`;
  const item = (id: number): string => `${root}/_apis/wit/workitems/${id}`;
  const fresh = (type: string): string => `${root}/_apis/wit/workitems/$${encodeURIComponent(type)}`;
  async function ask(wiql: string): Promise<QueryAnswer> {
    const path = `${team}/_apis/wit/wiql`;
    const answer = await connection.send<WiqlAnswer>({ method: 'POST', path, body: { query: wiql } });
    const columns = answer.columns ?? [];
    if (!answer.workItemRelations)
      return { kind: 'flat', columns, ids: (answer.workItems ?? []).map(({ id }) => id) };
    const links = answer.workItemRelations.flatMap(({ rel, source, target }) =>
      target ? [{ rel, source: source?.id ?? null, target: target.id }] : [],
    );
    return { kind: 'links', columns, links };
  }
  return {
    async query(wiql) {
      const answer = await ask(wiql);
      return answer.kind === 'flat' ? answer.ids : [];
    },
    ask,
    async read(ids, fields) {
      const chunks: Promise<WorkItem[]>[] = [];
      for (let start = 0; start < ids.length; start += batchSize) {
        chunks.push(readChunk(connection, root, { ids: ids.slice(start, start + batchSize), fields }));
      }
      return (await Promise.all(chunks)).flat();
    },
    open: (id) => connection.send<WorkItem>({ path: `${item(id)}?$expand=all` }),
    change: ({ id, rev, relations }, changes, edits = noRelationEdits) =>
      connection.send<WorkItem>({
        method: 'PATCH',
        path: `${item(id)}?$expand=all`,
        body: [
          { op: 'test', path: '/rev', value: rev },
          ...fieldOperations(changes),
          ...relationOperations(relations ?? [], edits),
        ],
      }),
    template: async (type) => (await connection.send<WorkItem>({ path: fresh(type) })).fields,
    create: ({ type, fields, parent, relations }) =>
      connection.send<WorkItem>({
        method: 'POST',
        path: `${fresh(type)}?$expand=all`,
        body: [
          ...fieldOperations(fields),
          ...(parent === undefined ? [] : [parentRelation(place.collectionUrl, parent)]),
          ...relationOperations([], { added: relations ?? [], removed: [] }),
        ],
      }),
    async updates(id) {
      return (await connection.send<Listed<ItemUpdate>>({ path: `${item(id)}/updates` })).value;
    },
    async comments(id) {
      const path = `${item(id)}/comments`;
      return (await connection.send<{ comments: readonly Comment[] }>({ path, apiVersion: '7.1-preview.4' }))
        .comments;
    },
    async relationTypes() {
      const path = '/_apis/wit/workitemrelationtypes';
      return (await connection.send<Listed<object>>({ path })).value;
    },
    async comment(id, text) {
      await connection.send({
        method: 'POST',
        path: `${item(id)}/comments`,
        body: { text },
        apiVersion: '7.1-preview.4',
      });
    },
  };
}
