/** Requirements and assumptions from empty to finding, and the model as a file of another tool. */
import { readFileSync } from 'node:fs';
import { openPage } from '../fixtures/hub-pages';
import { journey } from '../fixtures/journey';

const { browser, host, page, hub, problems, shot } = journey({
  seed: 'figures',
  height: 1000,
  mouse: 'none',
});
const model = '0000000f-0000-4000-8000-000000000001';

const button = (name: string | RegExp) => hub.getByRole('button', { name });

test('a requirement from the empty page to the mitigation that fulfils it', async () => {
  await page.goto(`${host.hub}?model=${model}&tab=requirements`);
  await hub.getByText('No requirements yet').waitFor();
  await shot('empty');
  await button('Add the first requirement').click();
  await hub.getByLabel('Title').fill('Card data never leaves in the clear');
  await hub.getByLabel('Asked for by').fill('PCI DSS 4.2.1');
  await hub.getByRole('dialog').getByRole('button', { name: 'Add', exact: true }).click();
  await hub.getByRole('region', { name: 'Is it realised?' }).getByText('Not realised').waitFor();
  await hub.getByRole('checkbox', { name: /Let the payment service/ }).check();
  await hub.getByText('What works for it now:').waitFor();
  const said = hub.getByRole('region', { name: 'Comments' });
  await said.getByRole('textbox', { name: 'Comment' }).fill('Also between our own services?');
  await said.getByRole('button', { name: 'Comment', exact: true }).click();
  await said.getByText('Also between our own services?').waitFor();
  await shot('panel');
  await button('Close').click();
  const row = hub.getByRole('row', { name: /Card data never leaves in the clear/ });
  await row.getByText('PCI DSS 4.2.1').waitFor();
  // No story asks for it: the empty cell is a finding.
  await row.getByText('No story asks for it').waitFor();
  await hub.getByText(/0 of 1 requirement realised/).waitFor();
  await shot('matrix');
});

test('an assumption that proves wrong brings its threats back', async () => {
  await button(/^Assumptions/).click();
  await button('Add the first assumption').click();
  await hub.getByLabel('We assume that').fill('Only the shop can reach the payment service.');
  await hub.getByRole('dialog').getByRole('button', { name: 'Add', exact: true }).click();
  await hub
    .getByRole('checkbox', { name: /Card data is stolen/ })
    .first()
    .check();
  await button('Close').click();
  await hub
    .getByRole('row', { name: /Only the shop can reach/ })
    .getByText(/Card data is stolen/)
    .waitFor();
  await hub.getByRole('combobox', { name: /Does it hold/ }).selectOption({ label: 'Proved wrong' });
  await page.getByText('Proved wrong: 1 threat to be judged again.').waitFor();
  await shot('assumptions');
  // Leaving before the save has ended would lose the edit.
  await hub.getByRole('status').filter({ hasText: 'Saved' }).waitFor();
  await page.goto(`${host.hub}?model=${model}&tab=requirements&show=assumptions`);
  await hub.getByRole('combobox', { name: /Does it hold/ }).waitFor();
  expect(await hub.getByRole('combobox', { name: /Does it hold/ }).inputValue()).toBe('wrong');
  // Linked both ways: from the threat to what it rests on, and back.
  await page.goto(`${host.hub}?model=${model}&threat=0000000a-0000-4000-8000-000000000001`);
  const under = hub.getByRole('region', { name: 'Assumptions' });
  await under.getByText('Proved wrong').waitFor();
  await shot('assumption-of-a-threat');
  await under.getByRole('button', { name: /Only the shop can reach/ }).click();
  const panel = hub.getByRole('dialog');
  await panel.getByText('Threats that rest on it').waitFor();
  await panel.getByRole('textbox', { name: 'Comment' }).fill('The firewall rule is gone.');
  await panel.getByRole('button', { name: 'Comment', exact: true }).click();
  await panel.getByText('The firewall rule is gone.').waitFor();
  await hub.getByRole('status').filter({ hasText: 'Saved' }).waitFor();
});

test('open comments on requirements and assumptions stand on the Review page, and lead to the thing', async () => {
  await page.goto(`${host.hub}?model=${model}&tab=review`);
  const said = hub.getByRole('region', { name: 'What people say' });
  await said.getByText('Also between our own services?').waitFor();
  await shot('review');
  await said.getByRole('button', { name: /Only the shop can reach/ }).click();
  await hub.getByRole('dialog').getByText('The firewall rule is gone.').waitFor();
  await button('Close').click();
});

