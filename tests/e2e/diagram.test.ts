/** A champion draws a system with the mouse, then by keyboard alone; what was drawn is stored, undone and exported. */
import { readFileSync } from 'node:fs';
import type { Locator } from 'playwright-core';
import { keysAlone } from '../fixtures/browser';
import { journey } from '../fixtures/journey';

const { host, page, hub, problems, shot } = journey({ seed: 'figures', width: 1400 });
const model = '0000000f-0000-4000-8000-000000000001';

const button = (name: string | RegExp) => hub.getByRole('button', { name, exact: true });
const sheet = () => hub.getByRole('application');
/** The drawn part with that name; not its likeness in the overview. */
const cell = (name: string): Locator => hub.locator('.wo-dfd-sheet .x6-cell', { hasText: name }).first();
const rename = () => hub.locator('.wo-dfd-rename');
const panel = () => hub.getByRole('region', { name: 'Selected part' });
const goTo = (name: string) =>
  hub.getByRole('combobox', { name: 'Go to a part' }).selectOption({ label: name });
const saved = () => hub.getByText('Saved', { exact: true }).waitFor();

async function boxOf(locator: Locator) {
  const box = await locator.boundingBox();
  if (!box) throw new Error('It is not in sight.');
  return box;
}
async function drag(from: { x: number; y: number }, to: { x: number; y: number }): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 4 });
  await page.mouse.move(to.x, to.y, { steps: 4 });
  await page.mouse.up();
}
/** Waits until what is measured is about as wanted: pixels. */
async function becomes(measure: () => Promise<number>, wanted: number): Promise<void> {
  const end = Date.now() + 10_000;
  let last = await measure();
  while (Math.abs(last - wanted) > 25) {
    if (Date.now() > end) throw new Error(`It is ${last}, not ${wanted}.`);
    await page.waitForTimeout(50);
    last = await measure();
  }
}
const middle = ({ x, y, width, height }: { x: number; y: number; width: number; height: number }) => ({
  x: x + width / 2,
  y: y + height / 2,
});

test('from a threat one comes to its part of the diagram, which is selected', async () => {
  await page.goto(`${host.hub}?model=${model}&threat=0000000a-0000-4000-8000-000000000001`);
  await hub.getByRole('img', { name: 'Around Card details (Shopper → Web shop)' }).waitFor();
  await button('Show in the diagram').click();
  await panel().getByLabel('Name').waitFor();
  expect(await panel().getByLabel('Name').inputValue()).toBe('Card details');
});

test('what an import brought is drawn, with its threats', async () => {
  await page.goto(`${host.hub}?model=${model}&tab=diagram`);
  await cell('Web shop').waitFor();
  await cell('Card details').waitFor();
  await cell('Nightly backups').locator('.wo-dfd-badge-text', { hasText: '1' }).waitFor();
});

test('a part is added, named in place, moved and connected by pulling', async () => {
  await hub.getByRole('button', { name: 'Add Process', exact: true }).click();
  await cell('Process').waitFor();
  if (keysAlone) await sheet().press('F2');
  else {
    const fresh = middle(await boxOf(cell('Process').locator('.wo-dfd-body')));
    await page.mouse.dblclick(fresh.x, fresh.y);
  }
  await rename().fill('Warehouse');
  await rename().press('Enter');
  await cell('Warehouse').waitFor();
  const before = await boxOf(cell('Warehouse').locator('.wo-dfd-body'));
  if (keysAlone) for (let press = 0; press < 8; press += 1) await page.keyboard.press('ArrowDown');
  else await drag(middle(before), { x: middle(before).x - 60, y: middle(before).y + 150 });
  await becomes(async () => (await boxOf(cell('Warehouse').locator('.wo-dfd-body'))).y - before.y, 150);
  await saved();
  if (keysAlone) {
    await goTo('Web shop');
    await panel().getByRole('combobox', { name: 'Connect to' }).selectOption({ label: 'Warehouse' });
    await rename().waitFor();
  } else {
    const shop = await boxOf(cell('Web shop').locator('.wo-dfd-body'));
    await page.mouse.move(middle(shop).x, middle(shop).y);
    const port = await boxOf(cell('Web shop').locator('.x6-port-bottom circle'));
    await drag(middle(port), middle(await boxOf(cell('Warehouse').locator('.wo-dfd-body'))));
  }
  await panel().getByRole('heading', { name: 'Data flow' }).waitFor();
  await panel().getByRole('textbox', { name: 'Name' }).fill('Parcels');
  await panel().getByRole('textbox', { name: 'Name' }).press('Enter');
  await cell('Parcels').waitFor();
});

