/** Two champions on one model, through the real store: different edits are both kept, the same one is decided. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext, FrameLocator, Page } from 'playwright-core';
import { ourFrame, violationsInEachTheme } from '../fixtures/axe';
import { launchBrowser, openProfile, startHostProcess, temporaryFolder, token } from '../fixtures/browser';
import { openPage } from '../fixtures/hub-pages';
import type { HostProcess } from '../fixtures/browser';

const folder = temporaryFolder();
let browser: Browser;
let host: HostProcess;

beforeAll(async () => {
  browser = await launchBrowser();
  host = await startHostProcess({ data: folder.path, seed: 'figures' });
});
afterAll(async () => {
  await browser.close();
  await host.stop();
  folder.remove();
});

interface Champion {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly hub: FrameLocator;
}

const newContext = () =>
  browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' });

async function visit(
  context: BrowserContext,
  at = host.hub,
): Promise<{ readonly page: Page; readonly hub: FrameLocator }> {
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  await page.goto(at);
  return { page, hub: page.frameLocator('iframe').first() };
}

async function champion(): Promise<Champion> {
  const context = await newContext();
  const { page, hub } = await visit(context);
  await openPage(hub, /Threats/);
  await hub.getByRole('row', { name: /Card data is stolen/ }).waitFor();
  return { context, page, hub };
}

const judge = async (hub: FrameLocator, threat: RegExp, what: RegExp, level: string) => {
  const choice = hub.getByRole('row', { name: threat }).getByRole('combobox', { name: what });
  await choice.selectOption({ label: level });
};
const saved = (hub: FrameLocator) => hub.getByRole('status').filter({ hasText: 'Saved' }).waitFor();
const level = (hub: FrameLocator, threat: RegExp, what: RegExp) =>
  hub
    .getByRole('row', { name: threat })
    .getByRole('combobox', { name: what })
    .locator('option:checked')
    .innerText();

const card = /Card data is stolen/;
const backup = /nightly backup/;

/** A combobox of a threat's row shows this level, without anybody touching the page. */
const shows = (hub: FrameLocator, threat: RegExp, what: RegExp, wanted: string) =>
  hub
    .getByRole('row', { name: threat })
    .getByRole('combobox', { name: what })
    .locator('option:checked')
    .filter({ hasText: wanted })
    .waitFor({ state: 'attached' });

test('what one saves, the other sees without doing anything', async () => {
  const [first, second] = [await champion(), await champion()];
  await judge(first.hub, backup, /Impact/, 'Severe');
  await shows(second.hub, backup, /Impact/, 'Severe');
  await Promise.all([first, second].map((each) => each.context.close()));
});

test('without a network the page says so, keeps the edits, and sends them when it is back', async () => {
  const [first, second] = [await champion(), await champion()];
  await first.context.setOffline(true);
  await judge(first.hub, backup, /Probability/, 'Almost certain');
  const alert = first.hub.getByRole('alert').filter({ hasText: /Your edits are kept/ });
  await alert.waitFor();
  await judge(first.hub, backup, /Impact/, 'Minor');
  await first.context.setOffline(false);
  await alert.waitFor({ state: 'detached', timeout: 20_000 });
  await saved(first.hub);
  await shows(second.hub, backup, /Probability/, 'Almost certain');
  await shows(second.hub, backup, /Impact/, 'Minor');
  await Promise.all([first, second].map((each) => each.context.close()));
});

describe('an edit that was never sent', () => {
  const kept = temporaryFolder();
  let own: HostProcess;
  afterEach(async () => {
    await own.stop();
    kept.remove();
  });

  /** Without a network, with the edit just made. */
  async function edit(context: BrowserContext) {
    const { page, hub } = await visit(context, own.hub);
    await openPage(hub, /Threats/);
    await context.setOffline(true);
    await judge(hub, backup, /Probability/, 'Possible');
    return { page, hub };
  }

  /** With the page telling where the edit is kept. */
  async function toldEdit(context: BrowserContext, where: RegExp) {
    const { page, hub } = await edit(context);
    const alert = hub.getByRole('alert').filter({ hasText: where });
    await alert.waitFor();
    return { page, alert };
  }

  async function comesBack(context: BrowserContext) {
    await context.setOffline(false);
    const { page, hub } = await visit(context, own.hub);
    await page.getByText(/from an earlier visit, kept in this browser, came back/).waitFor();
    await saved(hub);
    await openPage(hub, /Threats/);
    await shows(hub, backup, /Probability/, 'Possible');
  }

  test('is handed out as a file where the browser keeps nothing, and the file opens again', async () => {
    own = await startHostProcess({ data: kept.path, seed: 'figures', words: ['--block-storage'] });
    const context = await newContext();
    const { page, alert } = await toldEdit(context, /Your edits are kept on this page only/);
    const download = page.waitForEvent('download');
    await alert.getByRole('button', { name: 'Download my edits' }).click();
    const file = await (await download).path();
    await page.close();
    await context.setOffline(false);
    const { hub } = await visit(context, own.hub);
    await hub.getByRole('button', { name: 'All threat models' }).click();
    await hub.getByRole('button', { name: 'Import a model' }).click();
    await hub.locator('input[type=file]').setInputFiles({
      name: 'edits.json',
      mimeType: 'application/json',
      buffer: readFileSync(file),
    });
    await saved(hub);
    await openPage(hub, /Threats/);
    await shows(hub, backup, /Probability/, 'Possible');
    await context.close();
  });

  test('is kept in the browser, and sent at the next visit', async () => {
    own = await startHostProcess({ data: kept.path, seed: 'figures' });
    const context = await openProfile(join(kept.path, 'profile'));
    const { page } = await toldEdit(context, /Your edits are kept in this browser/);
    await page.close();
    await comesBack(context);
    await context.close();
  });

  test('is kept where the page closes in the moment of the edit', async () => {
    own = await startHostProcess({ data: kept.path, seed: 'figures' });
    const context = await openProfile(join(kept.path, 'profile'));
    const { page } = await edit(context);
    await page.close();
    await comesBack(context);
    await context.close();
  });
});

