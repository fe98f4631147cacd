/** The taskboard as a team set it over REST: columns, colours, fields; tasks dragged between columns, rows and people. */
import type { Page } from 'playwright-core';
import { keysAlone } from '../fixtures/browser';
import { startCanteen, type Canteen } from '../fixtures/canteen-host';

let world: Canteen;
let page: Page;
const work = '/Shop/Shop%20Team/_apis/work';

async function send<T>(method: string, path: string, body?: unknown): Promise<T> {
  const version = path.includes('?') ? '&' : '?';
  const answer = await fetch(`${world.host.collectionUrl}${path}${version}api-version=7.2-preview`, {
    method,
    headers: { authorization: 'Bearer owner', 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  expect(answer.ok).toBe(true);
  const text = await answer.text();
  return (text === '' ? undefined : JSON.parse(text)) as T;
}

interface Item {
  readonly fields: Readonly<Record<string, unknown>>;
}
const fieldsOf = async (id: number) => (await send<Item>('GET', `/_apis/wit/workItems/${id}`)).fields;

beforeAll(async () => {
  world = await startCanteen({ seed: 'shop' });
  const mapping = (state: string) => [{ workItemType: 'Task', state }];
  await send('PUT', `${work}/taskboardcolumns`, [
    { name: 'Open', order: 0, mappings: mapping('New') },
    { name: 'Doing', order: 1, mappings: mapping('Active') },
    { name: 'In review', order: 2, mappings: mapping('Active') },
    { name: 'Finished', order: 3, mappings: mapping('Closed') },
  ]);
  const rule = { name: 'new ones', isEnabled: 'true', filter: "[System.State] = 'New'" };
  await send('PATCH', `${work}/taskboard/cardrulesettings`, {
    rules: {
      fill: [{ ...rule, settings: { 'background-color': '#F7CBCB', 'title-font-weight': 'bold' } }],
      tagStyle: [
        { name: 'urgent', isEnabled: 'true', settings: { 'background-color': '#7A0002', color: '#FFFFFF' } },
      ],
    },
  });
  await send('PUT', `${work}/taskboard/cardsettings`, {
    cards: {
      Task: [
        { fieldIdentifier: 'System.Id' },
        { fieldIdentifier: 'System.Tags' },
        { fieldIdentifier: 'Microsoft.VSTS.Common.Priority' },
      ],
    },
  });
});
afterAll(() => world?.close());

beforeEach(async () => {
  page = await world.browser.newPage({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' });
  page.setDefaultTimeout(30_000);
  await page.goto(`${world.host.collectionUrl}/Shop/_sprints/taskboard`);
  await page.locator('[data-card]').first().waitFor();
});
afterEach(() => page.close());

declare function getComputedStyle(element: unknown): { backgroundColor: string; fontWeight: string };
const card = (id: number) => page.locator(`[data-card="${id}"]`);
const rows = () => page.locator('section.taskboard-row');
/** Rows that hold no such card, or the one that does. */
const rowOf = (id: number) => rows().filter({ has: card(id) });
const otherRows = (id: number) => rows().filter({ hasNot: card(id) });
const cell = (row: ReturnType<typeof rows>, column: string) =>
  row.getByRole('group', { name: column, exact: true });

/** Some task that stands under a requirement in the first column. */
async function someTask(): Promise<number> {
  const found = page
    .locator('section.taskboard-row:not([aria-label="Tasks without a parent"])')
    .getByRole('group', { name: 'Open', exact: true })
    .locator('[data-card]')
    .first();
  return Number(await found.getAttribute('data-card'));
}

test('cards take their colours from the rules and their fields from the settings', async () => {
  expect(await page.locator('.taskboard-row.heads span').allInnerTexts()).toEqual([
    'Work item',
    'Open',
    'Doing',
    'In review',
    'Finished',
  ]);
  const id = await someTask();
  expect(await card(id).evaluate((element) => getComputedStyle(element).backgroundColor)).toBe(
    'rgb(247, 203, 203)',
  );
  const title = card(id).locator('.card-title');
  expect(await title.evaluate((element) => getComputedStyle(element).fontWeight)).toBe('700');
  expect(await card(id).locator('.person').count()).toBe(0);
  expect(await card(id).locator('.card-fields').innerText()).toMatch(/^Priority\s+\d$/);
  const active = page.getByRole('group', { name: 'Doing', exact: true }).locator('[data-card]').first();
  expect(await active.evaluate((element) => getComputedStyle(element).backgroundColor)).not.toBe(
    'rgb(247, 203, 203)',
  );
});

test('a task is dragged through columns of which two have one state, and stays where it was put', async () => {
  const id = await someTask();
  if (!keysAlone) await card(id).dragTo(cell(rowOf(id), 'In review'));
  else
    for (const column of ['Doing', 'In review']) {
      await card(id).focus();
      await page.keyboard.press('Control+ArrowRight');
      await cell(rowOf(id), column).locator(`[data-card="${id}"]`).waitFor();
    }
  await cell(rowOf(id), 'In review').locator(`[data-card="${id}"]`).waitFor();
  expect((await fieldsOf(id))['System.State']).toBe('Active');
  await page.reload();
  await cell(rowOf(id), 'In review').locator(`[data-card="${id}"]`).waitFor();
  await card(id).focus();
  await page.keyboard.press('Control+ArrowLeft');
  await cell(rowOf(id), 'Doing').locator(`[data-card="${id}"]`).waitFor();
  await card(id)
    .getByRole('button', { name: `Actions for ${id}` })
    .click();
  await page.getByRole('menuitemradio', { name: 'Open' }).click();
  await cell(rowOf(id), 'Open').locator(`[data-card="${id}"]`).waitFor();
  expect((await fieldsOf(id))['System.State']).toBe('New');
});

const nameOf = async (row: ReturnType<typeof rows>) => (await row.getAttribute('aria-label')) ?? '';

/** By mouse; without one, row after row with the keys that a card answers to. */
async function toRow(id: number, name: string): Promise<void> {
  const target = page.getByRole('region', { name, exact: true });
  if (!keysAlone) await card(id).dragTo(cell(target, 'Open'));
  for (let at = await nameOf(rowOf(id)); keysAlone && at !== name; at = await nameOf(rowOf(id))) {
    const names = await rows().evaluateAll((all) => all.map((row) => row.getAttribute('aria-label')));
    const isAbove = names.indexOf(name) < names.indexOf(at);
    await card(id).focus();
    await page.keyboard.press(isAbove ? 'Control+ArrowUp' : 'Control+ArrowDown');
    const next = names[names.indexOf(at) + (isAbove ? -1 : 1)] ?? name;
    await page.getByRole('region', { name: next, exact: true }).locator(`[data-card="${id}"]`).waitFor();
  }
  await target.locator(`[data-card="${id}"]`).waitFor();
}

test('moved to another row, a task is hung under another requirement, or given to another person', async () => {
  const id = await someTask();
  const parent = (await fieldsOf(id))['System.Parent'];
  const label = await nameOf(
    otherRows(id)
      .filter({ has: page.getByRole('button', { name: /^New Task under/ }) })
      .first(),
  );
  await toRow(id, label);
  const moved = (await fieldsOf(id))['System.Parent'];
  expect(moved).not.toBe(parent);
  expect(label).toContain(String(moved));

  await page.getByLabel('Group by').selectOption('People');
  const person = await nameOf(otherRows(id).first());
  await toRow(id, person);
  const assigned = (await fieldsOf(id))['System.AssignedTo'];
  if (person === 'Unassigned') expect(assigned).toBeUndefined();
  else expect(assigned).toMatchObject({ displayName: person });
});

test('a new task is made under a requirement, in the sprint', async () => {
  const add = page.getByRole('button', { name: /^New Task under/ }).first();
  const parent = Number(/\d+$/.exec((await add.getAttribute('aria-label')) ?? '')?.[0]);
  const path = (await fieldsOf(await someTask()))['System.IterationPath'];
  await add.click();
  await page.getByRole('dialog').getByRole('textbox', { name: 'Title' }).fill('Set the table');
  await page.getByRole('dialog').getByRole('button', { name: 'Save and close' }).click();
  const made = page.locator('[data-card]', { hasText: 'Set the table' });
  await made.waitFor();
  const fields = await fieldsOf(Number(await made.getAttribute('data-card')));
  expect(fields).toMatchObject({ 'System.Parent': parent, 'System.IterationPath': path });
});

const become = async (name: RegExp): Promise<void> => {
  await page.getByRole('button', { name: /change user/ }).click();
  await page.getByRole('menuitemradio', { name }).click();
};
const open = (path: string) => page.goto(`${world.host.collectionUrl}/Shop/${path}`);
/** Of the people of the shop, Robin writes nothing in Back office, and Stella does not see what is in Platform. */
const inArea = async (name: string): Promise<ReadonlySet<number>> => {
  const query = `SELECT [System.Id] FROM WorkItems WHERE [System.AreaPath] UNDER 'Shop\\${name}'`;
  const { workItems } = await send<{ workItems: readonly { id: number }[] }>('POST', '/Shop/_apis/wit/wiql', {
    query,
  });
  return new Set(workItems.map(({ id }) => id));
};
const numbers = (attribute: string) =>
  page.locator(`[${attribute}]`).evaluateAll(
    // Strings, as they stand in the page.
    (all, name) => all.map((one) => one.getAttribute(name)),
    attribute,
  );

test('in a closed area nothing is dragged, moved or added, and beside it everything is', async () => {
  const closed = await inArea('Back office');
  await become(/Robin Release/);
  await page.getByRole('button', { name: /Robin Release/ }).waitFor();
  await page.locator('[data-card]').first().waitFor();
  const moves = async (id: number): Promise<number> => {
    await page.getByRole('button', { name: `Actions for ${id}`, exact: true }).click();
    await page.getByRole('menuitem', { name: 'Open', exact: true }).waitFor();
    const found = await page.getByRole('menuitemradio').count();
    await page.keyboard.press('Escape');
    return found;
  };
  for (const [place, path] of [
    ['taskboard', '_sprints/taskboard'],
    ['board', '_boards/board'],
  ] as const) {
    await open(path);
    await page.locator('[data-card]').first().waitFor();
    const cards = (await numbers('data-card')).map(Number);
    const draggable = await page
      .locator('[data-card]')
      .evaluateAll((all) => all.map((one) => one.getAttribute('draggable')));
    expect([place, cards.filter((_, at) => draggable[at] === 'false')]).toEqual([
      place,
      cards.filter((id) => closed.has(id)),
    ]);
    const [shut, free] = [cards.find((id) => closed.has(id)), cards.find((id) => !closed.has(id))];
    expect(await moves(shut ?? 0)).toBe(0);
    expect(await moves(free ?? 0)).toBeGreaterThan(2);
  }
  await open('_sprints/taskboard');
  await page.locator('[data-card]').first().waitFor();
  const adds = await page
    .getByRole('button', { name: /^New Task under/ })
    .evaluateAll((all) => all.map((one) => Number(/\d+$/.exec(one.getAttribute('aria-label') ?? '')?.[0])));
  expect(adds.length).toBeGreaterThan(2);
  expect(adds.filter((id) => closed.has(id))).toEqual([]);

  await open('_backlogs/backlog');
  await page.locator('tr[data-item]').first().waitFor();
  const rowsShown = (await numbers('data-item')).map(Number);
  for (const [id, count] of [
    [rowsShown.find((one) => closed.has(one)), 0],
    [rowsShown.find((one) => !closed.has(one)), 1],
  ] as const) {
    await page.getByRole('button', { name: `Actions for ${id ?? 0}`, exact: true }).click();
    await page.getByRole('menuitem', { name: 'Open', exact: true }).waitFor();
    expect(await page.getByText('Add link to a new child').count()).toBe(count);
    await page.keyboard.press('Escape');
  }
});

test('what lies in an area that one may not read stands nowhere', async () => {
  const hidden = await inArea('Platform');
  expect(hidden.size).toBeGreaterThan(5);
  await become(/Stella Stakeholder/);
  await page.getByRole('button', { name: /Stella Stakeholder/ }).waitFor();
  for (const [path, attribute] of [
    ['_sprints/taskboard', 'data-card'],
    ['_deliveryplans', 'data-card'],
    ['_backlogs/backlog', 'data-item'],
  ] as const) {
    await open(path);
    await page.locator(`[${attribute}]`).first().waitFor();
    const shown = (await numbers(attribute)).map(Number);
    expect([path, shown.filter((id) => hidden.has(id))]).toEqual([path, []]);
  }
});

test('the capacity of a sprint is set in its pivot, and stands in the answers of REST', async () => {
  await page.getByRole('tab', { name: 'Capacity' }).click();
  await page.getByText('Nobody has a capacity in this sprint').waitFor();
  await page.getByRole('button', { name: 'Add all team members' }).click();
  const row = page.getByRole('row').filter({ hasText: 'Dana Developer' });
  await row.getByRole('combobox', { name: 'Activity of Dana Developer' }).selectOption('Development');
  await row.getByLabel('Hours a day of Dana Developer, Development').fill('6');
  await row.getByRole('button', { name: 'Add an activity of Dana Developer' }).click();
  await row.getByLabel('Hours a day of Dana Developer, no activity').fill('1');
  await row.getByRole('button', { name: /^Days off of Dana Developer/ }).click();
  await row.getByRole('button', { name: 'Add days off' }).click();
  await page.getByRole('button', { name: /^Days off of the team/ }).click();
  await page.getByRole('button', { name: 'Add days off' }).first().click();
  await page.getByText(/working days, 7 hours a day/).waitFor();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('button', { name: 'Save', exact: true, disabled: true }).waitFor();

  const { value } = await send<{ value: readonly { id: string; attributes: { startDate: string } }[] }>(
    'GET',
    `${work}/teamsettings/iterations?$timeframe=current`,
  );
  const [sprint] = value;
  const own = `${work}/teamsettings/iterations/${sprint?.id ?? ''}`;
  const first = sprint?.attributes.startDate.slice(0, 10);
  const answer = await send<{ teamMembers: readonly { teamMember: { displayName: string } }[] }>(
    'GET',
    `${own}/capacities`,
  );
  expect(answer).toMatchObject({ totalCapacityPerDay: 7 });
  expect(
    answer.teamMembers.find(({ teamMember }) => teamMember.displayName === 'Dana Developer'),
  ).toMatchObject({
    activities: [
      { name: 'Development', capacityPerDay: 6 },
      { name: '', capacityPerDay: 1 },
    ],
    daysOff: [{ start: expect.stringContaining(first ?? '?') }],
  });
  expect(await send('GET', `${own}/teamdaysoff`)).toMatchObject({
    daysOff: [{ start: expect.stringContaining(first ?? '?') }],
  });
  await page.reload();
  expect(await page.getByLabel('Hours a day of Dana Developer, Development').inputValue()).toBe('6');
  await page.getByRole('button', { name: 'Remove Dana Developer' }).click();
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByLabel('Hours a day of Dana Developer, Development').waitFor();
});
