/**
 * The average system of the paper (15 elements, 25 flows), from an empty project to Tasks in the backlog, by somebody
 * who does what the page offers next. Every press, pull, choice and written text counts as one action.
 */
import type { Locator } from 'playwright-core';
import { keysAlone, token } from '../fixtures/browser';
import { openPage } from '../fixtures/hub-pages';
import { journey } from '../fixtures/journey';

const { host, page, hub, problems } = journey({ seed: 'empty', width: 1600, height: 1000 });

const actions = { start: 0, drawing: 0, knowledge: 0, questions: 0, decisions: 0, tasks: 0 };
let phase: keyof typeof actions = 'start';
/** Choices of a status: opening the list and choosing are two actions, and one decision. */
let decisions = 0;
const one = () => (actions[phase] += 1);
async function press(what: Locator): Promise<void> {
  one();
  await what.click();
}
async function write(what: Locator, text: string): Promise<void> {
  one();
  await what.fill(text);
}
async function key(name: string): Promise<void> {
  one();
  await page.keyboard.press(name);
}
async function choose(what: Locator, value: { readonly label: string }): Promise<void> {
  one();
  await what.selectOption(value);
}
const button = (name: string | RegExp) => hub.getByRole('button', { name });
const saved = () => hub.getByText('Saved', { exact: true }).waitFor();
const rename = () => hub.locator('.wo-dfd-rename');

/** Fifteen parts with their types of the packages. */
const parts: readonly (readonly [type: string, name: string])[] = [
  ['Browser', 'Shopper'],
  ['Mobile app', 'Phone app'],
  ['Administrator', 'Clerk'],
  ['Web application', 'Storefront'],
  ['Reverse proxy', 'Gateway'],
  ['Web API', 'Orders'],
  ['Web API', 'Stock'],
  ['Identity provider', 'Sign-in'],
  ['Background worker', 'Billing'],
  ['Notification service', 'Mailer'],
  ['SQL database', 'Orders store'],
  ['SQL database', 'Stock store'],
  ['Object store', 'Invoices'],
  ['Message queue', 'Jobs'],
  ['External service', 'Payments'],
];
/** Twenty-five flows between them. */
const flows: readonly (readonly [from: string, to: string, name: string])[] = [
  ['Shopper', 'Storefront', 'Pages'],
  ['Shopper', 'Sign-in', 'Password'],
  ['Storefront', 'Sign-in', 'Token check'],
  ['Storefront', 'Gateway', 'Basket'],
  ['Phone app', 'Gateway', 'App calls'],
  ['Phone app', 'Sign-in', 'App sign-in'],
  ['Clerk', 'Storefront', 'Back office'],
  ['Clerk', 'Sign-in', 'Clerk sign-in'],
  ['Gateway', 'Orders', 'Order calls'],
  ['Gateway', 'Stock', 'Stock calls'],
  ['Orders', 'Orders store', 'Order rows'],
  ['Orders store', 'Orders', 'Orders read'],
  ['Stock', 'Stock store', 'Stock rows'],
  ['Stock store', 'Stock', 'Stock read'],
  ['Orders', 'Stock', 'Reservation'],
  ['Orders', 'Jobs', 'Order placed'],
  ['Jobs', 'Billing', 'Bill this'],
  ['Billing', 'Payments', 'Charge'],
  ['Payments', 'Billing', 'Receipt'],
  ['Billing', 'Invoices', 'Invoice'],
  ['Storefront', 'Invoices', 'Invoice link'],
  ['Billing', 'Jobs', 'Billed'],
  ['Jobs', 'Mailer', 'Mail this'],
  ['Mailer', 'Shopper', 'Mail'],
  ['Billing', 'Orders', 'Paid'],
];
const zones: readonly (readonly [type: string, name: string, holds: readonly string[]])[] = [
  ['Internet boundary', 'Internet', ['Shopper', 'Phone app', 'Clerk']],
  ['Private network boundary', 'Data', ['Orders store', 'Stock store', 'Invoices', 'Jobs']],
];

