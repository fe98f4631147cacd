/** The tabs and the group on the believable shop, with a model that was imported: Agile and Scrum. */
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { run } from '../../src/cli/main';
import { launchBrowser, startHostProcess, temporaryFolder, token } from '../fixtures/browser';
import type { HostProcess } from '../fixtures/browser';

const cornerShop = join(__dirname, '../fixtures/models/corner-shop.tm7');
let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

async function without(words: readonly string[]) {
  const out: string[] = [];
  const world = { environment: { WITHOUT_TOKEN: token }, out: (line: string) => out.push(line) };
  const code = await run(words, { ...world, err: (line) => out.push(line) });
  return { code, out };
}

describe.each(['agile', 'scrum'])('%s', (process) => {
  const folder = temporaryFolder();
  let host: HostProcess;
  let page: Page;
  const problems: string[] = [];

  beforeAll(async () => {
    host = await startHostProcess({ data: folder.path, seed: 'shop', process });
    page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    page.setDefaultTimeout(30_000);
    page.on('pageerror', (error) => problems.push(error.message));
    const target = ['--org', `${host.origin}/local`, '--project', 'Shop'];
    expect((await without(['import', cornerShop, ...target])).code).toBe(0);
    const words = ['sync', ...target, '--apply', '--approve', 'all', '--story', '30'];
    expect((await without(words)).code).toBe(0);
  });
  afterAll(async () => {
    await page.close();
    await host.stop();
    folder.remove();
  });

  const frame = () => page.frameLocator('iframe');
  const open = (address: string) => page.goto(`${host.origin}/local/Shop/${address}`);

  test('check and the alignment tab find the same', async () => {
    const { code, out } = await without([
      'check',
      '--org',
      `${host.origin}/local`,
      '--project',
      'Shop',
      '--json',
    ]);
    expect(code).toBe(1);
    const { findings } = JSON.parse(out[0] ?? '') as { findings: readonly { ruleId: string }[] };
    const rules = new Set(findings.map((finding) => finding.ruleId));
    expect([...rules].sort()).toEqual([
      'clause-without-threat',
      'threat-without-mitigation',
      'threat-without-story',
    ]);
    await open('_boards/board?pane=without.without.alignment-tab');
    await frame()
      .getByText(new RegExp(`^${findings.length} findings`))
      .waitFor();
  });

  test('the sprint tab shows the current sprint', async () => {
    await open('_sprints/taskboard?pane=without.without.sprint-tab');
    await frame().getByText('Security of Sprint 23').waitFor();
  });

  test('a story shows its clause, a Task what it protects', async () => {
    await open('_workitems/edit/30');
    await frame()
      .getByText(/WITHOUT/)
      .first()
      .waitFor();
    await open('_workitems/edit/108');
    await frame()
      .getByText(/How to implement/)
      .first()
      .waitFor();
  });

  test('no page broke', () => {
    expect(problems).toEqual([]);
  });
});
