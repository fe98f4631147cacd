/** The server as a process of its own, for tests that kill it, count its handles or read its exit code. */
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { join, resolve } from 'node:path';

const root = resolve(__dirname, '../../..');
export const CHILD_TOKEN = 'secret';

/** Bundles the program into the folder as `npm start` does. Answers its path. */
export function bundleHost(folder: string): string {
  const program = join(folder, 'host.cjs');
  const build = [
    'src/host/main.ts',
    '--bundle',
    '--platform=node',
    '--external:libsql',
    `--outfile=${program}`,
  ];
  execFileSync(join(root, 'node_modules/.bin/esbuild'), [...build, '--log-level=error'], { cwd: root });
  return program;
}

/** Runs the program with these arguments; its standard streams are the caller's to read. */
export function runHost(
  program: string,
  words: readonly string[],
  node: readonly string[] = [],
): ChildProcess {
  return spawn(process.execPath, [...node, program, ...words], {
    cwd: root,
    env: { ...process.env, NODE_PATH: join(root, 'node_modules'), WITHOUT_TOKEN: CHILD_TOKEN },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

export interface HostChild {
  readonly child: ChildProcess;
  /** e.g. http://127.0.0.1:41234 */
  readonly origin: string;
  /** e.g. http://127.0.0.1:41234/local */
  readonly url: string;
  /** Resolves when the process has ended, however. */
  readonly ended: Promise<void>;
  /** What it has written to its error stream until now. */
  readonly complaints: () => string;
  /** Ends it at once, as `kill -9` does. */
  kill(): Promise<void>;
}

/** Starts it on a free port. Rejects when it ends before it is ready. */
export function startHostChild(
  program: string,
  words: readonly string[],
  node: readonly string[] = [],
): Promise<HostChild> {
  const child = runHost(program, ['--port', '0', ...words], node);
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  let complaints = '';
  child.stderr?.on('data', (chunk: Buffer) => (complaints += chunk.toString()));
  return new Promise((done, failed) => {
    void ended.then(() => failed(new Error(`The server ended before it was ready: ${complaints}`)));
    let seen = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      seen += chunk.toString();
      const origin = /Ready: (http:\/\/[^/]+)\//.exec(seen)?.[1];
      if (origin === undefined) return;
      const kill = (): Promise<void> => {
        child.kill('SIGKILL');
        return ended;
      };
      done({ child, origin, url: `${origin}/local`, ended, complaints: () => complaints, kill });
    });
  });
}
