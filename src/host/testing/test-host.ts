/** The server itself for one test file: in memory, any free port, and nothing that the test does not ask for. */
import { startHost, type HostOptions, type RunningHost } from '../start-host';
import { OWNER_TOKEN } from './test-world';

/** @param options what differs from an Agile project without extensions, whose owner's token is `OWNER_TOKEN` */
export function startTestHost(
  options: Pick<HostOptions, 'seed'> & Partial<HostOptions>,
): Promise<RunningHost> {
  return startHost({
    port: 0,
    dataDir: null,
    process: 'agile',
    fresh: true,
    ownerToken: OWNER_TOKEN,
    extensionDirs: [],
    shellDir: '',
    ...options,
  });
}
