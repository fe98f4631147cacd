import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { TextDecoder, TextEncoder } from 'node:util';
import * as React from 'react';
import { figuresWorld, sprints } from '../../../tests/fixtures/figures-world';
import { MemoryTabPage } from '../../../tests/fixtures/memory-tab-page';
import { asSprintPlace, SprintContext } from './sprint-context';
import { SprintTab } from './SprintTab';

// jsdom has neither, every browser has both.
Object.assign(globalThis, { TextDecoder, TextEncoder });

const team = { id: 'team', name: 'Shop Team' };
const [, second, third] = sprints;
const place = (iterationId: string) => ({ iterationId, team, foregroundInstance: true });

async function show() {
  const world = await figuresWorld();
  const page = new MemoryTabPage();
  const context = new SprintContext(place(second.id));
  render(<SprintTab app={world.app} page={page} context={context} />);
  await screen.findByRole('heading', { name: /Security of Sprint 2/ });
  const item = async (id: number) => (await world.backlog.read([id])).get(id);
  return { ...world, page, context, item };
}
const card = () => within(screen.getByRole('article', { name: /Pay by card/ }));
/** Reads the plan in the dialog and writes it. */
const confirm = async (words: RegExp) => {
  const dialog = await screen.findByRole('dialog');
  expect(dialog.textContent).toMatch(words);
  fireEvent.click(within(dialog).getByRole('button', { name: /^Write/ }));
};
const said = async (page: MemoryTabPage, words: RegExp) => {
  await waitFor(() => expect(page.lastToast).toMatch(words));
};

test('Figure 2: story, clause, threats, and the mitigations that are not in the sprint, each with its numbers', async () => {
  await show();
  expect(card().getByText(/having my card data stolen/)).toBeTruthy();
  expect(card().getByText(/^Card data is stolen on its way/)).toBeTruthy();
  expect(card().getByText('3 mitigations not in this sprint')).toBeTruthy();
  const lines = card()
    .getAllByRole('listitem')
    .map((line) => line.textContent ?? '')
    .filter((text) => /points,/.test(text));
  // Threats: 60 and 48 points now; strong takes 75 %, average 50 %.
  expect(lines.map((text) => /−(\d+) points, (\d+)%/.exec(text)?.slice(1))).toEqual([
    ['45', '42'],
    ['36', '33'],
    ['30', '28'],
  ]);
  expect(lines[0]).toContain('Task #6 is new, in no sprint · effort not estimated');
});

