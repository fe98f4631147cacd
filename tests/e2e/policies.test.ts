/** What a project decides for all its models, the page for those who decide, and the widgets of a dashboard. */
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { violations } from '../fixtures/axe';
import { journey } from '../fixtures/journey';

const { browser, host, page, hub: frame, problems, shot } = journey({ seed: 'figures' });
const model = '0000000f-0000-4000-8000-000000000001';

beforeAll(async () => {
  // By hand, for pictures in another theme.
  const theme = process.env['THEME'];
  if (!theme) return;
  await page.goto(`${host.origin}/local/Shop/_boards/board`);
  await page.getByRole('button', { name: /Theme/ }).click();
  await page.getByText(theme, { exact: true }).last().click();
});

const shots = process.env['SHOTS'];
const open = (address: string) => page.goto(`${host.origin}/local/Shop/${address}`);
const policies = () => open('_settings/without.without.policy-hub');
const foot = () => frame.getByRole('region', { name: 'What this would do' });
async function become(name: RegExp): Promise<void> {
  await page.getByRole('button', { name: /change user/ }).click();
  await page.getByRole('menuitemradio', { name }).click();
}

describe('policies in the project’s settings', () => {
  test('say what a change would do before it is made, and count everywhere once it is', async () => {
    await policies();
    await frame.getByLabel('Critical from, points').fill('44');
    await foot()
      .getByText(/^\d+ threats? would become Critical\.$/)
      .waitFor();
    await frame.getByLabel('Possible and Major, points').fill('10');
    await foot().getByText('a likelier or worse threat may not count less').waitFor();
    await frame.getByLabel('Possible and Major, points').fill('48');
    await frame.getByLabel('Target, per cent of the inherent risk').fill('25');
    await frame
      .getByRole('combobox', { name: 'Report stories with several threats' })
      .selectOption({ label: 'Report it everywhere' });
    await foot()
      .getByText(/finding more, such as: /)
      .waitFor();
    await shot('policies-preview');
    await foot().getByRole('button', { name: 'Save' }).click();
    await frame.getByText(/UTC, Olivia Owner/).waitFor();
    await foot().waitFor({ state: 'detached' });

    await page.goto(`${host.hub}?model=${model}&tab=risk`);
    await frame.getByText('Why this number: Target').click();
    await frame.getByText(/The policies of the project allow 25% of the inherent risk/).waitFor();
    await open('_boards/board?pane=without.without.alignment-tab');
    await frame.getByText('The policies of the project decide this, in its settings.').waitFor();
    expect(await frame.getByLabel('Report stories with several threats').isDisabled()).toBe(true);
  });

  test('name who is expected to accept a risk', async () => {
    await policies();
    await frame.getByRole('button', { name: 'Add a person' }).click();
    await frame.getByLabel('Name 1').fill('Chief of Risk');
    await frame
      .getByRole('combobox', { name: 'What Chief of Risk may accept' })
      .selectOption({ label: 'up to high' });
    await foot().getByRole('button', { name: 'Save' }).click();
    await foot().waitFor({ state: 'detached' });
    await open('_sprints/taskboard?pane=without.without.sprint-tab');
    await frame
      .getByRole('button', { name: /^Accept risk/ })
      .first()
      .click();
    await frame.getByText('The project expects it of Chief of Risk.').waitFor();
  });

  test('are read by others, and changed by administrators of the team', async () => {
    await policies();
    await become(/Rita Reader/);
    await policies();
    await frame.getByText(/You can read this page\..*may change it/).waitFor();
    expect(await frame.getByLabel('Critical from, points').isDisabled()).toBe(true);
    expect(await frame.getByRole('button', { name: 'Add a person' }).count()).toBe(0);
    await become(/Olivia Owner/);
  });

  test('are taken back, one change after the other', async () => {
    await policies();
    const undo = frame.getByRole('button', { name: 'Undo this change' });
    await undo.click();
    await frame.getByLabel('Name 1').waitFor({ state: 'detached' });
    await shot('policies');
    await page.setViewportSize({ width: 480, height: 900 });
    await shot('policies-narrow');
    await page.setViewportSize({ width: 1280, height: 900 });
  });
});

