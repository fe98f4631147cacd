/** Saved queries and their folders over REST. */
import type { Connection, Listed } from './connection';

/** A query, a folder or one of the two roots. */
export interface QueryItem {
  readonly id: string;
  readonly name: string;
  /** "Shared Queries/Team/Open bugs". */
  readonly path: string;
  readonly isPublic: boolean;
  readonly isFolder?: boolean;
  readonly hasChildren?: boolean;
  readonly children?: readonly QueryItem[];
  readonly wiql?: string;
  readonly lastModifiedBy?: { readonly displayName: string } | null;
  readonly lastModifiedDate?: string;
}

export type NewQueryItem =
  { readonly name: string; readonly wiql: string } | { readonly name: string; readonly isFolder: true };

export interface Queries {
  /** Both roots with everything below them. */
  tree(): Promise<readonly QueryItem[]>;
  read(id: string): Promise<QueryItem>;
  /** @param folder id of the folder that gets it */
  create(folder: string, item: NewQueryItem): Promise<QueryItem>;
  change(id: string, changes: { readonly name?: string; readonly wiql?: string }): Promise<QueryItem>;
  remove(id: string): Promise<void>;
}

export function queriesOver(connection: Connection, project: string): Queries {
  const root = `/${encodeURIComponent(project)}/_apis/wit/queries`;
  const read = (id: string, depth: number): Promise<QueryItem> =>
    connection.send({ path: `${root}/${encodeURIComponent(id)}?$depth=${depth}&$expand=wiql` });
  /** The server gives two levels at once and no more. */
  async function whole(item: QueryItem): Promise<QueryItem> {
    if (item.isFolder !== true || item.hasChildren !== true) return item;
    const children = item.children ?? (await read(item.id, 2)).children ?? [];
    return { ...item, children: await Promise.all(children.map(whole)) };
  }
  return {
    async tree() {
      const path = `${root}?$depth=2&$expand=wiql`;
      return Promise.all((await connection.send<Listed<QueryItem>>({ path })).value.map(whole));
    },
    read: (id) => read(id, 0),
    create: (folder, body) =>
      connection.send({ method: 'POST', path: `${root}/${encodeURIComponent(folder)}`, body }),
    change: (id, body) =>
      connection.send({ method: 'PATCH', path: `${root}/${encodeURIComponent(id)}`, body }),
    remove: (id) => connection.send({ method: 'DELETE', path: `${root}/${encodeURIComponent(id)}` }),
  };
}
