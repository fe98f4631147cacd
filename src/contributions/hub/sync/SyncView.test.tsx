/** The plan on the page and the button that writes it never disagree about what somebody has just said. */
import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { MemoryDocuments } from '../../../adapters/memory/memory-documents';
import { askForPatience } from '../../../app/patience';
import { applyEdit } from '../../../core/model/edit';
import { mint, storyLinkId } from '../../../core/model/ids';
import { hubWorld, MemoryNavigation, smallModel } from '../testing/hub-world';
import { showHub } from '../testing/open-shop';

/** The Sync page of a model whose plan is one new Task. */
async function planned(change: (app: ReturnType<typeof hubWorld>['app']) => Partial<typeof app>) {
  const { app, stories } = hubWorld(new MemoryDocuments());
  const plain = smallModel(app, ['Stolen password']);
  const [threat] = plain.threat.keys();
  const [mitigation] = plain.mitigation.values();
  const [story] = stories.items.keys();
  if (!threat || !mitigation || !story) throw new Error('The small model has changed.');
  await app.createModel(
    applyEdit(plain, {
      label: 'Approve',
      mitigation: { put: [{ ...mitigation, status: { kind: 'approved' } }] },
      storyLink: { put: [{ id: mint(storyLinkId, app.newId), threat, story }] },
    }),
  );
  const page = { ...app, ...change(app) };
  await showHub(page, new MemoryNavigation({ model: plain.info.id, tab: 'sync' }));
  return screen.findByRole('button', { name: 'Write 1 step' });
}

const isOff = (element: HTMLElement) => element.getAttribute('aria-disabled') === 'true';

test('while it looks again, nothing is written: the plan on the page is an older one', async () => {
  let look = () => {};
  const gate: { held?: Promise<void> } = {};
  const write = await planned((app) => ({
    planSync: async (request) => {
      await gate.held;
      return app.planSync(request);
    },
  }));
  expect(isOff(write)).toBe(false);
  gate.held = new Promise((done) => (look = done));
  fireEvent.click(screen.getByRole('button', { name: 'Look again' }));
  expect(isOff(screen.getByRole('button', { name: 'Looking…' }))).toBe(true);
  expect(isOff(write)).toBe(true);
  await act(async () => look());
  await screen.findByRole('button', { name: 'Look again' });
  expect(isOff(screen.getByRole('button', { name: 'Write 1 step' }))).toBe(false);
});

test('while it writes, the journal does not say that nothing was written, and nothing can be taken back', async () => {
  let go = () => {};
  const held = new Promise<void>((done) => (go = done));
  const write = await planned((app) => ({
    applySync: async (request) => {
      const applied = await app.applySync(request);
      await held;
      return applied;
    },
  }));
  fireEvent.click(write);
  await screen.findByText('What is being written now will stand here.');
  expect(screen.queryByText(/Nothing has been written yet/)).toBeNull();
  expect(screen.queryByRole('button', { name: 'Take the last sync back…' })).toBeNull();
  await act(async () => go());
  await screen.findByRole('button', { name: 'Take the last sync back…' });
});

test('while Azure DevOps asks for patience, the write says why it stands still', async () => {
  let go = () => {};
  const held = new Promise<void>((done) => (go = done));
  const write = await planned((app) => ({
    applySync: async (request) => {
      await held;
      return app.applySync(request);
    },
  }));
  fireEvent.click(write);
  await screen.findByText('Writing… 0 of 1');
  const why = () => screen.queryByText('Azure DevOps is busy and asks to wait; it goes on by itself.');
  expect(why()).toBeNull();
  act(() => askForPatience(30));
  expect(why()).not.toBeNull();
  await waitFor(() => expect(why()).toBeNull());
  await act(async () => go());
});
