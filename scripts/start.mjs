/** `npm start`: installs what is missing, builds what changed, serves the local Azure DevOps. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ensureInstall, root } from './lib/ensure-install.mjs';
import { follow } from './lib/follow.mjs';

ensureInstall();
const { buildAll } = await import('./lib/build.mjs');
console.error('Building…');
await buildAll();

const host = spawn(process.execPath, [join(root, 'dist/host/host.cjs'), ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
});
follow(host);
