/** Starts a local Azure DevOps that runs any extension. It listens on 127.0.0.1 only. */
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { ServerClock } from './faults/clock';
import { Faults } from './faults/faults';
import { Throttling } from './faults/throttling';
import { RECORD_VARIABLE, recordTo } from './kernel/record';
import { serve } from './kernel/server';
import { Router } from './kernel/router';
import type { ExtensionSource } from './extensions/read-extension';
import { readExtensions, type InstalledExtension } from './organisation/extensions';
import { ORGANISATION } from './organisation/identifiers';
import { facts, projects } from './organisation/types';
import type { World } from './organisation/world';
import type { ProcessKey } from './processes/process';
import { processes } from './processes/processes';
import { endpoints } from './rest/index';
import { atAddress } from './seeds/at-address';
import type { SeedFile } from './seeds/seed-file';
import { sow } from './seeds/sow';
import { sowOrganisation } from './seeds/sow-organisation';
import { sowDocuments } from './seeds/sow-documents';
import { emptyDataFolder, nowhere, openDatabase } from './store/database';
import { Store } from './store/store';

export interface HostOptions {
  /** 0 takes any free port. */
  readonly port: number;
  /** Where the data lives; null keeps it in memory. */
  readonly dataDir: string | null;
  readonly seed: SeedFile;
  readonly process: ProcessKey;
  /** Empties the data first. */
  readonly fresh: boolean;
  readonly ownerToken: string;
  /** Folders with a merged `vss-extension.json` and the files it names; one that is not built yet is skipped. */
  readonly extensionDirs: readonly string[];
  /** Further extensions, each of which must be there. */
  readonly extensions?: readonly ExtensionSource[];
  /** "blocked" frames extension pages without storage of the browser. */
  readonly storage?: 'allowed' | 'blocked';
  /** The built pages: `index.html` and static files. */
  readonly shellDir: string;
}

export interface RunningHost {
  /** e.g. http://127.0.0.1:8080 */
  readonly origin: string;
  /** e.g. http://127.0.0.1:8080/local */
  readonly collectionUrl: string;
  readonly extensions: readonly InstalledExtension[];
  close(): Promise<void>;
}

/** Changes whenever the stored entities change their shape. */
const LAYOUT = '1';

/** @throws ExtensionRefusal for an extension that cannot be read; Error when the port is taken (code EADDRINUSE), the data belong to something else, or the seed does not fit. */
export async function startHost(options: HostOptions): Promise<RunningHost> {
  const extensions = await readExtensions(options.extensionDirs, options.extensions);
  if (options.fresh && options.dataDir !== null) emptyDataFolder(options.dataDir);
  const store = new Store(options.dataDir === null ? nowhere : openDatabase(options.dataDir));
  const server = createServer();
  try {
    const clock = new ServerClock();
    const closing = new AbortController();
    const origin = `http://127.0.0.1:${await listen(server, options.port)}`;
    const seed = atAddress(options.seed, origin);
    const world = makeWorld(store, { ...options, seed }, { clock, extensions });
    const service = {
      world,
      router: new Router(endpoints),
      endpoints,
      ownerToken: options.ownerToken,
      shellDir: options.shellDir,
      disturbances: { faults: new Faults(), throttling: new Throttling(), clock, closing: closing.signal },
      storage: options.storage ?? ('allowed' as const),
      record: recordTo(process.env[RECORD_VARIABLE]),
    };
    serve(server, service);
    return {
      origin,
      collectionUrl: `${origin}/${ORGANISATION.name}`,
      extensions: world.extensions,
      close: () => {
        closing.abort();
        return close(server, store);
      },
    };
  } catch (error) {
    server.close();
    store.close();
    throw error;
  }
}

function makeWorld(
  store: Store,
  options: HostOptions,
  { clock, extensions }: { readonly clock: ServerClock; readonly extensions: readonly InstalledExtension[] },
): World {
  const process = processes[options.process];
  const kept = store.get(facts, 'process');
  if (kept === undefined)
    store.transact((tx) => {
      tx.put(facts, 'layout', LAYOUT);
      sow({ tx, seed: options.seed, process, now: clock.now() });
    });
  else if (kept !== process.key || store.get(facts, 'layout') !== LAYOUT)
    throw new Error(
      'The data folder was written for another process or version. Start with --fresh to begin anew.',
    );
  // Data written before there were several projects know neither them nor teams nor levels of rights.
  if (store.all(projects).length === 0)
    store.transact((tx) => sowOrganisation({ tx, seed: options.seed, process, now: clock.now() }));
  store.transact((tx) => sowDocuments(tx, options.seed, extensions.slice(0, options.extensionDirs.length)));
  return { store, process, extensions, clock: clock.now };
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve((server.address() as AddressInfo).port);
    });
  });
}

async function close(server: Server, store: Store): Promise<void> {
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
  store.close();
}
