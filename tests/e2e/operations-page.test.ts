/** Somebody from the SOC who has never seen the model, and the champion who chooses what is watched. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { ourFrame, violations } from '../fixtures/axe';
import { alertsById, alertsByMatch } from '../fixtures/alert-samples';
import { keysAlone, token } from '../fixtures/browser';
import { openPage } from '../fixtures/hub-pages';
import { journey } from '../fixtures/journey';

const { host, page, hub, problems } = journey({ seed: 'watched' });
const model = '0000000f-0000-4000-8000-000000000001';

const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };

/** A Task as REST gives it; `text` is its description without marks. */
async function taskNamed(title: string) {
  const project = `${host.origin}/local/Shop/_apis/wit`;
  const body = JSON.stringify({
    query: `SELECT [System.Id] FROM WorkItems WHERE [System.Title] = '${title}'`,
  });
  const found = await fetch(`${project}/wiql?api-version=7.1`, { method: 'POST', headers, body });
  const { workItems } = (await found.json()) as { workItems: { id: number }[] };
  expect(workItems).toHaveLength(1);
  const read = async (id: number) => {
    const answer = await fetch(`${project}/workItems/${id}?api-version=7.1`, { headers });
    return ((await answer.json()) as { fields: Readonly<Record<string, string>> }).fields;
  };
  const fields = await read(workItems[0]?.id ?? 0);
  const parent = await read(Number(fields['System.Parent']));
  const text = (fields['System.Description'] ?? '').replace(/<[^>]*>/g, '').replace(/&rsquo;/g, '’');
  return { parent: parent['System.Title'], tags: fields['System.Tags'], text };
}

interface Fired {
  readonly event: number;
  /** Before today. */
  readonly days: number;
  readonly id: string;
}
/** An alert of Azure Monitor that carries the id of an event of the model. */
const fired = ({ event, days, id }: Fired) =>
  JSON.stringify({
    schemaId: 'azureMonitorCommonAlertSchema',
    data: {
      essentials: {
        alertId: `/subscriptions/x/alerts/${id}`,
        alertRule: 'without',
        monitorCondition: 'Fired',
        firedDateTime: new Date(Date.now() - days * 86_400_000).toISOString(),
        originAlertId: id,
      },
      alertContext: {},
      customProperties: {
        WithoutModel: model,
        WithoutEvent: `000000e5-0000-4000-8000-${event.toString(16).padStart(12, '0')}`,
      },
    },
  });

