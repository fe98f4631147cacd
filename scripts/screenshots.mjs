/** `npm run screenshots`: the pictures of README and overview, taken from the seed in the running product. */
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { browserArguments, ensureBrowser, findBrowser } from './lib/browser.mjs';
import { ensureInstall, root } from './lib/ensure-install.mjs';

ensureInstall();
ensureBrowser();
const { buildAll, bundleForNode } = await import('./lib/build.mjs');
await buildAll();
await bundleForNode('src/host/start-host.ts', 'dist/host/start-host.cjs');

const require = createRequire(join(root, 'package.json'));
const { startHost } = require(join(root, 'dist/host/start-host.cjs'));
const { chromium } = require('playwright-core');
const out = join(root, 'static/screenshots');
mkdirSync(out, { recursive: true });

const start = (seed) =>
  startHost({
    port: 0,
    dataDir: null,
    seed: JSON.parse(readFileSync(join(root, `tests/seeds/${seed}.json`), 'utf8')),
    process: 'agile',
    fresh: true,
    ownerToken: 'pictures',
    extensionDirs: [join(root, 'dist/extension')],
    shellDir: join(root, 'dist/shell'),
  });
const host = await start('shop');
const browser = await chromium.launch({ executablePath: findBrowser(), args: browserArguments });
const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
page.setDefaultTimeout(15_000);
const hub = page.frameLocator('iframe');

/** A toast goes by itself; a picture waits for it. */
async function picture(name) {
  await page.mouse.move(0, 0);
  await page.waitForTimeout(7000);
  await page.screenshot({ path: join(out, `${name}.png`) });
  console.log(`static/screenshots/${name}.png`);
}

const tab = (name) => hub.getByRole('tab', { name });

await page.goto(`${host.origin}/local/Shop/_apps/hub/without.without.hub`);
await hub.getByRole('button', { name: 'Import a model' }).click();
const [chooser] = await Promise.all([
  page.waitForEvent('filechooser'),
  hub.getByRole('button', { name: /Choose a.*file/i }).click(),
]);
await chooser.setFiles(join(root, 'tests/fixtures/models/corner-shop.tm7'));
await hub.getByRole('button', { name: 'Save model' }).click();

await tab(/Threats/).click();
await hub.getByRole('checkbox', { name: 'Select all threats' }).check();
await hub.getByRole('button', { name: /Link story/ }).click();
await hub
  .getByRole('dialog')
  .getByRole('combobox')
  .or(hub.getByRole('dialog').getByRole('textbox'))
  .first()
  .fill('credit card');
await hub.getByRole('dialog').getByRole('option').first().click();
await hub.getByRole('dialog').waitFor({ state: 'detached' });
await picture('threats');

await tab(/Mitigations/).click();
await hub
  .getByRole('button', { name: /Create tasks/ })
  .first()
  .click();
await hub
  .getByRole('dialog')
  .getByRole('button', { name: /^Create \d+ tasks?$/i })
  .waitFor();
await picture('plan');
await hub
  .getByRole('dialog')
  .getByRole('button', { name: /^Create \d+ tasks?$/i })
  .click();
await hub.getByRole('dialog').getByRole('button', { name: 'Close' }).last().click();

const credentials = { Authorization: 'Bearer pictures', 'Content-Type': 'application/json' };
const found = await fetch(`${host.collectionUrl}/Shop/_apis/wit/wiql?api-version=7.1`, {
  method: 'POST',
  headers: credentials,
  body: JSON.stringify({
    query: "SELECT [System.Id] FROM WorkItems WHERE [System.Tags] CONTAINS 'security-mitigation'",
  }),
}).then((answer) => answer.json());
for (const { id } of found.workItems.slice(0, 3)) {
  await fetch(`${host.collectionUrl}/_apis/wit/workItems/${id}?api-version=7.1`, {
    method: 'PATCH',
    headers: { ...credentials, 'Content-Type': 'application/json-patch+json' },
    body: JSON.stringify([{ op: 'add', path: '/fields/System.State', value: 'Closed' }]),
  });
}
await page.goto(`${host.origin}/local/Shop/_apps/hub/without.without.hub`);
await tab(/Overview/).waitFor();
await picture('overview');

const figures = await start('figures');
const places = [
  ['alignment', '_boards/board?pane=without.without.alignment-tab', 'WITHOUT clauses and stories'],
  ['sprint', '_sprints/taskboard?pane=without.without.sprint-tab', 'Risk of the planned stories'],
  ['work-item', '_workitems/edit/1', 'having my card data stolen'],
];
for (const [name, address, text] of places) {
  await page.goto(`${figures.origin}/local/Shop/${address}`);
  await hub.getByText(text).first().waitFor();
  await picture(name);
}

await browser.close();
await Promise.all([host.close(), figures.close()]);
