/** `npm run clause-detection`: writes docs/clause-detection.md out of the labelled stories. A test compares it. */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureInstall, root } from './lib/ensure-install.mjs';

ensureInstall();
const { bundleForNode } = await import('./lib/build.mjs');
await bundleForNode('tests/corpus/write-detection-page.ts', 'dist/tools/write-detection-page.cjs');
const file = join(root, 'docs/clause-detection.md');
const run = spawnSync(process.execPath, [join(root, 'dist/tools/write-detection-page.cjs'), file], {
  cwd: root,
  stdio: 'inherit',
});
if (run.status !== 0) process.exit(1);
const prettier = await import('prettier');
const options = { ...(await prettier.resolveConfig(file)), filepath: file };
writeFileSync(file, await prettier.format(readFileSync(file, 'utf8'), options));
