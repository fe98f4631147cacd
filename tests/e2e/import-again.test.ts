/** A newer version of an imported file comes over its model: previewed, then saved; what people did stays. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../../src/cli/main';
import { ourFrame, violations as violationsOf } from '../fixtures/axe';
import { token } from '../fixtures/browser';
import { journey } from '../fixtures/journey';

const dragon = readFileSync(join(__dirname, '../fixtures/models/corner-shop-dragon.json'), 'utf8');
const flooded = 'Shop front is flooded with requests';
const vanished = 'Somebody signs in as Shopper';
const { host, page, hub, problems, folder, shot, shotInTheDark } = journey({ seed: 'shop' });

interface Dragon {
  readonly detail: { readonly diagrams: readonly { cells: readonly Cell[] }[] };
}
interface Cell {
  readonly id: string;
  readonly data?: { readonly name?: string; threats?: readonly { readonly title: string }[] };
  readonly source?: { readonly cell?: string };
  readonly target?: { readonly cell?: string };
}
/**
 * The file a month later: one threat is called otherwise, one with a mitigation of its own is not there any more, and
 * the card company is gone with its data flow.
 */
function newer(): string {
  const file = JSON.parse(dragon.replace(flooded, 'Shop front is overrun')) as Dragon;
  for (const diagram of file.detail.diagrams) {
    const gone = diagram.cells.filter(({ data }) => data?.name === 'Card company').map(({ id }) => id);
    diagram.cells = diagram.cells.filter(
      ({ id, source, target }) => ![id, source?.cell, target?.cell].some((each) => gone.includes(each ?? '')),
    );
    for (const { data } of diagram.cells)
      if (data?.threats) data.threats = data.threats.filter(({ title }) => title !== vanished);
  }
  return JSON.stringify(file);
}

async function without(words: readonly string[]): Promise<string> {
  const out: string[] = [];
  const world = { environment: { WITHOUT_TOKEN: token }, out: (line: string) => out.push(line) };
  const code = await run(words, { ...world, err: (line) => out.push(line) });
  if (code !== 0) throw new Error(out.join('\n'));
  return out.join('\n');
}
/** What axe finds in our frame as it stands. */
const violations = async () => violationsOf(await ourFrame(page, /./));
/** Numbers and titles of the Tasks of mitigations, as the backlog says. */
async function tasks(): Promise<ReadonlyMap<number, string>> {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const query =
    "SELECT [System.Id] FROM WorkItems WHERE [System.TeamProject] = 'Shop' AND [System.Tags] CONTAINS 'security-mitigation'";
  const api = `${host.origin}/local/Shop/_apis/wit`;
  const asked = await fetch(`${api}/wiql?api-version=7.1`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ query }),
  });
  const { workItems } = (await asked.json()) as { workItems: readonly { id: number }[] };
  const ids = workItems.map(({ id }) => id).join();
  const read = await fetch(`${api}/workitems?ids=${ids}&fields=System.Title&api-version=7.1`, { headers });
  const { value } = (await read.json()) as {
    value: readonly { id: number; fields: Readonly<Record<string, string>> }[];
  };
  return new Map(value.map(({ id, fields }) => [id, fields['System.Title'] ?? '']));
}
let before: ReadonlyMap<number, string> = new Map();
const tab = (name: RegExp) => hub.getByRole('tab', { name });
const row = (text: string | RegExp) => hub.getByRole('row').filter({ hasText: text });
const saved = () => hub.getByText('Saved', { exact: true }).waitFor();

beforeAll(async () => {
  const target = ['--org', `${host.origin}/local`, '--project', 'Shop'];
  const file = join(folder, 'shop.json');
  writeFileSync(file, dragon);
  await without(['import', file, ...target]);
  await without(['sync', ...target, '--apply', '--approve', 'all', '--story', '30']);
  before = await tasks();
  writeFileSync(file, newer());
});

