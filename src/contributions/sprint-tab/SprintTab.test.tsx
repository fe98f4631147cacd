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
const said = async (page: MemoryTabPage, words: RegExp) => {
  await waitFor(() => expect(page.lastToast).toMatch(words));
};

test('Figure 2: story, clause, threats, and the mitigations that are not in the sprint, each with its numbers', async () => {
  await show();
  expect(card().getByText(/having my card data stolen/)).toBeTruthy();
  expect(card().getByText(/Card data is stolen on its way/)).toBeTruthy();
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

test('a Task comes into the sprint under its story with one click, and goes back with Undo', async () => {
  const { page, item } = await show();
  fireEvent.click(card().getByRole('button', { name: /^Bring into this sprint/ }));
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
  await said(page, /changed by somebody else/);
  expect(await item(6)).toMatchObject({ iterationPath: 'Shop' });
  await card().findByText(/is active/);
  fireEvent.click(card().getByRole('button', { name: /^Bring into this sprint/ }));
  await said(page, /#6 is in Sprint 2 now/);
});

test('a mitigation without a Task gets one in the sprint, under the story, and is approved by that', async () => {
  const { page, item, stored } = await show();
  const name = /^Create Task in this sprint: Check the owner/;
  fireEvent.click(card().getByRole('button', { name }));
  await said(page, /Task #8 was created in Sprint 2/);
  expect(page.toasts.at(-1)?.action).toBeUndefined();
  expect(await item(8)).toMatchObject({ iterationPath: second.path, parent: 1, type: 'Task' });
  expect(card().queryByRole('button', { name })).toBeNull();
  const made = [...(await stored()).realisation.values()].find(({ workItem }) => workItem === 8);
  expect(made && (await stored()).mitigation.get(made.mitigation)?.status.kind).toBe('approved');
});

test('what is done is said, and lowers the risk', async () => {
  const { backlog } = await show();
  backlog.setState(6, 'Closed');
  fireEvent.click(screen.getByRole('button', { name: 'Refresh' }));
  expect(await card().findByText('Done')).toBeTruthy();
  expect(screen.getByRole('img').getAttribute('aria-label')).toContain('Of 63 points now');
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