describe('the summary of a model', () => {
  test('says in plain words how it stands, what it takes and who answers', async () => {
    await page.goto(`${host.hub}?model=${model}&tab=summary`);
    await frame.getByText(/^Of every 100 parts of risk/).waitFor();
    await frame.getByText(/more than what is acceptable: the target is/).waitFor();
    await frame
      .getByRole('region', { name: 'What it takes' })
      .getByText(/The cheapest way|not enough/)
      .waitFor();
    await frame.getByRole('heading', { name: 'Who answers for which risk' }).waitFor();
    await frame.getByRole('heading', { name: 'What changed in the last 30 days' }).waitFor();
    await shot('summary');
  });

  test('prints without the page around it', async () => {
    await page.emulateMedia({ media: 'print' });
    await frame.getByText(/^Of every 100 parts of risk/).waitFor();
    expect(await frame.getByRole('button', { name: 'Print' }).count()).toBe(0);
    expect(await frame.getByRole('tab').count()).toBe(0);
    await frame.locator('.wo-summary').waitFor();
    // What a dark theme makes of it stays on the screen: paper is light.
    const part = frame.locator('.wo-summary svg [fill*="--palette-neutral-4"]').first();
    const fill = await part.evaluate((it) => {
      document.documentElement.style.setProperty('--palette-neutral-4', '45, 44, 43');
      return getComputedStyle(it).fill;
    });
    expect(fill).toBe('rgb(244, 244, 244)');
    if (shots) {
      const html = await frame.locator('html').evaluate(() => document.documentElement.outerHTML);
      const sheet = await browser.newPage();
      const base =
        page
          .frames()
          .find((each) => each.url().includes('gallerycdn'))
          ?.url() ?? '';
      await sheet.route('**/*', (route) =>
        route.request().resourceType() === 'script' ? route.abort() : route.continue(),
      );
      await sheet.goto(base);
      await sheet.setContent(html.replace(/<script[\s\S]*?<\/script>/g, ''), { waitUntil: 'load' });
      await sheet.emulateMedia({ media: 'print' });
      await sheet.setViewportSize({ width: 674, height: 1002 });
      await sheet.screenshot({ path: join(shots, 'summary-print.png'), fullPage: true });
      await sheet.pdf({ path: join(shots, 'summary.pdf'), preferCSSPageSize: true });
      await sheet.close();
    }
    await page.emulateMedia({ media: 'screen' });
  });
});

