/** The places of the shell for contributed pages, with a fixture extension that stands in every one of them. */
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Frame, Page } from 'playwright-core';
import { readSeed } from '../../src/host/seeds/seed-file';
import type { RunningHost } from '../../src/host/start-host';
import { startTestHost } from '../../src/host/testing/test-host';
import { launchBrowser } from '../fixtures/browser';
import { buildPlaces } from '../fixtures/extensions/build-places';
import { buildShell } from '../fixtures/extensions/build-shell';
import type { Told } from '../fixtures/extensions/places/page';

const prefix = 'fixture.places';
const team = { id: '5d0c2f7e-9a3b-4c55-8f0e-2b7a6f1d4e21', name: 'Shop Team' };
let host: RunningHost;
let browser: Browser;
let page: Page;
const folders: string[] = [];

beforeAll(async () => {
  const [shellDir, places] = await Promise.all([buildShell(), buildPlaces()]);
  folders.push(shellDir, places);
  const seed = readFileSync(join(__dirname, '../seeds/figures.json'), 'utf8');
  host = await startTestHost({
    seed: readSeed(JSON.parse(seed)),
    ownerToken: 'owner',
    extensionDirs: [places],
    shellDir,
  });
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  await host?.close();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

beforeEach(async () => {
  page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  page.setDefaultTimeout(30_000);
});

afterEach(() => page.close());

const open = (path: string) => page.goto(`${host.collectionUrl}/Shop/${path}`);

/** The frame of a contribution, once its page is ready to be asked. */
async function frameOf(id: string): Promise<Frame> {
  const handle = await page.waitForSelector(`iframe[data-contribution="${prefix}.${id}"]`, {
    state: 'attached',
  });
  const frame = await handle.contentFrame();
  if (!frame) throw new Error(`The page of ${id} is no frame.`);
  // Hidden frames draw nothing, so they must not be asked at every drawing.
  await frame.waitForFunction(() => window.places !== undefined, undefined, { polling: 50 });
  return frame;
}

const told = (frame: Frame): Promise<Told[]> => frame.evaluate(() => window.places.told);
const load = (frame: Frame): Promise<number> => frame.evaluate(() => window.places.load);
const waitTold = (frame: Frame, event: string, count = 1) =>
  frame.waitForFunction(
    ([name, least]) => window.places.told.filter((each) => each.event === name).length >= least,
    [event, count] as const,
    // Hidden frames draw nothing, so they must not be asked at every drawing.
    { polling: 50 },
  );
const events = async (frame: Frame) =>
  (await told(frame)).filter(({ event }) => event.startsWith('on')).map(({ event, args }) => [event, args]);

/** Asks until the answer is the wanted one: a frame that is loaded anew goes away between two questions. */
async function eventually(ask: () => Promise<unknown>, wanted: unknown): Promise<void> {
  for (let attempt = 0; attempt < 40; attempt += 1) {
    const answer = await ask().catch((problem: unknown) => problem);
    if (JSON.stringify(answer) === JSON.stringify(wanted)) return;
    await page.waitForTimeout(100);
  }
  expect(await ask()).toEqual(wanted);
}

const tab = (name: string) => page.getByRole('tab', { name, exact: true });
const stories = { level: 'Stories', workItemTypes: ['User Story'], team, foregroundInstance: true };

test.each([
  ['_boards/board', 'Board'],
  ['_backlogs/backlog', 'Backlog'],
])('a tab stands on %s, knows its level, and keeps its place in the address', async (path, own) => {
  await open(path);
  await tab('Told').click();
  const frame = await frameOf('told-tab');
  expect(await frame.evaluate(() => window.places.configuration())).toEqual(stories);
  await page.reload();
  await frameOf('told-tab');
  expect(await tab('Told').getAttribute('aria-selected')).toBe('true');
  await tab(own).click();
  await page.waitForSelector('iframe', { state: 'detached' });
  await page.goBack();
  await frameOf('told-tab');
});

test('another level is told to a tab that listens, and loads one that does not', async () => {
  await open('_boards/board');
  const toFeatures = async () => {
    await page.getByRole('button', { name: /choose a backlog level/ }).click();
    await page.getByRole('menuitemradio', { name: 'Features' }).click();
  };
  const features = { ...stories, level: 'Features', workItemTypes: ['Feature'] };
  await tab('Told').click();
  const listening = await frameOf('told-tab');
  const before = await load(listening);
  await toFeatures();
  await waitTold(listening, 'updateContext');
  expect(await told(listening)).toContainEqual({ event: 'updateContext', args: features });
  expect(await load(listening)).toBe(before);

  await page.goBack();
  await waitTold(listening, 'updateContext', 2);
  await tab('Plain').click();
  const plain = await frameOf('plain-tab');
  expect(await plain.evaluate(() => window.places.configuration())).toEqual(stories);
  await toFeatures();
  const loaded = () =>
    frameOf('plain-tab').then((frame) => frame.evaluate(() => window.places.configuration()));
  await eventually(loaded, features);
});

test('a sprint tab follows the sprint without being loaded again', async () => {
  await open('_sprints/taskboard');
  await tab('Told').click();
  const frame = await frameOf('told-tab');
  const [before, context] = [await load(frame), await frame.evaluate(() => window.places.configuration())];
  expect(context).toMatchObject({ team, foregroundInstance: true });
  await page.getByRole('button', { name: /choose a sprint/ }).click();
  await page.getByRole('menuitemradio', { name: 'Sprint 3' }).click();
  await waitTold(frame, 'updateContext');
  const update = (await told(frame)).find(({ event }) => event === 'updateContext')?.args;
  expect(update).toMatchObject({ team, foregroundInstance: true });
  expect(update).not.toMatchObject({ iterationId: Reflect.get(Object(context), 'iterationId') as unknown });
  expect(await load(frame)).toBe(before);
});

interface Access {
  readonly isNew?: boolean;
  readonly isReadOnly?: boolean;
}
const loadedAs = (id: number, access: Access = {}) => [
  'onLoaded',
  { id, isNew: false, isReadOnly: false, ...access },
];
const dialog = () => page.getByRole('dialog');
const title = () => dialog().getByRole('textbox', { name: 'Title' });
const description = 'System.Description';

async function openFromBacklog(name: string): Promise<void> {
  await open('_backlogs/backlog');
  await page.getByRole('button', { name, exact: true }).click();
  await dialog().waitFor();
}

test('a group of the form is reused for the next item of the type, and hears of it in order', async () => {
  await openFromBacklog('Change my delivery address');
  const [group, observer] = [await frameOf('group'), await frameOf('observer')];
  await waitTold(group, 'onLoaded');
  await waitTold(observer, 'onLoaded');
  const before = await load(group);
  await page.getByRole('button', { name: 'Next work item' }).click();
  await dialog().getByText('User Story 3').waitFor();
  await waitTold(group, 'onLoaded', 2);
  expect(await load(group)).toBe(before);
  const both = [loadedAs(2), ['onUnloaded', { id: 2 }], loadedAs(3)];
  expect(await events(group)).toEqual(both);

  await page.getByRole('button', { name: 'Close', exact: true }).first().click();
  await dialog().waitFor({ state: 'detached' });
  await waitTold(observer, 'onUnloaded', 2);
  expect(await events(observer)).toEqual([...both, ['onUnloaded', { id: 3 }]]);
});

test('a linked item is shown in the same form, and Back returns', async () => {
  await openFromBacklog('Pay by card');
  const group = await frameOf('group');
  const box = await (await group.frameElement()).boundingBox();
  expect(box?.height).toBe(180);
  expect(box?.width).toBeGreaterThanOrEqual(320);
  expect(box?.width).toBeLessThanOrEqual(400);
  await dialog().getByRole('button', { name: 'Build the payment form' }).click();
  await dialog().getByText('Task 7').waitFor();
  const task = await frameOf('group');
  await waitTold(task, 'onLoaded');
  expect(await events(task)).toEqual([loadedAs(7)]);
  await dialog().getByRole('button', { name: 'Back to 1' }).click();
  await dialog().getByText('User Story 1').waitFor();
});

test('a value that an extension sets is an unsaved edit in the form, and is saved with it', async () => {
  await openFromBacklog('See my past orders');
  const group = await frameOf('group');
  await waitTold(group, 'onLoaded');
  const answers = await group.evaluate(async () => {
    const form = await window.places.form();
    return form.setFieldValues({ 'System.Title': 'See all my orders', 'System.Id': 9, 'No.Such': 1 });
  });
  expect(answers).toEqual({ 'System.Title': true, 'System.Id': false, 'No.Such': false });
  expect(await title().inputValue()).toBe('See all my orders');
  await dialog().getByText('Unsaved changes').waitFor();
  const facts = await group.evaluate(async () => {
    const form = await window.places.form();
    return {
      dirty: await form.isDirty(),
      fields: (await form.getDirtyFields()).map(({ referenceName }) => referenceName),
      original: await form.getFieldValue('System.Title', { returnOriginalValue: true }),
      changed: (await form.getFieldValue('System.ChangedDate')) instanceof Date,
      states: await form.getAllowedFieldValues('System.State'),
      active: await form.hasActiveWorkItem(),
    };
  });
  expect(facts).toEqual({
    dirty: true,
    fields: ['System.Title'],
    original: 'See my past orders',
    changed: true,
    states: ['New', 'Active', 'Resolved', 'Closed', 'Removed'],
    active: true,
  });
  await group.evaluate(async () => {
    const form = await window.places.form();
    await form.addWorkItemRelations([{ rel: 'Hyperlink', url: 'https://example.com/a', attributes: {} }]);
    await form.setError('Not yet.');
  });
  const save = dialog().getByRole('button', { name: 'Save', exact: true });
  expect(await save.isDisabled()).toBe(true);
  await dialog().getByRole('alert').filter({ hasText: 'Not yet.' }).waitFor();
  await group.evaluate(async () => (await window.places.form()).clearError());
  await save.click();
  await waitTold(group, 'onSaved');
  await dialog().getByText('Unsaved changes').waitFor({ state: 'detached' });
  expect(await events(group)).toEqual([
    loadedAs(3),
    ['onFieldChanged', { id: 3, changedFields: { 'System.Title': 'See all my orders' } }],
    ['onSaved', { id: 3 }],
  ]);
  const kept = await page.request.get(
    `${host.collectionUrl}/_apis/wit/workItems/3?$expand=all&api-version=7.1`,
    {
      headers: { Authorization: 'Bearer owner' },
    },
  );
  expect(await kept.json()).toMatchObject({
    fields: { 'System.Title': 'See all my orders' },
    relations: [{ rel: 'Hyperlink', url: 'https://example.com/a' }],
  });
});

test('typing is told to every place; reverting and saving from an extension work', async () => {
  await open('_workitems/edit/4');
  await tab('Form page').click();
  const [group, formPage] = [await frameOf('group'), await frameOf('form-page')];
  await waitTold(formPage, 'onLoaded');
  await tab('Details').click();
  await page.getByRole('textbox', { name: 'Title' }).fill('Sign in with a passkey');
  await waitTold(formPage, 'onFieldChanged');
  await page.getByRole('button', { name: 'Revert changes' }).click();
  await page.getByRole('button', { name: 'Discard' }).click();
  await waitTold(formPage, 'onReset');
  expect(await page.getByRole('textbox', { name: 'Title' }).inputValue()).toBe('Sign in with a password');
  await group.evaluate(async (name) => {
    const form = await window.places.form();
    await form.setFieldValue(name, '<p>By the group</p>');
    await form.save();
  }, description);
  await waitTold(formPage, 'onSaved');
  await page.getByText('By the group').waitFor();
});

test('a new item is new until it is saved', async () => {
  await open('_apps/hub/fixture.places.hub');
  const hub = await frameOf('hub');
  const opened = hub.evaluate(async () => {
    const form = await window.places.form();
    return form.hasActiveWorkItem();
  });
  expect(await opened).toBe(false);
  await open('_backlogs/backlog');
  await page.getByRole('button', { name: 'Actions for 1' }).click();
  await page.getByRole('menuitem', { name: 'Task', exact: true }).click();
  const group = await frameOf('group');
  await waitTold(group, 'onLoaded');
  expect(await group.evaluate(async () => (await window.places.form()).isValid())).toBe(false);
  const priority = await group.evaluate(async () =>
    (await window.places.form()).getFieldValue('Microsoft.VSTS.Common.Priority'),
  );
  expect(priority).toBe(2);
  await title().fill('A task');
  await dialog().getByRole('button', { name: 'Save', exact: true }).click();
  await waitTold(group, 'onSaved');
  const all = await events(group);
  expect(all[0]).toEqual(loadedAs(0, { isNew: true }));
  expect(all[all.length - 1]).toEqual(['onSaved', { id: 8 }]);
});

test('a reader sees everything and changes nothing', async () => {
  await open('_workitems/edit/5');
  await page.getByRole('button', { name: /change user/ }).click();
  await page.getByRole('menuitemradio', { name: /Rita Reader/ }).click();
  await page.getByText('Read-only').waitFor();
  const group = await frameOf('group');
  await waitTold(group, 'onLoaded');
  expect(await events(group)).toEqual([loadedAs(5, { isReadOnly: true })]);
  for (const name of ['Title', 'Tags']) {
    expect(await page.getByRole('textbox', { name }).isDisabled()).toBe(true);
  }
  const refused = await group.evaluate(async () => {
    const form = await window.places.form();
    const said = (problem: { message: string }) => problem.message;
    return {
      set: await form.setFieldValue('System.Title', 'x'),
      error: await form.setError('x').then(() => 'set', said),
      save: await form.save().then(() => 'saved', said),
    };
  });
  const sentence = 'The work item is read-only: you may not save work items here.';
  expect(refused).toEqual({ set: false, error: sentence, save: sentence });
});

test('a reader is offered no move of a card and nothing new; whoever may write is, once more', async () => {
  await open('_boards/board');
  const become = async (who: RegExp) => {
    await page.getByRole('button', { name: /change user/ }).click();
    await page.getByRole('menuitemradio', { name: who }).click();
  };
  const newItem = page.getByRole('button', { name: 'New item', exact: true });
  const moves = async (): Promise<number> => {
    await page.getByRole('button', { name: 'Actions for 1', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Open', exact: true }).waitFor();
    const count = await page.getByRole('menuitemradio').count();
    await page.keyboard.press('Escape');
    return count;
  };
  await newItem.waitFor();
  expect(await moves()).toBeGreaterThan(2);
  await become(/Rita Reader/);
  await newItem.waitFor({ state: 'detached' });
  expect(await moves()).toBe(0);
  expect(await page.locator('[data-card="1"]').getAttribute('draggable')).toBe('false');
  await open('_backlogs/backlog');
  await page.getByRole('button', { name: 'Actions for 1', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Open', exact: true }).waitFor();
  expect(await page.getByRole('menuitem', { name: 'Task', exact: true }).count()).toBe(0);
  await page.keyboard.press('Escape');
  await open('_boards/board');
  await become(/Olivia Owner/);
  await newItem.click();
  await title().fill('An item from the board');
  await dialog().getByRole('spinbutton', { name: 'Story Points' }).fill('3');
  await dialog().getByRole('button', { name: 'Save', exact: true }).click();
  await dialog().getByText('Unsaved changes').waitFor({ state: 'detached' });
  await dialog().getByRole('button', { name: 'Close', exact: true }).first().click();
  await page.locator('.card').getByText('An item from the board').waitFor();
});

test('a query in the address is run, shown, changed, and its error told', async () => {
  const wiql = "SELECT [System.Id] FROM WorkItems WHERE [System.WorkItemType] = 'Task'";
  await open(`_queries/query/?wiql=${encodeURIComponent(wiql)}`);
  const rows = page.locator('tbody tr');
  await page.getByRole('status').filter({ hasText: 'work items' }).waitFor();
  expect(await rows.first().innerText()).toMatch(/^6\s+Task\s+Let the payment service/);
  await rows.first().getByRole('button').first().click();
  await dialog().getByText('Task 6').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('textbox', { name: 'Query in WIQL' }).fill('SELECT [No.Such] FROM WorkItems');
  await page.getByRole('button', { name: 'Run query' }).click();
  await page
    .getByText(/TF51005|No\.Such/)
    .last()
    .waitFor();
  await page.goBack();
  await rows.first().waitFor();
});

test('an action is loaded when it is used for the first time', async () => {
  await open('_boards/board');
  await page.getByRole('button', { name: 'Actions for 1', exact: true }).click();
  expect(await page.locator(`iframe[data-contribution="${prefix}.action"]`).count()).toBe(0);
  await page.getByRole('menuitem', { name: 'Tell the page' }).click();
  await waitTold(await frameOf('action'), 'execute');
});

test('a menu item without a page leads to its address in a window of its own', async () => {
  await page.context().route('https://manual.invalid/**', (route) => route.fulfill({ body: 'The manual' }));
  await open('_deliveryplans');
  await page.getByRole('button', { name: 'Actions for 1', exact: true }).click();
  const opened = page.context().waitForEvent('page');
  await page.getByRole('menuitem', { name: 'Read the manual' }).click();
  const manual = await opened;
  await manual.getByText('The manual').waitFor();
  expect(manual.url()).toBe('https://manual.invalid/cards');
  await manual.close();
});

test('a pane is told which rows are selected, stays after a reload, and can be closed', async () => {
  await open('_backlogs/backlog');
  const one = page.locator('tr[data-item="1"]');
  await one.locator('td').nth(1).click();
  await page.getByRole('button', { name: /choose a side pane/ }).click();
  await page.getByRole('menuitemradio', { name: 'Selection' }).click();
  await page.getByRole('complementary', { name: 'What is selected' }).waitFor();
  const frame = await frameOf('pane');
  expect(await frame.evaluate(() => window.places.configuration())).toEqual({ team });
  await waitTold(frame, 'workItemSelectionChanged');
  await one.focus();
  await page.keyboard.press('Control+Space');
  await waitTold(frame, 'workItemSelectionChanged', 2);
  await page.keyboard.press('Space');
  await waitTold(frame, 'workItemSelectionChanged', 3);
  expect(await one.getAttribute('aria-selected')).toBe('true');
  const selections = (await told(frame)).filter(({ event }) => event === 'workItemSelectionChanged');
  const story = { workItemId: 1, workItemType: 'User Story' };
  expect(selections.map(({ args }) => args)).toEqual([[story], [], [story]]);
  await page.reload();
  await frameOf('pane');
  await page.getByRole('button', { name: 'Close What is selected' }).click();
  await page.waitForSelector('aside.side-pane', { state: 'detached' });
});

test('hubs have their own icon by theme, and what has no place is named', async () => {
  await open('_boards/board');
  const icon = page.getByRole('link', { name: 'Hub with an icon' }).locator('img');
  expect(await icon.getAttribute('src')).toMatch(/\/light\.svg$/);
  await page.getByRole('button', { name: /^Theme/ }).click();
  await page.getByRole('menuitemradio', { name: 'Dark' }).click();
  expect(await icon.getAttribute('src')).toMatch(/\/dark\.svg$/);
  await page.getByText('1 contribution needs attention').click();
  await page.getByText(/ms\.vss-wiki-web\.wiki-tabs is not here: there is no wiki/).waitFor();
});
