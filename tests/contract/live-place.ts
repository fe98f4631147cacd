/** Where a contract suite runs: the real organisation of the environment, or a local one of its own. */
import { getBearerHandler, getPersonalAccessTokenHandler, WebApi } from 'azure-devops-node-api';
import type { Http } from '../../src/adapters/azdo/http';
import { createNodeHttp } from '../../src/adapters/azdo/node-http';
import type { ProcessKey } from '../../src/host/processes/process';
import { liveOrganisation } from '../fixtures/live-organisation';
import { ownerHttp, ownerToken, startLocalHost } from '../fixtures/local-host';

export const live = liveOrganisation();

export interface Place {
  readonly http: Http;
  /** The collection's address, ending in a slash. */
  readonly root: string;
  readonly project: string;
  readonly team: string;
  /** Microsoft's own client. */
  readonly client: WebApi;
  /** A real organisation is put right again: these work items are deleted. A local one goes away as it is. */
  close(made: readonly number[]): Promise<void>;
}

/** @param process of the local organisation; a real one has its own. */
export async function openPlace(
  seed: 'empty' | 'figures' = 'empty',
  process: ProcessKey = 'agile',
): Promise<Place> {
  if (live === undefined) {
    const host = await startLocalHost(seed, process);
    return {
      ...ownerHttp(host),
      project: 'Shop',
      team: 'Shop Team',
      client: new WebApi(host.collectionUrl, getBearerHandler(ownerToken)),
      close: () => host.close(),
    };
  }
  const { url, token, project, team } = live;
  const root = `${url}/`;
  const http = createNodeHttp({ org: root, token });
  return {
    http,
    root,
    project,
    team,
    client: new WebApi(url, getPersonalAccessTokenHandler(token)),
    close: async (made) => {
      const items = `${root}${encodeURIComponent(project)}/_apis/wit/workitems`;
      for (const id of new Set(made))
        await http.send({ method: 'DELETE', url: `${items}/${id}?api-version=7.1` });
    },
  };
}
