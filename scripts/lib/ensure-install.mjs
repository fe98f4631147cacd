/** Installs the packages when they are missing or older than the lock file. Needs nothing but Node and npm. */
import { spawnSync } from 'node:child_process';
import { existsSync, statSync, utimesSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '../..');

const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';

/** True when node_modules was laid after the lock file was last written. npm keeps its own copy of the lock there. */
function installed() {
  const laid = join(root, 'node_modules/.package-lock.json');
  return existsSync(laid) && statSync(laid).mtimeMs >= statSync(join(root, 'package-lock.json')).mtimeMs;
}

/** Ends the process with one line when the packages cannot be installed. */
export function ensureInstall() {
  if (Number(process.versions.node.split('.')[0]) < 20) {
    console.error(`Node 20 or newer is needed; this is ${process.version}.`);
    process.exit(1);
  }
  if (installed()) return;
  console.error('Installing packages (once)…');
  const result = spawnSync(npm, ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    // Progress belongs on stderr: stdout carries results that programs read.
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (result.status !== 0) {
    console.error('npm could not install the packages; see its message above.');
    process.exit(1);
  }
  const now = new Date();
  // A checkout may date the lock file after what npm laid a moment ago.
  utimesSync(join(root, 'node_modules/.package-lock.json'), now, now);
}
