/** `npm run package`: the production files, packed by tfx into dist/*.vsix. `--publisher NAME` overrides ours. */
import { spawnSync } from 'node:child_process';
import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureInstall, root } from './lib/ensure-install.mjs';

const { values } = parseArgs({ options: { publisher: { type: 'string' } } });
ensureInstall();
const { buildExtension } = await import('./lib/build.mjs');
await buildExtension();

const dist = join(root, 'dist');
for (const name of readdirSync(dist)) if (name.endsWith('.vsix')) rmSync(join(dist, name));
const tfx = join(root, 'node_modules/tfx-cli/_build/tfx-cli.js');
const extension = join(dist, 'extension');
const args = [tfx, 'extension', 'create', '--root', extension, '--manifest-globs', 'vss-extension.json'];
args.push('--output-path', `${dist}/`, '--no-prompt', '--no-color');
if (values.publisher) args.push('--publisher', values.publisher);
const packed = spawnSync(process.execPath, args, {
  cwd: root,
  stdio: ['ignore', 'pipe', 'inherit'],
  encoding: 'utf8',
});
if (packed.status !== 0) {
  console.error(packed.stdout);
  process.exit(1);
}

const limit = 5 * 1024 * 1024;
for (const name of readdirSync(dist).filter((each) => each.endsWith('.vsix'))) {
  const { size } = statSync(join(dist, name));
  console.log(`dist/${name} ${(size / 1024).toFixed(0)} kB`);
  if (size > limit) {
    console.error('The package is over 5 MB.');
    process.exit(1);
  }
}
