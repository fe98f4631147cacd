/** `npm run bench [-- --json FILE]`: figures on this machine. Tests never assert milliseconds; they are read here. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { pageWeight, pageWeights } from './bench/page-weight.mjs';
import { workbenchFigures } from './bench/workbench-figures.mjs';
import { browserArguments, ensureBrowser, findBrowser } from './lib/browser.mjs';
import { ensureInstall, root } from './lib/ensure-install.mjs';
import { knowledgePackages } from './lib/knowledge.mjs';

const { values } = parseArgs({ options: { json: { type: 'string' } } });
ensureInstall();
ensureBrowser();
const { buildAll, bundleForNode } = await import('./lib/build.mjs');
await buildAll();

const require = createRequire(join(root, 'package.json'));
const scratch = mkdtempSync(join(tmpdir(), 'without-bench-'));
const extension = join(root, 'dist/extension');
const runs = 7;

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
const spread = (numbers) => ({
  median: median(numbers),
  min: Math.min(...numbers),
  max: Math.max(...numbers),
  runs: numbers.length,
});

/** The least a page can be: the SDK's handshake and nothing else. What ours weigh and take is read against it. */
function emptyExtension() {
  const folder = join(scratch, 'empty');
  cpSync(join(root, 'scripts/bench/empty-extension'), folder, { recursive: true });
  require('esbuild').buildSync({
    entryPoints: [join(folder, 'hub.ts')],
    outfile: join(folder, 'pages/hub.js'),
    bundle: true,
    minify: true,
    nodePaths: [join(root, 'node_modules')],
  });
  writeFileSync(
    join(folder, 'pages/hub.html'),
    '<!doctype html><html lang="en"><body><script src="hub.js"></script></body></html>',
  );
  return folder;
}

/** Milliseconds from the click on an address until the frame in the shell shows its content. A fresh profile each. */
async function timeToContent(browser, { address, shows }) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  const start = performance.now();
  await page.goto(address, { waitUntil: 'commit' });
  await shows(page.frameLocator('iframe')).first().waitFor();
  const elapsed = performance.now() - start;
  await context.close();
  return elapsed;
}

const main = (frame) => frame.locator('main');
/** Where a page of ours stands, and what it shows when its content is there; the empty page stands at the same place. */
const scenes = {
  hub: {
    ours: '_apps/hub/without.without.hub',
    empty: '_apps/hub/bench.empty.hub',
    shows: main,
  },
  'work-item-group': {
    ours: '_workitems/edit/1',
    empty: '_workitems/edit/1',
    shows: (frame) => frame.getByText('Card data is stolen on its way'),
  },
};

const figuresSeed = () => JSON.parse(readFileSync(join(root, 'tests/seeds/figures.json'), 'utf8'));

async function startHostWith(seed, folder) {
  await bundleForNode('src/host/start-host.ts', 'dist/host/start-host.cjs');
  const { startHost } = require(join(root, 'dist/host/start-host.cjs'));
  return startHost({
    port: 0,
    dataDir: null,
    seed,
    process: 'agile',
    fresh: true,
    ownerToken: 'bench',
    extensionDirs: [folder],
    shellDir: join(root, 'dist/shell'),
  });
}

async function launch() {
  const { chromium } = require('playwright-core');
  return chromium.launch({ executablePath: findBrowser(), args: browserArguments });
}

/** The hub with a model of 1,000 elements, 5,000 threats and 10,000 treatments. */
async function measureWorkbench() {
  const large = await figuresOf('large-model');
  const host = await startHostWith({ ...figuresSeed(), ...large.seed }, extension);
  const browser = await launch();
  const hub = `${host.origin}/local/Shop/_apps/hub/without.without.hub`;
  const results = await workbenchFigures(browser, { hub, model: large.model });
  await browser.close();
  await host.close();
  return results;
}

/** Ours and the empty extension each on a host of its own, so that neither waits for the other. */
async function measurePages(empty) {
  const hosts = {
    ours: await startHostWith(figuresSeed(), extension),
    empty: await startHostWith(figuresSeed(), empty),
  };
  const browser = await launch();
  const results = {};
  for (const [name, scene] of Object.entries(scenes)) {
    const times = { ours: [], empty: [] };
    // Taken in turns, so that a slow moment of the machine hits both; the first round only warms up.
    for (let round = 0; round <= runs; round += 1) {
      for (const side of ['ours', 'empty']) {
        const address = `${hosts[side].origin}/local/Shop/${scene[side]}`;
        const elapsed = await timeToContent(browser, {
          address,
          shows: side === 'ours' ? scene.shows : main,
        });
        if (round > 0) times[side].push(elapsed);
      }
    }
    const ratio = median(times.ours) / median(times.empty);
    results[name] = { ours: spread(times.ours), empty: spread(times.empty), ratio };
  }
  await browser.close();
  await Promise.all(Object.values(hosts).map((host) => host.close()));
  return results;
}

/** Runs a program of figures by itself, so that nothing of this one weighs on it. */
async function figuresOf(name, define = {}) {
  await bundleForNode(`scripts/bench/${name}.ts`, `dist/bench/${name}.cjs`, { define });
  const result = spawnSync(process.execPath, [join(root, `dist/bench/${name}.cjs`)], {
    encoding: 'utf8',
    maxBuffer: 1e9,
  });
  if (result.status !== 0) throw new Error(result.stderr);
  return JSON.parse(result.stdout);
}

const empty = emptyExtension();
const figures = {
  machine: { node: process.version, cores: cpus().length },
  weight: { ...pageWeights(extension), empty: pageWeight(empty, 'hub') },
  timeToContent: await measurePages(empty),
  workbench: await measureWorkbench(),
  core: await figuresOf('core-figures'),
  knowledge: await figuresOf('knowledge-figures', {
    BUILT_IN_KNOWLEDGE: JSON.stringify(Object.values(knowledgePackages())),
  }),
  large: await figuresOf('large-figures'),
  sync: await figuresOf('sync-figures'),
  feed: await figuresOf('feed-figures'),
};
rmSync(scratch, { recursive: true });

const kb = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;
const ms = (figure) =>
  `${figure.median.toFixed(1)} ms (${figure.min.toFixed(1)} to ${figure.max.toFixed(1)}, ${figure.runs} runs)`;
for (const [name, page] of Object.entries(figures.weight)) {
  const share = (page.total / figures.weight.empty.total).toFixed(1);
  const parts = `(js ${kb(page.js)}, css ${kb(page.css)}), ${share} times the empty page`;
  console.log(
    `weight, gzip: ${name.padEnd(16)} ${kb(page.total)} ${name === 'empty' ? '' : parts}`.trimEnd(),
  );
}
for (const [name, { ours, empty, ratio }] of Object.entries(figures.timeToContent)) {
  console.log(`${name}, to content`.padEnd(30), ms(ours));
  console.log('  an empty page there'.padEnd(30), ms(empty));
  console.log('  ratio'.padEnd(30), ratio.toFixed(2));
}
for (const [name, figure] of Object.entries({
  ...figures.workbench,
  ...figures.core,
  ...figures.knowledge,
  ...figures.large,
  ...figures.sync,
  ...figures.feed.times,
}))
  console.log(`${name.padEnd(30)} ${ms(figure)}`);
for (const [name, megabytes] of Object.entries(figures.feed.heap))
  console.log(`${`${name}, most heap`.padEnd(42)} ${megabytes.toFixed(0)} MB`);
if (values.json) writeFileSync(values.json, `${JSON.stringify(figures, null, 2)}\n`);
