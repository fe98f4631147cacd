/** The sprint's tab "Security" in a real browser: Figure 2, and a Task that comes into the sprint with one click. */
import type { Browser, FrameLocator, Page } from 'playwright-core';
import { launchBrowser, startHostProcess, temporaryFolder } from '../fixtures/browser';
import type { HostProcess } from '../fixtures/browser';

describe.each(['agile', 'scrum'])('%s', (workProcess) => {
  const folder = temporaryFolder();
  let browser: Browser;
  let host: HostProcess;
  let page: Page;
  let tab: FrameLocator;
  const problems: string[] = [];

  beforeAll(async () => {
    browser = await launchBrowser();
    host = await startHostProcess({ data: folder.path, seed: 'figures', process: workProcess });
    page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    page.setDefaultTimeout(30_000);
    page.on('pageerror', (error) => problems.push(error.message));
    tab = page.frameLocator('iframe');
  });
  afterAll(async () => {
    if (process.env['SHOT']) await page.screenshot({ path: process.env['SHOT'] });
    await browser.close();
    await host.stop();
    folder.remove();
  });

  const open = async () => {
    await page.goto(`${host.origin}/local/Shop/_sprints/taskboard`);
    await page.getByRole('tab', { name: 'Security', exact: true }).click();
    await tab.getByRole('heading', { name: /Security of Sprint 2/ }).waitFor();
  };
  const verdict = (words: string) =>
    tab
      .getByRole('article', { name: /Pay by card/ })
      .getByText(words)
      .waitFor();

  const confirm = async () => {
    const dialog = tab.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Write 1 change' }).click();
    await dialog.waitFor({ state: 'detached' });
  };
  const bring = async (name: RegExp) => {
    await tab
      .getByRole('article', { name: /Pay by card/ })
      .getByRole('button', { name })
      .click();
    await confirm();
  };

  test('the current sprint shows what its story is without', async () => {
    await open();
    await verdict('3 mitigations not in this sprint');
  });

  test('each figure of the sprint says why', async () => {
    const risk = tab.getByRole('region', { name: 'Risk of the planned stories' });
    await risk.getByText('Why this number: After this sprint').click();
    await risk.getByText(/as if the work in this sprint were done/).waitFor();
    await risk.getByRole('listitem').filter({ hasText: 'Card data is stolen' }).first().waitFor();
  });

  test('a Task comes into the sprint, and goes back with Undo', async () => {
    await bring(/^Bring into this sprint/);
    await verdict('2 mitigations not in this sprint');
    await page.getByRole('button', { name: 'Undo' }).last().click();
    await verdict('3 mitigations not in this sprint');
    await bring(/^Bring into this sprint/);
    await verdict('2 mitigations not in this sprint');
  });

  test('a missing Task is made in the sprint, under the story', async () => {
    await bring(/^Create Task in this sprint… Allow only scripts/);
    await verdict('1 mitigation not in this sprint');
    await page.getByRole('tab', { name: 'Taskboard' }).click();
    await page
      .getByText(/Allow only scripts of known origin/)
      .first()
      .waitFor();
  });

  test('a mitigation is postponed, and a risk accepted, with name, reason and day', async () => {
    await open();
    const card = tab.getByRole('article', { name: /Pay by card/ });
    await card.getByRole('button', { name: /^Postpone/ }).click();
    await tab.getByLabel('Reason').fill('Not before the provider is ready');
    await confirm();
    await card.getByText(/Postponed by Olivia Owner until .*Not before the provider/).waitFor();
    await card
      .getByRole('button', { name: /^Accept risk: Card data/ })
      .first()
      .click();
    await tab.getByLabel('Reason').fill('The bank answers for it');
    const dialog = tab.getByRole('dialog');
    await dialog.getByText(/Comment on #1, under your account/).waitFor();
    await dialog.getByRole('button', { name: 'Write 2 changes' }).click();
    await dialog.waitFor({ state: 'detached' });
    await card.getByText(/Accepted by Olivia Owner until/).waitFor();
  });

  test('another sprint is shown in the very same page', async () => {
    await open();
    await verdict('1 mitigation postponed');
    const frame = page.frames().find((each) => each.url().includes('sprint-tab'));
    await frame?.evaluate(() => Object.assign(window, { sameLoad: 'yes' }));
    await page
      .getByRole('button', { name: /Sprint 2/ })
      .first()
      .click();
    await page
      .getByRole('menuitemradio', { name: /Sprint 3/ })
      .or(page.getByRole('menuitem', { name: /Sprint 3/ }))
      .first()
      .click();
    await tab.getByText('No story is planned in Sprint 3 yet').waitFor();
    expect(await frame?.evaluate(() => Reflect.get(window, 'sameLoad'))).toBe('yes');
  });

  test('no page broke', () => {
    expect(problems).toEqual([]);
  });
});
