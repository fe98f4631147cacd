/** The security team looks at the models of all projects, from what needs it first into a review and back. */
import { token } from '../fixtures/browser';
import { openPage } from '../fixtures/hub-pages';
import { journey } from '../fixtures/journey';

const { host, page, hub, problems, shot, shotInTheDark } = journey({ seed: 'figures' });
const model = '0000000f-0000-4000-8000-000000000001';
const vault = '11111111-2222-4333-8444-555555555555';

const portfolio = () => `${host.hub}?page=portfolio`;
const row = () => hub.getByRole('row', { name: /Web shop/ });
const button = (name: string | RegExp) => hub.getByRole('button', { name });

/** A project with a model, of which the service says afterwards that it is not there. */
async function addClosedProject(): Promise<void> {
  const collections =
    'ExtensionManagement/InstalledExtensions/without/without/Data/Scopes/Default/Current/Collections';
  const address = `${host.origin}/local/_apis/${collections}/w1.${vault}/Documents?api-version=7.2-preview.1`;
  const info = { id: model, name: 'Safe', description: '', scope: [], created: '2026-01-05T10:00:00.000Z' };
  const answer = await fetch(address, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ id: model, schema: 1, kind: 'model', info }),
  });
  expect(answer.status).toBeLessThan(300);
  await page.route(/_apis\/projects\?/, async (route) => {
    const response = await route.fetch();
    const { count, value } = (await response.json()) as { count: number; value: object[] };
    await route.fulfill({
      response,
      json: { count: count + 1, value: [...value, { id: vault, name: 'Vault' }] },
    });
  });
}

test('from the list of models to all projects; what cannot be read is named', async () => {
  await addClosedProject();
  await page.goto(host.hub);
  await button('All threat models').click();
  await button('Portfolio').click();
  await row().getByText('Decide about threats').waitFor();
  await row().getByRole('button', { name: 'Not asked' }).waitFor();
  await row().getByText('2 of 4').waitFor();
  await hub.getByText('1 place could not be read', { exact: false }).click();
  await hub.getByText(/^Vault: /).waitFor();
  await shot('portfolio');
  await shotInTheDark('portfolio');
});

test('it is filtered, and the filter is in the address', async () => {
  await hub.getByRole('searchbox', { name: 'Filter by model or project' }).fill('vault');
  await hub.getByText('No model is like that').waitFor();
  await hub.getByRole('searchbox', { name: 'Filter by model or project' }).fill('shop web');
  await hub.getByRole('combobox', { name: 'Show' }).selectOption({ label: 'A review is due' });
  await hub.getByText('No model is like that').waitFor();
  await page.goto(`${portfolio()}&show=undecided`);
  await row().waitFor();
  expect(await hub.getByRole('combobox', { name: 'Show' }).inputValue()).toBe('undecided');
});

test('a review that somebody asked for stands first and leads to its page', async () => {
  await row().getByRole('button', { name: 'Not asked' }).click();
  const review = hub.getByRole('region', { name: 'Review' });
  await review.getByRole('button', { name: 'Ask the security team…' }).click();
  await hub.getByRole('dialog').getByRole('textbox').fill('Before the release.');
  await hub.getByRole('dialog').getByRole('button', { name: 'Ask', exact: true }).click();
  await review.getByText(/asked for a review on .*; nobody has decided yet/).waitFor();
  await hub.getByRole('status').filter({ hasText: 'Saved' }).waitFor();
  await page.goto(`${portfolio()}&show=reviews`);
  await row().getByText('Review it', { exact: true }).waitFor();
  await row().getByRole('button', { name: 'Asked, nobody decided yet' }).click();
  await hub.getByRole('region', { name: 'Review' }).getByRole('button', { name: 'Approve…' }).click();
  await hub.getByRole('dialog').getByRole('textbox').fill('Looked at all threats.');
  await hub.getByRole('dialog').getByRole('button', { name: 'Approve' }).click();
  await hub
    .getByRole('region', { name: 'Review' })
    .getByText(/^Approved by /)
    .waitFor();
  await hub.getByRole('status').filter({ hasText: 'Saved' }).waitFor();
});

test('the view of the security team says what waits for it and leads to the portfolio; an approval that its comment proves is not doubted', async () => {
  await openPage(hub, /Threats/);
  await hub.getByRole('combobox', { name: 'View as' }).selectOption({ label: 'Security team' });
  // What nobody else settles comes before any figure.
  await openPage(hub, 'Overview');
  const waits = hub.getByRole('region', { name: 'What waits for you' });
  await waits.getByRole('button', { name: 'Decide about 2 threats' }).waitFor();
  const thing = waits.getByRole('list').getByRole('list').first().getByRole('button').first();
  const title = await thing.innerText();
  await thing.click();
  await hub.getByRole('dialog', { name: title }).waitFor();
  await button('Close').click();
  await openPage(hub, 'Overview');
  await waits.getByRole('button', { name: 'Decide about 2 threats' }).click();
  await hub.getByRole('tab', { name: /Threats/, selected: true }).waitFor();
  await button('Models of all projects').click();
  await row().getByRole('button', { name: 'Approved', exact: true }).waitFor();
  await row().getByText('Decide about threats').waitFor();
  await hub.getByRole('button', { name: 'Web shop', exact: true }).click();
  await button('Models of all projects').waitFor();
  expect(problems).toEqual([]);
});