async function middleOf(locator: Locator) {
  const box = await locator.boundingBox();
  if (!box) throw new Error('It is not in sight.');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

async function addPart(type: string, name: string): Promise<void> {
  await write(hub.getByRole('searchbox', { name: 'Find a type' }), type);
  await press(hub.getByRole('button', { name: `Add ${type}`, exact: true }).last());
  await rename().waitFor();
  await write(rename(), name);
  await key('Enter');
  await body(name).waitFor();
}
/** The body of the element with exactly that name. */
const body = (name: string) =>
  hub
    .locator('.wo-dfd-sheet .x6-node')
    .filter({ has: page.locator(`.wo-dfd-label >> text="${name}"`) })
    .locator('.wo-dfd-body')
    .first();

/** By mouse from the dot of one to the other; without one, by their names. */
async function connect(from: string, to: string, name: string): Promise<void> {
  if (keysAlone) {
    await choose(hub.getByRole('combobox', { name: 'Go to a part' }), { label: from });
    await choose(hub.getByRole('combobox', { name: 'Connect to' }), { label: to });
  } else await pull(from, to);
  await rename().waitFor();
  await write(rename(), name);
  await key('Enter');
}

async function pull(from: string, to: string): Promise<void> {
  const start = await middleOf(body(from));
  await page.mouse.move(start.x, start.y);
  const node = hub
    .locator('.wo-dfd-sheet .x6-node')
    .filter({ has: page.locator(`.wo-dfd-label >> text="${from}"`) })
    .first();
  const port = await middleOf(node.locator('.x6-port-right circle'));
  const end = await middleOf(body(to));
  one();
  await page.mouse.move(port.x, port.y);
  await page.mouse.down();
  await page.mouse.move((port.x + end.x) / 2, (port.y + end.y) / 2, { steps: 3 });
  await page.mouse.move(end.x, end.y, { steps: 3 });
  await page.mouse.up();
}

async function select(names: readonly string[]): Promise<void> {
  for (const [at, part] of names.entries()) {
    if (keysAlone) {
      const list = at === 0 ? 'Go to a part' : 'Select also';
      await choose(hub.getByRole('combobox', { name: list }), { label: part });
      continue;
    }
    const { x, y } = await middleOf(body(part));
    one();
    if (at > 0) await page.keyboard.down('Control');
    await page.mouse.click(x, y);
    if (at > 0) await page.keyboard.up('Control');
  }
}

test('draws fifteen elements and twenty-five flows', async () => {
  await page.goto(host.hub);
  await press(button('Start an empty model'));
  await write(hub.getByRole('textbox', { name: 'Name' }), 'Shop');
  await press(button('Create'));
  phase = 'drawing';
  await openPage(hub, 'Diagram', press);
  await press(button('Start drawing'));
  for (const [type, name] of parts) await addPart(type, name);
  await press(button('Fit'));
  for (const [from, to, name] of flows) await connect(from, to, name);
  await press(button('Lay out'));
  await press(button('Fit'));
  await saved();
}, 400_000);

test('draws where trust ends', async () => {
  for (const [type, name, holds] of zones) {
    await select(holds);
    await hub.getByRole('heading', { name: `${holds.length} parts selected` }).waitFor();
    await write(hub.getByRole('searchbox', { name: 'Find a type' }), type);
    await press(hub.getByRole('button', { name: `Add ${type}`, exact: true }));
    await rename().waitFor();
    await write(rename(), name);
    await key('Enter');
  }
  await saved();
});

test('takes the threats of the packages', async () => {
  phase = 'knowledge';
  await openPage(hub, 'Knowledge', press);
  await press(hub.getByRole('radio', { name: /Light/ }));
  await press(button(/^Add \d+ threats/));
  await hub.getByRole('tab', { name: /^Threats \d\d/ }).waitFor();
  await saved();
});

/** The first choice of everything: which one does not matter, it is the number that counts. */
async function answer(card: Locator): Promise<void> {
  const choice = card.locator('.wo-answers input').first();
  if ((await choice.count()) > 0) await press(choice);
  else {
    await write(card.getByRole('textbox').first(), '3');
    await press(card.getByRole('button', { name: 'Answer' }));
  }
}

test('answers every question', async () => {
  phase = 'questions';
  await openPage(hub, 'Questions', press);
  // By selectors of the page's own: asking for roles and texts reads 130 cards before and after each answer.
  const card = '.wo-questions > li';
  const pill = '.wo-decision-head .wo-pill-success';
  const open = hub.locator(`${card}:not(:has(${pill}))`);
  const answered = hub.locator(`${card} ${pill}`);
  await open.first().waitFor();
  for (let done = await answered.count(); (await open.count()) > 0; done += 1) {
    await answer(open.first());
    await answered.nth(done).waitFor();
  }
  const line = hub.getByText(/of \d+ questions answered/).first();
  expect(await line.innerText()).toMatch(/^(\d+) of \1 questions/);
  await saved();
}, 400_000);

async function decide(title: string, status: string): Promise<void> {
  decisions += 1;
  const select = hub.getByRole('combobox', { name: `Status of ${title}`, exact: true });
  one();
  await choose(select, { label: status });
}

test('decides on about twenty kinds of mitigations', async () => {
  phase = 'decisions';
  await press(button('Decide about mitigations'));
  await press(button('Decide by type'));
  await hub.getByText(/mitigations? decided/).waitFor();
  const titles = await hub.locator('.wo-decide-row .wo-row-title').allInnerTexts();
  expect(titles.length).toBeGreaterThan(10);
  for (const title of titles.slice(0, 4)) await decide(title, 'Existing');
  for (const title of titles.slice(4, 14)) await decide(title, 'Approved');
  await press(hub.getByRole('checkbox', { name: 'Only undecided' }));
  await press(hub.getByRole('checkbox', { name: 'Select all mitigations' }));
  decisions += 1;
  one();
  await choose(hub.getByRole('combobox', { name: /selected mitigations/ }), { label: 'Approved' });
  await hub.getByText('Everything is decided.', { exact: false }).waitFor();
  await saved();
});

const rest = (path: string, init: { readonly body: string; readonly type: string }) =>
  fetch(`${host.origin}/local/Shop/_apis/wit/${path}?api-version=7.1`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': init.type },
    body: init.body,
  });

