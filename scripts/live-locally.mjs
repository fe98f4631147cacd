/**
 * The contract suites as they run against a real organisation, with a local Azure DevOps in a process of its own in its
 * place: shows that nothing in them needs to be inside the server. It says nothing about the original.
 */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildHost } from './lib/build.mjs';
import { ensureInstall, root } from './lib/ensure-install.mjs';

ensureInstall();
await buildHost();

const token = 'a-personal-access-token';
const folder = mkdtempSync(join(tmpdir(), 'without-live-'));
writeFileSync(join(folder, 'counter.html'), '<p>counter</p>');
writeFileSync(
  join(folder, 'vss-extension.json'),
  JSON.stringify({
    manifestVersion: 1,
    publisher: 'pub',
    id: 'ext',
    version: '1.0.0',
    name: 'An extension',
    contributions: [
      {
        id: 'counter',
        type: 'ms.vss-dashboards-web.widget',
        targets: ['ms.vss-dashboards-web.widget-catalog'],
        properties: { name: 'Counter', uri: 'counter.html', supportedSizes: [{ rowSpan: 1, columnSpan: 2 }] },
      },
    ],
  }),
);
const words = ['--port', '0', '--data', join(folder, 'data'), '--no-without', '--extension', folder];
const host = spawn(process.execPath, [join(root, 'dist/host/host.cjs'), ...words], {
  cwd: root,
  env: { ...process.env, WITHOUT_TOKEN: token },
  stdio: ['ignore', 'pipe', 'inherit'],
});
const origin = await new Promise((done, failed) => {
  let seen = '';
  host.once('exit', () => failed(new Error('The server ended before it was ready.')));
  host.stdout.on('data', (chunk) => {
    seen += chunk.toString();
    const found = /Ready: (http:\/\/[^/]+)\//.exec(seen)?.[1];
    if (found) done(found);
  });
});
const { status } = spawnSync(
  process.execPath,
  [join(root, 'node_modules/jest/bin/jest.js'), '--runInBand', 'tests/contract', ...process.argv.slice(2)],
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
host.kill();
await new Promise((done) => host.once('exit', done));
rmSync(folder, { recursive: true, force: true });
process.exit(status ?? 1);