/** What `npx without ingest -` says about these lines. */
async function ingested(lines: readonly string[]): Promise<string> {
  const words = ['ingest', '-', '--org', `${host.origin}/local`, '--project', 'Shop'];
  const child = spawn(process.execPath, [join(__dirname, '../../dist/cli/without.cjs'), ...words], {
    env: { ...process.env, WITHOUT_TOKEN: token },
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  let out = '';
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stdin.end(lines.join('\n'));
  await new Promise((done) => child.once('close', done));
  return out;
}

const alertNamed = (name: string) =>
  [...alertsById, ...alertsByMatch].find((each) => each.name === name)?.text ?? '';
const button = (name: string | RegExp) => hub.getByRole('button', { name });
const saved = () => hub.getByText('Saved', { exact: true }).waitFor();

test('an alert’s meaning and first response are two clicks away', async () => {
  await page.goto(`${host.hub}?model=${model}`);
  await openPage(hub, /Operations/);
  await hub.getByText('What would tell that Watched shop is attacked').waitFor();
  await button('Orders of others are asked for').click();
  const panel = hub.getByRole('dialog');
  await panel.getByText('Somebody counts order numbers up.').waitFor();
  await panel.getByText('Look at which orders were answered before the refusals.').waitFor();
  await panel.getByText('A customer with two accounts opens an old link').waitFor();
  await panel.getByText('Orders (Web shop → Orders API)').waitFor();
  await panel.getByRole('button', { name: 'Close' }).click();
  await panel.waitFor({ state: 'detached' });
});

test('the champion selects what was proposed', async () => {
  await hub
    .getByRole('row', { name: /The price of an order is not/ })
    .getByText('Proposed')
    .waitFor();
  await hub.getByLabel('Select The price of an order is not the catalogue’s').check();
  await hub.getByRole('button', { name: 'Select', exact: true }).click();
  await hub
    .getByRole('row', { name: /The price of an order is not/ })
    .getByText('Selected')
    .waitFor();
  await saved();
});

test('a grave threat that nothing watches is a finding until somebody answers for it by name', async () => {
  const event = 'One identity reads many secrets of the vault';
  const dialog = hub.getByRole('dialog');
  const choose = async (choice: string) => {
    await button(/^Events \d/).click();
    await button(event).click();
    await dialog.getByLabel('Choice', { exact: true }).selectOption({ label: choice });
    await dialog.getByRole('button', { name: 'Close' }).click();
    await dialog.waitFor({ state: 'detached' });
    await button(/^Coverage/).click();
  };
  const fine = hub.getByText('Every high or critical threat is watched, or somebody answers for it.');
  const finding = hub.getByText(/^1 high or critical threat is unwatched/);
  await choose('Declined');
  await finding.waitFor();
  const row = hub.getByRole('row', { name: /A key is read from the vault/ });
  await row.getByText('Blind').waitFor();
  await row.getByRole('button', { name: /^Waive/ }).click();
  const waive = dialog.getByRole('button', { name: 'Waive', exact: true });
  await dialog.getByLabel('Why is that fine?').fill('The vault is closed next week.');
  expect(await waive.getAttribute('aria-disabled')).toBe('true');
  await dialog.getByLabel('Who answers for it').fill('Sam Security');
  await waive.click();
  await dialog.waitFor({ state: 'detached' });
  await row.getByText('Waived by Sam Security: The vault is closed next week.').waitFor();
  await fine.waitFor();
  await row.getByRole('button', { name: /^Take the waiver back/ }).click();
  await finding.waitFor();
  await choose('Selected');
  await row.getByText('Watched', { exact: true }).waitFor();
  await fine.waitFor();
  await saved();
});

test('an event by hand closes a gap of the matrix', async () => {
  await button(/^Coverage/).click();
  const row = hub.getByRole('row', { name: /Refunds are paid twice/ });
  await row.getByText('Blind').waitFor();
  const dialog = hub.getByRole('dialog');
  await row.getByRole('button', { name: /^Waive/ }).click();
  expect(await violations(await ourFrame(page, 'Leave this threat unwatched?'))).toEqual([]);
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await dialog.waitFor({ state: 'detached' });
  await row.getByRole('button', { name: /^Add event/ }).click();
  await dialog.getByLabel('Log name').waitFor();
  expect(await violations(await ourFrame(page, 'When it becomes an alert'))).toEqual([]);
  await dialog.getByLabel('What is seen').fill('A payment order comes twice');
  await dialog.getByRole('button', { name: 'Add event' }).click();
  await dialog.getByText('Not added yet: see what is marked below.').waitFor();
  await dialog.getByLabel('Log name').fill('payment_order_repeated');
  await dialog.getByLabel('Raised when').fill('The number of a payment order was used before.');
  await dialog.getByRole('button', { name: 'Add field' }).click();
  await dialog.getByLabel('Name of field 1').fill('account');
  await dialog.getByLabel('Sensitive').check();
  const alert = dialog.getByLabel('Alert', { exact: true });
  await alert.selectOption({ label: 'When it is logged a number of times' });
  await dialog.getByLabel('How many').fill('3');
  await alert.selectOption({ label: 'When another event follows' });
  await dialog.getByLabel('Log name of the event that follows').fill('payment_paid');
  await alert.selectOption({ label: 'When a field has a number of different values' });
  await dialog.getByLabel('Field with different values').fill('account');
  await dialog.getByLabel('Within').fill('2');
  await dialog.getByLabel('Unit of the time').selectOption({ label: 'hours' });
  await dialog.getByLabel('What it means').fill('A refund is paid again.');
  await dialog.getByLabel('What to do first').fill('Stop the payment run.\nCall the bank.');
  await dialog.getByLabel('What may happen by itself').fill('Hold the order back.');
  await dialog.getByLabel('What may be harmless').fill('A bank that sends its file twice');
  await dialog.getByRole('button', { name: 'Add event' }).click();
  await dialog.waitFor({ state: 'detached' });
  await row.getByText('Watched', { exact: true }).waitFor();
  await saved();
  await button(/^Events/).click();
  await button('A payment order comes twice').click();
  for (const text of [/Call the bank/, /Hold the order back/, /sends its file twice/, 'Sensitive'])
    await dialog.getByText(text).waitFor();
  await dialog.getByText(/3 different values of account within 2h/).waitFor();
  await dialog.getByRole('button', { name: 'Close' }).click();
  await dialog.waitFor({ state: 'detached' });
});

test('the files are looked into and downloaded as one zip', async () => {
  await button('Files').click();
  await button('audit-requirements.md').click();
  await hub
    .getByLabel('Content of audit-requirements.md')
    .getByText(/payment_order_repeated/)
    .waitFor();
  const download = page.waitForEvent('download');
  await button('Download all (.zip)').click();
  const file = await download;
  expect(file.suggestedFilename()).toBe('watched-shop-operations.zip');
  const names = Object.keys(unzipSync(new Uint8Array(readFileSync(await file.path()))));
  expect(names).toContain('runbook.md');
  expect(names.filter((name) => name.startsWith('kql/'))).toHaveLength(17);
});

test('an alert by id and one by match lead to the cause; the first is kept as an incident', async () => {
  await button('Look into an alert').click();
  const paste = async (name: string) => {
    await hub.getByLabel('Alert as JSON').fill(alertNamed(name));
    await button('Find the cause').click();
  };
  if (keysAlone) await paste('Exfiltration of a backup');
  else {
    const file = await hub.getByLabel('Alert as JSON').evaluateHandle((_node, text) => {
      const dropped = new DataTransfer();
      dropped.items.add(new File([text], 'incident.json', { type: 'application/json' }));
      return dropped;
    }, alertNamed('Exfiltration of a backup'));
    await hub.getByLabel('Alert as JSON').dispatchEvent('drop', { dataTransfer: file });
  }
  await hub.getByRole('heading', { name: 'The backup account is read by a stranger' }).waitFor();
  await hub
    .getByText(/Both are T1530 of MITRE ATT&CK/)
    .first()
    .waitFor();
  await paste('Bug related to a Task');
  await hub.getByText(/^Certain: It is, or links to, the Task #13/).waitFor();
  await hub.getByText('Sprint 3').waitFor();
  await button('Show on the diagram').click();
  await hub.getByText('Blast radius of “A role was changed in the admin console”: 3 data flows').waitFor();
  await hub.locator('.wo-dfd-sheet .wo-dfd-process.wo-dfd-strike').first().waitFor();
  await hub.locator('.wo-dfd-sheet .wo-dfd-line.wo-dfd-reached').nth(2).waitFor({ state: 'attached' });
  const reached = hub.locator('.wo-dfd-sheet .wo-dfd-line.wo-dfd-reached').first();
  expect(await reached.evaluate((line) => getComputedStyle(line).strokeWidth)).toBe('3.5px');
  expect(page.url()).toMatch(/tab=diagram.*blast=000000e5-0000-4000-8000-000000000008/);
  await button('Back to the alert').click();
  await hub.getByText(/^Certain: It is, or links to, the Task #13/).waitFor();
  await hub.getByText('Changes (Admin console → Customer accounts)').waitFor();
  await button('Save as incident…').click();
  const dialog = hub.getByRole('dialog');
  expect(await violations(await ourFrame(page, 'Save as incident'))).toEqual([]);
  await dialog.getByLabel('What was found').fill('A trainee had the role of an owner.');
  await dialog.getByLabel('What the next model should know').fill('Roles of trainees end by themselves.');
  await dialog.getByRole('button', { name: 'Save incident' }).click();
  await dialog.waitFor({ state: 'detached' });
  await hub.getByText(/This alert is kept as the incident “A role was changed/).waitFor();
  await button('Show the incidents').click();
  await hub.getByText('A trainee had the role of an owner.').waitFor();
  const download = page.waitForEvent('download');
  await button('Lesson as a file').click();
  const proposal = JSON.parse(readFileSync(await (await download).path(), 'utf8')) as {
    readonly kind: string;
  };
  expect(proposal.kind).toBe('overlay');
  await saved();
});

test('a work item that the incident names shows it on its form', async () => {
  await page.goto(`${host.origin}/local/Shop/_workitems/edit/13`);
  const group = page.frameLocator('iframe[title="Security"]');
  const incident = group.getByRole('region', { name: 'Incident A role was changed in the admin console' });
  await incident.getByText('A trainee had the role of an owner.').waitFor();
  await incident.getByText('Let a second person approve changes of roles').waitFor();
  await page.goBack();
});

test('its lesson is proposed, the security team declines and thinks again, takes it into a draft and publishes', async () => {
  const settings = `${host.origin}/local/_settings/without.without.knowledge-hub`;
  const name = 'Roles of trainees end by themselves.';
  await button('Propose the lesson to the knowledge base').click();
  await hub.getByText(/Its lesson was proposed by Sam Security/).waitFor();
  await page.goto(settings);
  const lessons = hub.getByRole('region', { name: 'Lessons that projects propose' });
  await lessons.getByText('From the model “Watched shop”').waitFor();
  const frame = await ourFrame(page, 'Lessons that projects propose');
  expect(await violations(frame)).toEqual([]);
  await lessons.getByRole('button', { name: 'Decline…' }).click();
  await hub.getByRole('dialog').getByLabel('Reason').waitFor();
  expect(await violations(frame)).toEqual([]);
  await hub.getByRole('dialog').getByLabel('Reason').fill('We have it in the handbook.');
  await hub.getByRole('dialog').getByRole('button', { name: 'Decline' }).click();
  await lessons.getByText('All are answered.').waitFor();
  const incidents = `${host.hub}?model=${model}&tab=operations&show=incidents`;
  await page.goto(incidents);
  await hub.getByText('Its lesson was declined by Sam Security: We have it in the handbook.').waitFor();
  await page.goto(settings);
  await lessons.getByText('1 lesson answered').click();
  await lessons.getByRole('button', { name: 'Think again' }).click();
  await lessons.getByRole('button', { name: 'Take into a draft' }).click();
  await hub.getByText(/changes? not published/).waitFor();
  await button('Publish…').click();
  await hub.getByRole('dialog').getByRole('button', { name: 'Publish to everybody' }).click();
  await hub.getByRole('dialog').waitFor({ state: 'detached' });
  await openPage(hub, 'Mitigations');
  await button(name).waitFor();
  await page.goto(incidents);
  await hub.getByText('Its lesson is in the knowledge base.').waitFor();
});

test('an event that the application must raise becomes a Task under the story, with the log contract', async () => {
  await button(/^Events/).click();
  await button('The price of an order is not the catalogue’s').click();
  const panel = hub.getByRole('dialog');
  await panel.getByText('Nobody has planned to write it into the log yet.').waitFor();
  await panel.getByRole('button', { name: 'Plan as a Task' }).click();
  await panel.getByText('It has no Task yet: the Sync tab writes it.').waitFor();
  await panel.getByRole('button', { name: 'Close' }).click();
  await saved();
  await openPage(hub, /Sync/);
  await hub.getByRole('row', { name: /New Task.*Log price_mismatch/ }).waitFor();
  await button(/^Write \d+ steps?$/).click();
  await hub.getByText(/Last aligned .* by Sam Security/).waitFor();
  const task = await taskNamed('Log price_mismatch: The price of an order is not the catalogue’s');
  // Under the story of the threat that it tells of.
  expect(task.parent).toBe('See my past orders');
  expect(task.tags).toContain('security-mitigation');
  expect(task.text).toMatch(/Log contract: The price of an order is not the catalogue’s/);
  expect(task.text).toMatch(/Name: price_mismatch/);
  expect(task.text).toMatch(/Fields: user \(string, sensitive: log a keyed hash or nothing\)/);
  expect(task.text).toMatch(/How to test it:.*The log holds one entry price_mismatch with all fields/s);
});

test('the mitigation that detects and its event are read as one thing, from every side', async () => {
  const event = 'The price of an order is not the catalogue’s';
  await page.goto(`${host.hub}?model=${model}&event=000000e5-0000-4000-8000-000000000010`);
  const panel = hub.getByRole('dialog');
  await panel.getByRole('button', { name: /^Open #\d+, Log price_mismatch/ }).waitFor();
  await panel.getByRole('button', { name: `Log price_mismatch: ${event}`, exact: true }).click();
  await panel.getByRole('heading', { name: 'Events that it raises' }).waitFor();
  await panel.getByText('The total of a basket differs from what the catalogue gives.').waitFor();
  await panel
    .getByRole('button', { name: 'The price of an order is changed in the request', exact: true })
    .click();
  await panel.getByRole('heading', { name: 'Events that tell of it' }).waitFor();
  await panel.getByText('Detects: raises').waitFor();
  await panel.getByText('Raised by', { exact: true }).waitFor();
});

test('a stream of alerts shows at the threat, and its probability is proposed for review', async () => {
  const lines = Array.from({ length: 6 }, (_, n) => fired({ event: 9, days: n, id: `stream-${n}` }));
  // Two feeds send the same at once, as after a restart: each alert counts in one of their reports.
  const said = await Promise.all([1, 2].map(() => ingested([...lines, 'broken'])));
  const counts = said.map((each) => /7 lines: (\d) alerts counted, (\d) counted before/.exec(each)?.slice(1));
  expect(counts.map((pair) => pair?.map(Number).reduce((a, b) => a + b))).toEqual([6, 6]);
  expect(counts.reduce((sum, pair) => sum + Number(pair?.[0]), 0)).toBe(6);
  await page.goto(`${host.hub}?model=${model}&tab=operations&show=seen`);
  await hub.getByRole('heading', { name: 'More likely than the model says?' }).waitFor();
  await hub.getByRole('img', { name: /^6 alerts in 30 days/ }).waitFor();
  const threat = 'A copy of the nightly backup is read outside the company';
  await hub
    .getByRole('region', { name: /More likely/ })
    .getByRole('button', { name: threat })
    .click();
  const panel = hub.getByRole('dialog');
  await panel.getByText(/it says unlikely, yet its events fired 6 times in 30 days/).waitFor();
  await panel.getByText('As a table').click();
  await panel
    .getByRole('table', { name: /^Alerts of/ })
    .getByRole('row')
    .nth(6)
    .waitFor();
  await panel.getByRole('button', { name: 'Set to Likely' }).click();
  await panel.getByText(/Look at the probability again/).waitFor({ state: 'detached' });
  expect(await panel.getByLabel('Reason for the probability').inputValue()).toBe(
    'Its events fired 6 times in 30 days.',
  );
  // The toast is the shell's, outside of our frame: from inside an open panel the key of every page undoes.
  if (keysAlone) await page.keyboard.press('Control+z');
  else await page.getByRole('button', { name: 'Undo' }).click();
  await panel.getByRole('button', { name: 'Leave as it is…' }).click();
  const why = hub.getByRole('dialog').last();
  await why.getByRole('textbox').fill('The new backup job, not a stranger.');
  await why.getByRole('button', { name: 'Leave as it is' }).click();
  await panel.getByText(/Sam Security left the probability as it is on .*: The new backup job/).waitFor();
  await saved();
});

const operations = 'tab=operations';
const looks: readonly [string, string, RegExp][] = [
  ['events', operations, /Many failed sign-ins/],
  ['an event', `${operations}&event=000000e5-0000-4000-8000-000000000002`, /What to do first/],
  ['an event that is gone', `${operations}&event=${model}`, /is not in the model/],
  ['coverage', `${operations}&show=coverage`, /Severity is the one before any mitigation/],
  ['what was seen', `${operations}&show=seen`, /Alerts about Watched shop/],
  ['a threat that was seen', 'threat=0000000a-0000-4000-8000-000000000009', /Seen by operations/],
  ['an alert', `${operations}&show=alert`, /what is it about/],
  ['a blast radius', 'tab=diagram&blast=000000e5-0000-4000-8000-000000000008', /Blast radius of/],
  ['incidents', `${operations}&show=incidents`, /A trainee had the role/],
  ['files', `${operations}&show=files`, /Incident runbook/],
];
describe.each(['Light', 'Dark', 'High contrast'])('axe finds nothing, %s', (theme) => {
  beforeAll(async () => {
    await page.goto(`${host.origin}/local/Shop/_boards/board`);
    await page.getByRole('button', { name: /Theme/ }).click();
    await page.getByText(theme, { exact: true }).last().click();
  });
  test.each(looks)('%s', async (_name, query, text) => {
    await page.goto(`${host.hub}?model=${model}&${query}`);
    await page.waitForSelector('iframe');
    expect(await violations(await ourFrame(page, text))).toEqual([]);
  });
});

test('no page broke', () => {
  expect(problems).toEqual([]);
});
