/** Builds what is served and packed: the extension, the shell, the local Azure DevOps and the command line. */
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { root } from './ensure-install.mjs';
import { unlessFresh } from './fingerprint.mjs';
import { knowledgePackages, writeKnowledge } from './knowledge.mjs';
import { mergedManifest } from './manifest.mjs';

const require = createRequire(join(root, 'package.json'));
const tools = ['package-lock.json', 'webpack.config.js', 'scripts/lib/build.mjs'];
const product = ['src/core', 'src/app', 'src/adapters'];

function runWebpack(name) {
  const webpack = require('webpack');
  const config = require(join(root, 'webpack.config.js')).find((each) => each.name === name);
  return new Promise((done, failed) => {
    const compiler = webpack(config);
    compiler.run((error, stats) => {
      const problem = error ?? (stats.hasErrors() ? new Error(stats.toString('errors-only')) : undefined);
      compiler.close((closing) => ((problem ?? closing) ? failed(problem ?? closing) : done()));
    });
  });
}

/** One file for Node. `libsql` stays outside: it brings its binary in a package of its own. */
export async function bundleForNode(entry, outfile, { define = {}, minify = false } = {}) {
  const esbuild = require('esbuild');
  await esbuild.build({
    entryPoints: [join(root, entry)],
    outfile: join(root, outfile),
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    external: ['libsql'],
    define,
    minify,
    logLevel: 'warning',
  });
}

const extensionSources = [
  ...tools,
  ...product,
  'src/ui',
  'src/contributions',
  'src/cli',
  'static',
  'kb',
  'vss-extension.json',
];

/** The pipeline task: the command line again, in one small file beside what the agent reads of it. */
async function buildTask() {
  const out = 'dist/extension/tasks/check';
  await bundleForNode('src/cli/task/index.ts', `${out}/task.js`, { minify: true });
  for (const name of ['task.json', 'icon.png'])
    cpSync(join(root, 'src/cli/task', name), join(root, out, name));
}

/** dist/extension: the very files that the local host serves and that tfx packs. */
export function buildExtension() {
  return unlessFresh(
    'extension',
    [...extensionSources, 'scripts/lib/manifest.mjs', 'scripts/lib/knowledge.mjs'],
    async () => {
      await runWebpack('extension');
      const out = join(root, 'dist/extension');
      mkdirSync(out, { recursive: true });
      cpSync(join(root, 'static'), join(out, 'static'), { recursive: true });
      writeKnowledge(join(out, 'kb'));
      await buildTask();
      writeFileSync(join(out, 'vss-extension.json'), `${JSON.stringify(mergedManifest(), null, 2)}\n`);
    },
  );
}

export function buildShell() {
  return unlessFresh('shell', [...tools, 'src/host/shell'], () => runWebpack('shell'));
}

export function buildHost() {
  return unlessFresh('host', [...tools, 'src/host'], () =>
    bundleForNode('src/host/main.ts', 'dist/host/host.cjs'),
  );
}

export function buildCommandLine() {
  const sources = [...tools, ...product, 'src/cli', 'kb', 'scripts/lib/knowledge.mjs'];
  return unlessFresh('cli', sources, () =>
    bundleForNode('src/cli/index.ts', 'dist/cli/without.cjs', {
      define: { BUILT_IN_KNOWLEDGE: JSON.stringify(Object.values(knowledgePackages())) },
    }),
  );
}

/** Everything that `npm start` and the journeys need. */
export async function buildAll() {
  await buildHost();
  await buildShell();
  await buildExtension();
}
