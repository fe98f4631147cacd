import * as React from 'react';
import { say } from '../../overlays/overlay-stack';
import { pathOf } from '../../page/routing';
import { useShell, type Shell } from '../../page/shell';
import { sentenceOf } from '../../rest/connection';
import { queriesOver, type Queries, type QueryItem } from '../../rest/queries';

/** Saved queries as the person of the shell reaches them. */
export function useQueries(): Queries {
  const { connection, bootstrap } = useShell();
  const { name } = bootstrap.project;
  return React.useMemo(() => queriesOver(connection, name), [connection, name]);
}

/** The address of a saved query. */
export function addressOfQuery({ bootstrap }: Shell, id: string): string {
  return pathOf(bootstrap.organisation.name, bootstrap.project.name, '_queries', 'query', id);
}

/** What actions and tabs are told of a query. */
export function toldQuery(item: QueryItem | undefined, wiql: string): Readonly<Record<string, unknown>> {
  return {
    ...(item
      ? {
          id: item.id,
          name: item.name,
          path: item.path,
          isPublic: item.isPublic,
          isFolder: item.isFolder === true,
        }
      : {}),
    wiql,
    queryText: wiql,
  };
}

/** Says what went wrong. @returns whether it went well. */
export async function attempt(shell: Shell, work: () => Promise<unknown>): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (problem) {
    say(shell.overlays, sentenceOf(problem));
    return false;
  }
}
