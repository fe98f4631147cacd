/** Somebody from the SOC who has never seen the model, and the champion who chooses what is watched. */
import { readFileSync } from 'node:fs';
import type { Browser, FrameLocator, Page } from 'playwright-core';
import { unzipSync } from 'fflate';
import { ourFrame, violations } from '../fixtures/axe';
import { alertsById, alertsByMatch } from '../fixtures/alert-samples';
import { launchBrowser, startHostProcess, temporaryFolder } from '../fixtures/browser';
import type { HostProcess } from '../fixtures/browser';

const folder = temporaryFolder();
const model = '0000000f-0000-4000-8000-000000000001';
let browser: Browser;
let host: HostProcess;
let page: Page;
let hub: FrameLocator;
const problems: string[] = [];

beforeAll(async () => {
  browser = await launchBrowser();
  host = await startHostProcess({ data: folder.path, seed: 'watched' });
  page = await browser.newPage({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' });
  page.setDefaultTimeout(10_000);
  page.on('pageerror', (error) => problems.push(error.message));
  hub = page.frameLocator('iframe');
});
afterAll(async () => {
  await browser.close();
  await host.stop();
  folder.remove();
});

const alertNamed = (name: string) =>
  [...alertsById, ...alertsByMatch].find((each) => each.name === name)?.text ?? '';
const button = (name: string | RegExp) => hub.getByRole('button', { name });
const saved = () => hub.getByText('Saved', { exact: true }).waitFor();

test('an alert’s meaning and first response are two clicks away', async () => {
  await page.goto(`${host.hub}?model=${model}`);
  await hub.getByRole('tab', { name: /Operations/ }).click();
  await hub.getByText('What would tell that Watched shop is attacked').waitFor();
  await button('Orders of others are asked for').click();
  const panel = hub.getByRole('dialog');
  await panel.getByText('Somebody counts order numbers up.').waitFor();
  await panel.getByText('Look at which orders were answered before the refusals.').waitFor();
  await panel.getByText('Orders (Web shop → Orders API)').waitFor();
  await panel.getByRole('button', { name: 'Close' }).click();
  await panel.waitFor({ state: 'detached' });
});

test('the champion selects what was proposed', async () => {
  await hub
    .getByRole('row', { name: /The price of an order is not/ })
    .getByText('Proposed')
    .waitFor();
  await hub.getByLabel('Select The price of an order is not the catalogue’s').check();
  await hub.getByRole('button', { name: 'Select', exact: true }).click();
  await hub
    .getByRole('row', { name: /The price of an order is not/ })
    .getByText('Selected')
    .waitFor();
  await saved();
});

test('an event by hand closes a gap of the matrix', async () => {
  await button(/^Coverage/).click();
  const row = hub.getByRole('row', { name: /Refunds are paid twice/ });
  await row.getByText('Blind').waitFor();
  await row.getByRole('button', { name: /^Add event/ }).click();
  const dialog = hub.getByRole('dialog');
  await dialog.getByLabel('What is seen').fill('A payment order comes twice');
  await dialog.getByRole('button', { name: 'Add event' }).click();
  await dialog.getByText('Not added yet: see what is marked below.').waitFor();
  await dialog.getByLabel('Log name').fill('payment_order_repeated');
  await dialog.getByLabel('Raised when').fill('The number of a payment order was used before.');
  await dialog.getByRole('button', { name: 'Add event' }).click();
  await dialog.waitFor({ state: 'detached' });
  await row.getByText('Watched', { exact: true }).waitFor();
  await saved();
});

test('the files are looked into and downloaded as one zip', async () => {
  await button('Files').click();
  await button('audit-requirements.md').click();
  await hub
    .getByLabel('Content of audit-requirements.md')
    .getByText(/payment_order_repeated/)
    .waitFor();
  const download = page.waitForEvent('download');
  await button('Download all (.zip)').click();
  const file = await download;
  expect(file.suggestedFilename()).toBe('watched-shop-operations.zip');
  const names = Object.keys(unzipSync(new Uint8Array(readFileSync(await file.path()))));
  expect(names).toContain('runbook.md');
  expect(names.filter((name) => name.startsWith('kql/'))).toHaveLength(17);
});

test('an alert by id and one by match lead to the cause; the first is kept as an incident', async () => {
  await button('Look into an alert').click();
  const paste = async (name: string) => {
    await hub.getByLabel('Alert as JSON').fill(alertNamed(name));
    await button('Find the cause').click();
  };
  await paste('Exfiltration of a backup');
  await hub.getByRole('heading', { name: 'The backup account is read by a stranger' }).waitFor();
  await hub.getByText(/Both are T1530 of MITRE ATT&CK/).waitFor();
  await paste('Bug related to a Task');
  await hub.getByText(/^Certain: It is, or links to, the Task #13/).waitFor();
  await hub.getByText('Sprint 3').waitFor();
  await hub.getByText('Changes (Admin console → Customer accounts)').waitFor();
  await button('Save as incident…').click();
  const dialog = hub.getByRole('dialog');
  await dialog.getByLabel('What was found').fill('A trainee had the role of an owner.');
  await dialog.getByLabel('What the next model should know').fill('Roles of trainees end by themselves.');
  await dialog.getByRole('button', { name: 'Save incident' }).click();
  await dialog.waitFor({ state: 'detached' });
  await button(/^Incidents/).click();
  await hub.getByText('A trainee had the role of an owner.').waitFor();
  const download = page.waitForEvent('download');
  await button('Propose the lesson to the knowledge base').click();
  const proposal = JSON.parse(readFileSync(await (await download).path(), 'utf8')) as {
    readonly kind: string;
  };
  expect(proposal.kind).toBe('overlay');
  await saved();
});

const operations = 'tab=operations';
const looks: readonly [string, string, RegExp][] = [
  ['events', operations, /Many failed sign-ins/],
  ['an event', 'event=000000e5-0000-4000-8000-000000000002', /What to do first/],
  ['coverage', `${operations}&show=coverage`, /Severity is the one before any mitigation/],
  ['an alert', `${operations}&show=alert`, /what is it about/],
  ['incidents', `${operations}&show=incidents`, /A trainee had the role/],
  ['files', `${operations}&show=files`, /Incident runbook/],
];
describe.each(['Light', 'Dark', 'High contrast'])('axe finds nothing, %s', (theme) => {
  beforeAll(async () => {
    await page.goto(`${host.origin}/local/Shop/_boards/board`);
    await page.getByRole('button', { name: /Theme/ }).click();
    await page.getByText(theme, { exact: true }).last().click();
  });
  test.each(looks)('%s', async (_name, query, text) => {
    await page.goto(`${host.hub}?model=${model}&${query}`);
    await page.waitForSelector('iframe');
    expect(await violations(await ourFrame(page, text))).toEqual([]);
  });
});

test('no page broke', () => {
  expect(problems).toEqual([]);
});
