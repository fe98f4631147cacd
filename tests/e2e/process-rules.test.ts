/** The form and the backlogs follow the process: types that are offered, states of a type, fields that must not be empty. */
import type { Page } from 'playwright-core';
import { startCanteen, type Canteen } from '../fixtures/canteen-host';

const STATES = ['Drafted', 'Agreed', 'Building', 'In Review', 'Accepted', 'Dropped'];

let world: Canteen;
let page: Page;

beforeAll(async () => {
  world = await startCanteen({ process: 'inherited' });
  page = await world.browser.newPage({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' });
  page.setDefaultTimeout(30_000);
});
afterAll(() => world?.close());

const dialog = () => page.getByRole('dialog');
const save = () => dialog().getByRole('button', { name: 'Save', exact: true });
const open = (path: string) => page.goto(`${world.host.collectionUrl}/Shop/${path}`);

test('the backlog offers the types of the process and no hidden one', async () => {
  await open('_backlogs/backlog');
  await page.getByRole('button', { name: 'New work item' }).click();
  const offered = await page.getByLabel('Type').locator('option').allInnerTexts();
  expect([...offered].sort()).toEqual(['Bug', 'Customer Need', 'Epic', 'Feature', 'Work Step']);
  expect(await page.getByLabel('Type').inputValue()).toBe('Customer Need');
});

test('the form has the name and the states of the renamed type, and keeps the one that is chosen', async () => {
  await open('_workitems/edit/1');
  const state = page.getByRole('combobox', { name: 'State', exact: true });
  await state.waitFor();
  expect(await page.locator('.form-type').innerText()).toMatch(/^Customer Need 1$/i);
  expect(await state.locator('option').allInnerTexts()).toEqual(STATES);
  const before = await state.inputValue();
  const after = before === 'Building' ? 'In Review' : 'Building';
  await state.selectOption(after);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('Unsaved changes').waitFor({ state: 'detached' });
  await page.reload();
  await state.waitFor();
  expect(await state.inputValue()).toBe(after);
});

test('the board is named as the level, and a column stands for each state that is not removed', async () => {
  await open('_boards/board');
  await page.locator('[data-card="1"]').waitFor();
  expect(await page.locator('.board h2').allInnerTexts()).toEqual(
    expect.arrayContaining(['Drafted', 'Accepted']),
  );
  expect(await page.locator('.board h2').allInnerTexts()).not.toContain('Dropped');
});

test('a new work step names the field that it needs, and is refused with the words of the original until it is set', async () => {
  await open('_backlogs/backlog');
  await page.getByRole('button', { name: 'Actions for 1', exact: true }).click();
  expect(await page.getByRole('menuitem', { name: 'Task', exact: true }).count()).toBe(0);
  await page.getByRole('menuitem', { name: 'Work Step', exact: true }).click();
  await dialog().getByRole('textbox', { name: 'Title' }).fill('Lay the table');
  expect(await dialog().getByText('(required)').allInnerTexts()).toEqual(['Cost Centre (required)']);
  await save().click();
  await dialog()
    .getByRole('alert')
    .filter({ hasText: /TF401320: Rule Error for field Cost Centre/ })
    .waitFor();
  await dialog().getByLabel('Cost Centre (required)').selectOption('Platform');
  await save().click();
  await dialog()
    .getByText(/^Work Step \d+$/)
    .waitFor();
  await dialog().getByRole('button', { name: 'Close', exact: true }).first().click();
  await dialog().waitFor({ state: 'detached' });
});
