/** axe finds nothing on any page of ours: light, dark and high contrast. */
import { readFileSync } from 'node:fs';
import type { Frame } from 'playwright-core';
import { tabs } from '../../src/contributions/hub/tabs';
import { changeTheme, themes } from '../fixtures/axe';
import { token } from '../fixtures/browser';
import { journey } from '../fixtures/journey';

const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const { host, page } = journey({ seed: 'figures' });

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string }[];
}
declare const window: {
  axe: { run: (options: object) => Promise<{ violations: readonly Violation[] }> };
};

/** The frame of ours that shows the text; the shell's own page is measured by its own tests. */
async function ours(text: RegExp): Promise<Frame> {
  const isOurs = (each: Frame) => each.url().includes('gallerycdn');
  // The frame's address is known a moment after its element.
  if (!page.frames().some(isOurs)) await page.waitForEvent('framenavigated', isOurs);
  const frame = page.frames().find(isOurs);
  if (!frame) throw new Error('The page has no frame of the extension.');
  await frame.getByText(text).first().waitFor();
  return frame;
}

/** The first heading of a work item form is the form's own, outside our frame. */
const headingOfTheForm = { 'page-has-heading-one': { enabled: false } };

async function violations(frame: Frame, rules: object): Promise<readonly string[]> {
  if (!(await frame.evaluate(() => 'axe' in window))) await frame.evaluate(axe);
  const found = await frame.evaluate(async (only) => {
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'];
    const result = await window.axe.run({ runOnly: tags, rules: only });
    return result.violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 120)).join(' | ')}`,
    );
  }, rules);
  return found;
}

async function choose(theme: string): Promise<void> {
  await page.goto(`${host.origin}/local/Shop/_boards/board`);
  await page.getByRole('button', { name: /Theme/ }).click();
  await page.getByText(theme, { exact: true }).last().click();
}

const hub = '/_apps/hub/without.without.hub';
const model = `${hub}?model=0000000f-0000-4000-8000-000000000001`;
const pane = (id: string) => `pane=without.without.${id}`;
const places: readonly [string, string, RegExp][] = [
  ['overview', `${model}&tab=overview`, /What would help most/],
  ['diagram', `${model}&tab=diagram`, /Press or pull something/],
  ['knowledge', `${model}&tab=knowledge`, /Why is a threat not here/],
  ['questions', `${model}&tab=questions`, /A good answer/],
  ['threats', `${model}&tab=threats`, /Card data is stolen/],
  ['a threat', `${model}&threat=0000000a-0000-4000-8000-000000000001`, /^Inherent: /],
  ['mitigations', `${model}&tab=mitigations`, /Let the payment service/],
  ['a mitigation', `${model}&mitigation=0000000b-0000-4000-8000-000000000001`, /How to implement/],
  ['stories', `${model}&tab=stories`, /Where elements are built/],
  ['requirements', `${model}&tab=requirements`, /No requirements yet/],
  ['checks', `${model}&tab=checks`, /Download test cases/],
  ['assumptions', `${model}&tab=requirements&show=assumptions`, /No assumptions yet/],
  ['risk', `${model}&tab=risk`, /Where the risk is/],
  ['summary', `${model}&tab=summary`, /Who answers for which risk/],
  ['policies of the project', '/_settings/without.without.policy-hub', /Who is expected to accept/],
  ['operations', `${model}&tab=operations`, /./],
  ['sync', `${model}&tab=sync`, /What would be written/],
  ['system', `${model}&tab=system`, /Nightly backups/],
  ['review', `${model}&tab=review`, /What is weak/],
  ['portfolio', `${hub}?page=portfolio`, /Decide about threats/],
  ['history', `${model}&tab=history`, /What changed/],
  [
    'knowledge of the organisation',
    '/../_settings/without.without.knowledge-hub',
    /Every member of the organisation/,
  ],
  ['security flags', '/_settings/without.without.security-flags', /What they say/],
  ['alignment tab', `/_boards/board?${pane('alignment-tab')}`, /WITHOUT clauses and stories/],
  ['sprint tab', `/_sprints/taskboard?${pane('sprint-tab')}`, /Security of Sprint/],
  ['backlog pane', '/_backlogs/backlog?toolpane=without.without.backlog-pane', /Select a story/],
  ['form group on a story', '/_workitems/edit/1', /having my card data stolen/],
  ['form group on a mitigation’s Task', '/_workitems/edit/6', /How to verify/],
  ['form group elsewhere', '/_workitems/edit/7', /./],
];

test('every page of a model is among them', () => {
  const looked = places.flatMap(([, address]) => /&tab=([a-z]+)/.exec(address)?.[1] ?? []);
  expect(new Set(looked)).toEqual(new Set(tabs.map(({ id }) => id)));
});

describe('each place in each theme', () => {
  beforeAll(() => choose(themes[0]));

  // A page is loaded once and changes its theme: loading takes longer than looking.
  test.each(places)('%s', async (_name, address, text) => {
    await page.goto(`${host.origin}/local/Shop${address}`);
    await page.waitForSelector('iframe');
    const frame = await ours(text);
    const rules = address.startsWith('/_workitems') ? headingOfTheForm : {};
    const picture = frame.getByRole('button', { name: 'In the diagram', expanded: false });
    if ((await picture.count()) > 0) {
      // By key: the frame still grows to its content, and what a mouse aims at moves away under it.
      await picture.press('Enter');
      await frame.getByRole('img').waitFor();
    }
    for (const theme of [...themes.slice(1), themes[0]]) {
      await changeTheme(page, theme, frame);
      expect([theme, await violations(frame, rules)]).toEqual([theme, []]);
    }
  });
});

describe.each(themes)('%s', (theme) => {
  beforeAll(() => choose(theme));

  test('all models', async () => {
    await page.goto(`${host.origin}/local/Shop${model}&tab=overview`);
    const frame = await ours(/What would help most/);
    await frame.getByRole('button', { name: 'All threat models' }).click();
    await frame.getByRole('button', { name: 'New model' }).first().waitFor();
    expect(await violations(frame, {})).toEqual([]);
  });

  test.each([1280, 480])('the pages of a model in one row and a menu, %i wide', async (width) => {
    await page.setViewportSize({ width, height: 900 });
    try {
      await page.goto(`${host.origin}/local/Shop${model}&tab=threats`);
      const frame = await ours(/Card data is stolen/);
      await frame.getByRole('button', { name: 'More pages' }).press('Enter');
      await frame.getByRole('menuitem', { name: 'History' }).waitFor();
      const tabs = await frame
        .getByRole('tab')
        .evaluateAll((all) => all.map((each) => each.getBoundingClientRect()));
      expect(new Set(tabs.map(({ top }) => top)).size).toBe(1);
      expect(Math.max(...tabs.map(({ right }) => right))).toBeLessThan(width);
      expect(tabs.length + (await frame.getByRole('menuitem').count())).toBe(16);
      expect(await violations(frame, {})).toEqual([]);
      // By keyboard: the last page of the menu, and on from its tab.
      await page.keyboard.press('End');
      await page.keyboard.press('Enter');
      await frame.getByText('What changed').first().waitFor();
      expect(await frame.locator('[role="tab"]:focus').innerText()).toBe('History');
    } finally {
      await page.setViewportSize({ width: 1280, height: 900 });
    }
  });

  test('a table in groups, and how it is looked at', async () => {
    await page.goto(`${host.origin}/local/Shop${model}&tab=mitigations`);
    const frame = await ours(/Let the payment service/);
    await frame.getByRole('button', { name: /^View of the table/ }).click();
    await frame.getByRole('combobox', { name: 'Group by' }).selectOption({ label: 'Status' });
    await frame.getByRole('rowheader').first().waitFor();
    expect(await violations(frame, {})).toEqual([]);
  });
});

test('the Test Cases that would be written, in each theme', async () => {
  await choose(themes[0]);
  await page.goto(`${host.origin}/local/Shop${model}&tab=checks`);
  const frame = await ours(/Download test cases/);
  await frame.getByRole('button', { name: 'Create Test Cases' }).click();
  await frame
    .getByRole('dialog')
    .getByRole('checkbox', { name: /^New: Verify: / })
    .first()
    .waitFor();
  for (const theme of [...themes.slice(1), themes[0]]) {
    await changeTheme(page, theme, frame);
    expect([theme, await violations(frame, {})]).toEqual([theme, []]);
  }
});

const stored =
  '/local/_apis/ExtensionManagement/InstalledExtensions/without/without/Data/Scopes/Default/Current/Collections/' +
  'w1.7c1b9b52-3f0c-4e0a-9d55-5b1f0f2a6c10.0000000f-0000-4000-8000-000000000001/Documents';

/** What a service does that loses half of a document. */
async function tear(document: string): Promise<void> {
  const headers = {
    authorization: `Bearer ${token}`,
    'content-type': 'application/json',
    accept: 'application/json;api-version=7.1-preview.1',
  };
  const whole = await fetch(`${host.origin}${stored}/${document}`, { headers });
  const body = JSON.stringify({ ...((await whole.json()) as object), entities: '{"torn": ' });
  const { ok } = await fetch(`${host.origin}${stored}`, { method: 'PUT', headers, body });
  expect(ok).toBe(true);
}

test('what could not be read and what could not be saved, in each theme', async () => {
  await tear('storyLink.x');
  await page.goto(`${host.origin}/local/Shop${model}&tab=threats`);
  const frame = await ours(/Card data is stolen/);
  await frame.getByText('One stored part of this model could not be read').press('Enter');
  await frame.getByText(/storyLink/).waitFor();
  await page.context().setOffline(true);
  await frame
    .getByRole('row', { name: /nightly backup/ })
    .getByRole('combobox', { name: /Impact/ })
    .selectOption({ label: 'Severe' });
  const alert = frame.getByRole('alert').filter({ hasText: /Your edits are kept/ });
  await alert.waitFor();
  for (const theme of [...themes.slice(1), themes[0]]) {
    await changeTheme(page, theme, frame);
    expect([theme, await violations(frame, {})]).toEqual([theme, []]);
  }
  await page.context().setOffline(false);
  await alert.waitFor({ state: 'detached' });
});
