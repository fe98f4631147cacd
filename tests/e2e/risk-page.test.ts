/** The Risk page: figures with their reasons, a target, what it takes to reach it, the trend, and the time it cost. */
import { token } from '../fixtures/browser';
import { journey } from '../fixtures/journey';

const { host, page, hub, problems } = journey({ seed: 'figures', height: 1600 });
const model = '0000000f-0000-4000-8000-000000000001';

const region = (name: string) => hub.getByRole('region', { name, exact: true });

test('every figure says why', async () => {
  await page.goto(`${host.hub}?model=${model}&tab=risk`);
  const figures = region('Risk in figures');
  await figures.getByText('164').waitFor();
  await figures.getByText('Why this number: Now').click();
  await figures
    .getByRole('button', { name: 'Card data is stolen on its way to the payment service' })
    .last()
    .waitFor();
});

test('a target is set, and the cheapest set for it is explained', async () => {
  const figures = region('Risk in figures');
  await figures.getByText('Set a target').click();
  await figures.getByLabel('Points').fill('120');
  await figures.getByRole('button', { name: 'Save target' }).click();
  await figures.getByText('44 points to go').waitFor();
  const budget = region('Budget');
  await budget.getByLabel('Target, points of risk').fill('120');
  await budget.getByText('Proven: no other set does better.').waitFor();
  await budget
    .getByRole('combobox', { name: 'What to look for' })
    .selectOption({ label: 'The best set for an effort' });
  await budget.getByLabel('Effort, story points or days').fill('1');
  await budget.getByText(/1 mitigation for an effort of 1 bring/).waitFor();
});

test('the trend follows what the Tasks did', async () => {
  const trend = region('Trend');
  await trend.getByText(/stays at 164 points: that is a problem/).waitFor();
  for (const state of ['Active', 'Closed']) {
    const answer = await fetch(`${host.origin}/local/_apis/wit/workItems/6?api-version=7.1`, {
      method: 'PATCH',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json-patch+json' },
      body: JSON.stringify([{ op: 'add', path: '/fields/System.State', value: state }]),
    });
    expect(answer.status).toBe(200);
  }
  await page.reload();
  await trend.getByText(/fell from 164 to 119 points/).waitFor();
  await trend.getByText('As a table').click();
  const interval = trend
    .getByRole('row')
    .last()
    .getByRole('button', { name: /\d – \d+, why this number/ });
  await interval.click();
  await hub
    .getByRole('dialog', { name: /^Why this number: Nine in ten/ })
    .getByText(/drawn many times/)
    .waitFor();
  await page.keyboard.press('Escape');
});

test('the risk is taken apart by what people ask for', async () => {
  const parts = region('Risk by part');
  await parts.getByRole('rowheader', { name: /#1 Pay by card/ }).waitFor();
  await parts.getByRole('combobox', { name: 'By' }).selectOption({ label: 'Sprint' });
  await parts.getByRole('rowheader', { name: /Sprint 2/ }).waitFor();
});

test('time spent turns into risk removed per hour', async () => {
  const value = region('Value and cost');
  await value.getByLabel('Minutes spent').fill('90');
  await value.getByRole('button', { name: 'Add time' }).click();
  await value.getByText('19% of one day').waitFor();
});

test('value and target say why, and what controls do is said', async () => {
  const value = region('Value and cost');
  await value.getByText('Why this number: Removed per hour').click();
  await value.getByText(/÷ 1\.5 h = .* points for an hour\.$/).waitFor();
  await region('Risk in figures').getByText('Why this number: Target').click();
  await region('Risk in figures').getByText('Somebody set it for this model.').waitFor();
  await region('What controls do').getByText('lower the probability that the threat succeeds').waitFor();
});

test('a timer is started and stopped by hand, seen while it runs, and entered only when somebody says so', async () => {
  const value = region('Value and cost');
  await value.getByRole('button', { name: 'Start a timer' }).click();
  await hub.getByRole('button', { name: 'Timer runs: 1 minute' }).waitFor();
  await value.getByRole('button', { name: /^Stop the timer/ }).click();
  await hub.getByRole('button', { name: /^Timer runs/ }).waitFor({ state: 'detached' });
  expect(await value.getByLabel('Minutes spent').inputValue()).toBe('1');
  await value.getByText('19% of one day').waitFor();
  await value.getByLabel('Minutes spent').fill('30');
  await value.getByRole('button', { name: 'Add time' }).click();
  await value.getByText('25% of one day').waitFor();
  await value.getByText('Time that was entered').click();
  const newest = value.getByRole('textbox', { name: /^Minutes of/ }).first();
  await newest.fill('60');
  await newest.blur();
  await value.getByText('31% of one day').waitFor();
});

test('each figure in the sentences of the summary says why', async () => {
  await page.goto(`${host.hub}?model=${model}&tab=summary`);
  for (const what of ['risk now', 'when the planned work is done']) {
    const why = region('Risk')
      .getByRole('group')
      .filter({ hasText: `Why this number: ${what}` });
    await why.getByText(`Why this number: ${what}`).click();
    await why
      .getByRole('button', { name: 'Card data is stolen on its way to the payment service' })
      .waitFor();
  }
});

test('the summary on paper holds its whole drawing: nobody scrolls there', async () => {
  await page.setViewportSize({ width: 420, height: 1600 });
  await page.goto(`${host.hub}?model=${model}&tab=summary`);
  const drawing = hub.locator('.wo-drawing-box');
  const hidden = () => drawing.evaluate((box) => box.scrollWidth - box.clientWidth);
  await drawing.locator('svg').waitFor();
  expect(await hidden()).toBeGreaterThan(0);
  await page.emulateMedia({ media: 'print' });
  expect(await hidden()).toBe(0);
});

test('no page broke', () => {
  expect(problems).toEqual([]);
});
