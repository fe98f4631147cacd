/** The portfolio of an organisation with two projects: what needs the security team first, whichever project it is of. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, FrameLocator, Page } from 'playwright-core';
import { run } from '../../src/cli/main';
import { readSeed } from '../../src/host/seeds/seed-file';
import type { RunningHost } from '../../src/host/start-host';
import { startTestHost } from '../../src/host/testing/test-host';
import { ourFrame, violations } from '../fixtures/axe';
import { launchBrowser } from '../fixtures/browser';

const dist = join(__dirname, '../../dist');
const file = join(__dirname, '../fixtures/models/corner-shop.tm7');
const problems: string[] = [];
let browser: Browser;
let host: RunningHost;
let page: Page;
let hub: FrameLocator;

const hubOf = (project: string) => `${host.collectionUrl}/${project}/_apps/hub/without.without.hub`;
const rows = () => hub.locator('.wo-portfolio-table tbody tr');
const row = (name: string) => hub.getByRole('row', { name });

/** The models as they stand, from the top: the name of each, its project, and what it needs. */
async function order(): Promise<readonly string[]> {
  await hub.getByText('2 models in 2 projects').waitFor();
  return rows().evaluateAll((all) =>
    all.map((each) =>
      [...each.querySelectorAll('.wo-row-title, .wo-row-title + div, [data-label=Needs]')]
        .map((cell) => cell.textContent)
        .join(' | '),
    ),
  );
}
/** A picture in the folder that the variable SHOTS names, in both themes, wide and narrow. */
async function shots(name: string): Promise<void> {
  const folder = process.env['SHOTS'];
  if (!folder) return;
  for (const theme of ['Dark', 'Light']) {
    await page.getByRole('button', { name: /Theme/ }).click();
    await page.getByText(theme, { exact: true }).last().click();
    for (const width of [480, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      await page.screenshot({ path: join(folder, `${name}-${theme}-${width}.png`), fullPage: true });
    }
  }
}

beforeAll(async () => {
  if (!existsSync(join(dist, 'extension'))) throw new Error('Nothing is built yet: run npm start once.');
  const seed = JSON.parse(readFileSync(join(__dirname, '../seeds/figures.json'), 'utf8')) as object;
  host = await startTestHost({
    seed: readSeed({ ...seed, projects: [{ name: 'Warehouse', areas: ['Warehouse\\Robots'] }] }),
    ownerToken: 'owner',
    extensionDirs: [join(dist, 'extension')],
    shellDir: join(dist, 'shell'),
  });
  const err: string[] = [];
  const words = ['import', file, '--org', host.collectionUrl, '--project', 'Warehouse', '--model', 'Robots'];
  const world = { environment: { WITHOUT_TOKEN: 'owner' }, out: () => undefined };
  const code = await run(words, { ...world, err: (line) => err.push(line) });
  if (code !== 0) throw new Error(err.join('\n'));
  browser = await launchBrowser();
  page = await browser.newPage({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' });
  page.setDefaultTimeout(30_000);
  page.on('pageerror', (error) => problems.push(error.message));
  hub = page.frameLocator('iframe').first();
});
afterAll(async () => {
  await browser?.close();
  await host?.close();
});

test('models of both projects stand in one list, and the list is read from either project', async () => {
  await page.goto(`${hubOf('Shop')}?page=portfolio`);
  const fromTheShop = await order();
  expect(fromTheShop).toHaveLength(2);
  expect(fromTheShop.join()).toContain('Web shop | Shop | Decide about threats');
  expect(fromTheShop.join()).toContain('Robots | Warehouse | Decide about threats');
  await shots('two');
  expect(await violations(await ourFrame(page, /./))).toEqual([]);
  await page.goto(`${hubOf('Warehouse')}?page=portfolio`);
  expect(await order()).toEqual(fromTheShop);
});

test('a review that is asked for in the other project comes to the top', async () => {
  await page.goto(`${hubOf('Shop')}?page=portfolio`);
  const [, last] = await order();
  const [name = '', project = ''] = last?.split(' | ') ?? [];
  await page.goto(`${hubOf(project)}?page=portfolio`);
  await row(name).getByRole('button', { name: 'Not asked' }).click();
  const review = hub.getByRole('region', { name: 'Review' });
  await review.getByRole('button', { name: 'Ask the security team…' }).click();
  await hub.getByRole('dialog').getByRole('textbox').fill('Before the next release.');
  await hub.getByRole('dialog').getByRole('button', { name: 'Ask', exact: true }).click();
  await review.getByText(/asked for a review on/).waitFor();
  await hub.getByRole('status').filter({ hasText: 'Saved' }).waitFor();
  await page.goto(`${hubOf(project === 'Shop' ? 'Warehouse' : 'Shop')}?page=portfolio`);
  expect((await order())[0]).toBe(`${name} | ${project} | Review it`);
});

test('the name of a project is a filter, and its model opens in its own project, beside this page', async () => {
  await page.goto(`${hubOf('Shop')}?page=portfolio`);
  await order();
  await hub.getByRole('searchbox', { name: 'Filter by model or project' }).fill('warehouse');
  await hub.getByText('1 of 2 models').waitFor();
  const opening = page.context().waitForEvent('page');
  await hub.getByRole('button', { name: 'Robots', exact: true }).click();
  const beside = await opening;
  await beside.frameLocator('iframe').first().getByRole('heading', { name: 'Robots' }).waitFor();
  expect(new URL(beside.url()).pathname).toContain('/Warehouse/');
  await beside.close();
  expect(await rows().count()).toBe(1);
});

test('no page broke', () => {
  expect(problems).toEqual([]);
});
