import { fireEvent, screen, within } from '@testing-library/react';
import { MemoryDocuments } from '../../../adapters/memory/memory-documents';
import type { Model } from '../../../core/model/model';
import { alertsById, alertsByMatch, monitorAlert } from '../../../../tests/fixtures/alert-samples';
import { watchedShop } from '../../../../tests/fixtures/watched-shop';
import { Tally } from '../../../core/operate/feed/tally';
import { openShop } from '../testing/open-shop';

/** The watched shop under the small model's own id, so that its first save is the same. */
const watched = (model: Model): Model => ({
  ...watchedShop(),
  info: { ...watchedShop().info, id: model.info.id },
});
const open = (query: Record<string, string>, change = watched) =>
  openShop({ documents: new MemoryDocuments(), query: { tab: 'operations', ...query }, change });
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
const type = (label: string, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
/** A save begins after the edit was shown: the mark in the head says when it has ended. */
const settle = () => screen.findByText('Saved', { exact: true });

test('without events, the page says how to begin', async () => {
  await open({}, (model) => model);
  expect(await screen.findByText('No events yet')).toBeTruthy();
});

test('each event says where it is logged and when it is an alert', async () => {
  await open({});
  const row = await screen.findByRole('row', { name: /Many failed sign-ins for one account/ });
  expect(row.textContent).toContain('authn_login_fail');
  expect(row.textContent).toContain('Application');
  expect(row.textContent).toContain('10 times within 5m for the same user');
});

test('the champion selects a proposed event', async () => {
  const { stored } = await open({});
  fireEvent.click(await screen.findByLabelText('Select A return address of another site'));
  press('Select');
  await settle();
  const model = await stored();
  expect(
    [...model.event.values()].filter(({ choice }) => choice === 'proposed').map(({ logName }) => logName),
  ).toEqual(['price_mismatch']);
});

test('an event by hand: what is wrong is said at its field, and then it is added', async () => {
  const { stored } = await open({}, (model) => model);
  await screen.findByText('No events yet');
  press('New event');
  type('What is seen', 'Refused requests');
  type('Log name', 'authz fail');
  press('Add event');
  expect(screen.getByText(/Say when it is raised/)).toBeTruthy();
  expect(screen.getByLabelText('Log name').getAttribute('aria-invalid')).toBe('true');
  type('Log name', 'authz_fail');
  type('Raised when', 'A request is refused.');
  fireEvent.click(within(screen.getByRole('dialog')).getByLabelText('Forged order'));
  press('Add event');
  await settle();
  const [event] = (await stored()).event.values();
  expect(event).toMatchObject({ title: 'Refused requests', logName: 'authz_fail', choice: 'selected' });
  expect(event?.threats).toHaveLength(1);
});

test('the matrix shows what is blind, and a waiver by name with a reason ends the finding', async () => {
  const { stored } = await open({ show: 'coverage' }, (model) => {
    const shop = watched(model);
    return {
      ...shop,
      event: new Map([...shop.event].filter(([, { logName }]) => logName !== 'azure_vault_secret_read')),
    };
  });
  await screen.findByText(/^1 high or critical threat is unwatched/);
  const row = screen.getByRole('row', { name: /A key is read from the vault/ });
  expect(within(row).getByText('Blind')).toBeTruthy();
  fireEvent.click(within(row).getByRole('button', { name: /^Waive…/ }));
  const waive = within(screen.getByRole('dialog')).getByRole('button', { name: 'Waive' });
  expect(waive.getAttribute('aria-disabled')).toBe('true');
  type('Who answers for it', 'Sam');
  type('Why is that fine?', 'The platform team watches the vault.');
  press('Waive');
  await settle();
  expect(screen.getByText('Waived by Sam: The platform team watches the vault.')).toBeTruthy();
  expect(
    screen.getByText('Every high or critical threat is watched, or somebody answers for it.'),
  ).toBeTruthy();
  expect([...(await stored()).dismissal.values()]).toMatchObject([{ by: 'Sam' }]);
});

test('events of one log name are told apart in the matrix, and the head of a column leads to its event', async () => {
  await open({ show: 'coverage' });
  const heads = await screen.findAllByRole('columnheader', { name: /^authn_login_fail/ });
  expect(heads.map(({ textContent }) => textContent)).toEqual([
    'authn_login_fail: Many failed sign-ins for one account',
    'authn_login_fail: Failed sign-ins of many accounts from one address',
  ]);
  press('authz_fail');
  expect(await screen.findByRole('dialog', { name: 'Orders of others are asked for' })).toBeTruthy();
  expect(screen.getByRole('region', { name: 'Threats and events' })).toBeTruthy();
});

test('an event is edited; what the form does not show stays', async () => {
  const { stored, model } = await open({ event: '000000e5-0000-4000-8000-000000000004' });
  const dialog = await screen.findByRole('dialog');
  expect(within(dialog).getByText('Lock the account.')).toBeTruthy();
  press('Edit');
  type('What to do first', 'Lock the account.\nCall the owner.');
  press('Save');
  await settle();
  const named = ({ logName }: { readonly logName: string }) => logName === 'authz_fail';
  const before = [...model.event.values()].find(named);
  const after = [...(await stored()).event.values()].find(named);
  expect(after).toEqual({ ...before, firstResponse: ['Lock the account.', 'Call the owner.'] });
});

const sampleNamed = (name: string) =>
  [...alertsById, ...alertsByMatch].find((each) => each.name === name)?.text ?? '';

test('a pasted alert that carries an id says what to do, who should have helped, and is saved as an incident', async () => {
  const { stored } = await open({ show: 'alert' });
  await screen.findByText('You have an alert: what is it about?');
  type('Alert as JSON', sampleNamed('Bug related to a Task'));
  press('Find the cause');
  expect(screen.getByText(/^Certain: It is, or links to, the Task #13/)).toBeTruthy();
  expect(screen.getByText('Ask the head of support whether it was agreed.')).toBeTruthy();
  expect(screen.getByText('Records (Admin console → Audit log)')).toBeTruthy();
  press('Save as incident…');
  type('What was found', 'The role was given by mistake.');
  type('Work items', 'twelve');
  expect(screen.getByRole('button', { name: 'Save incident' }).getAttribute('aria-disabled')).toBe('true');
  type('Work items', '#12, 14');
  press('Save incident');
  await settle();
  expect([...(await stored()).incident.values()]).toMatchObject([
    {
      title: 'A role was changed in the admin console',
      workItems: [12, 14],
      state: 'open',
      source: 'work-item',
    },
  ]);
});

test('an alert without ids offers the most alike, with reasons; another one can be chosen', async () => {
  await open({ show: 'alert' });
  await screen.findByText('You have an alert: what is it about?');
  type('Alert as JSON', sampleNamed('Exfiltration of a backup'));
  press('Find the cause');
  await settle();
  expect(screen.getByRole('heading', { name: 'The backup account is read by a stranger' })).toBeTruthy();
  // Two events of the shop tell of this technique.
  expect(screen.getAllByText(/Both are T1530 of MITRE ATT&CK/)).toHaveLength(2);
  const others = screen.getAllByRole('radio');
  fireEvent.click(others[1] ?? document.body);
  expect(screen.queryByRole('heading', { name: 'The backup account is read by a stranger' })).toBeNull();
});

test('an alert of another model of the project leads to that model, and comes along', async () => {
  const { app, navigation } = await open({ show: 'alert' });
  const other = { ...watchedShop(), info: { ...watchedShop().info, name: 'The other shop' } };
  await app.createModel(other);
  await screen.findByText('You have an alert: what is it about?');
  type('Alert as JSON', monitorAlert({ rule: 'zzz', properties: { WithoutModel: other.info.id } }));
  press('Find the cause');
  expect(screen.getByText(/Nothing in this model is like it/)).toBeTruthy();
  await screen.findByText(/another threat model of this project: “The other shop”/);
  press('Look into it there');
  await settle();
  expect(navigation.query).toMatchObject({ model: other.info.id, tab: 'operations', show: 'alert' });
  expect(await screen.findByText('zzz')).toBeTruthy();
});

test.each([
  ['{', /begins as JSON and is not whole/],
  ['The pager rang', /This is not JSON/],
  ['{"a":1}', /no alert that can be read here/],
])('what is no alert is refused in words: %s', async (text, reason) => {
  await open({ show: 'alert' });
  await screen.findByText('You have an alert: what is it about?');
  type('Alert as JSON', text);
  press('Find the cause');
  expect(screen.getByRole('alert').textContent).toMatch(reason);
});

/** The watched shop after two days of alerts about refused orders. */
const seen = (model: Model): Model => {
  const shop = watched(model);
  const event = [...shop.event.values()].find(({ logName }) => logName === 'audit_log_deleted');
  const tally = new Tally([]);
  const day = new Date().toISOString();
  for (let n = 0; event && n < 5; n += 1) tally.add({ kind: 'event', id: event.id }, `alert ${n}`, day);
  return { ...shop, evidence: new Map(tally.evidence(model.info.id).map((each) => [each.id, each])) };
};

test('an event that fired says how often, and its threat proposes to judge the probability anew', async () => {
  const { stored } = await open({ tab: 'threats', threat: '0000000a-0000-4000-8000-00000000000b' }, seen);
  expect(await screen.findByText('Seen by operations')).toBeTruthy();
  press('Set to Likely');
  await settle();
  const threat = [...(await stored()).threat.values()].find(({ title }) => /audit log/.test(title));
  expect(threat?.probability).toEqual({
    level: 'likely',
    basis: 'judged',
    reason: 'Its events fired 5 times in 30 days.',
  });
  expect(screen.queryByRole('button', { name: 'Set to Likely' })).toBeNull();
});

test('events of the application are planned as Tasks: a detective mitigation each', async () => {
  const { stored } = await open({ event: '000000e5-0000-4000-8000-000000000004' });
  await screen.findByText('Nobody has planned to write it into the log yet.');
  press('Plan as a Task');
  await settle();
  const model = await stored();
  const event = [...model.event.values()].find(({ logName }) => logName === 'authz_fail');
  const mitigation = event?.mitigation && model.mitigation.get(event.mitigation);
  expect(mitigation).toMatchObject({ controlType: 'detective', status: { kind: 'approved' } });
  expect(screen.getByText('It has no Task yet: the Sync tab writes it.')).toBeTruthy();
});
