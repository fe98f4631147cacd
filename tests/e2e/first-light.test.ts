/** The main job, in a real browser, on a real file: a threat model becomes Tasks in a backlog, and its risk falls. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, FrameLocator, Page } from 'playwright-core';
import { ourFrame, violationsInEachTheme } from '../fixtures/axe';
import { launchBrowser, startHostProcess, temporaryFolder } from '../fixtures/browser';
import type { HostProcess } from '../fixtures/browser';

const shared = join(__dirname, '../../../shared/samples/tm7/aad-license-governor.tm7');
const own = join(__dirname, '../fixtures/models/corner-shop.tm7');
const real = existsSync(shared);
if (!real) console.log('The samples are absent: the journey runs on the model written for this project.');
const file = real ? shared : own;
const counts = real
  ? { elements: 6, flows: 10, boundaries: 2, threats: 49, mitigations: 24 }
  : { elements: 5, flows: 6, boundaries: 2, threats: 11, mitigations: 7 };

const folder = temporaryFolder();
let browser: Browser;
let host: HostProcess;
let page: Page;
let hub: FrameLocator;
const problems: string[] = [];

beforeAll(async () => {
  browser = await launchBrowser();
  host = await startHostProcess({ data: folder.path });
  page = await browser.newPage({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' });
  page.setDefaultTimeout(30_000);
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('request', (request) => {
    if (/\.(woff2?|ttf|eot)(\?|$)/.test(request.url())) problems.push(`a font was fetched: ${request.url()}`);
  });
  hub = page.frameLocator('iframe');
});
afterAll(async () => {
  if (process.env['SHOT']) await page.screenshot({ path: process.env['SHOT'] });
  await browser.close();
  await host.stop();
  folder.remove();
});

const tab = (name: RegExp) => hub.getByRole('tab', { name });

/** Points of risk now, as the overview shows them. */
async function riskNow(): Promise<number> {
  await tab(/Overview/).click();
  // The figures follow the states of the Tasks, which are read after the model.
  const picture = hub.locator('[aria-busy=false]').getByRole('img', { name: /points/ });
  const words = (await picture.getAttribute('aria-label')) ?? '';
  return Number(/([\d,]+) are left now/.exec(words)?.[1]?.replace(/,/g, ''));
}

async function chooseFile(path: string): Promise<void> {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    hub.getByRole('button', { name: /Choose a.*file/i }).click(),
  ]);
  await chooser.setFiles(path);
}

test('before the first model the hub says who will be able to read it', async () => {
  await page.goto(host.hub);
  await hub.getByText('Who can read this').waitFor();
  await hub
    .getByText('Every member of the organization who can use extensions can read and change it')
    .waitFor();
  expect(await violationsInEachTheme(page, await ourFrame(page, 'Who can read this'))).toEqual([]);
});

test('a wrong file gets one line and changes nothing; the right one is shown before it is saved', async () => {
  await hub.getByRole('button', { name: 'Import a model' }).click();
  await chooseFile(join(__dirname, '../../package.json'));
  await hub
    .getByRole('alert')
    .filter({ hasText: /threat model|imported/ })
    .waitFor();
  await chooseFile(file);
  await hub.getByText('Not taken over').waitFor();
  const dialog = hub.getByRole('dialog');
  for (const [kind, words] of [
    ['elements', 'elements'],
    ['flows', 'data flows'],
    ['boundaries', 'trust boundaries'],
    ['threats', 'threats'],
    ['mitigations', 'mitigations'],
  ] as const) {
    expect(await dialog.getByText(`${counts[kind]} ${words}`, { exact: true }).count()).toBe(1);
  }
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Journey');
  await dialog.getByRole('button', { name: 'Save model' }).click();
  await hub.getByRole('heading', { name: 'Journey', level: 1 }).waitFor();
});

