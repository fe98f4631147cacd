/** The command line of the local Azure DevOps: prints where it is ready, or one clear line about why it is not. */
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readArguments, type Arguments } from './command-line';
import { oldSdkSentence } from './extensions/broken-pages';
import type { InstalledExtension } from './extensions/read-extension';
import { BOARD_PATH } from './kernel/pages';
import { firstProjectHub } from './organisation/extensions';
import { ORGANISATION, PROJECT } from './organisation/identifiers';
import { largeSeed } from './seeds/large-seed';
import { readSeed, type SeedFile } from './seeds/seed-file';
import { startHost, type RunningHost } from './start-host';

void main();

async function main(): Promise<void> {
  const read = readArguments(process.argv.slice(2));
  if (read.kind === 'wrong') return fail(2, read.message);
  if (read.kind === 'help') {
    process.stdout.write(`${read.message}\n`);
    return;
  }
  let seed: SeedFile;
  try {
    seed = seedNamed(read.arguments.seed);
  } catch (error) {
    return fail(2, `The seed ${read.arguments.seed} cannot be read: ${reason(error)}`);
  }
  try {
    await run(read.arguments, seed);
  } catch (error) {
    const isTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
    fail(
      1,
      isTaken ? `Port ${read.arguments.port} is already in use. Choose another with --port.` : reason(error),
    );
  }
}

function seedNamed(name: Arguments['seed']): SeedFile {
  if (name === 'large') return largeSeed();
  return readSeed(JSON.parse(readFileSync(join('tests', 'seeds', `${name}.json`), 'utf8')));
}

async function run(wanted: Arguments, seed: SeedFile): Promise<void> {
  const ownerToken = tokenIn(wanted.data);
  const host = await startHost({
    port: wanted.port,
    // One folder per seed and process, so that switching between them mixes nothing.
    dataDir: join(wanted.data, `${wanted.seed}-${wanted.process}`),
    seed,
    process: wanted.process,
    fresh: wanted.isFresh,
    ownerToken,
    extensionDirs: wanted.isOwnInstalled ? [join('dist', 'extension')] : [],
    extensions: wanted.extensions,
    storage: wanted.storage,
    shellDir: join('dist', 'shell'),
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      void host.close().then(() => process.exit(0));
    });
  announce(host, ownerToken);
  for (const extension of host.extensions) warn(extension);
}

/** What cannot run is named before anybody looks for it in vain. */
function warn({ publisherId, extensionId, oldSdkPages, missingPages }: InstalledExtension): void {
  const name = `${publisherId}.${extensionId}`;
  if (oldSdkPages.length > 0) process.stderr.write(`${name}: ${oldSdkSentence(oldSdkPages)}\n`);
  if (missingPages.length > 0)
    process.stderr.write(
      `${name}: not in the package, or not addressable: ${missingPages.join(', ')}. A contribution names ${missingPages.length === 1 ? 'it' : 'them'} as its page.\n`,
    );
}

function announce(host: RunningHost, token: string): void {
  const hub = firstProjectHub(host.extensions);
  const path = hub === undefined ? BOARD_PATH : `/${ORGANISATION.name}/${PROJECT.name}/_apps/hub/${hub}`;
  process.stdout.write(`Ready: ${host.origin}${path} token: ${token}\nBoard: ${host.origin}${BOARD_PATH}\n`);
}

/** The token of the environment, or one kept beside the data so that a restart does not lock anybody out. */
function tokenIn(folder: string): string {
  const given = process.env['WITHOUT_TOKEN'];
  if (given !== undefined && given !== '') return given;
  const file = join(folder, 'token');
  if (existsSync(file)) return readFileSync(file, 'utf8').trim();
  const token = randomBytes(24).toString('base64url');
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, token, { mode: 0o600 });
  return token;
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function fail(code: number, message: string): void {
  process.stderr.write(`${message}\n`);
  process.exitCode = code;
}
