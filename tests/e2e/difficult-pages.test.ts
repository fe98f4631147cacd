/** Pages of extensions that do not do as they should: too late, broken, made for the old SDK, without storage. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { canteen, frameOf, startCanteen, told, type Canteen } from '../fixtures/canteen-host';

/** As pages for vss-web-extension-sdk are: one loads its script, the other has it in a bundle. */
function oldExtension(): string {
  const folder = mkdtempSync(join(tmpdir(), 'old-'));
  mkdirSync(join(folder, 'pages'));
  const greeting = `parent.postMessage(JSON.stringify({ id: 1, methodName: 'initialHandshake', instanceId: 'VSS.HostControl', params: [{}], jsonrpc: '2.0' }), '*');`;
  writeFileSync(join(folder, 'pages/loads.html'), '<script src="../lib/VSS.SDK.min.js"></script>');
  writeFileSync(join(folder, 'pages/bundles.html'), `<script>${greeting}</script>`);
  const hub = (id: string) => ({
    id,
    type: 'ms.vss-web.hub',
    targets: ['ms.vss-work-web.work-hub-group'],
    properties: { name: `Old ${id}`, uri: `pages/${id}.html` },
  });
  const manifest = {
    manifestVersion: 1,
    id: 'old',
    publisher: 'fixture-past',
    version: '1.0.0',
    name: 'From the past',
    files: [{ path: 'pages', addressable: true }],
    contributions: [hub('loads'), hub('bundles')],
  };
  writeFileSync(join(folder, 'vss-extension.json'), JSON.stringify(manifest));
  return folder;
}

let old: string;
let world: Canteen;
let page: Page;

beforeAll(async () => {
  old = oldExtension();
  world = await startCanteen({ storage: 'blocked', also: [old] });
});
afterAll(async () => {
  await world?.close();
  rmSync(old, { recursive: true, force: true });
});

beforeEach(async () => {
  page = await world.browser.newPage({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' });
  page.setDefaultTimeout(30_000);
});
afterEach(() => page.close());

const open = (id: string) => page.goto(`${world.host.collectionUrl}/Shop/_apps/hub/${id}`);

test('a page that never greets is given up five seconds after it has loaded, with its address', async () => {
  // The clock stands from the beginning: on a busy machine the page may take seconds that must not count.
  await page.clock.install({ time: 0 });
  await page.clock.pauseAt(1000);
  await open(`${canteen}.never`);
  const frame = await frameOf(page, 'never');
  await told(frame, 'started');
  await frame.waitForFunction(() => document.readyState === 'complete', undefined, { polling: 50 });
  await page.clock.runFor(4000);
  expect(await page.getByRole('alert').count()).toBe(0);
  await page.clock.runFor(2000);
  const notice = page.getByRole('alert').filter({ hasText: 'Never ready could not be loaded' });
  await notice.getByText(/No answer from http.*pages\/late\.html\?how=never within 5 seconds/).waitFor();
});

test('a page that is slow is said to be so after ten seconds, and is shown when it is ready', async () => {
  await page.clock.install();
  await open(`${canteen}.slow`);
  const frame = await frameOf(page, 'slow');
  await frame.waitForFunction(() => 'serve' in window, undefined, { polling: 50 });
  await page.getByText('Loading Slow cooking').waitFor();
  await page.clock.runFor(11_000);
  await page.getByText('Slow cooking is taking longer than usual to load').waitFor();
  await frame.evaluate(() => (Reflect.get(window, 'serve') as () => void)());
  await page.getByText(/taking longer than usual/).waitFor({ state: 'detached' });
});

test('a page that says that it failed is shown with its reason', async () => {
  await open(`${canteen}.broken`);
  await page.getByRole('alert').filter({ hasText: 'The stove is cold.' }).waitFor();
});

test.each(['loads', 'bundles'])('a page of the old SDK is named as unsupported: it %s it', async (id) => {
  await open(`fixture-past.old.${id}`);
  await page
    .getByRole('alert')
    .filter({ hasText: /old VSS SDK \(vss-web-extension-sdk\), which is not supported here/ })
    .waitFor();
});

test('the page of extensions names the old SDK too', async () => {
  await page.goto(`${world.host.collectionUrl}/_settings`);
  await page.getByRole('link', { name: 'Extensions' }).click();
  await page
    .getByRole('region', { name: 'From the past' })
    .getByRole('alert')
    .filter({ hasText: 'This extension uses the old VSS SDK' })
    .waitFor();
});

test('where storage is blocked, a page gets the error that the original’s pages get', async () => {
  await open(`${canteen}.counter`);
  const frame = await frameOf(page, 'counter');
  await frame.getByRole('button', { name: 'storage' }).click();
  await frame.getByText('storage: "refused with SecurityError"').waitFor();
});
