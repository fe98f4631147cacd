/**
 * Flags on cards in the project's settings: an administrator counts, writes, sees them on the board and takes them back;
 * somebody without the right is told before anything is written; a public project keeps them off; and the way out.
 */
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Frame, FrameLocator, Page } from 'playwright-core';
import { readSeed } from '../../src/host/seeds/seed-file';
import { startTestHost } from '../../src/host/testing/test-host';
import type { RunningHost } from '../../src/host/start-host';
import { violations } from '../fixtures/axe';
import { launchBrowser } from '../fixtures/browser';

const root = join(__dirname, '../..');
let browser: Browser;
let host: RunningHost;
let page: Page;
let hub: FrameLocator;
const problems: string[] = [];

beforeAll(async () => {
  const dist = join(root, 'dist');
  if (!existsSync(join(dist, 'extension'))) throw new Error('Nothing is built yet: run npm start once.');
  const file = readFileSync(join(__dirname, '../seeds/figures.json'), 'utf8');
  const seed = JSON.parse(file) as { readonly users: readonly object[] };
  const stella = {
    displayName: 'Stella Stakeholder',
    uniqueName: 'stella@shop.example',
    role: 'Stakeholder',
    level: 'stakeholder',
  };
  host = await startTestHost({
    seed: readSeed({
      ...seed,
      users: [...seed.users, stella],
      projects: [{ name: 'Open', visibility: 'public' }],
    }),
    ownerToken: 'owner',
    extensionDirs: [join(dist, 'extension')],
    shellDir: join(dist, 'shell'),
  });
  browser = await launchBrowser();
  page = await browser.newPage({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' });
  page.setDefaultTimeout(20_000);
  page.on('pageerror', (error) => problems.push(error.message));
  hub = page.frameLocator('iframe');
  // By hand, for pictures in another theme.
  const theme = process.env['THEME'];
  if (!theme) return;
  await page.goto(`${host.collectionUrl}/Shop/_boards/board`);
  await page.getByRole('button', { name: /Theme/ }).click();
  await page.getByText(theme, { exact: true }).last().click();
});
afterAll(async () => {
  await browser?.close();
  await host?.close();
});

const shots = process.env['SHOTS'];
async function shot(name: string): Promise<void> {
  if (!shots) return;
  mkdirSync(shots, { recursive: true });
  await page.screenshot({ path: join(shots, `${name}.png`) });
}
const ours = (): Frame => {
  const frame = page.frames().find((each) => each.url().includes('gallerycdn'));
  if (!frame) throw new Error('The page of the flags is not there.');
  return frame;
};
const open = async (project = 'Shop') => {
  await page.goto(`${host.collectionUrl}/${project}/_settings/without.without.security-flags`);
  await hub.getByRole('heading', { name: 'What they say' }).waitFor();
};
const button = (name: string | RegExp) => hub.getByRole('button', { name });
const dialog = () => hub.getByRole('dialog');
/** All of the plan that stands in the dialog, for the six cards of the board. */
async function write(): Promise<void> {
  await dialog()
    .getByRole('button', { name: /^Write/ })
    .click();
  await dialog()
    .getByText(/6 work items written/)
    .waitFor();
}

async function tagsOf(ids: readonly number[]): Promise<readonly string[]> {
  const url = `${host.collectionUrl}/_apis/wit/workitems?ids=${ids.join()}&api-version=7.1`;
  const answer = await fetch(url, { headers: { authorization: 'Bearer owner' } });
  const { value } = (await answer.json()) as { value: { fields: Record<string, string> }[] };
  return value.map(({ fields }) => fields['System.Tags'] ?? '');
}
async function styles(): Promise<readonly string[]> {
  const url = `${host.collectionUrl}/Shop/_apis/work/boards/Stories/cardrulesettings?api-version=7.1-preview.2`;
  const answer = await fetch(url, { headers: { authorization: 'Bearer owner' } });
  const { rules } = (await answer.json()) as { rules: Record<string, { name: string }[]> };
  return [...(rules['tagStyle'] ?? []), ...(rules['fill'] ?? [])].map(({ name }) => name);
}

test('the count and a picture come first; then tags and colours are on the board', async () => {
  await open();
  expect(await violations(ours())).toEqual([]);
  await shot('flags-page');
  if (shots) {
    await page.setViewportSize({ width: 640, height: 900 });
    await shot('flags-narrow');
    await page.setViewportSize({ width: 1280, height: 900 });
  }
  await button('Switch on: Shop Team').click();
  await dialog().getByText('6 work items get a flag.').waitFor();
  await dialog()
    .getByRole('radio', { name: /the cards that ask for a decision/ })
    .check();
  await dialog()
    .getByText(/On the board Stories of Shop Team 5 rules are added/)
    .waitFor();
  expect(await tagsOf([1, 4])).toEqual(['', '']);
  expect(await violations(ours())).toEqual([]);
  await shot('flags-plan');
  await dialog().getByRole('button', { name: 'Write 12 changes' }).click();
  await dialog().getByText('6 work items written, the rules of the board written.').waitFor();
  await dialog().getByRole('button', { name: 'Close' }).last().click();
  await hub.getByText('On, with colours for tags and cards').waitFor();
  await shot('flags-on');
  expect(await tagsOf([1, 4])).toEqual(['security-decide', 'security-settled']);
  await page.goto(`${host.collectionUrl}/Shop/_boards/board`);
  const tag = page.getByText('security-decide', { exact: true }).first();
  await tag.waitFor();
  const colour = await tag.evaluate((each) => getComputedStyle(each).backgroundColor);
  expect(colour).toBe('rgb(251, 188, 61)');
  await shot('flags-board');
});

test('the hub leads here, and what an extension cannot do for taskboards is told step by step', async () => {
  await page.goto(`${host.collectionUrl}/Shop/_apps/hub/without.without.hub`);
  await button(/All threat models/).click();
  await hub.getByRole('button', { name: 'Security flags' }).waitFor();
  expect(await violations(ours())).toEqual([]);
  await shot('flags-hub');
  const [beside] = await Promise.all([
    page.waitForEvent('popup'),
    hub.getByRole('button', { name: 'Security flags' }).click(),
  ]);
  const there = beside.frameLocator('iframe');
  await there.getByRole('heading', { name: 'What they say' }).waitFor();
  await there.getByText('Colours on the taskboard of a sprint, by hand').click();
  await there.getByText(/does not let an extension read the rules of a taskboard/).waitFor();
  await there.getByText(/Add a tag color for each of the flags\. security-decide: background/).waitFor();
  await beside.close();
});

test('a second time there is nothing to write', async () => {
  await open();
  await button('Bring up to date…').click();
  await dialog()
    .getByText(/No work item is written. 6 work items carry the right flag already/)
    .waitFor();
  expect(await dialog().getByRole('button', { name: 'Nothing to write' }).isDisabled()).toBe(true);
  await dialog().getByRole('button', { name: 'Cancel' }).click();
});

test('the last run is taken back: tags, rules and switch', async () => {
  await button('Undo the last run…').click();
  await dialog().getByText('6 work items lose their flag.').waitFor();
  await write();
  await dialog().getByRole('button', { name: 'Close' }).last().click();
  await hub.getByRole('cell', { name: 'Off' }).first().waitFor();
  expect([await tagsOf([1, 4]), await styles()]).toEqual([['', ''], []]);
});

test('Remove Without saves everything first, then takes all of it away and says what remains', async () => {
  await button('Switch on: Shop Team').click();
  await write();
  await dialog().getByRole('button', { name: 'Close' }).last().click();
  await hub.getByRole('checkbox', { name: /Also the links/ }).check();
  await button('Look what would go…').click();
  await dialog().getByText('1 link from Tasks to their mitigations').waitFor();
  const remove = dialog().getByRole('button', { name: 'Remove', exact: true });
  expect(await remove.isDisabled()).toBe(true);
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    dialog().getByRole('button', { name: 'Save everything first' }).click(),
  ]);
  const saved = readFileSync(await file.path(), 'utf8');
  expect(saved).toContain('Card data is stolen');
  await shot('flags-remove');
  await remove.click();
  await dialog().getByRole('heading', { name: 'What remains' }).waitFor();
  expect(await violations(ours())).toEqual([]);
  await shot('flags-removed');
  expect([await tagsOf([1, 6]), await styles()]).toEqual([['', ''], []]);
  await dialog().getByRole('button', { name: 'Close' }).last().click();
});

