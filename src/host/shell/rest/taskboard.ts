/** The taskboard of a sprint as the team set it: its columns, and in which of them each item stands. */
import type { Connection, Listed } from './connection';

export interface TaskColumn {
  readonly id: string;
  readonly name: string;
  readonly order: number;
  readonly mappings: readonly { readonly workItemType: string; readonly state: string }[];
}

export interface TaskboardSetup {
  readonly columns: readonly TaskColumn[];
  /** The id of the column by the id of the item; an item that stands in none is missing. */
  readonly places: ReadonlyMap<number, string>;
}

export interface Taskboard {
  read(iterationId: string): Promise<TaskboardSetup>;
  /** Moves an item into a column, whose state it takes. @throws ServerProblem */
  move(iterationId: string, item: number, column: TaskColumn): Promise<void>;
}

/** @param work the address of the team's work below the organisation. */
export function taskboardOver(connection: Connection, work: string): Taskboard {
  return {
    async read(iterationId) {
      const [{ columns }, placed] = await Promise.all([
        connection.send<{ readonly columns: readonly TaskColumn[] }>({
          path: `${work}/taskboardcolumns`,
          apiVersion: '7.1-preview.1',
        }),
        connection.send<Listed<{ readonly workItemId: number; readonly columnId: string }>>({
          path: `${work}/taskboardworkitems/${iterationId}`,
          apiVersion: '7.1-preview.1',
        }),
      ]);
      return {
        columns: [...columns].sort((a, b) => a.order - b.order),
        places: new Map(placed.value.map(({ workItemId, columnId }) => [workItemId, columnId])),
      };
    },
    async move(iterationId, item, { name }) {
      await connection.send({
        method: 'PATCH',
        path: `${work}/taskboardworkitems/${iterationId}/${item}`,
        apiVersion: '7.1-preview.1',
        body: { newColumn: name },
      });
    },
  };
}
