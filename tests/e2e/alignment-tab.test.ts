/** The tab "Security alignment" in a real browser: Figure 1 is shown, mended in place, and undone. */
import { journey } from '../fixtures/journey';

const { host, page, hub: tab, problems } = journey({ seed: 'figures' });

beforeAll(async () => {
  page.on('request', (request) => {
    if (/\.(woff2?|ttf|eot)(\?|$)/.test(request.url())) problems.push(`a font was fetched: ${request.url()}`);
  });
});

const group = (name: RegExp) => tab.getByRole('region', { name });
const unfold = async (name: RegExp) => {
  const folded = group(name).getByRole('button', { expanded: false });
  if ((await folded.count()) > 0) await folded.first().click();
};
const undo = async () => {
  await page.getByRole('button', { name: 'Undo' }).last().click();
  await page.getByText('Undone.').waitFor();
};
const summary = (words: string) => tab.getByText(words, { exact: true }).waitFor();

test.each([
  ['_boards/board', 'Board'],
  ['_backlogs/backlog', 'Backlog'],
])('it stands beside the pivots of %s', async (path) => {
  await page.goto(`${host.origin}/local/Shop/${path}`);
  await page.getByRole('tab', { name: 'Security alignment' }).click();
  await summary('6 findings in 5 stories and 4 threats');
});

test('a missing link is one click, and Undo takes it back', async () => {
  const name = /clause has no threat/;
  await unfold(name);
  await group(name)
    .getByRole('button', { name: /^Link: Card data/ })
    .click();
  await summary('5 findings in 5 stories and 4 threats');
  await undo();
  await summary('6 findings in 5 stories and 4 threats');
});

test('a clause is written into its story, as it was shown, and is still there after a reload', async () => {
  const name = /has no WITHOUT clause/;
  await unfold(name);
  await group(name).getByRole('textbox', { name: 'WITHOUT' }).fill('anybody else reading them');
  await group(name).getByRole('button', { name: 'Write into #3' }).click();
  await summary('5 findings in 5 stories and 4 threats');
  await tab.getByText('Saved', { exact: true }).waitFor();
  await page.reload();
  await summary('5 findings in 5 stories and 4 threats');
  await tab
    .getByText(/anybody else reading them/)
    .first()
    .waitFor();
});

test('a new story for a threat is written in its form and is linked once it is saved', async () => {
  const name = /not linked to any story/;
  await unfold(name);
  await group(name).getByRole('button', { name: 'New story…' }).click();
  const form = page.getByRole('dialog');
  await form.getByRole('button', { name: /^Save/ }).first().click();
  // Closed before it is saved, the form would ask what becomes of it.
  await page.getByRole('dialog', { name: /^Work item \d+/ }).waitFor();
  await form
    .getByRole('button', { name: /^Close/ })
    .first()
    .click();
  await group(name).waitFor({ state: 'detached' });
  await summary('4 findings in 6 stories and 4 threats');
});

test('a policy is a switch, kept in the model', async () => {
  await tab.getByRole('checkbox', { name: /several threats/ }).check();
  await group(/linked to several threats/).waitFor();
  await tab.getByText('Saved', { exact: true }).waitFor();
  await page.reload();
  await group(/linked to several threats/).waitFor();
});

test('Undo is for what was done last, also when two things are done at once', async () => {
  const clauses = tab.getByRole('checkbox', { name: /several WITHOUT clauses/ });
  await tab.getByRole('checkbox', { name: /several threats/ }).click();
  await clauses.click();
  await tab.getByText('Saved', { exact: true }).waitFor();
  expect(await clauses.isChecked()).toBe(true);
  await undo();
  expect(await clauses.isChecked()).toBe(false);
});

test('the list opens as a query that lists exactly its items', async () => {
  const [query] = await Promise.all([
    page.context().waitForEvent('page'),
    tab.getByRole('button', { name: 'Open as query: A WITHOUT clause has no threat' }).click(),
  ]);
  await query.getByText('Help a customer on the phone').first().waitFor();
  expect(await query.getByText('Pay by card').count()).toBe(0);
  await query.close();
});

test('findings are counted once a day by whoever looks', async () => {
  const card = tab.getByRole('region', { name: 'Findings over time' });
  await card.getByText(/Counting starts today/).waitFor();
  await card.getByText('As a table').click();
  await card.getByRole('cell', { name: / × / }).waitFor();
});

test('an item opens in its form', async () => {
  await tab
    .getByRole('button', { name: /^Open #1,/ })
    .first()
    .click();
  await page.getByRole('dialog').getByText('Pay by card').first().waitFor();
});

test('no page broke, and no font was fetched', () => {
  expect(problems).toEqual([]);
});
