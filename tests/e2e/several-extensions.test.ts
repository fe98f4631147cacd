/** Several extensions of the command line, as a folder and as a package, beside our own or instead of it. */
import { rmSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { launchBrowser, startHostProcess, temporaryFolder } from '../fixtures/browser';
import { buildCanteen, packCanteen } from '../fixtures/extensions/build-canteen';
import { buildPlaces } from '../fixtures/extensions/build-places';

let browser: Browser;
let given: readonly string[] = [];
const folders: string[] = [];

beforeAll(async () => {
  const [places, canteen] = await Promise.all([buildPlaces(), buildCanteen()]);
  folders.push(places, canteen);
  given = ['--extension', places, '--extension', packCanteen(canteen)];
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

test.each([
  [
    'beside ours',
    [],
    ['Without - threat modeling in the backlog', 'Places', 'Canteen'],
    ['Threat models', 'Hub with an icon', 'Fridge'],
  ],
  ['instead of ours', ['--no-without'], ['Places', 'Canteen'], ['Hub with an icon', 'Fridge']],
])('%s: all are installed and stand in the navigation', async (_how, words, names, hubs) => {
  const { path: data, remove } = temporaryFolder();
  const host = await startHostProcess({ data, seed: 'empty', words: [...given, ...words] });
  const page = await browser.newPage();
  try {
    await page.goto(`${host.origin}/local/_settings/extensions`);
    await page.getByRole('table').first().waitFor();
    const tables = await page
      .getByRole('table', { name: /^Contributions of / })
      .evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')));
    expect(tables.sort()).toEqual(names.map((name) => `Contributions of ${name}`).sort());
    await page.goto(`${host.origin}/local/Shop/_boards/board`);
    const links = page.getByRole('navigation').getByRole('link');
    await links.filter({ hasText: 'Fridge' }).waitFor();
    for (const hub of hubs) expect(await links.filter({ hasText: hub }).count()).toBe(1);
    expect(await links.filter({ hasText: 'Threat models' }).count()).toBe(words.length === 0 ? 1 : 0);
  } finally {
    await page.close();
    await host.stop();
    remove();
  }
});