test('undo and redo go through all of it', async () => {
  await button(/^Undo: Rename/).click();
  await cell('Parcels').waitFor({ state: 'detached' });
  await button(/^Undo: Connect/).click();
  await button(/^Redo: Connect/).click();
  await button(/^Redo: Rename/).click();
  await cell('Parcels').waitFor();
  await saved();
});

test('a line goes along with its part, also after it was renamed', async () => {
  const line = cell('Parcels').locator('.wo-dfd-line');
  const ends = async () => {
    const { y, height } = await boxOf(line);
    const part = await boxOf(cell('Warehouse').locator('.wo-dfd-body'));
    return Math.min(Math.abs(y - part.y), Math.abs(y + height - part.y), Math.abs(y - part.y - part.height));
  };
  await goTo('Warehouse');
  await sheet().focus();
  for (let press = 0; press < 6; press += 1) await page.keyboard.press('ArrowDown');
  await becomes(ends, 0);
  await button('Lay out').click();
  const right = async () => {
    const { x, width } = await boxOf(line);
    return x + width - (await boxOf(cell('Warehouse').locator('.wo-dfd-body'))).x;
  };
  await becomes(right, 0);
  await button(/^Undo: Lay out/).click();
  await button(/^Undo: Move/).click();
  await saved();
});

test('a flow that goes both ways has two arrows, and one again', async () => {
  const both = panel().getByRole('checkbox', { name: 'Goes both ways' });
  await goTo('Parcels');
  await both.click();
  await cell('Parcels').locator('[marker-start^="url"]').waitFor({ state: 'attached' });
  await both.click();
  await cell('Parcels').locator('[marker-start="none"]').waitFor({ state: 'attached' });
  await saved();
});

test('the handles for the size stand at the part that is selected, and at no other', async () => {
  if (keysAlone) return;
  const handles = hub.locator('.x6-widget-transform');
  const at = middle(await boxOf(cell('Warehouse').locator('.wo-dfd-body')));
  await page.mouse.click(at.x, at.y);
  await handles.waitFor();
  await goTo('Web shop');
  await handles.waitFor({ state: 'detached' });
  await page.mouse.click(at.x, at.y);
  await handles.waitFor();
  await page.keyboard.press('Escape');
  await handles.waitFor({ state: 'detached' });
});

test('what was drawn is there after a reload', async () => {
  await page.reload();
  await cell('Parcels').waitFor();
  await cell('Warehouse').waitFor();
});

test('by keyboard alone a flow is bent, and made straight again', async () => {
  await goTo('Parcels');
  await sheet().focus();
  const line = cell('Parcels').locator('.wo-dfd-line');
  const pieces = async () => ((await line.getAttribute('d')) ?? '').split(/[LQC]/).length - 1;
  expect(await pieces()).toBe(1);
  await page.keyboard.press('Shift+ArrowRight');
  await button(/^Undo: Bend/).waitFor();
  expect(await pieces()).toBeGreaterThan(1);
  await page.keyboard.press('s');
  await button(/^Undo: Straighten/).waitFor();
  expect(await pieces()).toBe(1);
  await saved();
});