test('edits of different threats at once: both are kept', async () => {
  const [first, second] = [await champion(), await champion()];
  await judge(first.hub, card, /Probability/, 'Likely');
  await judge(second.hub, backup, /Probability/, 'Rare');
  await saved(first.hub);
  await saved(second.hub);
  const third = await champion();
  expect(await level(third.hub, card, /Probability/)).toContain('Likely');
  expect(await level(third.hub, backup, /Probability/)).toContain('Rare');
  await Promise.all([first, second, third].map((each) => each.context.close()));
});

test('the same threat at once: the later one sees both versions and decides, the first one sees what became of it', async () => {
  const [first, second] = [await champion(), await champion()];
  const dialog = second.hub.getByRole('dialog');
  /** Away from the network the second one cannot see the first one's save, and works on. */
  const disagree = async (theirs: string, mine: string) => {
    await second.context.setOffline(true);
    await judge(first.hub, card, /Impact/, theirs);
    await saved(first.hub);
    await judge(second.hub, card, /Impact/, mine);
    await second.hub
      .getByRole('alert')
      .filter({ hasText: /Your edits are kept/ })
      .waitFor();
    await second.context.setOffline(false);
    for (const level of [theirs, mine]) await dialog.getByText(new RegExp(level, 'i')).first().waitFor();
  };
  const decide = async (how: string) => {
    await dialog.getByRole('button', { name: how }).click();
    await dialog.waitFor({ state: 'detached' });
    await saved(second.hub);
  };
  await disagree('Minor', 'Major');
  const frame = await ourFrame(second.page, 'Somebody else changed this too');
  expect(await violationsInEachTheme(second.page, frame)).toEqual([]);
  await decide('Keep theirs');
  await shows(second.hub, card, /Impact/, 'Minor');
  expect(await level(first.hub, card, /Impact/)).toContain('Minor');
  await disagree('Severe', 'Moderate');
  await decide('Keep mine');
  await shows(second.hub, card, /Impact/, 'Moderate');
  // The first one is told without doing anything, and not asked.
  await shows(first.hub, card, /Impact/, 'Moderate');
  expect(await first.hub.getByRole('dialog').count()).toBe(0);
  const third = await champion();
  expect(await level(third.hub, card, /Impact/)).toContain('Moderate');
  await Promise.all([first, second, third].map((each) => each.context.close()));
});

test('the history says who changed what, shows the difference of two moments, and leads back', async () => {
  const one = await champion();
  await judge(one.hub, card, /Impact/, 'Negligible');
  await saved(one.hub);
  await openPage(one.hub, 'History');
  const changes = one.hub.getByRole('region', { name: 'What changed' });
  const said = changes
    .getByRole('listitem')
    .filter({ hasText: /Impact of “Card data is stolen[^”]*” from Moderate to Negligible/ });
  await said.first().waitFor();
  await changes
    .getByText(/Probability of “Card data is stolen[^”]*” from \w+ to Likely/)
    .first()
    .waitFor();
  await said
    .getByRole('button', { name: /Difference since before/ })
    .first()
    .click();
  const difference = one.hub.getByRole('region', { name: 'Difference between two moments' });
  await difference.getByText('1 thing differ').waitFor();
  await difference.getByRole('button', { name: /^Restore: Impact of/ }).click();
  await changes
    .getByText(/from Negligible to Moderate/)
    .first()
    .waitFor();
  await saved(one.hub);
  await difference.getByRole('button', { name: 'Close' }).click();
  await difference.getByRole('button', { name: 'Compare' }).click();
  await difference.getByRole('button', { name: 'Restore the whole model…' }).click();
  const dialog = one.hub.getByRole('dialog');
  await dialog.getByRole('button', { name: /^Restore \d+ things?$/ }).click();
  await dialog.waitFor({ state: 'detached' });
  await saved(one.hub);
  await changes
    .getByText(/Probability of “Card data is stolen[^”]*” from Likely/)
    .first()
    .waitFor();
  const third = await champion();
  expect(await level(third.hub, card, /Probability/)).not.toContain('Likely');
  await Promise.all([one, third].map((each) => each.context.close()));
});

