/** `npm start` ends as the host ended: stopped on purpose is success, anything else is not. */
import { spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const follow = pathToFileURL(join(__dirname, '../scripts/lib/follow.mjs')).href;

/** The code of a process that follows a child which ends by running `ending`. */
function codeWhenChild(ending: string): number | null {
  const script = `
    import { spawn } from 'node:child_process';
    import { follow } from ${JSON.stringify(follow)};
    follow(spawn(process.execPath, ['-e', ${JSON.stringify(ending)}]));
  `;
  return spawnSync(process.execPath, ['--input-type=module', '-e', script]).status;
}

test.each([
  ['process.exit(0)', 0],
  ['process.exit(3)', 3],
  ["process.kill(process.pid, 'SIGINT'); setInterval(() => {}, 1000)", 0],
  ["process.kill(process.pid, 'SIGTERM'); setInterval(() => {}, 1000)", 0],
  ["process.kill(process.pid, 'SIGKILL'); setInterval(() => {}, 1000)", 1],
  ["process.kill(process.pid, 'SIGSEGV'); setInterval(() => {}, 1000)", 1],
])('%s gives %i', (ending, code) => {
  expect(codeWhenChild(ending)).toBe(code);
});

test('when npm is killed, its start lets go of the server', async () => {
  const script = `
    import { spawn } from 'node:child_process';
    import { follow } from ${JSON.stringify(follow)};
    const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    follow(child);
    process.send(child.pid);
  `;
  // The middle process stands for npm's shell: it is killed, and hands nothing on.
  const middle = `
    const { spawn } = require('node:child_process');
    const start = spawn(process.execPath, ['--input-type=module', '-e', ${JSON.stringify(script)}], { stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
    start.on('message', (pid) => { process.send(pid); start.disconnect(); });
  `;
  const npm = spawn(process.execPath, ['-e', middle], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: { ...process.env, npm_lifecycle_event: 'start' },
  });
  const server = await new Promise<number>((done) => npm.once('message', (pid) => done(Number(pid))));
  npm.kill('SIGKILL');
  const lives = () => {
    try {
      return process.kill(server, 0);
    } catch {
      return false;
    }
  };
  expect(lives()).toBe(true);
  for (let round = 0; round < 100 && lives(); round += 1) await new Promise((next) => setTimeout(next, 50));
  expect(lives()).toBe(false);
});