test('by keyboard alone: add, connect, type, move, copy, paste, delete', async () => {
  await hub.getByRole('button', { name: 'Add Data store', exact: true }).focus();
  await page.keyboard.press('Enter');
  const name = panel().getByRole('textbox', { name: 'Name' });
  await name.focus();
  await page.keyboard.press('Control+A');
  await page.keyboard.type('Stock');
  await page.keyboard.press('Enter');
  await cell('Stock').waitFor();
  const to = panel().getByRole('combobox', { name: 'Connect to' });
  await to.focus();
  await to.selectOption({ label: 'Warehouse' });
  // The new line is named at once, as one that was pulled.
  await rename().waitFor();
  await page.keyboard.type('Refill');
  await page.keyboard.press('Enter');
  await cell('Refill').waitFor();
  await goTo('Stock');
  await sheet().focus();
  const before = await boxOf(cell('Stock').locator('.wo-dfd-body'));
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await becomes(async () => (await boxOf(cell('Stock').locator('.wo-dfd-body'))).y - before.y, 40);
  await page.keyboard.press('Shift+ArrowRight');
  await becomes(async () => (await boxOf(cell('Stock').locator('.wo-dfd-body'))).width - before.width, 20);
  const count = await hub.locator('.wo-dfd-sheet .x6-node').count();
  await page.keyboard.press('Control+C');
  await page.keyboard.press('Control+V');
  await hub.locator('.wo-dfd-sheet .x6-node').nth(count).waitFor({ state: 'attached' });
  await page.keyboard.press('Delete');
  await hub.locator('.wo-dfd-sheet .x6-node').nth(count).waitFor({ state: 'detached' });
  await page.keyboard.press('n');
  await panel().getByRole('textbox', { name: 'Name' }).waitFor();
  // With Shift the selection grows; by name, too.
  await page.keyboard.press('Shift+N');
  await hub.getByRole('heading', { name: '2 parts selected' }).waitFor();
  await panel().getByRole('combobox', { name: 'Select also' }).selectOption({ label: 'Warehouse' });
  await hub.getByRole('heading', { name: '3 parts selected' }).waitFor();
});

test('deleting what has threats asks what becomes of them', async () => {
  await goTo('Nightly backups');
  await sheet().focus();
  await page.keyboard.press('Delete');
  await hub.getByRole('button', { name: 'Keep the threats' }).click();
  await cell('Nightly backups').waitFor({ state: 'detached' });
  await button(/^Undo: Delete/).click();
  await cell('Nightly backups').waitFor();
});

test('a comment on the whole diagram stands on the Review page, and leads back to it', async () => {
  const comment = 'The shop has a second data centre now.';
  await sheet().focus();
  await page.keyboard.press('Escape');
  await panel().getByRole('heading', { name: 'Diagram' }).waitFor();
  const said = panel().getByRole('region', { name: 'Comments' });
  await said.getByRole('textbox', { name: 'Comment' }).fill(comment);
  await said.getByRole('button', { name: 'Comment', exact: true }).click();
  await said.getByText(comment).waitFor();
  await shot('comment');
  await saved();
  await page.goto(`${host.hub}?model=${model}&tab=review`);
  const open = hub.getByRole('listitem').filter({ hasText: comment });
  await open.getByRole('button', { name: /^Diagram: / }).click();
  await said.getByRole('button', { name: 'Settle' }).click();
  await said.getByText('1 settled').waitFor();
});

test('the picture is exported', async () => {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    hub.getByRole('combobox', { name: 'Export the picture' }).selectOption('svg'),
  ]);
  expect(download.suggestedFilename()).toMatch(/^Web shop - .*\.svg$/);
  const svg = readFileSync(await download.path(), 'utf8');
  expect(svg).toContain('Warehouse');
  const [png] = await Promise.all([
    page.waitForEvent('download'),
    hub.getByRole('combobox', { name: 'Export the picture' }).selectOption('png'),
  ]);
  expect(
    readFileSync(await png.path())
      .subarray(1, 4)
      .toString(),
  ).toBe('PNG');
});

test('no page threw', () => expect(problems).toEqual([]));