test('a review is asked for, commented, approved with evidence, and opened again by a risky change', async () => {
  const one = await champion();
  const [page] = one.context.pages();
  if (!page) throw new Error('No page.');
  await openPage(one.hub, 'Review');
  const review = one.hub.getByRole('region', { name: 'Review' });
  await one.hub
    .getByRole('region', { name: 'What is weak' })
    .getByText(/places? where the model says too little/)
    .waitFor();
  await review.getByRole('button', { name: 'Ask the security team…' }).click();
  await one.hub.getByRole('dialog').getByRole('textbox').fill('Before the release.');
  await one.hub.getByRole('dialog').getByRole('button', { name: 'Ask', exact: true }).click();
  await review.getByText(/asked for a review on .*; nobody has decided yet/).waitFor();
  await saved(one.hub);
  // The new work item stands open, so that somebody can be chosen there; the page is left and entered again.
  await page.reload();
  const said = one.hub.getByRole('region', { name: 'What people say' });
  await said.getByRole('textbox', { name: 'Comment' }).fill('Who keeps the keys?');
  await said.getByRole('button', { name: 'Comment', exact: true }).click();
  await said.getByText('Who keeps the keys?').waitFor();
  await said.getByRole('button', { name: 'Settle' }).click();
  await said.getByText('1 settled').waitFor();
  await review.getByRole('button', { name: 'Approve…' }).click();
  await one.hub.getByRole('dialog').getByRole('textbox').fill('Looked at all threats.');
  await one.hub.getByRole('dialog').getByRole('button', { name: 'Approve' }).click();
  await review.getByText(/^Approved by /).waitFor();
  await review.getByText(/recorded as a comment on/).waitFor();
  await saved(one.hub);
  const two = await champion();
  await judge(two.hub, backup, /Impact/, 'Severe');
  await saved(two.hub);
  // Who looks at the review sees it within seconds.
  await review.getByText('It was approved, and something is riskier since', { exact: false }).waitFor();
  await review.getByRole('button', { name: /nightly backup.* went from \d+ to \d+ points/ }).click();
  const panel = one.hub.getByRole('dialog');
  await panel
    .getByRole('region', { name: 'Beside the others' })
    .getByText(/the middle of \d+ threats is/)
    .waitFor();
  await panel.getByText('History', { exact: true }).click();
  await panel
    .getByText(/Impact of “.*” from \w+ to Severe/)
    .first()
    .waitFor();
  await Promise.all([one, two].map((each) => each.context.close()));
});

test('a corrupt document is left out and handed out, the rest opens, and saving leaves it as it is', async () => {
  const name = 'w1.7c1b9b52-3f0c-4e0a-9d55-5b1f0f2a6c10.0000000f-0000-4000-8000-000000000001';
  const collection = `${host.origin}/local/_apis/ExtensionManagement/InstalledExtensions/without/without/Data/Scopes/Default/Current/Collections/${name}/Documents`;
  const ask = async (place: string, init: RequestInit = {}) => {
    const headers = {
      authorization: `Basic ${Buffer.from(`:${token}`).toString('base64')}`,
      'content-type': 'application/json',
      accept: 'application/json;api-version=7.1-preview.1',
    };
    const answer = await fetch(collection + place, { ...init, headers });
    if (!answer.ok) throw new Error(`${String(answer.status)} ${await answer.text()}`);
    return (await answer.json()) as Record<string, unknown>;
  };
  const whole = await ask('/storyLink.x');
  const entities = `{"torn": ${JSON.stringify(whole['entities']).slice(0, 40)}`;
  await ask('', { method: 'PUT', body: JSON.stringify({ ...whole, entities }) });
  const one = await champion();
  const [page] = one.context.pages();
  if (!page) throw new Error('No page.');
  const warning = one.hub
    .getByRole('status')
    .filter({ hasText: 'One stored part of this model could not be read' });
  const download = page.waitForEvent('download');
  await warning.getByRole('button', { name: 'Download what was left out' }).click();
  const file: unknown = JSON.parse(readFileSync(await (await download).path(), 'utf8'));
  expect(file).toMatchObject({ leftOut: [{ document: 'storyLink.x', content: entities }] });
  await judge(one.hub, card, /Impact/, 'Major');
  await saved(one.hub);
  await openPage(one.hub, 'Threats');
  expect((await ask('/storyLink.x'))['entities']).toBe(entities);
  await one.context.close();
});