describe('widgets of a dashboard', () => {
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const inside = (name: string) => page.frameLocator(`[aria-label="${name}"] iframe`);
  const names = ['Residual risk trend', 'Security alignment', 'Security of this sprint'];
  const regions = (name: string) => page.getByRole('region', { name, exact: true });
  /** The first heading of a dashboard is the dashboard's own, outside our frames. */
  const axeFinds = async (within: Locator) => {
    const element = await within.locator('iframe').elementHandle();
    const own = await element?.contentFrame();
    return own ? violations(own, { 'page-has-heading-one': { enabled: false } }) : ['no frame'];
  };
  let dashboard = '';

  beforeAll(async () => {
    await page.goto(`${host.origin}/local/Shop/_dashboards/directory`);
    await page.getByLabel('Name of the new dashboard').fill('Security');
    await button('New dashboard').click();
    await page.getByRole('heading', { name: 'Security', exact: true }).waitFor();
    await button('Add widget').click();
  });

  test.each([
    ['Residual risk trend', ['2 × 1', '2 × 2', '3 × 2', '4 × 2'], /of \d+ points/],
    ['Security alignment', ['1 × 1', '2 × 1', '2 × 2'], /^findings?$/],
    ['Security of this sprint', ['2 × 1', '2 × 2', '3 × 2'], /points in Sprint 2|in no sprint/],
  ])('%s shows itself at every size of the catalog', async (name, sizes, text) => {
    for (const size of sizes) {
      await page.getByLabel(`Size of ${name}`).selectOption({ label: size });
      await button(`Add ${name}`).click();
      const one = regions(name).nth(sizes.indexOf(size));
      await one.waitFor();
      const shown = one.frameLocator('iframe');
      await shown.getByText(text).first().waitFor();
      // Nothing sticks out of the cells.
      const main = shown.locator('main');
      expect(
        await main.evaluate((it) => it.scrollWidth <= it.clientWidth && it.scrollHeight <= it.clientHeight),
      ).toBe(true);
      expect(await axeFinds(one)).toEqual([]);
    }
  });

  test('one is configured with a preview, and leads to the page that says more', async () => {
    await page.getByRole('button', { name: 'Close Add widget' }).click();
    await page.setViewportSize({ width: 1700, height: 1300 });
    await shot('dashboard');
    await page.setViewportSize({ width: 1280, height: 900 });
    dashboard = page.url().replace(/\?.*/, '');
    const name = 'Residual risk trend';
    await page
      .getByRole('button', { name: `Actions for ${name}` })
      .first()
      .click();
    await page.getByRole('menuitem', { name: 'Configure' }).click();
    const settings = page.frameLocator(`[aria-label="Configure ${name}"] iframe`);
    await settings.getByLabel('Period').selectOption({ label: '365 days' });
    await inside(name)
      .first()
      .getByText(/, 365 days/)
      .first()
      .waitFor();
    await button('Save').click();
    await page.getByRole('complementary').waitFor({ state: 'detached' });
    await button('Done editing').click();
    await inside(name).first().getByRole('link', { name }).click();
    await page.waitForURL(/_apps\/hub\/without\.without\.hub/);
  });

  test('the figure of each says why, over the widget however small it is', async () => {
    await page.goto(dashboard);
    for (const name of names) {
      await regions(name).first().waitFor();
      for (const one of await regions(name).all()) {
        const shown = one.frameLocator('iframe');
        const figure = shown.getByRole('button', { name: /why this number/ }).first();
        // A team that is in no sprint today has no figure.
        await figure.or(shown.getByText(/in no sprint/)).waitFor();
        if ((await figure.count()) === 0) continue;
        await figure.click();
        const reasons = shown.getByRole('dialog', { name: /^Why this number/ });
        await reasons.getByRole('listitem').first().waitFor();
        expect(await reasons.evaluate((it) => it.scrollWidth <= it.clientWidth)).toBe(true);
        expect(await axeFinds(one)).toEqual([]);
        await shot(`dashboard-reasons-${name}`);
        await reasons.getByRole('button', { name: 'Close' }).press('Escape');
        await reasons.waitFor({ state: 'detached' });
      }
    }
  });

  test('the sprint’s is of a team that is picked', async () => {
    const name = 'Security of this sprint';
    await page.goto(`${dashboard}?edit=yes`);
    await button(`Actions for ${name}`).first().click();
    await page.getByRole('menuitem', { name: 'Configure' }).click();
    const panel = page.locator(`[aria-label="Configure ${name}"]`);
    const team = panel.frameLocator('iframe').getByLabel('Team');
    await team.selectOption({ label: 'Shop Team' });
    await shot('widget-settings');
    expect(await axeFinds(panel)).toEqual([]);
    await button('Save').click();
    await page.getByRole('complementary').waitFor({ state: 'detached' });
    await page.reload();
    await button(`Actions for ${name}`).first().click();
    await page.getByRole('menuitem', { name: 'Configure' }).click();
    await team.waitFor();
    expect(await team.inputValue()).toBe('Shop Team');
  });

  test('what cannot be read is said in a sentence, in each of them', async () => {
    await page.route(/_apis\/ExtensionManagement\//i, (route) => route.abort());
    await page.goto(dashboard);
    for (const name of names)
      await regions(name)
        .first()
        .getByRole('alert')
        .filter({ hasText: /\w+ \w+/ })
        .waitFor();
    await shot('dashboard-failed');
    await page.unroute(/_apis\/ExtensionManagement\//i);
  });

  test('without a threat model each says how to make one', async () => {
    await page.goto(host.hub);
    await frame.getByRole('button', { name: /All threat models/ }).click();
    await frame
      .getByRole('button', { name: /^Delete/ })
      .first()
      .click();
    await frame.getByRole('button', { name: 'Delete model' }).click();
    await frame.getByRole('button', { name: 'Delete model' }).waitFor({ state: 'detached' });
    await page.goto(dashboard);
    for (const name of names) {
      const one = regions(name).first();
      await one.frameLocator('iframe').getByText('There is no threat model yet.').waitFor();
      expect(await axeFinds(one)).toEqual([]);
    }
    await page.setViewportSize({ width: 1700, height: 1300 });
    await shot('dashboard-empty');
    await page.setViewportSize({ width: 1280, height: 900 });
  });
});

test('no page broke', () => {
  expect(problems).toEqual([]);
});