test('a tester sees the checks and hides the rest, also in the next model', async () => {
  await hub.getByRole('combobox', { name: 'View as' }).selectOption({ label: 'Tester' });
  await hub.getByText(/A tester decides whether a mitigation holds/).waitFor();
  expect(await hub.getByRole('tab', { name: 'Sync' }).count()).toBe(0);
  await openPage(hub, 'Checks');
  await button('Download test cases').waitFor();
  await shot('checks');
  const download = page.waitForEvent('download');
  await button('Download test cases').click();
  const file = readFileSync(await (await download).path(), 'utf8');
  expect(file).toMatch(/"Test Case","Verify: /);
  // As work items: shown first, written once, each with a link to what it tests.
  await button('Create Test Cases').click();
  const dialog = hub.getByRole('dialog');
  await dialog
    .getByRole('checkbox', { name: /^New: Verify: / })
    .first()
    .waitFor();
  const count = await dialog.getByRole('checkbox', { name: /^New: Verify: / }).count();
  expect(count).toBeGreaterThan(1);
  await dialog
    .getByRole('checkbox', { name: /^New: Verify: / })
    .first()
    .uncheck();
  await dialog.getByRole('button', { name: `Write ${count - 1} Test Cases` }).click();
  await dialog.getByText(`${count - 1} Test Cases are in Azure DevOps.`).waitFor();
  await dialog
    .getByRole('button', { name: /^Open #\d+/ })
    .first()
    .waitFor();
  await shot('test-cases');
  await dialog.getByRole('button', { name: 'Close' }).last().click();
  await hub.getByText(`${count - 1} with a Test Case`).waitFor();
  await button('Create Test Cases').click();
  await dialog.getByRole('button', { name: 'Write 1 Test Case' }).click();
  await dialog.getByText('1 Test Case is in Azure DevOps.').waitFor();
  await dialog.getByRole('button', { name: 'Close' }).last().click();
  await hub.getByText(`${count} with a Test Case`).waitFor();
  // Another model, or this one again: who looks has not changed.
  await button('All threat models').click();
  await hub.getByRole('button', { name: 'Web shop' }).first().click();
  await hub.getByText(/A tester decides whether a mitigation holds/).waitFor();
  // And from another browser: what a person chose is kept with the person.
  const elsewhere = await browser.newPage();
  await elsewhere.goto(`${host.hub}?model=${model}&tab=threats`);
  const there = elsewhere.frameLocator('iframe');
  await there.getByText(/A tester decides whether a mitigation holds/).waitFor();
  await there.getByRole('button', { name: /^View of the table/ }).click();
  await there.getByRole('combobox', { name: 'Group by' }).selectOption({ label: 'Place' });
  await there.getByRole('textbox', { name: 'Name of the view' }).fill('By place');
  await there.getByRole('button', { name: 'Save the view' }).click();
  await elsewhere.getByText('View “By place” is kept.').waitFor();
  await elsewhere.close();
  await page.reload();
  await openPage(hub, /Threats/);
  await hub.getByRole('button', { name: /^View of the table/ }).click();
  await hub.getByRole('button', { name: 'By place', exact: true }).click();
  await hub.getByRole('rowheader', { name: /Nightly backups/ }).waitFor();
  await page.keyboard.press('Escape');
  await button('Show every page').click();
  await hub.getByRole('tab', { name: 'Sync' }).waitFor();
});

test('the model goes out as a file, with what the format cannot hold', async () => {
  await button('Export').click();
  const dialog = hub.getByRole('dialog');
  await dialog.getByText('Nothing of this model is lost in this format.').waitFor();
  await dialog.getByRole('radio', { name: /Open Threat Model/ }).check();
  await dialog.getByRole('cell', { name: 'links to stories' }).waitFor();
  await shot('export');
  const download = page.waitForEvent('download');
  await dialog.getByRole('button', { name: /^Download .*\.otm\.json$/ }).click();
  const file = JSON.parse(readFileSync(await (await download).path(), 'utf8')) as {
    otmVersion: string;
    threats: unknown[];
  };
  expect(file.otmVersion).toBe('0.2.0');
  expect(file.threats.length).toBeGreaterThan(0);
  expect(problems).toEqual([]);
});
