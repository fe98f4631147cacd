/** `npm run test:deep`: the properties with many more runs. Takes minutes; run it before a release. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ensureInstall, root } from './lib/ensure-install.mjs';

ensureInstall();
const env = { ...process.env, WITHOUT_DEEP: '1' };
const args = [
  join(root, 'node_modules/jest/bin/jest.js'),
  '--testTimeout',
  '600000',
  ...process.argv.slice(2),
];
const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit', env });
process.exit(status ?? 1);
