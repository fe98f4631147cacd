/** A security champion on the Stories page: what changed in stories, partners accepted one by one and together, undone. */
import { token } from '../fixtures/browser';
import { journey } from '../fixtures/journey';

const { host, page, hub, problems } = journey({ seed: 'figures', height: 1200 });
const model = '0000000f-0000-4000-8000-000000000001';

async function write(id: number, description: string): Promise<void> {
  const answer = await fetch(`${host.origin}/local/_apis/wit/workItems/${id}?api-version=7.1`, {
    method: 'PATCH',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json-patch+json' },
    body: JSON.stringify([{ op: 'add', path: '/fields/System.Description', value: description }]),
  });
  expect(answer.status).toBe(200);
}

const button = (name: string | RegExp) => hub.getByRole('button', { name });
const card = (name: string) => hub.getByRole('region', { name });
const row = (about: string | RegExp) =>
  hub.locator('.wo-questions > li').filter({ has: page.getByRole('heading', { name: about }) });

test('both missing ends of Figure 1 have ranked partners with their reasons', async () => {
  await page.goto(`${host.hub}?model=${model}&tab=stories`);
  await hub.getByText('1 clause without a threat, 1 threat without a story.').waitFor();
  const clause = row('WITHOUT seeing the card number');
  await clause.getByRole('radio', { name: /Card data is stolen on its way/ }).waitFor();
  // No answer stands out, so none is chosen, and nothing can be accepted by accident.
  expect(await clause.getByRole('radio', { name: 'None of these' }).isChecked()).toBe(true);
  expect(await clause.getByRole('checkbox').isDisabled()).toBe(true);
  await clause.getByText(/shares the words card, number/).waitFor();
  await row('A copy of the nightly backup').getByRole('radio', { name: /^#5/ }).waitFor();
});

test('one answer is accepted, and Undo takes it back', async () => {
  const accept = button('Accept the answer: “WITHOUT seeing the card number”');
  const clause = row('WITHOUT seeing the card number');
  await clause.getByRole('radio', { name: /Card data is stolen on its way/ }).check();
  await clause.getByRole('radio', { name: 'None of these' }).check();
  expect(await accept.getAttribute('aria-disabled')).toBe('true');
  await clause.getByRole('radio', { name: /Card data is stolen on its way/ }).check();
  await accept.click();
  await hub.getByText('1 threat without a story.').waitFor();
  await button('Undo').first().click();
  await hub.getByText('1 clause without a threat, 1 threat without a story.').waitFor();
});

test('changes since all was seen are marked: a new clause, a reworded one, one that is gone', async () => {
  await button('All seen').click();
  await hub.getByText(/Since you saw them all on .*: 0 stories changed\./).waitFor();
  await write(1, 'As a shopper I want to pay WITHOUT my card details being copied by anybody.');
  await write(2, 'As a customer I want to change my delivery address.');
  await write(5, 'As an agent I want to help WITHOUT seeing the card number. WITHOUT reading other orders.');
  await button('Look again').click();
  await hub.getByText(/: 3 stories changed\./).waitFor();
  const names = ['Clauses with other words', 'Links that lead nowhere', 'Clauses without a threat'];
  for (const name of names) await card(name).getByText('New since you looked').first().waitFor();
  await hub.getByLabel('Only what changed since then').check();
  expect(await row('A copy of the nightly backup').count()).toBe(0);
  await hub.getByLabel('Only what changed since then').uncheck();
});

test('several answers are accepted together and taken back together', async () => {
  const summary = await hub.locator('p[role=status] strong').first().textContent();
  await row(/now “WITHOUT my card details/i)
    .getByRole('checkbox')
    .check();
  await card('Links that lead nowhere').getByRole('checkbox').check();
  const clause = row('WITHOUT seeing the card number');
  await clause.getByRole('radio', { name: /Card data is stolen on its way/ }).check();
  await clause.getByRole('checkbox').check();
  await hub.getByText('3 answers ticked').waitFor();
  await button('Accept 3 answers').click();
  await hub.getByText('Clauses with other words').waitFor({ state: 'detached' });
  expect(await row('WITHOUT seeing the card number').count()).toBe(0);
  await hub.getByText('Saved', { exact: true }).waitFor();
  await button('Undo').first().click();
  await hub.getByText(summary ?? '').waitFor();
});

test('the threats of an element begin where it is built', async () => {
  await hub.getByText('Where elements are built').click();
  const built = hub.getByRole('combobox', { name: 'Nightly backups is built' });
  const area = await built.locator('option').last().getAttribute('value');
  await built.selectOption(area ?? '');
  const first = row('A copy of the nightly backup').locator('.wo-answers label').first();
  await first.getByText(/where Nightly backups is built/).waitFor();
});

test('a list opens as a work item query', async () => {
  const opening = page.context().waitForEvent('page');
  await button('Open as query: Clauses without a threat').click();
  const query = await opening;
  expect(decodeURIComponent(query.url())).toContain('[System.Id] IN (');
  await query.close();
});

test('no page broke', () => {
  expect(problems).toEqual([]);
});
