import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { TextDecoder, TextEncoder } from 'node:util';
import * as React from 'react';
import { figuresWorld, sprints } from '../../../../tests/fixtures/figures-world';
import { MemoryTabPage } from '../../../../tests/fixtures/memory-tab-page';
import { ItemPane } from './ItemPane';
import { Selection } from './selection';

// jsdom has neither, every browser has both.
Object.assign(globalThis, { TextDecoder, TextEncoder });

async function show(model: 'figures' | 'none' = 'figures') {
  const world = await figuresWorld(model);
  const page = new MemoryTabPage();
  const selection = new Selection();
  render(<ItemPane app={world.app} page={page} selection={selection} />);
  await screen.findAllByRole('heading');
  const select = (...ids: readonly number[]) =>
    act(() => selection.pane.workItemSelectionChanged(ids.map((workItemId) => ({ workItemId }))));
  return { ...world, page, select };
}

test('it follows the selection, and says when there is nothing to say', async () => {
  const { select } = await show();
  expect(screen.getByText('Select a story')).toBeTruthy();
  select(1);
  expect(screen.getByRole('heading', { level: 1 }).textContent).toMatch(/Pay by card/);
  expect(screen.getByText(/having my card data stolen/)).toBeTruthy();
  expect(screen.getByText('Sprint 2')).toBeTruthy();
  select(1, 2);
  expect(screen.getByRole('heading', { name: '2 rows are selected' })).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: /^#2 / }));
  expect(screen.getByRole('heading', { level: 1 }).textContent).toMatch(/#2/);
  fireEvent.click(screen.getByRole('button', { name: 'All 2 selected' }));
  expect(screen.getByRole('heading', { name: '2 rows are selected' })).toBeTruthy();
  select(999);
  expect(screen.getByText('Nothing is known about it')).toBeTruthy();
});

test('a Task says which mitigation it is, what it works against, and which stories wait for it', async () => {
  const { select, page } = await show();
  select(6);
  expect(screen.getByRole('heading', { level: 1 }).textContent).toMatch(/#6/);
  expect(screen.getByText(/^Card data is stolen/)).toBeTruthy();
  expect(screen.getByRole('button', { name: /Open #1, Pay by card/ })).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: /Open in the threat model/ }));
  expect(page.hubVisits).toEqual([expect.objectContaining({ mitigation: expect.any(String) })]);
});

test('the work goes into the sprint of the story', async () => {
  const { select, page, backlog } = await show();
  select(1);
  fireEvent.click(screen.getByRole('button', { name: /^Bring into this sprint/ }));
  const dialog = within(await screen.findByRole('dialog'));
  fireEvent.click(dialog.getByRole('button', { name: 'Write 1 change' }));
  await waitFor(() => expect(page.lastToast).toMatch(/#6 is in Sprint 2 now/));
  expect((await backlog.read([6])).get(6)?.iterationPath).toBe(sprints[1].path);
});

test('a story in no sprint offers no sprint', async () => {
  const { select } = await show();
  select(3);
  expect(screen.getByText('In no sprint yet')).toBeTruthy();
  expect(screen.queryByRole('button', { name: /into this sprint/ })).toBeNull();
});

test('before the first model it leads to the hub', async () => {
  const { page } = await show('none');
  fireEvent.click(screen.getByRole('button', { name: 'Open Threat models' }));
  expect(page.hubVisits).toEqual([undefined]);
});
