/**
 * The contract suites as they run against a real organisation, with a local Azure DevOps in a process of its own in its
 * place: shows that nothing in them needs to be inside the server. It says nothing about the original.
 */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildHost } from './lib/build.mjs';
import { ensureInstall, root } from './lib/ensure-install.mjs';

ensureInstall();
await buildHost();

const token = 'a-personal-access-token';
const data = mkdtempSync(join(tmpdir(), 'without-live-'));
const extension = join(root, 'tests/fixtures/extensions/counter');
const words = ['--port', '0', '--data', data, '--no-without', '--extension', extension];
const host = spawn(process.execPath, [join(root, 'dist/host/host.cjs'), ...words], {
  cwd: root,
  env: { ...process.env, WITHOUT_TOKEN: token },
  stdio: ['ignore', 'pipe', 'inherit'],
});
const ended = new Promise((done) => host.once('exit', done));

/** The address of the server, once it is ready. */
function ready() {
  return new Promise((done, failed) => {
    let seen = '';
    void ended.then(() => failed(new Error('The server ended before it was ready.')));
    host.stdout.on('data', (chunk) => {
      seen += chunk.toString();
      const found = /Ready: (http:\/\/[^/]+)\//.exec(seen)?.[1];
      if (found) done(found);
    });
  });
}

/** The code of the suites; one that a signal ended has none, and failed. */
function suites(origin) {
  const jest = join(root, 'node_modules/jest/bin/jest.js');
  const { status } = spawnSync(
    process.execPath,
    [jest, '--runInBand', 'tests/contract', ...process.argv.slice(2)],
    {
      cwd: root,
      stdio: 'inherit',
      env: {
        ...process.env,
        WITHOUT_LIVE_ORG: `${origin}/local`,
        WITHOUT_LIVE_TOKEN: token,
        WITHOUT_LIVE_PROJECT: 'Shop',
        WITHOUT_LIVE_MEMBER_TOKEN: `${token}:dana`,
        WITHOUT_LIVE_EXTENSION: 'pub.ext',
      },
    },
  );
  return status ?? 1;
}

try {
  process.exitCode = suites(await ready());
} finally {
  host.kill();
  await ended;
  rmSync(data, { recursive: true, force: true });
}