test('has the Tasks in the backlog, in few actions', async () => {
  const title = 'As a shopper I want to order so that it is sent to me';
  const body = JSON.stringify([{ op: 'add', path: '/fields/System.Title', value: title }]);
  expect((await rest('workitems/$User%20Story', { body, type: 'application/json-patch+json' })).status).toBe(
    200,
  );
  phase = 'tasks';
  await press(button('List'));
  await press(button('Create tasks…'));
  const dialog = hub.getByRole('dialog');
  await press(dialog.getByRole('option', { name: /As a shopper/ }));
  const create = dialog.getByRole('button', { name: /^Create \d+ tasks?$/i });
  const tasks = Number(/\d+/.exec(await create.innerText())?.[0]);
  await press(create);
  await dialog.getByText(`${tasks} Tasks are in the backlog.`).waitFor();
  const query = "SELECT [System.Id] FROM WorkItems WHERE [System.Tags] CONTAINS 'security-mitigation'";
  const found = await rest('wiql', { body: JSON.stringify({ query }), type: 'application/json' });
  expect(((await found.json()) as { workItems: unknown[] }).workItems).toHaveLength(tasks);
  const all = Object.values(actions).reduce((sum, each) => sum + each, 0);
  console.log(`${all} actions (${JSON.stringify(actions)}), ${decisions} decisions, ${tasks} Tasks`);
  expect(all).toBeLessThanOrEqual(400);
  expect(decisions).toBeLessThanOrEqual(25);
});

test('no page threw', () => expect(problems).toEqual([]));