test('a Task comes into the sprint under its story once its plan is confirmed, and goes back with Undo', async () => {
  const { page, item } = await show();
  fireEvent.click(card().getByRole('button', { name: /^Bring into this sprint/ }));
  await confirm(/Task #6 .* moves from no sprint into Sprint 2, under #1/);
  await said(page, /#6 is in Sprint 2 now/);
  expect(await item(6)).toMatchObject({ iterationPath: second.path, parent: 1 });
  expect(card().getByText('2 mitigations not in this sprint')).toBeTruthy();
  expect(card().getByText('In this sprint')).toBeTruthy();
  act(() => page.undo());
  await said(page, /Undone/);
  expect(await item(6)).toMatchObject({ iterationPath: 'Shop', parent: 1 });
  expect(card().getByText('3 mitigations not in this sprint')).toBeTruthy();
});

test('a Task that somebody changed since is not moved, but read again; then it can be', async () => {
  const { page, backlog, item } = await show();
  backlog.setState(6, 'Active');
  fireEvent.click(card().getByRole('button', { name: /^Bring into this sprint/ }));
  await confirm(/Task #6 .* moves from no sprint into Sprint 2, under #1/);
  await said(page, /changed by somebody else/);
  expect(await item(6)).toMatchObject({ iterationPath: 'Shop' });
  await card().findByText(/is active/);
  fireEvent.click(card().getByRole('button', { name: /^Bring into this sprint/ }));
  await confirm(/Task #6 .* moves from no sprint into Sprint 2, under #1/);
  await said(page, /#6 is in Sprint 2 now/);
});

test('a mitigation without a Task gets one in the sprint, under the story, and is approved by that', async () => {
  const { page, item, stored } = await show();
  const name = /^Create Task in this sprint… Check the owner/;
  fireEvent.click(card().getByRole('button', { name }));
  await confirm(/A new Task for “Check the owner.*in Sprint 2/);
  await said(page, /Task #8 was created in Sprint 2/);
  expect(page.toasts.at(-1)?.action).toBeUndefined();
  expect(await item(8)).toMatchObject({ iterationPath: second.path, parent: 1, type: 'Task' });
  expect(card().queryByRole('button', { name })).toBeNull();
  const made = [...(await stored()).realisation.values()].find(({ workItem }) => workItem === 8);
  expect(made && (await stored()).mitigation.get(made.mitigation)?.status.kind).toBe('approved');
});

test('a mitigation is postponed with name, reason and day, and taken back', async () => {
  const { page, stored } = await show();
  fireEvent.click(card().getByRole('button', { name: /^Postpone: Let the payment/ }));
  const dialog = within(await screen.findByRole('dialog'));
  expect(dialog.getByRole('button', { name: 'Write 1 change' }).getAttribute('aria-disabled')).toBe('true');
  fireEvent.change(dialog.getByLabelText('Reason'), { target: { value: 'The provider is not ready' } });
  fireEvent.change(dialog.getByLabelText('Decided by'), { target: { value: 'Pat Owner' } });
  await confirm(/Pat Owner leaves “Let the payment service/);
  await said(page, /Postponed until 2026-01-12/);
  expect(card().getByText(/Postponed by Pat Owner until 2026-01-12: The provider is not ready/)).toBeTruthy();
  // It asks for nothing while that holds, and does not lead the ranking.
  expect(card().getByText('2 mitigations not in this sprint')).toBeTruthy();
  expect(screen.getByText(/^2 mitigations for 1 planned story .* 1 mitigation postponed\.$/)).toBeTruthy();
  const ranking = within(screen.getByRole('region', { name: 'What would help most' }));
  expect(ranking.getAllByRole('listitem')[0]?.textContent).toMatch(/Check the owner/);
  expect(ranking.getByText(/^Postponed, with the stories below: “Let the payment/)).toBeTruthy();
  await waitFor(async () => expect((await stored()).dismissal.size).toBe(2));
  fireEvent.click(card().getByRole('button', { name: 'Take back' }));
  await said(page, /No longer postponed/);
  await waitFor(async () => expect((await stored()).dismissal.size).toBe(0));
  expect(card().getByText('3 mitigations not in this sprint')).toBeTruthy();
});

test('a risk is accepted with name, reason and day, and the story says so', async () => {
  const { page, stored, backlog } = await show();
  fireEvent.click(card().getAllByRole('button', { name: /^Accept risk: Card data/ })[0] as HTMLElement);
  const dialog = within(await screen.findByRole('dialog'));
  fireEvent.change(dialog.getByLabelText('Reason'), { target: { value: 'Insured & <small>' } });
  fireEvent.change(dialog.getByLabelText('Decided by'), { target: { value: 'Pat Owner' } });
  fireEvent.change(dialog.getByLabelText('Until'), { target: { value: '2026-02-28' } });
  await confirm(/Comment on #1, under your account: “Risk accepted by Pat Owner until 2026-02-28/);
  await said(page, /is accepted until 2026-02-28; #1 says so/);
  expect(backlog.comments).toMatchObject([
    { id: 1, html: expect.stringContaining('Insured &amp; &lt;small&gt;') },
  ]);
  await waitFor(async () =>
    expect([...(await stored()).acceptance.values()]).toMatchObject([
      { by: 'Pat Owner', until: '2026-02-28T23:59:59.000Z', evidence: { workItem: 1, comment: 1 } },
    ]),
  );
  expect(card().getByText('Accepted by Pat Owner until 2026-02-28')).toBeTruthy();
});

test('suggestions are ranked by what they remove for their effort, and say whether they fit', async () => {
  const world = await figuresWorld();
  world.backlog.teamPace = { capacity: 60, planned: 58, velocity: 10, plannedPoints: 8 };
  const page = new MemoryTabPage();
  render(<SprintTab app={world.app} page={page} context={new SprintContext(place(second.id))} />);
  const region = within(await screen.findByRole('region', { name: 'What would help most' }));
  expect(region.getByText(/The team has 60 h, 58 h are planned: 2 h are free/)).toBeTruthy();
  expect(
    region.getAllByRole('listitem').map((row) => /−(\d+) points/.exec(row.textContent ?? '')?.[1]),
  ).toEqual(['45', '36', '30']);
});

test('what is done is said, and lowers the risk', async () => {
  const { backlog } = await show();
  backlog.setState(6, 'Closed');
  fireEvent.click(screen.getByRole('button', { name: 'Refresh' }));
  expect(await card().findByText('Done')).toBeTruthy();
  expect(screen.getByRole('img').getAttribute('aria-label')).toContain('Of 63 points now');
});

test('what is late is said: a story about to be done before it is safe, and work planned after what it protects', async () => {
  const { backlog, item } = await show();
  expect(screen.queryByRole('region', { name: 'What is late' })).toBeNull();
  const after = { ...third, start: '2026-01-13T00:00:00Z', finish: '2026-01-23T00:00:00Z' };
  backlog.teamSprints = [second, after];
  const rev = (await item(6))?.rev ?? 0;
  await backlog.change({ id: 6, rev, fields: { 'System.IterationPath': third.path } });
  backlog.setState(1, 'Resolved');
  fireEvent.click(screen.getByRole('button', { name: 'Refresh' }));
  const late = await screen.findByRole('region', { name: 'What is late' });
  const lines = () =>
    within(late)
      .getAllByRole('listitem')
      .map(({ textContent }) => textContent);
  expect(lines()).toEqual([
    '#1 Pay by card is about to be done while its WITHOUT is not true: work against 1 threat is still open; nothing is in place against 1 threat.',
    '“Let the payment service take the card number in its own frame” is planned after what it protects: Task #6 is in Sprint 3, after #1 Pay by card.',
  ]);
  backlog.setState(1, 'Closed');
  fireEvent.click(screen.getByRole('button', { name: 'Refresh' }));
  await waitFor(() => expect(lines()[0]).toMatch(/^#1 Pay by card is done while its WITHOUT is not true/));
});

test('another sprint is shown without loading anew, and what is told besides changes nothing', async () => {
  const { context } = await show();
  act(() => context.tab.updateContext({ level: 'Stories' }));
  expect(screen.getByRole('heading', { name: /Security of Sprint 2/ })).toBeTruthy();
  act(() => context.tab.updateContext(place(third.id)));
  await screen.findByRole('heading', { name: /Security of Sprint 3/ });
  expect(screen.getByText('No story is planned in Sprint 3 yet')).toBeTruthy();
});

test('a sprint of another team is named as such', async () => {
  const { context } = await show();
  act(() => context.tab.updateContext(place('unknown')));
  expect((await screen.findByRole('alert')).textContent).toContain('not one of the team Shop Team');
});

test.each([undefined, {}, { iterationId: 1, team }, { iterationId: 'x', team: { id: 1 } }])(
  '%p is no place',
  (told) => {
    expect(asSprintPlace(told)).toBeUndefined();
  },
);