test('in a public project they stay off, and the page says why', async () => {
  await open('Open');
  await hub.getByText(/This project is public: everybody on the internet would read the flags/).waitFor();
  expect(await button(/Switch on/).count()).toBe(0);
  await shot('flags-public');
});

async function become(name: string): Promise<void> {
  await page.goto(`${host.collectionUrl}/Shop/_boards/board`);
  await page.getByRole('button', { name: /change user/ }).click();
  await page.getByRole('menuitemradio', { name: new RegExp(name) }).click();
  await page.getByRole('button', { name: new RegExp(name) }).waitFor();
}

test('who is no administrator is told before, refused by the service, and shown how it is done by hand', async () => {
  await become('Dana Developer');
  await open();
  await button('Switch on: Shop Team').click();
  await dialog()
    .getByText(/You are not listed as an administrator of Shop Team/)
    .waitFor();
  await dialog()
    .getByRole('button', { name: /^Write/ })
    .click();
  await dialog()
    .getByText(/Only an administrator of Shop Team may change how its cards look. Nothing was written/)
    .waitFor();
  await dialog()
    .getByText(/Add a tag color for each of the flags/)
    .waitFor();
  await shot('flags-refused');
  expect([await tagsOf([1, 4]), await styles()]).toEqual([['', ''], []]);
});

test('a stakeholder, who may not make tags, is told so, and nothing is written', async () => {
  await become('Olivia Owner');
  await open();
  await button('Switch on: Shop Team').click();
  await write();
  // Somebody tidies up the tags of the project: the cards lose them, and they have to be made anew.
  for (const tag of ['security-decide', 'security-replan', 'security-planned', 'security-settled'])
    await fetch(`${host.collectionUrl}/Shop/_apis/wit/tags/${tag}?api-version=7.1-preview.1`, {
      method: 'DELETE',
      headers: { authorization: 'Bearer owner' },
    });
  await become('Stella Stakeholder');
  await open();
  await button('Bring up to date…').click();
  await dialog()
    .getByText(/You need the permission to make tags/)
    .waitFor();
  await dialog()
    .getByRole('button', { name: /^Write/ })
    .click();
  await dialog()
    .getByText(/You may not make tags in this project\. Ask somebody who may to write them once/)
    .waitFor();
  expect(await violations(ours())).toEqual([]);
  await shot('flags-stakeholder');
  expect(await tagsOf([1, 4])).toEqual(['', '']);
});

test('no page broke', () => {
  expect(problems).toEqual([]);
});
