/** axe finds nothing on the shell's own pages, with places of foreign extensions on them: light, dark and high contrast. */
import { readFileSync, rmSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { canteen, startCanteen, type Canteen } from '../fixtures/canteen-host';
import { buildPlaces } from '../fixtures/extensions/build-places';

const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
let places: string;
let world: Canteen;
let page: Page;
/** A dashboard with two widgets. */
let dashboard = '';

async function send<T>(method: string, path: string, body: unknown): Promise<T> {
  const answer = await fetch(`${world.host.collectionUrl}/Shop/${path}?api-version=7.2-preview`, {
    method,
    headers: { authorization: 'Bearer owner', 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  expect(answer.ok).toBe(true);
  return (await answer.json()) as T;
}

async function makeDashboard(): Promise<string> {
  const widget = (id: string, name: string, column: number) => ({
    name,
    contributionId: `${canteen}.${id}`,
    position: { row: 1, column },
    size: { rowSpan: 1, columnSpan: 1 },
    settings: null,
    settingsVersion: { major: 1, minor: 0, patch: 0 },
  });
  const made = await send<{ id: string }>('POST', '_apis/dashboard/dashboards', { name: 'Kitchen' });
  const path = `_apis/dashboard/dashboards/${made.id}/widgets`;
  await send('POST', path, widget('plain-widget', 'Empty plate', 1));
  await send('POST', path, widget('dish-widget', 'Dish of the day', 2));
  return made.id;
}

beforeAll(async () => {
  places = await buildPlaces();
  world = await startCanteen({ also: [places] });
  await send('PUT', 'Shop%20Team/_apis/work/boards/Stories/rows', [{ name: 'Expedite', color: 'F2CB1D' }]);
  dashboard = await makeDashboard();
  // Who asks for less motion sees colours at once, as axe must.
  page = await world.browser.newPage({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' });
  page.setDefaultTimeout(30_000);
});

afterAll(async () => {
  await world?.close();
  rmSync(places, { recursive: true, force: true });
});

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string }[];
}
declare const window: {
  axe: { run: (context: object, options: object) => Promise<{ violations: readonly Violation[] }> };
};

/** Pages of extensions are their authors' own. */
async function violations(rules: readonly string[]): Promise<readonly string[]> {
  await page.evaluate(axe);
  return page.evaluate(async (runOnly) => {
    const result = await window.axe.run({ exclude: ['iframe'] }, { runOnly, iframes: false });
    return result.violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`,
    );
  }, rules);
}

const everything = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'];
/** What a theme can break. */
const colours = ['color-contrast', 'link-in-text-block'];

const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true });

interface Shown {
  readonly path: string;
  /** What is there once the page is. */
  readonly shown: string;
  readonly act?: () => Promise<void>;
  /** What `act` opens keeps the keys to itself, so that a theme is chosen before it. */
  readonly modal?: true;
}

const pages: Readonly<Record<string, Shown>> = {
  board: { path: 'Shop/_boards/board', shown: '[data-card="1"]' },
  'work item form in a dialog': {
    path: 'Shop/_boards/board',
    shown: '[data-card="1"]',
    modal: true,
    async act() {
      await page.locator('[data-card="1"] .card-title').click();
      await page.locator('[role="dialog"] .form-head').waitFor();
    },
  },
  'backlog with a side pane': {
    path: 'Shop/_backlogs/backlog?toolpane=fixture.places.pane',
    shown: '.side-pane iframe',
  },
  taskboard: { path: 'Shop/_sprints/taskboard', shown: '[data-card="7"]' },
  'delivery plan': { path: 'Shop/_deliveryplans', shown: '[data-card="1"]' },
  'sprint backlog': { path: 'Shop/_sprints/backlog', shown: 'tbody tr' },
  'capacity of a sprint': {
    path: 'Shop/_sprints/capacity',
    shown: '.capacity-room',
    async act() {
      await button('Add all team members').click();
      await button(/^Days off of the team/).click();
      await button('Add days off').click();
      await page.locator('.capacity tbody tr').first().waitFor();
    },
  },
  'directory of dashboards': { path: 'Shop/_dashboards/directory', shown: 'tbody tr' },
  dashboard: { path: 'Shop/_dashboards/dashboard/ID', shown: '[aria-label="Empty plate"] iframe' },
  'dashboard that is edited, with the catalog': {
    path: 'Shop/_dashboards/dashboard/ID',
    shown: '[aria-label="Empty plate"] iframe',
    async act() {
      await button('Edit').click();
      await button('Add widget').click();
      await page.locator('.catalog-entry').first().waitFor();
    },
  },
  'saved queries': { path: 'Shop/_queries/all', shown: 'tbody tr' },
  query: {
    path: 'Shop/_queries/query/',
    shown: 'tbody tr',
    async act() {
      await button('Add clause').click();
      await page.getByLabel('Clause 2: field').waitFor();
    },
  },
  'query that is refused': {
    path: `Shop/_queries/query/?wiql=${encodeURIComponent('SELECT [System.Nope] FROM WorkItems')}`,
    shown: '.wrong-place',
  },
  'work item form': { path: 'Shop/_workitems/edit/1', shown: 'iframe' },
  'home of the organisation': { path: '', shown: 'h1' },
  'project settings': { path: 'Shop/_settings', shown: 'h1' },
  teams: { path: 'Shop/_settings/teams', shown: 'tbody tr' },
  'organisation settings': { path: '_settings', shown: 'h1' },
  projects: { path: '_settings/projects', shown: 'tbody tr' },
  users: { path: '_settings/users', shown: 'tbody tr' },
  extensions: { path: '_settings/extensions', shown: 'tbody tr' },
  'settings of the form': { path: '_settings/workItemForm', shown: 'h1' },
  'faults and clock': { path: 'Shop/_local/faults', shown: 'h1' },
};

async function chooseTheme(theme: string): Promise<void> {
  await page.getByRole('button', { name: /^Theme/ }).click();
  await page.getByRole('menuitemradio', { name: theme, exact: true }).click();
  await page.locator(`html[data-theme="${theme.toLowerCase().replace(' ', '-')}"]`).waitFor();
}

test.each(Object.entries(pages))('%s', async (_name, { path, shown, act, modal }) => {
  const begin = async (): Promise<void> => {
    await page.goto(`${world.host.collectionUrl}/${path.replace('ID', dashboard)}`);
    await page.locator(shown).first().waitFor();
  };
  await begin();
  await act?.();
  expect(await violations(everything)).toEqual([]);
  for (const theme of ['Dark', 'High contrast', 'Light']) {
    if (modal) await begin();
    await chooseTheme(theme);
    if (modal) await act?.();
    expect([theme, await violations(colours)]).toEqual([theme, []]);
  }
});