test('the guide of the first run knows what the import brought, and what comes next', async () => {
  const guide = hub.getByRole('region', { name: 'First steps' });
  await guide.getByRole('heading', { name: /Look at what was imported \(done\)/ }).waitFor();
  await guide.getByRole('heading', { name: /Let the knowledge base find threats \(done\)/ }).waitFor();
  if (process.env['SHOTS']) await page.screenshot({ path: join(process.env['SHOTS'], 'first-steps.png') });
  await guide.getByRole('button', { name: 'Answer', exact: true }).waitFor();
  expect(await violationsInEachTheme(page, await ourFrame(page, 'First steps'))).toEqual([]);
});

test('threats are judged, linked to a story, and the numbers say why', async () => {
  await tab(/Threats/).click();
  expect(await tab(/Threats/).innerText()).toContain(String(counts.threats));
  await hub.getByRole('checkbox', { name: /Select all/ }).check();
  await hub.getByRole('button', { name: /Link story/ }).click();
  const dialog = hub.getByRole('dialog');
  await dialog.getByRole('combobox').or(dialog.getByRole('textbox')).first().fill('invoice');
  await dialog.getByRole('option', { name: /Pay by invoice/ }).click();
  await dialog.waitFor({ state: 'detached' });
  await hub.getByRole('status').filter({ hasText: 'Saved' }).waitFor();
  await hub
    .getByRole('row')
    .nth(1)
    .getByRole('combobox', { name: /Probability/ })
    .selectOption({ label: 'Likely' });
  await hub.getByRole('status').filter({ hasText: 'Saved' }).waitFor();
});

let tasks = 0;
test('the plan is shown first, then applied: each mitigation is a Task under the story', async () => {
  await tab(/Mitigations/).click();
  await hub
    .getByRole('button', { name: /Create tasks/ })
    .first()
    .click();
  const dialog = hub.getByRole('dialog');
  await dialog.getByText('Pay by invoice').first().waitFor();
  const create = dialog.getByRole('button', { name: /^Create \d+ tasks?$/i });
  tasks = Number(/\d+/.exec(await create.innerText())?.[0]);
  expect(tasks).toBeGreaterThan(0);
  await create.click();
  await dialog.getByText(`${tasks} Tasks are in the backlog.`).waitFor();
  await dialog.getByRole('button', { name: 'Close' }).last().click();
});

test('with Tasks in the backlog the guide has done its work', async () => {
  await tab(/Overview/).click();
  await hub.getByText('What these numbers mean').waitFor();
  expect(await hub.getByRole('region', { name: 'First steps' }).count()).toBe(0);
  await tab(/Mitigations/).click();
});

test('applying again has nothing to write', async () => {
  await hub.getByRole('checkbox', { name: 'Select all mitigations' }).check();
  await hub
    .getByRole('button', { name: /Create tasks/ })
    .first()
    .click();
  await hub
    .getByRole('dialog')
    .getByText(/^There is nothing to do/)
    .waitFor();
  await hub.getByRole('dialog').getByRole('button', { name: 'Close' }).last().click();
});

test('closing one Task on the board lowers the risk, and nobody edits the model', async () => {
  const before = await riskNow();
  await page.goto(`${host.origin}/local/Shop/_boards/board`);
  const card = page.getByRole('article', { name: /Pay by invoice/ });
  await card.getByText(`0/${tasks}`).click();
  await card.getByRole('checkbox').first().click();
  await card.getByText('Closed').first().waitFor();
  await page.goto(host.hub);
  await hub
    .getByRole('heading', { name: 'Journey', level: 1 })
    .or(hub.getByRole('button', { name: 'Journey' }))
    .first()
    .waitFor();
  const after = await riskNow();
  expect(after).toBeLessThan(before);
  await tab(/Mitigations/).click();
  const closed = hub.getByRole('row').filter({ hasText: 'Closed' });
  await closed.getByText('Implemented').first().waitFor();
});

test('stop, start: all is there', async () => {
  const before = await riskNow();
  await host.stop();
  host = await startHostProcess({ data: folder.path });
  await page.goto(host.hub);
  await hub.getByRole('heading', { name: 'Journey', level: 1 }).waitFor();
  expect(await riskNow()).toBe(before);
});

test('no page broke, and no font was fetched', () => {
  expect(problems).toEqual([]);
});
