/** Connects the app to an organisation from the command line, with a token from the environment. */
import { randomUUID } from 'node:crypto';
import { AzdoBacklog } from '../adapters/azdo/azdo-backlog';
import { AzdoBoards } from '../adapters/azdo/azdo-boards';
import { AzdoTestCases } from '../adapters/azdo/azdo-test-cases';
import { createNodeHttp } from '../adapters/azdo/node-http';
import { RestDocuments } from '../adapters/azdo/rest-documents';
import { extensionDataRoot } from './extension-data-root';
import { createApp } from '../app/app';
import type { App } from '../app/app';
import type { Ports } from '../app/ports';
import { CommandError } from './command-error';
import type { CommandWorld } from './console';
import { sayWaits } from './say-waits';
import { signedIn } from './signed-in';

/** The published extension; another publisher's copy is named by --publisher. */
const defaultPublisher = 'without';
const extension = 'without';

export interface Target {
  /** Collection URL, e.g. https://dev.azure.com/contoso or http://127.0.0.1:8080/local. */
  readonly org: string;
  readonly project: string;
  readonly publisher: string | undefined;
}

export interface Connection {
  readonly app: App;
  readonly ports: Ports;
  readonly projectId: string;
  /** Extension data lies below the collection's own address, as on a server of one's own. */
  readonly inCollection: boolean;
}

/** Spares a request where an earlier run has learned that data lies `inCollection`. Rejects with CommandError for a bad address or a missing token, with AccessError when the service says no. */
export async function connect(
  target: Target,
  world: Pick<CommandWorld, 'environment'> & Partial<Pick<CommandWorld, 'err'>>,
  known: { readonly inCollection: boolean } = { inCollection: false },
): Promise<Connection> {
  const token = world.environment['WITHOUT_TOKEN'];
  if (!token)
    throw new CommandError('Set the environment variable WITHOUT_TOKEN to a personal access token.');
  if (!URL.canParse(target.org)) {
    throw new CommandError('--org must be an address like https://dev.azure.com/contoso.');
  }
  const root = `${target.org.replace(/\/+$/, '')}/`;
  const onWait = world.err && sayWaits(world.err);
  const { http, person, personId } = signedIn(createNodeHttp({ org: root, token, onWait }), root);
  const backlog = new AzdoBacklog({ http, root, project: target.project });
  const [{ id: projectId }, dataRoot] = await Promise.all([
    backlog.project(),
    known.inCollection ? root : extensionDataRoot(http, root),
  ]);
  const publisher = target.publisher ?? defaultPublisher;
  const ports: Ports = {
    documents: new RestDocuments({ http, root: dataRoot, publisher, extension }),
    backlog,
    boards: new AzdoBoards({ http, root, project: target.project }),
    testCases: new AzdoTestCases({ http, root, project: target.project }),
    clock: { now: () => new Date().toISOString() },
    newId: randomUUID,
    person,
    personId,
  };
  return {
    ports,
    projectId,
    inCollection: dataRoot === root,
    app: createApp(ports, { projectId, hubId: `${publisher}.${extension}.hub` }),
  };
}
