/** Dashboards of the shell with the widgets of a foreign extension: added, drawn at every size, moved, configured, removed. */
import type { Page } from 'playwright-core';
import { keysAlone } from '../fixtures/browser';
import { canteen, frameOf, startCanteen, told, type Canteen } from '../fixtures/canteen-host';

let world: Canteen;
let page: Page;

beforeAll(async () => {
  world = await startCanteen({ seed: 'shop' });
});
afterAll(() => world?.close());

beforeEach(async () => {
  page = await world.browser.newPage({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' });
  page.setDefaultTimeout(30_000);
});
afterEach(() => page.close());

const directory = () => page.goto(`${world.host.collectionUrl}/Shop/_dashboards/directory`);
const widget = (name = 'Dish of the day') => page.getByRole('region', { name, exact: true });
const button = (name: string) => page.getByRole('button', { name, exact: true });
const dish = () => page.frameLocator('[aria-label="Configure Dish of the day"] iframe').getByLabel('Dish');
/** What is typed before the configuration was loaded is lost when it is. */
const configurable = async () => told(await frameOf(page, 'dish-widget.settings'), 'load');

async function create(name: string): Promise<void> {
  await directory();
  await page.getByLabel('Name of the new dashboard').fill(name);
  await button('New dashboard').click();
  await page.getByRole('heading', { name, exact: true }).waitFor();
}

/** What is kept, as REST says it. */
async function kept(): Promise<readonly Record<string, unknown>[]> {
  const id = new URL(page.url()).pathname.split('/').pop() ?? '';
  const path = `${world.host.collectionUrl}/Shop/_apis/dashboard/dashboards/${id}?api-version=7.2-preview.3`;
  const answer = await page.request.get(path, { headers: { Authorization: 'Bearer owner' } });
  return ((await answer.json()) as { widgets: Record<string, unknown>[] }).widgets;
}

async function addPlate(): Promise<void> {
  await button('Add widget').click();
  await button('Add Empty plate').click();
  await widget('Empty plate').first().waitFor();
}

async function addDish(size: string, value: string): Promise<void> {
  await button('Add widget').click();
  await page.getByLabel('Size of Dish of the day').selectOption({ label: size });
  await button('Add Dish of the day').click();
  await configurable();
  await dish().fill(value);
  await button('Save').click();
  await page.getByRole('complementary').waitFor({ state: 'detached' });
}

test.each([
  ['1 × 1', 160, 160],
  ['2 × 1', 330, 160],
  ['2 × 2', 330, 330],
  ['4 × 3', 670, 500],
])('a widget of %s is configured before it is shown, and fills its cells', async (size, width, height) => {
  await create(`Size ${size}`);
  await addDish(size, 'soup');
  const frame = await frameOf(page, 'dish-widget');
  const [columns, rows] = size.split(' × ');
  await frame.getByText(`Dish of the day: soup, ${columns} by ${rows}`).waitFor();
  const box = await (await frame.frameElement()).boundingBox();
  expect([box?.width, box?.height]).toEqual([width, height]);
});

test('a configuration is told of name and size, previews what it notifies, and is saved when it is valid', async () => {
  await create('Configured');
  await button('Add widget').click();
  await button('Add Dish of the day').click();
  const own = await frameOf(page, 'dish-widget');
  const settings = await frameOf(page, 'dish-widget.settings');
  const size = { rowSpan: 1, columnSpan: 1 };
  const [given] = await told(settings, 'load');
  expect(given).toMatchObject({ name: 'Dish of the day', size });
  expect((await told(own, 'preload')).length).toBe(1);
  expect((await told(own, 'load')).length).toBe(1);
  expect((await told(own, 'onDashboardLoaded')).length).toBe(1);
  await widget().getByText('This widget has to be configured first.').waitFor();
  // Nothing of it is cut in the smallest room.
  const room = await widget().locator('.notice').boundingBox();
  const icon = await widget().locator('.notice .icon').boundingBox();
  const way = await widget().getByRole('button', { name: 'Configure', exact: true }).boundingBox();
  expect(icon?.y).toBeGreaterThanOrEqual((room?.y ?? 0) + 4);
  expect((way?.y ?? 0) + (way?.height ?? 0)).toBeLessThanOrEqual((room?.y ?? 0) + (room?.height ?? 0) - 4);
  expect(await button('Save').isDisabled()).toBe(true);

  await dish().fill('stew');
  // Typed, every letter is a change; pasted, all of them are one.
  const changes = keysAlone ? 'stew'.length : 1;
  expect(await told(settings, 'notified', changes)).toEqual(Array(changes).fill(''));
  await own.getByText('Dish of the day: stew, 1 by 1').waitFor();
  await page.getByRole('complementary').getByLabel('Size').selectOption({ label: '2 × 2' });
  await own.getByText('Dish of the day: stew, 2 by 2').waitFor();
  await page.getByRole('complementary').getByLabel('Name').fill('Lunch');
  const general = ['ms.vss-dashboards-web.generalSettingsChanged', { data: expect.anything() }];
  expect(await told(settings, 'listen', 2)).toContainEqual(general);
  expect(await kept()).toMatchObject([{ name: 'Dish of the day', settings: null, size }]);

  await dish().fill('error');
  await page.getByRole('alert').filter({ hasText: 'There is no such dish.' }).waitFor();
  await dish().fill('');
  await button('Save').click();
  await page.getByRole('alert').filter({ hasText: 'The configuration is not valid.' }).waitFor();
  await dish().fill('pie');
  await button('Save').click();
  await widget('Lunch').waitFor();
  await own.getByText('Lunch: pie, 2 by 2').waitFor();
  const data = JSON.stringify({ dish: 'pie' });
  const version = { major: 2, minor: 1, patch: 0 };
  const saved = {
    name: 'Lunch',
    settings: data,
    settingsVersion: version,
    size: { rowSpan: 2, columnSpan: 2 },
  };
  expect(await kept()).toMatchObject([saved]);
  expect((await told(own, 'load')).length).toBe(1);

  await page.reload();
  const again = await frameOf(page, 'dish-widget');
  await again.getByText('Lunch: pie, 2 by 2').waitFor();
  const [loaded] = await told(again, 'load');
  expect(loaded).toEqual({
    name: 'Lunch',
    size: { rowSpan: 2, columnSpan: 2 },
    customSettings: { data, version },
  });
});

test('what is cancelled is shown as it was saved', async () => {
  await create('Cancelled');
  await addDish('2 × 1', 'rice');
  await widget().hover();
  await button('Actions for Dish of the day').click();
  await page.getByRole('menuitem', { name: 'Configure' }).click();
  await configurable();
  await dish().fill('other rice');
  const own = await frameOf(page, 'dish-widget');
  await own.getByText('Dish of the day: other rice, 2 by 1').waitFor();
  await button('Cancel').click();
  await own.getByText('Dish of the day: rice, 2 by 1').waitFor();
});

test('a widget that fails says why; one without an object is named', async () => {
  await create('Failing');
  await addDish('2 × 1', 'burnt');
  await widget().getByRole('alert').filter({ hasText: 'The dish is burnt.' }).waitFor();
  await addPlate();
  await widget('Empty plate')
    .getByText(/registered no object with a function load/)
    .waitFor();
});

test('widgets move by keys and by dragging, make way, are removed, and their frames live on', async () => {
  await create('Moving');
  await addDish('2 × 1', 'soup');
  await addPlate();
  await page.getByRole('button', { name: 'Close Add widget' }).click();
  const own = await frameOf(page, 'dish-widget');
  await own.evaluate(() => Object.assign(window, { mark: 'alive' }));
  const positions = async () =>
    Object.fromEntries((await kept()).map(({ name, position }) => [String(name), position]));
  expect(await positions()).toEqual({
    'Dish of the day': { row: 1, column: 1 },
    'Empty plate': { row: 1, column: 3 },
  });
  await page.getByRole('button', { name: /^Move Dish of the day/ }).focus();
  await page.keyboard.press('ArrowRight');
  await page.getByRole('button', { name: /^Move Empty plate, now in row 2, column 3/ }).waitFor();
  expect(await positions()).toEqual({
    'Dish of the day': { row: 1, column: 2 },
    'Empty plate': { row: 2, column: 3 },
  });
  const handle = page.getByRole('button', { name: /^Move Dish of the day/ });
  if (!keysAlone) await handle.dragTo(page.locator('.widgets'), { targetPosition: { x: 30, y: 190 } });
  else
    for (const [key, place] of [
      ['ArrowLeft', 'row 1, column 1'],
      ['ArrowDown', 'row 2, column 1'],
    ] as const) {
      await handle.press(key);
      await page.getByRole('button', { name: `Move Dish of the day, now in ${place}` }).waitFor();
    }
  await page.getByRole('button', { name: /^Move Dish of the day, now in row 2, column 1/ }).waitFor();
  expect(await positions()).toEqual({
    'Dish of the day': { row: 2, column: 1 },
    'Empty plate': { row: 2, column: 3 },
  });
  expect(await own.evaluate(() => Reflect.get(window, 'mark') as unknown)).toBe('alive');
  await button('Actions for Empty plate').click();
  await page.getByRole('menuitem', { name: 'Remove' }).click();
  await widget('Empty plate').waitFor({ state: 'detached' });
  expect(Object.keys(await positions())).toEqual(['Dish of the day']);
  await button('Done editing').click();
  expect(await page.getByRole('button', { name: /^Move/ }).count()).toBe(0);
});

test('a widget opens larger in a dialog of the size it wishes for', async () => {
  await create('Larger');
  await addDish('1 × 1', 'cake');
  await button('Actions for Dish of the day').click();
  await page.getByRole('menuitem', { name: 'Open larger' }).click();
  const large = page.frameLocator('[role=dialog] iframe');
  await large.getByText('Dish of the day: cake').waitFor();
  const box = await page.locator('[role=dialog] iframe').boundingBox();
  expect([box?.width, box?.height]).toEqual([640, 400]);
  await page.keyboard.press('Escape');
});

test('a stakeholder looks on, and a widget that asks not to be shown to them is not', async () => {
  await create('Looked at');
  await addDish('2 × 1', 'soup');
  const address = page.url().replace('?edit=yes', '');
  await page.getByRole('button', { name: /change user/ }).click();
  await page.getByRole('menuitemradio', { name: /Stakeholder/ }).click();
  await page.goto(address);
  await widget().getByText('This widget is not for stakeholders.').waitFor();
  expect(await button('Edit').count()).toBe(0);
});

test('a dashboard is deleted from the directory, and the team keeps its overview', async () => {
  await create('Short-lived');
  await directory();
  await button('Actions for Short-lived').click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await button('Delete').click();
  await page.getByRole('link', { name: 'Short-lived' }).waitFor({ state: 'detached' });
  await page.getByRole('link', { name: 'Shop Team - Overview' }).click();
  await page.getByRole('heading', { name: 'Shop Team - Overview' }).waitFor();
  await page.getByText('This dashboard has no widgets yet').waitFor();
});

test('the id of the configuration is in the metadata that REST gives', async () => {
  const path = `${world.host.collectionUrl}/Shop/_apis/dashboard/widgettypes/${canteen}.dish-widget?api-version=7.2-preview.1`;
  const answer = await page.request.get(path, { headers: { Authorization: 'Bearer owner' } });
  expect(await answer.json()).toMatchObject({
    widgetMetadata: { configurationContributionId: `${canteen}.dish-widget.settings` },
  });
});
