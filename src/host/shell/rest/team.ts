/** Boards, sprints and paths of the team. */
import { readBoardSetup, type BoardSetup } from './board';
import type { Connection, Listed } from './connection';

export interface Iteration {
  readonly id: string;
  readonly name: string;
  readonly path: string;
  readonly attributes: {
    readonly startDate?: string | null;
    readonly finishDate?: string | null;
    readonly timeFrame?: string;
  };
}

interface ClassificationNode {
  readonly name: string;
  readonly structureType: string;
  readonly children?: readonly ClassificationNode[];
}

export interface Paths {
  readonly areas: readonly string[];
  readonly iterations: readonly string[];
}

export interface TeamReader {
  /** The board of a backlog level, by its name. */
  board(name: string): Promise<BoardSetup>;
  /** Sprints of the team in time order. */
  iterations(): Promise<readonly Iteration[]>;
  /** Every area and iteration path of the project, parents before children. */
  paths(): Promise<Paths>;
}

/** All paths of a tree of nodes, with "\" between the names. */
export function pathsOf(node: ClassificationNode, prefix = ''): string[] {
  const path = prefix === '' ? node.name : `${prefix}\\${node.name}`;
  return [path, ...(node.children ?? []).flatMap((child) => pathsOf(child, path))];
}

export function teamReader(connection: Connection, project: string, team: string): TeamReader {
  const root = `/${encodeURIComponent(project)}`;
  const work = `${root}/${encodeURIComponent(team)}/_apis/work`;
  return {
    board: (name) => readBoardSetup(connection, work, name),
    async iterations() {
      return (await connection.send<Listed<Iteration>>({ path: `${work}/teamsettings/iterations` })).value;
    },
    async paths() {
      const path = `${root}/_apis/wit/classificationnodes?$depth=10`;
      const { value } = await connection.send<Listed<ClassificationNode>>({ path });
      const under = (kind: string): string[] =>
        value.filter((node) => node.structureType === kind).flatMap((node) => pathsOf(node));
      return { areas: under('area'), iterations: under('iteration') };
    },
  };
}