test('a person decides about two threats of the file', async () => {
  await page.goto(host.hub);
  // The only model of the project opens by itself.
  await tab(/Threats/).click();
  for (const threat of [flooded, 'Somebody poses as Card company']) {
    await row(threat)
      .getByRole('combobox', { name: /Probability/ })
      .selectOption({ label: 'Likely' });
    await saved();
  }
});

test('the newer file is shown before anything is saved: what comes, what is kept, what vanished', async () => {
  await page.goto(host.hub);
  await hub.getByText('All threat models').click();
  await hub
    .getByRole('button', { name: /Import/ })
    .first()
    .click();
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    hub.getByRole('button', { name: /Choose a.*file/i }).click(),
  ]);
  await chooser.setFiles(join(folder, 'shop.json'));
  const dialog = hub.getByRole('dialog');
  await dialog.getByRole('radio', { name: /as an update of/ }).check();
  const plan = dialog.getByRole('region', { name: 'What the update would do' });
  await plan.getByText('Shop front is overrun').waitFor();
  await plan.getByText('Not in the file any more: stays, marked as stale').waitFor();
  await plan.getByText('Card company').first().waitFor();
  await plan.getByText('Decisions, links to stories and Tasks stay as they are.').waitFor();
  await shot('import-update');
  await shotInTheDark('import-update');
  expect(await violations()).toEqual([]);
  await dialog.getByRole('button', { name: 'Update model' }).click();
  await dialog.waitFor({ state: 'detached' });
});

test('what people decided is kept, and what vanished says so in the list', async () => {
  await tab(/Threats/).click();
  await row('Shop front is overrun').waitFor();
  const chosen = (text: string) =>
    row(text)
      .getByRole('combobox', { name: /Probability/ })
      .inputValue();
  expect(await chosen('Shop front is overrun')).toBe('likely');
  expect(await chosen('Somebody poses as Card company')).toBe('likely');
  await row('Somebody poses as Card company').getByText('Stale', { exact: true }).waitFor();
  await row('Somebody poses as Card company')
    .getByText('The file "shop.json" does not have this any more.')
    .waitFor();
  await shot('stale-threats');
});

test('the drawing keeps what vanished and says so in words', async () => {
  await tab(/Diagram/).click();
  const drawn = (text: string) => hub.locator('.wo-dfd-sheet .x6-cell', { hasText: text }).first();
  await drawn('Card company').filter({ hasText: '(stale)' }).waitFor();
  await drawn('Charge card').filter({ hasText: '(stale)' }).waitFor();
  expect(await drawn('Order database').filter({ hasText: '(stale)' }).count()).toBe(0);
  await shot('stale-diagram');
});

test('the Sync page has a Task for nothing twice, brings the new words, and names the Task of what vanished', async () => {
  await tab(/Sync/).click();
  const stale = hub
    .locator('.wo-banner')
    .filter({ hasText: '1 Task is open for a mitigation that went stale.' });
  await stale.getByText('Ask for a second factor when somebody signs in from a new device').waitFor();
  await stale.getByText('The file "shop.json" does not have this any more.').waitFor();
  // The threat that is called otherwise is told in the section of the Task that it always had.
  await hub.getByRole('row', { name: /Update.*Limit requests per visitor/ }).waitFor();
  expect(await hub.getByRole('row').filter({ hasText: 'New Task' }).count()).toBe(0);
  await shot('stale-sync');
  await shotInTheDark('stale-sync');
  expect(await violations()).toEqual([]);
  await hub.getByRole('button', { name: /^Write \d+ steps?$/ }).click();
  await hub.getByText('Model and backlog say the same.').waitFor();
  expect(await tasks()).toEqual(before);
});

test('the same file once more has nothing to say', async () => {
  const target = ['--org', `${host.origin}/local`, '--project', 'Shop'];
  const words = await without(['import', join(folder, 'shop.json'), '--update', '--json', ...target]);
  expect(JSON.parse(words)).toMatchObject({ added: 0, changed: 0, stale: 0, back: 0 });
});

test('no page broke', () => expect(problems).toEqual([]));
