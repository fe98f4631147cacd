/** Saved queries of the shell: the tree, results with the columns of the query, selection, and what extensions are told. */
import type { Page } from 'playwright-core';
import { frameOf, startCanteen, told, type Canteen } from '../fixtures/canteen-host';

let world: Canteen;
let page: Page;

beforeAll(async () => {
  world = await startCanteen();
});
afterAll(() => world?.close());

beforeEach(async () => {
  page = await world.browser.newPage({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' });
  page.setDefaultTimeout(30_000);
});
afterEach(() => page.close());

const open = (path: string) => page.goto(`${world.host.collectionUrl}/Shop/_queries/${path}`);
const button = (name: string) => page.getByRole('button', { name, exact: true });
const item = (name: string) => page.getByRole('menuitem', { name, exact: true });
const panel = () => page.getByRole('dialog');
const row = (id: number) => page.locator(`tr[data-item="${id}"]`);

async function save(name: string, folder: string, wiql: string): Promise<string> {
  await open('query/');
  await page.getByLabel('Query in WIQL').fill(wiql);
  await button('Save query as').click();
  await panel().getByLabel('Name').fill(name);
  await panel().getByLabel('Folder').selectOption({ label: folder });
  await panel().getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('heading', { name, exact: true }).waitFor();
  return new URL(page.url()).pathname.split('/').pop() ?? '';
}

const tasks = `SELECT [System.Id], [System.Title], [System.State] FROM WorkItems WHERE [System.WorkItemType] = 'Task' ORDER BY [System.Id]`;

test('a query is saved in a folder, found in the tree, changed, renamed and deleted', async () => {
  await open('all');
  await button('Actions for Shared Queries').click();
  await item('New folder').click();
  await panel().getByLabel('Name').fill('Team');
  await panel().getByRole('button', { name: 'Create' }).click();
  await page.getByRole('row', { name: /^Team/ }).waitFor();

  const id = await save('Our tasks', 'Shared Queries/Team', tasks);
  await open('all');
  await page.getByRole('link', { name: 'Our tasks' }).click();
  await page.waitForURL(new RegExp(`_queries/query/${id}$`));
  await row(6).waitFor();
  expect(await page.getByRole('columnheader').allInnerTexts()).toEqual([
    'ID',
    'Type',
    'Title',
    'State',
    'Actions',
  ]);
  const text = page.getByLabel('Query in WIQL');
  expect(await text.inputValue()).toBe(tasks);
  expect(await button('Save query').isDisabled()).toBe(true);
  await text.fill(tasks.replace('ORDER BY [System.Id]', 'ORDER BY [System.Id] DESC'));
  await button('Save query').click();
  await page.locator('tbody tr').first().filter({ hasText: /^7/ }).waitFor();
  await page.reload();
  expect(await text.inputValue()).toContain('DESC');

  await open('all');
  await button('Actions for Our tasks').click();
  await item('Rename').click();
  await panel().getByLabel('Name').fill('Their tasks');
  await panel().getByRole('button', { name: 'Rename' }).click();
  await page.getByRole('link', { name: 'Their tasks' }).waitFor();
  await button('Collapse Team').click();
  await page.getByRole('link', { name: 'Their tasks' }).waitFor({ state: 'detached' });
  await button('Expand Team').click();
  await button('Actions for Their tasks').click();
  await item('Delete').click();
  await button('Delete').click();
  await page.getByRole('link', { name: 'Their tasks' }).waitFor({ state: 'detached' });
});

test('what somebody keeps for themselves nobody else sees; what is shared is changed by administrators alone', async () => {
  await save('Mine', 'My Queries', tasks);
  await save('Everybody’s', 'Shared Queries', tasks);
  await open('all');
  await page.getByRole('link', { name: 'Mine' }).waitFor();
  await page.getByRole('button', { name: /change user/ }).click();
  await page.getByRole('menuitemradio', { name: /Dana Developer/ }).click();
  await page.getByRole('link', { name: 'Everybody’s' }).waitFor();
  expect(await page.getByRole('link', { name: 'Mine' }).count()).toBe(0);
  // Not offered, and refused all the same.
  await button('Actions for Everybody’s').click();
  await item('Run query').waitFor();
  expect(await item('Delete').count()).toBe(0);
  const path = 'Shop/_apis/wit/queries/Shared%20Queries/Everybody%E2%80%99s?api-version=7.1';
  const answer = await fetch(`${world.host.collectionUrl}/${path}`, {
    method: 'DELETE',
    headers: { authorization: 'Bearer owner:dana' },
  });
  expect([answer.status, await answer.text()]).toEqual([403, expect.stringMatching(/Write permissions/)]);
});

test('a tree of links is shown as one', async () => {
  const tree = `SELECT [System.Id] FROM WorkItemLinks WHERE ([Source].[System.WorkItemType] = 'User Story') AND ([System.Links.LinkType] = 'System.LinkTypes.Hierarchy-Forward') AND ([Target].[System.WorkItemType] = 'Task') MODE (Recursive)`;
  await open(`query/?wiql=${encodeURIComponent(tree)}`);
  await row(6).waitFor();
  const levels = await page
    .locator('tbody tr')
    .evaluateAll((rows) => rows.map((each) => `${each.dataset['item']}:${each.getAttribute('aria-level')}`));
  expect(levels.slice(0, 3)).toEqual(['1:1', '6:2', '7:2']);
});

test('an action is about all selected rows when its menu is opened at one of them', async () => {
  await open(
    `query/?wiql=${encodeURIComponent('SELECT [System.Id], [System.State] FROM WorkItems ORDER BY [System.Id]')}`,
  );
  await row(1).locator('td').first().click();
  await row(3)
    .locator('td')
    .first()
    .click({ modifiers: ['Shift'] });
  await row(6)
    .locator('td')
    .first()
    .click({ modifiers: ['Control'] });
  await button('Actions for 2').click();
  await item('Order a dish').click();
  const frame = await frameOf(page, 'order');
  const [used] = await told(frame, 'execute');
  expect(used).toMatchObject({
    id: 2,
    ids: [1, 2, 3, 6],
    workItemIds: [1, 2, 3, 6],
    workItemTypeNames: ['User Story', 'User Story', 'User Story', 'Task'],
    workItemProjects: ['Shop', 'Shop', 'Shop', 'Shop'],
    columns: ['System.Id', 'System.WorkItemType', 'System.Title', 'System.State'],
    query: { queryText: expect.stringContaining('SELECT') },
  });
  expect((used as { rows: unknown[][] }).rows.map(([id]) => id)).toEqual([1, 2, 3, 6]);
  await button('Actions for 5').click();
  await item('Order a dish').click();
  expect((await told(frame, 'execute', 2))[1]).toMatchObject({ ids: [5], workItemTypeNames: ['User Story'] });
});

test('rows of the backlog are selected in the same ways', async () => {
  await page.goto(`${world.host.collectionUrl}/Shop/_backlogs/backlog`);
  await row(1).locator('td').first().click();
  await row(2).focus();
  await page.keyboard.press('Shift+Space');
  await button('Actions for 1').click();
  await item('Order a dish').click();
  const [used] = await told(await frameOf(page, 'order'), 'execute');
  expect(used).toMatchObject({ ids: [1, 2], workItemTypeNames: ['User Story', 'User Story'] });
});

test('menus and tabs of a saved query are told which one it is', async () => {
  const id = await save('Told', 'Shared Queries', tasks);
  const query = {
    id,
    name: 'Told',
    path: 'Shared Queries/Told',
    isPublic: true,
    isFolder: false,
    wiql: tasks,
  };
  await button('More of the query').click();
  await item('Order a dish').click();
  const frame = await frameOf(page, 'order');
  expect(await told(frame, 'execute')).toMatchObject([{ query }]);
  await page.getByRole('tab', { name: 'Served today' }).click();
  const tab = await (await page.waitForSelector('.extension-frame.fill iframe')).contentFrame();
  if (!tab) throw new Error('The tab is no frame.');
  expect(await told(tab, 'configuration')).toMatchObject([{ query, queryText: tasks }]);
  await open('all');
  await button('Actions for Told').click();
  await item('Order a dish').click();
  expect(await told(await frameOf(page, 'order'), 'execute')).toMatchObject([{ query }]);
  await button('Actions for Shared Queries').click();
  await item('Order a dish').click();
  expect((await told(await frameOf(page, 'order'), 'execute', 2))[1]).toMatchObject({
    query: { name: 'Shared Queries', isFolder: true },
  });
});

test('clauses are changed in rows, and stand in the text at once', async () => {
  await open('query/');
  const text = page.getByLabel('Query in WIQL');
  await button('Add clause').click();
  await page.getByLabel('Clause 2: field').selectOption('System.WorkItemType');
  await page.getByLabel('Clause 2: value').fill('Task');
  await button('Add clause').click();
  await page.getByLabel('Clause 3: and or or').selectOption('Or');
  await page.getByLabel('Clause 3: field').selectOption('System.Id');
  await page.getByLabel('Clause 3: operator').selectOption('<=');
  await page.getByLabel('Clause 3: value').fill('2');
  expect(await text.inputValue()).toContain(
    "WHERE [System.TeamProject] = @project\n  AND [System.WorkItemType] = 'Task'\n  OR [System.Id] <= 2\nORDER BY",
  );
  await button('Run query').click();
  await row(1).waitFor();
  await row(6).waitFor();
  expect(await row(3).count()).toBe(0);
  await button('Remove clause 3').click();
  expect(await text.inputValue()).not.toContain('System.Id] <=');
  await text.fill((await text.inputValue()).replace("= 'Task'", "IN ('Task', 'Bug')"));
  expect(await page.getByLabel('Clause 2: operator').inputValue()).toBe('in');
  expect(await page.getByLabel('Clause 2: value').inputValue()).toBe('Task, Bug');
});

test('an error of the server is shown at its place in the text', async () => {
  await open('query/');
  const text = page.getByLabel('Query in WIQL');
  await text.fill('SELECT [System.Id]\nFROM WorkItems\nWHERE [System.Nope] = 1');
  await button('Run query').click();
  await page.getByText(/TF51005: The query references a field that does not exist/).waitFor();
  await page.getByRole('button', { name: 'The error is in line 3, column 7: show it' }).click();
  const selected = await text.evaluate((area) => {
    const { value, selectionStart, selectionEnd } = area as unknown as {
      value: string;
      selectionStart: number;
      selectionEnd: number;
    };
    return value.slice(selectionStart, selectionEnd);
  });
  expect(selected).toBe('[System.Nope]');
  await text.fill('SELECT [System.Id] FROM WorkItems WHERE [System.Id] = ');
  await page.getByText(/Expecting constant value/).waitFor();
});
