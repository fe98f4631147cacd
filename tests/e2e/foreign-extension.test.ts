/** A foreign extension, packed as a .vsix, in every place of the shell: what its pages ask of their host, and what they are told. */
import type { Frame, Page } from 'playwright-core';
import { contributionRows } from '../fixtures/contribution-rows';
import { canteen, frameOf, startCanteen, told, type Canteen } from '../fixtures/canteen-host';

let world: Canteen;
let page: Page;

beforeAll(async () => {
  world = await startCanteen({ form: 'vsix' });
});
afterAll(() => world?.close());

beforeEach(async () => {
  page = await world.browser.newPage({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' });
  page.setDefaultTimeout(30_000);
});
afterEach(() => page.close());

const open = (path: string) => page.goto(`${world.host.collectionUrl}/Shop/${path}`);
const button = (name: string) => page.getByRole('button', { name, exact: true });
const item = (name: string) => page.getByRole('menuitem', { name, exact: true });
const hub = (id: string) => `_apps/hub/${canteen}.${id}`;
const guest = () => page.getByRole('dialog').frameLocator('iframe');

async function counter(hash = ''): Promise<Frame> {
  await open(hub('counter') + hash);
  const frame = await frameOf(page, 'counter');
  await frame.getByText(/^hash/).waitFor();
  return frame;
}
const press = (frame: Frame, name: string) => frame.getByRole('button', { name, exact: true }).click();
const says = (frame: Frame, text: string) =>
  frame.locator('#said').getByText(text, { exact: true }).waitFor();

test('it has a group of its own in the navigation, with the hubs and icons that it declares', async () => {
  await open('_boards/board');
  const group = page.getByRole('button', { name: 'Canteen' });
  expect(await group.locator('img').getAttribute('src')).toMatch(/images\/dish\.svg$/);
  await group.click();
  const link = page.getByRole('link', { name: 'Counter' });
  expect(await link.locator('img').getAttribute('src')).toMatch(/images\/dish\.svg$/);
  await link.click();
  await page.waitForURL(new RegExp(`/Shop/${hub('counter')}$`));
  const frame = await frameOf(page, 'counter');
  await frame.getByRole('heading', { name: 'The counter' }).waitFor();
  expect(await page.title()).toBe('Counter - Shop');
  await page.getByRole('navigation', { name: 'Breadcrumb' }).getByText('Canteen').waitFor();
  await page.getByText('Loading Counter').waitFor({ state: 'detached' });
});

test.each([
  ['dialog', 'Who eats?', 4],
  ['panel', 'Guests', 8],
])('a %s gets its configuration with functions, and closes with a result', async (kind, title, seats) => {
  const frame = await counter();
  await press(frame, kind);
  await page.getByRole('dialog', { name: title }).waitFor();
  await guest().getByText(`${seats} seats. Good day, guest.`).waitFor();
  expect(await told(await frameOf(page, 'guest'), 'configuration')).toEqual([['ask', kind, 'seats']]);
  // The button takes its own frame away, and a click of the mouse would wait for the frame's answer.
  await guest().getByRole('button', { name: 'Sit down' }).dispatchEvent('click');
  await says(frame, `${kind}: {"seat":${seats}}`);
  await press(frame, kind);
  await guest().getByText(`${seats} seats.`).waitFor();
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
  await says(frame, `${kind}: null`);
});

test('a question has the two answers that the page wants', async () => {
  const frame = await counter();
  await press(frame, 'question');
  await page.getByRole('dialog', { name: 'The soup' }).getByText('Is it good?').waitFor();
  await button('Very').click();
  await says(frame, 'question: true');
  await press(frame, 'question');
  await button('Not at all').click();
  await says(frame, 'question: false');
});

test('toasts with an action, a banner with a link, and a dialog of the messages service', async () => {
  const frame = await counter();
  await press(frame, 'toast');
  await page.getByText('Bread is being toasted').waitFor();
  await button('Eat it').click();
  await says(frame, 'toast: "eaten"');
  await press(frame, 'banner');
  const hours = page.getByRole('link', { name: 'the opening hours' });
  expect(await hours.getAttribute('href')).toBe('https://example.com/hours');
  await button('Dismiss').click();
  await hours.waitFor({ state: 'detached' });
  await press(frame, 'banner');
  await hours.waitFor();
  await press(frame, 'end-banner');
  await hours.waitFor({ state: 'detached' });
  await press(frame, 'news');
  await page.getByRole('dialog', { name: 'News' }).getByText('There is fish.').waitFor();
  await button('Fine').click();
  await says(frame, 'news: "fine"');
});

test('deep links: hash and query stand in the address, survive a reload, and going back is told', async () => {
  const frame = await counter();
  await press(frame, 'deep');
  await page.waitForURL(/#table=7$/);
  expect(await told(frame, 'hash')).toEqual(['table=7']);
  await page.goBack();
  expect(await told(frame, 'hash', 2)).toEqual(['table=7', '']);
  await press(frame, 'query');
  await page.waitForURL(/\?dish=soup$/);
  await page.goto('about:blank');
  const again = await counter('?dish=soup#table=9');
  await again.getByText('hash table=9, query {"dish":"soup"}').waitFor();
  await press(again, 'route');
  const route = {
    id: 'ms.vss-web.hub-route',
    routeValues: { project: 'Shop', contribution: `${canteen}.counter` },
  };
  await says(again, `route: ${JSON.stringify(route)}`);
  await press(again, 'danger');
  await again.getByText(/^danger: "Only http\(s\) addresses can be opened/).waitFor();
  await press(again, 'away');
  await page.waitForURL(/_boards\/board$/);
});

test('full screen takes the navigation away; a service that does not exist is refused by name', async () => {
  const frame = await counter();
  await press(frame, 'stranger');
  await frame.getByText(/^stranger: "Service \\"ms\.vss-no-such\.service\\" does not exist/).waitFor();
  await press(frame, 'full');
  await page.getByRole('banner').waitFor({ state: 'detached' });
});

test('the theme reaches the page, also when it changes: light, dark and high contrast', async () => {
  const frame = await counter();
  const background = () => frame.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const seen = [await background()];
  for (const [count, theme] of ['Dark', 'High contrast'].entries()) {
    await page.getByRole('button', { name: /^Theme/ }).click();
    await page.getByRole('menuitemradio', { name: theme, exact: true }).click();
    // The handshake applied the first one.
    await told(frame, 'theme', count + 1);
    seen.push(await background());
  }
  expect(new Set(seen).size).toBe(3);
  expect(seen[0]).toBe('rgb(255, 255, 255)');
  expect(seen[2]).toBe('rgb(0, 0, 0)');
});

test('features switch contributions on, override one another, and change properties of others', async () => {
  await open('_boards/board');
  await button('Canteen').click();
  expect(await page.getByRole('link', { name: 'Orders' }).count()).toBe(0);
  async function toggle(name: string): Promise<void> {
    await page.getByRole('button', { name: /change user/ }).click();
    await item('Preview features').click();
    await page.getByRole('switch', { name, exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
  }
  await toggle('Ordering');
  await page.getByRole('link', { name: 'Quick orders' }).waitFor();
  await toggle('Quick ordering');
  await page.getByRole('link', { name: 'Orders', exact: true }).waitFor();
  await page.reload();
  await button('Canteen').click();
  await page.getByRole('link', { name: 'Orders', exact: true }).waitFor();
});

test('what extensions add to a menu stands apart, and the children of an entry under its name', async () => {
  await open('_boards/board');
  await button('Actions for 1').click();
  const menu = page.getByRole('menu', { name: 'Actions for 1' });
  await item('Order cake').waitFor();
  const lines = await menu
    .locator('li')
    .evaluateAll((all) =>
      all.map((each) =>
        each.getAttribute('role') === 'separator' ? each.getBoundingClientRect().height : each.textContent,
      ),
    );
  expect(lines.slice(lines.indexOf('Order soup') - 1)).toEqual([
    1,
    'Order soup',
    1,
    'More dishes',
    'Order cake',
  ]);
});

test('a tab that names itself is loaded in the background for its name', async () => {
  await open('_sprints/taskboard');
  await page.getByRole('tab', { name: 'Served today' }).waitFor();
  const hidden = await frameOf(page, 'served');
  expect(await told(hidden, 'configuration')).toMatchObject([{ foregroundInstance: false }]);
  const context = { iterationId: expect.any(String), team: expect.any(Object), foregroundInstance: false };
  for (const each of ['name', 'isInvisible', 'isDisabled'])
    expect(await told(hidden, each)).toEqual([context]);
  const soldOut = page.getByRole('tab', { name: 'Nothing left' });
  await soldOut.waitFor();
  expect(await soldOut.isDisabled()).toBe(true);
  expect(await soldOut.getAttribute('title')).toBe('From the kitchen');
  await page.getByRole('tab', { name: 'Shy' }).waitFor({ state: 'detached' });
});

test('a control stands on the form where an administrator put it, with its inputs, and sets its field', async () => {
  await open('_workitems/edit/1');
  await frameOf(page, 'recipe');
  expect(await page.locator(`iframe[data-contribution="${canteen}.taste"]`).count()).toBe(0);
  await page.goto(`${world.host.collectionUrl}/_settings`);
  await page.getByRole('link', { name: 'Work item form' }).click();
  const settings = page.getByRole('region', { name: 'Taste' });
  await settings.getByLabel('Work item type').selectOption('User Story');
  await settings.getByText('The field that is tasted.').waitFor();
  expect(await settings.locator('option[value="System.Title"]').count()).toBe(1);
  await settings.getByRole('button', { name: 'Put on the form' }).click();
  expect(await settings.locator('input:invalid').count()).toBe(1);
  expect(await settings.getByText('On User Story').count()).toBe(0);
  await settings.getByLabel('Field').fill('System.Title');
  await settings.getByLabel('Label').fill('Named');
  await settings.getByRole('button', { name: 'Put on the form' }).click();
  await settings.getByText('On User Story').waitFor();

  await open('_backlogs/backlog');
  await page.getByRole('button', { name: 'Change my delivery address', exact: true }).click();
  const control = await frameOf(page, 'taste');
  expect(await told(control, 'configuration')).toEqual([
    { witInputs: { FieldName: 'System.Title', Label: 'Named' }, defaultHeight: 80 },
  ]);
  await control.getByText('Named: Change my delivery address').waitFor();
  const box = await (await control.frameElement()).boundingBox();
  expect(box?.height).toBe(80);
  await button('Next work item').click();
  await control.getByText('Named: See my past orders').waitFor();
  expect(await told(control, 'onUnloaded')).toEqual([{ id: 2 }]);
  await control.getByRole('button', { name: 'Add salt' }).click();
  const title = page.getByRole('dialog').getByRole('textbox', { name: 'Title' });
  await control.getByText('Named: salted').waitFor();
  expect(await title.inputValue()).toBe('salted');
  await page.getByRole('dialog').getByRole('button', { name: 'Save', exact: true }).click();
  expect(await told(control, 'onSaved')).toEqual([{ id: 3 }]);
  await open('_workitems/edit/7');
  await frameOf(page, 'recipe');
  expect(await page.locator(`iframe[data-contribution="${canteen}.taste"]`).count()).toBe(0);
});

describe('every place of the platform', () => {
  let shared: Page;
  beforeAll(async () => {
    const control = {
      contributionId: `${canteen}.taste`,
      type: 'User Story',
      inputs: { FieldName: 'System.Title' },
    };
    const placed = await fetch(
      `${world.host.collectionUrl}/_apis/Settings/Entries/host?api-version=7.2-preview.1`,
      {
        method: 'PATCH',
        headers: { authorization: 'Bearer owner', 'content-type': 'application/json' },
        body: JSON.stringify({
          [`WorkItemForm/Controls/${control.contributionId}/${control.type}`]: control,
        }),
      },
    );
    expect(placed.ok).toBe(true);
    shared = await world.browser.newPage({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' });
    shared.setDefaultTimeout(30_000);
  });
  afterAll(() => shared?.close());

  /** How often a page that is open already was told of something. */
  async function toldBefore(contribution: string, event: string): Promise<number> {
    const frame = await shared.$(`iframe[data-contribution="${canteen}.${contribution}"]`);
    const content = await frame?.contentFrame();
    return (
      content?.evaluate((name) => (window.notes ?? []).filter((note) => note.event === name).length, event) ??
      0
    );
  }

  test.each(contributionRows.map((row) => [row.target, row.where, row] as const))(
    '%s: %s',
    async (_target, _where, { path, contribution, reach, configuration, calls = {} }) => {
      const before = new Map<string, number>();
      const address = `${world.host.collectionUrl}${path ?? ''}`;
      if (path !== undefined && shared.url() !== address) await shared.goto(address);
      else if (contribution !== undefined)
        for (const name of Object.keys(calls))
          before.set(name, name === 'onLoaded' ? 0 : await toldBefore(contribution, name));
      await reach(shared);
      if (contribution === undefined) return;
      const frame = await frameOf(shared, contribution, 'shown first');
      if (configuration !== undefined) expect((await told(frame, 'configuration'))[0]).toEqual(configuration);
      for (const [name, argument] of Object.entries(calls)) {
        const heard = await told(frame, name, (before.get(name) ?? 0) + 1);
        expect([name, heard[heard.length - 1]]).toEqual([name, argument]);
      }
    },
  );

  test('the toolbar of a form that can only be read has no menu', async () => {
    await shared.goto(`${world.host.collectionUrl}/Shop/_workitems/edit/4`);
    await shared.getByRole('button', { name: 'More of the work item' }).waitFor();
    await shared.getByRole('button', { name: /change user/ }).click();
    await shared.getByRole('menuitemradio', { name: /Rita Reader/ }).click();
    await shared.getByText('Read-only').waitFor();
    expect(await shared.getByRole('button', { name: 'More of the work item' }).count()).toBe(0);
  });
});

test('what has no place is named with its reason, and everything else has one', async () => {
  await page.goto(`${world.host.collectionUrl}/_settings`);
  await page.getByRole('link', { name: 'Extensions' }).click();
  const rows = page.getByRole('table', { name: 'Contributions of Canteen' }).locator('tbody tr');
  await rows.first().waitFor();
  const problems = await rows.filter({ has: page.locator('.problem') }).allInnerTexts();
  expect(problems).toHaveLength(2);
  expect(problems.join()).toMatch(
    /breadcrumb-provider is not shown: no public manifest says at which target it stands/,
  );
  expect(problems.join()).toMatch(/ms\.vss-code-web\.pr-tabs is not here: there are no repositories/);
});
