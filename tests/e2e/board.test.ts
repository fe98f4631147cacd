/** The board as a team sets it over REST: fills and tag colours from its rules, split columns, limits, rows, fields. */
import { readFileSync } from 'node:fs';
import type { Locator } from 'playwright-core';
import { keysAlone, token } from '../fixtures/browser';
import { journey } from '../fixtures/journey';

const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const { host, page } = journey({});
const board = '/Shop/Shop%20Team/_apis/work/boards/Stories';

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
  await setBoard();
  await page.goto(`${host.origin}/local/Shop/_boards/board`);
});

declare const window: {
  axe: { run: (options: object) => Promise<{ violations: readonly { id: string }[] }> };
};
declare function getComputedStyle(element: unknown): { backgroundColor: string; fontWeight: string };

const card = (title: string) => page.locator('.card', { hasText: title });
/** By mouse; without one, with the keys that a card answers to, one column or row after the other. */
async function move(title: string, to: Locator, keys: readonly string[]): Promise<void> {
  if (!keysAlone) return card(title).dragTo(to);
  for (const key of keys) {
    const place = () =>
      card(title).evaluate((each) => each.closest('[role=group]')?.getAttribute('aria-label'));
    const before = await place();
    await card(title).focus();
    await page.keyboard.press(`Control+${key}`);
    while ((await place()) === before) await page.waitForTimeout(20);
  }
}
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
  await move('Reset a forgotten password', done, ['ArrowRight']);
  await done.getByText('Reset a forgotten password').waitFor();
  await page.reload();
  await done.getByText('Reset a forgotten password').waitFor();
});

interface Row {
  readonly id: string;
  readonly name: string | null;
}

const lane = (name: RegExp) => page.getByRole('region', { name });

test('rows run across all columns, take cards by mouse, menu and keyboard, and can be closed', async () => {
  await send('PUT', `${board}/rows`, [
    { name: 'Expedite', color: 'F2CB1D' },
    { id: '00000000-0000-0000-0000-000000000000', name: null },
  ]);
  await page.reload();
  const expedite = lane(/^Expedite, 0 items/);
  await expedite.waitFor();
  expect(await page.locator('.board-lane-head').allInnerTexts()).toEqual([
    expect.stringMatching(/^Expedite/),
    expect.stringMatching(/^Default lane/),
  ]);
  const heads = await page.locator('.board-head h2').allInnerTexts();
  // Every column is there in every row, a split one as two parts.
  expect(await expedite.getByRole('group').count()).toBe(heads.length + 1);
  const done = page.getByRole('group', { name: 'Expedite, Active, Done', exact: true });
  await move('Pay by credit card', done, ['ArrowUp', 'ArrowRight']);
  await done.getByText('Pay by credit card').waitFor();
  await page.reload();
  await done.getByText('Pay by credit card').waitFor();

  const id = await card('Pay by credit card').getAttribute('data-card');
  await page.locator(`[data-card="${id}"]`).focus();
  await page.keyboard.press('Control+ArrowDown');
  const below = page.getByRole('group', { name: 'Default lane, Active, Done', exact: true });
  await below.getByText('Pay by credit card').waitFor();
  await page.getByRole('button', { name: `Actions for ${id}`, exact: true }).click();
  await page.getByRole('menuitemradio', { name: 'Expedite' }).click();
  await done.getByText('Pay by credit card').waitFor();
  await page.getByRole('button', { name: /^Expedite/ }).click();
  await card('Pay by credit card').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: /^Expedite/ }).click();
});

test('a swimlane rule moves a card when its item is saved', async () => {
  const { value: rows } = await send<{ value: readonly Row[] }>('GET', `${board}/rows`);
  const row = rows.find(({ name }) => name === 'Expedite');
  await send('PATCH', `${board}/cardrulesettings`, {
    rules: {
      swimlaneRule: [
        {
          name: 'hurry',
          isEnabled: 'true',
          filter: "[System.Tags] contains 'hurry'",
          settings: { rowId: row?.id },
        },
      ],
    },
  });
  const id = await card('Reset a forgotten password').getAttribute('data-card');
  const answer = await fetch(`${host.origin}/local/_apis/wit/workItems/${id}?api-version=7.1`, {
    method: 'PATCH',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json-patch+json' },
    body: JSON.stringify([{ op: 'add', path: '/fields/System.Tags', value: 'hurry' }]),
  });
  expect(answer.status).toBe(200);
  await page.reload();
  await lane(/^Expedite/)
    .getByText('Reset a forgotten password')
    .waitFor();
});

test('cards count their children by type, until the team switches the annotation of a type off', async () => {
  const counts = card('Pay by credit card').getByRole('button', { name: /Task of \d+ done$/ });
  await counts.waitFor();
  const [done = 0, all = 0] = (/^(\d+)\/(\d+)/.exec((await counts.getAttribute('aria-label')) ?? '') ?? [])
    .slice(1)
    .map(Number);
  await counts.click();
  const boxes = card('Pay by credit card').getByRole('list', { name: 'Task' }).getByRole('checkbox');
  expect(await boxes.count()).toBe(all);
  expect((await boxes.evaluateAll((each) => each.filter((box) => Reflect.get(box, 'checked')))).length).toBe(
    done,
  );
  await send('PATCH', `${board}/cardrulesettings`, {
    rules: { annotation: [{ name: 'Task', isEnabled: 'false', settings: { shown: 'false' } }] },
  });
  await page.reload();
  await card('Pay by credit card').waitFor();
  expect(await page.getByRole('button', { name: /Task of \d+ done$/ }).count()).toBe(0);
});
