/** axe finds nothing on the shell's own pages, with places of a foreign extension on them: light, dark and high contrast. */
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { readSeed } from '../../src/host/seeds/seed-file';
import { startHost, type RunningHost } from '../../src/host/start-host';
import { launchBrowser } from '../fixtures/browser';
import { buildPlaces } from '../fixtures/extensions/build-places';
import { buildShell } from '../fixtures/extensions/build-shell';

const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const folders: string[] = [];
let browser: Browser;
let host: RunningHost;
let page: Page;

beforeAll(async () => {
  const [shellDir, places] = await Promise.all([buildShell(), buildPlaces()]);
  folders.push(shellDir, places);
  host = await startHost({
    port: 0,
    dataDir: null,
    seed: readSeed(JSON.parse(readFileSync(join(__dirname, '../seeds/figures.json'), 'utf8'))),
    process: 'agile',
    fresh: true,
    ownerToken: 'owner',
    extensionDirs: [places],
    shellDir,
  });
  browser = await launchBrowser();
  // Who asks for less motion sees colours at once, as axe must.
  page = await browser.newPage({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' });
  page.setDefaultTimeout(30_000);
});

afterAll(async () => {
  await browser?.close();
  await host?.close();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string }[];
}
declare const window: {
  axe: { run: (context: object, options: object) => Promise<{ violations: readonly Violation[] }> };
};

/** Pages of extensions are their authors' own. */
async function violations(): Promise<readonly string[]> {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'];
    const result = await window.axe.run({ exclude: ['iframe'] }, { runOnly: tags, iframes: false });
    return result.violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`,
    );
  });
}

const places: readonly [string, string, string][] = [
  ['board', 'Shop/_boards/board', '[data-card="1"]'],
  ['backlog with a side pane', 'Shop/_backlogs/backlog?toolpane=fixture.places.pane', '.side-pane iframe'],
  ['taskboard', 'Shop/_sprints/taskboard', '[data-card="7"]'],
  ['directory of dashboards', 'Shop/_dashboards/directory', 'tbody tr'],
  ['saved queries', 'Shop/_queries/all', 'tbody tr'],
  ['query', 'Shop/_queries/query/', 'tbody tr'],
  ['work item form', 'Shop/_workitems/edit/1', 'iframe'],
  ['project settings', 'Shop/_settings', 'h1'],
  ['organisation settings', '_settings', 'h1'],
  ['faults and clock', 'Shop/_local/faults', 'h1'],
];

describe.each(['Light', 'Dark', 'High contrast'])('%s', (theme) => {
  beforeAll(async () => {
    await page.goto(`${host.collectionUrl}/Shop/_boards/board`);
    await page.getByRole('button', { name: /^Theme/ }).click();
    await page.getByRole('menuitemradio', { name: theme, exact: true }).click();
  });

  test.each(places)('%s', async (_name, path, shown) => {
    await page.goto(`${host.collectionUrl}/${path}`);
    await page.locator(shown).first().waitFor();
    expect(await violations()).toEqual([]);
  });
});
