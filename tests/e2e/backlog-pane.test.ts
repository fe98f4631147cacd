/** The pane beside a backlog: follows the selection, and brings a mitigation into the sprint of its story. */
import { violations } from '../fixtures/axe';
import { journey } from '../fixtures/journey';

const { host, page, hub: pane, problems } = journey({ seed: 'figures' });

const row = (id: number) => page.locator(`tr[data-item="${id}"]`).locator('td').nth(1);

test('the pane says what the selected story is without', async () => {
  await page.goto(`${host.origin}/local/Shop/_backlogs/backlog`);
  await row(1).click();
  await page.getByRole('button', { name: /choose a side pane/ }).click();
  await page.getByRole('menuitemradio', { name: 'Security' }).click();
  await pane.getByRole('heading', { name: /Pay by card/ }).waitFor();
  await pane.getByText('having my card data stolen').waitFor();
});

test('it follows the selection', async () => {
  await row(3).click();
  await pane.getByRole('heading', { name: /See my past orders/ }).waitFor();
  await pane.getByText('In no sprint yet').waitFor();
});

test('a mitigation comes into the sprint of the story, after its plan was confirmed', async () => {
  await row(1).click();
  await pane.getByRole('button', { name: /^Bring into this sprint/ }).click();
  const dialog = pane.getByRole('dialog');
  await dialog.getByText(/Task #6 .* moves from no sprint into Sprint 2, under #1/).waitFor();
  await dialog.getByRole('button', { name: 'Write 1 change' }).click();
  await dialog.waitFor({ state: 'detached' });
  await pane.getByRole('heading', { name: 'In this sprint', exact: true }).waitFor();
});

test('every figure of the pane says why, down to the steps of a threat', async () => {
  await pane.getByText('Why this number: Points of risk').click();
  await pane
    .getByRole('listitem')
    .filter({ hasText: /^Card data is stolen/ })
    .first()
    .waitFor();
  await pane
    .getByText(/^Why this number: Card data is stolen/)
    .first()
    .click();
  await pane.getByText(/^Inherent: .* × .* × 4 = \d+$/).waitFor();
  await pane
    .getByText(/^Why this number: Let the payment/)
    .first()
    .click();
  await pane
    .getByText(/\d+ now, \d+ then/)
    .first()
    .waitFor();
});

test('from the pane a mitigation is postponed for a reason, and a risk accepted with name and day', async () => {
  const confirm = async (button: string) => {
    const dialog = pane.getByRole('dialog');
    await dialog.getByRole('button', { name: button }).click();
    await dialog.waitFor({ state: 'detached' });
  };
  await pane
    .getByRole('button', { name: /^Postpone/ })
    .first()
    .click();
  await pane.getByLabel('Reason').fill('After the fair');
  await confirm('Write 1 change');
  await pane.getByText(/Postponed by Olivia Owner until .*After the fair/).waitFor();
  await pane
    .getByRole('button', { name: /^Accept risk/ })
    .first()
    .click();
  await pane.getByLabel('Reason').fill('The insurance pays');
  await pane.getByLabel('Decided by').fill('Petra Product');
  await pane
    .getByRole('dialog')
    .getByText(/Comment on #1, under your account: .*Petra Product.*The insurance pays/)
    .waitFor();
  await confirm('Write 2 changes');
  await pane
    .getByText(/Accepted by Petra Product until/)
    .first()
    .waitFor();
});

describe('“Security…” in a menu opens the same panel', () => {
  const panel = () => page.frameLocator('iframe[data-contribution="without.without.work-item-panel"]');
  const query = encodeURIComponent('SELECT [System.Id] FROM WorkItems ORDER BY [System.Id]');

  test.each([
    ['a card of the board', '_boards/board', 1, /Pay by card/],
    ['a card of the taskboard', '_sprints/taskboard', 6, /Let the payment service/],
    ['a row of the backlog', '_backlogs/backlog', 3, /See my past orders/],
    ['a row of the sprint backlog', '_sprints/backlog', 1, /Pay by card/],
    ['a row of a query', `_queries/query/?wiql=${query}`, 6, /Let the payment service/],
  ] as const)('of %s', async (_place, path, id, heading) => {
    await page.goto(`${host.origin}/local/Shop/${path}`);
    await page
      .getByRole('button', { name: `Actions for ${id}`, exact: true })
      .first()
      .click();
    await page.getByRole('menuitem', { name: 'Security…' }).click();
    await panel().getByRole('heading', { level: 1, name: heading }).waitFor();
    if (process.env['SHOTS']) await page.screenshot({ path: `${process.env['SHOTS']}/panel-${id}.png` });
  });

  test('and axe finds nothing in it', async () => {
    const frame = page.frames().find((each) => each.url().includes('work-item-panel'));
    expect(frame && (await violations(frame))).toEqual([]);
  });
});

test('no page broke', () => {
  expect(problems).toEqual([]);
});
