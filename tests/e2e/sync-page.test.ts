/** A product owner on the Sync page: what would be written, an odd fate decided, written, found in the journal, undone. */
import { ourFrame, violationsInEachTheme } from '../fixtures/axe';
import { token } from '../fixtures/browser';
import { journey } from '../fixtures/journey';

const { host, page, hub, problems, shotInTheDark } = journey({ seed: 'figures' });
const model = '0000000f-0000-4000-8000-000000000001';

const workItem = (id: number) => `${host.origin}/local/_apis/wit/workItems/${id}?api-version=7.1`;
const headers = { authorization: `Bearer ${token}` };

async function titleOf(id: number): Promise<string> {
  const answer = await fetch(workItem(id), { headers });
  const { fields } = (await answer.json()) as { fields: Readonly<Record<string, string>> };
  return fields['System.Title'] ?? '';
}

async function rename(id: number, title: string): Promise<void> {
  const answer = await fetch(workItem(id), {
    method: 'PATCH',
    headers: { ...headers, 'content-type': 'application/json-patch+json' },
    body: JSON.stringify([{ op: 'add', path: '/fields/System.Title', value: title }]),
  });
  expect(answer.status).toBe(200);
}

const button = (name: string | RegExp) => hub.getByRole('button', { name });

test('what would be written is shown first, then written', async () => {
  await page.goto(`${host.hub}?model=${model}&tab=sync`);
  await hub.getByText('Model and backlog have not been aligned from here yet.').waitFor();
  await hub.getByRole('row', { name: /New Task.*Allow only scripts/ }).waitFor();
  await hub.getByText('2 mitigations have no Task because nobody has decided yet.').waitFor();
  await button(/^Write \d steps?$/).click();
  await hub
    .getByText(/steps? done\./)
    .first()
    .waitFor();
  await hub.getByText(/Last aligned .* by Olivia Owner/).waitFor();
  // Not that both say the same: two mitigations wait for a decision.
  await hub.getByText('Everything that was decided is in the backlog.').waitFor();
});

test('a renamed Task is an oddity with proposals, and nothing is written before somebody decides', async () => {
  await rename(6, 'Their own words');
  await button('Look again').click();
  const decision = hub.getByRole('listitem').filter({ hasText: 'Renamed' });
  await decision.getByRole('region', { name: 'On the backlog' }).getByText('Their own words').waitFor();
  expect(await button(/^Write/).count()).toBe(0);
  // Of the two texts the words that differ are marked.
  await decision.locator('mark').getByText('Their', { exact: true }).waitFor();
  await shotInTheDark('sync-decision');
  expect(await violationsInEachTheme(page, await ourFrame(page, 'For you to decide'))).toEqual([]);
  await decision.getByRole('radio', { name: /Change it back/ }).check();
  await hub.getByRole('row', { name: /Update/ }).waitFor();
  expect(await titleOf(6)).toBe('Their own words');
  await button('Write 1 step').click();
  await hub.getByText('1 step done.').waitFor();
  expect(await titleOf(6)).toBe('Let the payment service take the card number in its own frame');
});

test('the journal says what was done, by whom and why, and the last sync is taken back', async () => {
  const newest = hub.locator('.wo-journal-entry').first();
  await newest.getByText(/Olivia Owner/).waitFor();
  await newest.locator('summary').click();
  await newest.getByText(/You chose the model’s title/).waitFor();
  await button('Take the last sync back…').click();
  const dialog = hub.getByRole('dialog');
  // It is taken back as a whole: nothing to untick.
  await dialog.getByRole('row', { name: /Update/ }).waitFor();
  expect(await dialog.getByRole('checkbox').count()).toBe(0);
  await dialog.getByRole('button', { name: 'Take back 1 step' }).click();
  await dialog.waitFor({ state: 'detached' });
  await hub.getByText('Taken back').first().waitFor();
  expect(await titleOf(6)).toBe('Their own words');
});

test('no page broke', () => {
  expect(problems).toEqual([]);
});
