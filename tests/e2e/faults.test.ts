/** Faults on demand as a person sets them in the shell, and as a browser meets them: each call is struck once. */
import { readFileSync } from 'node:fs';
import { token } from '../fixtures/browser';
import { faultsOf } from '../fixtures/faults';
import { journey } from '../fixtures/journey';

const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const { host, page } = journey({});

declare const window: {
  axe: { run: (options: object) => Promise<{ violations: readonly { id: string }[] }> };
};

/** Asks for work items from the page and says what the browser made of the answer. */
function ask(): Promise<string> {
  return page.evaluate(
    async ([url, bearer]) => {
      const headers = { authorization: `Bearer ${bearer}`, 'content-type': 'application/json' };
      const body = JSON.stringify({ query: 'SELECT [System.Id] FROM WorkItems' });
      return fetch(url, { method: 'POST', headers, body }).then(
        (answer) => String(answer.status),
        () => 'lost',
      );
    },
    [`${host.origin}/local/Shop/_apis/wit/wiql?api-version=7.1`, token] as const,
  );
}

test('a fault is set, strikes once, is listed and goes', async () => {
  await page.goto(`${host.origin}/local/Shop/_boards/board`);
  await page.getByRole('link', { name: 'Faults and clock' }).click();
  await page.getByLabel('Method').selectOption('POST');
  await page.getByLabel(/Operation, or path/).fill('**/_apis/wit/wiql');
  await page.getByLabel('Those calls').selectOption('drop');
  await page.getByRole('button', { name: 'Set the fault' }).click();
  const row = page.getByRole('region', { name: 'Faults' }).getByRole('row', { name: /loses its connection/ });
  await row.waitFor();
  // A browser repeats a call by itself when a connection that it had used before breaks: the second would go through.
  expect([await ask(), await ask()]).toEqual(['lost', '200']);
  await page.getByRole('button', { name: 'Refresh' }).click();
  const calls = page.getByRole('region', { name: 'Matched calls' }).getByRole('row');
  await calls.nth(2).waitFor();
  expect(await calls.allInnerTexts()).toEqual([
    expect.stringContaining('Server time'),
    expect.stringMatching(/POST\s+.*wiql.*\s+200$/s),
    expect.stringMatching(/POST\s+.*wiql.*no answer, struck$/s),
  ]);
  await row.getByRole('button', { name: /Remove fault/ }).click();
  await page.getByText('No fault is set').waitFor();
});

test('the clock moves and comes back', async () => {
  const faults = faultsOf(host, token);
  await faults.setClock('2030-05-06T07:08:09Z', 'stopped');
  await page.goto(`${host.origin}/local/Shop/_local/faults`);
  await page.getByText('2030-05-06 07:08 UTC').waitFor();
  await page.getByRole('button', { name: 'On a day' }).click();
  await page.getByText('2030-05-07 07:08 UTC').waitFor();
  await page.getByRole('button', { name: 'Everything off' }).click();
  await page.getByText('It is that of the machine.').waitFor();
});

test('a fault that could never strike is refused in words', async () => {
  await page.getByLabel(/Operation, or path/).fill('Nope_Get');
  await page.getByRole('button', { name: 'Set the fault' }).click();
  expect(await page.getByRole('alert').innerText()).toContain('No endpoint answers the operation Nope_Get');
});

test.each(['light', 'dark', 'high-contrast'])('axe finds nothing in %s', async (theme) => {
  await page.evaluate((name) => localStorage.setItem('shell.theme', name), theme);
  await page.reload();
  await page.getByRole('button', { name: 'Set the fault' }).waitFor();
  await page.evaluate(axe);
  const found = await page.evaluate(async () =>
    (await window.axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] })).violations.map(
      ({ id }) => id,
    ),
  );
  expect(found).toEqual([]);
});
