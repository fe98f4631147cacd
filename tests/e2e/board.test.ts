/** The board as a team sets it over REST: fills and tag colours from its rules, split columns, limits, rows, fields. */
import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser, startHostProcess, temporaryFolder, token } from '../fixtures/browser';
import type { HostProcess } from '../fixtures/browser';

const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const folder = temporaryFolder();
const board = '/Shop/Shop%20Team/_apis/work/boards/Stories';
let browser: Browser;
let host: HostProcess;
let page: Page;

interface Column {
  readonly name: string;
}

async function send<T>(method: string, path: string, body?: unknown): Promise<T> {
  const answer = await fetch(`${host.origin}/local${path}?api-version=7.2-preview`, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  expect(answer.ok).toBe(true);
  return (await answer.json()) as T;
}

async function setBoard(): Promise<void> {
  const rule = (name: string, settings: object, filter?: string): object => ({
    name,
    isEnabled: 'true',
    settings,
    ...(filter === undefined ? {} : { filter }),
  });
  const dark = { 'background-color': '#00643A', 'title-color': '#FFFFFF' };
  const light = { 'background-color': '#F7CBCB', 'title-color': '#000000', 'title-font-weight': 'bold' };
  await send('PATCH', `${board}/cardrulesettings`, {
    rules: {
      fill: [
        rule('cards', light, "[System.Title] contains 'card'"),
        rule('active', dark, "[System.State] = 'Active'"),
      ],
      tagStyle: [rule('payment', { 'background-color': '#FBBC3D', color: '#000000' })],
    },
  });
  await send('PUT', `${board}/cardsettings`, {
    cards: {
      'User Story': [
        { fieldIdentifier: 'System.Id' },
        { fieldIdentifier: 'System.Tags' },
        { fieldIdentifier: 'Microsoft.VSTS.Common.Priority' },
      ],
    },
  });
  const { value } = await send<{ value: readonly Column[] }>('GET', `${board}/columns`);
  const split = value.map((one) => (one.name === 'Active' ? { ...one, isSplit: true, itemLimit: 2 } : one));
  await send('PUT', `${board}/columns`, split);
}

beforeAll(async () => {
  browser = await launchBrowser();
  host = await startHostProcess({ data: folder.path });
  await setBoard();
  page = await browser.newPage({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' });
  page.setDefaultTimeout(30_000);
  await page.goto(`${host.origin}/local/Shop/_boards/board`);
});
afterAll(async () => {
  await browser.close();
  await host.stop();
  folder.remove();
});

declare const window: {
  axe: { run: (options: object) => Promise<{ violations: readonly { id: string }[] }> };
};
declare function getComputedStyle(element: unknown): { backgroundColor: string; fontWeight: string };

const card = (title: string) => page.locator('.card', { hasText: title });
const background = (title: string): Promise<string> =>
  card(title).evaluate((element) => getComputedStyle(element).backgroundColor);

test('cards and tags take their colours from the rules, and their fields from the settings', async () => {
  const pay = card('Pay by credit card');
  await pay.waitFor();
  expect(await background('Pay by credit card')).toBe('rgb(247, 203, 203)');
  expect(await background('Reset a forgotten password')).toBe('rgb(0, 100, 58)');
  const tag = pay.locator('.pill', { hasText: 'Payment' });
  expect(await tag.evaluate((element) => getComputedStyle(element).backgroundColor)).toBe(
    'rgb(251, 188, 61)',
  );
  expect(await pay.locator('.card-title').evaluate((title) => getComputedStyle(title).fontWeight)).toBe(
    '700',
  );
  expect(await pay.locator('.card-fields').innerText()).toMatch(/^Priority\s+1$/);
  expect(await pay.locator('.person').count()).toBe(0);
});

test.each(['light', 'dark', 'high-contrast'])('every text on the cards can be read in %s', async (theme) => {
  await page.evaluate((name) => Reflect.get(globalThis, 'localStorage').setItem('shell.theme', name), theme);
  await page.reload();
  await card('Pay by credit card').waitFor();
  await page.evaluate(axe);
  const options = { runOnly: ['color-contrast'] };
  const { violations } = await page.evaluate((given) => window.axe.run(given), options);
  expect(violations).toEqual([]);
});

test('a card is dragged to the second part of a split column, over its limit, and stays there', async () => {
  const done = page.getByRole('group', { name: 'Active, Done', exact: true });
  await page.getByText('10 / 2').waitFor();
  await card('Reset a forgotten password').dragTo(done);
  await done.getByText('Reset a forgotten password').waitFor();
  await page.reload();
  await done.getByText('Reset a forgotten password').waitFor();
});

test('rows part the cards of a column', async () => {
  await send('PUT', `${board}/rows`, [
    { id: '00000000-0000-0000-0000-000000000000', name: null },
    { name: 'Expedite', color: 'F2CB1D' },
  ]);
  const { fields } = await send<{ fields: { rowField: { referenceName: string } } }>('GET', board);
  const id = await card('Pay by credit card').getAttribute('data-card');
  const answer = await fetch(`${host.origin}/local/_apis/wit/workItems/${id}?api-version=7.1`, {
    method: 'PATCH',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json-patch+json' },
    body: JSON.stringify([
      { op: 'add', path: `/fields/${fields.rowField.referenceName}`, value: 'Expedite' },
    ]),
  });
  expect(answer.status).toBe(200);
  await page.reload();
  const doing = page.getByRole('group', { name: 'Active, Doing', exact: true });
  await doing.getByRole('heading', { name: 'Expedite' }).waitFor();
  const texts = await doing.locator('.board-lane, .card-title').allInnerTexts();
  expect(texts.indexOf('Pay by credit card')).toBeGreaterThan(texts.indexOf('Expedite'));
});
