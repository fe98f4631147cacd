/** The plan on the page and the button that writes it never disagree about what somebody has just said. */
import { act, fireEvent, screen } from '@testing-library/react';
import { MemoryDocuments } from '../../../adapters/memory/memory-documents';
import { applyEdit } from '../../../core/model/edit';
import { mint, storyLinkId } from '../../../core/model/ids';
import { hubWorld, MemoryNavigation, smallModel } from '../testing/hub-world';
import { showHub } from '../testing/open-shop';

test('while it looks again, nothing is written: the plan on the page is an older one', async () => {
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
  let look = () => {};
  const gate: { held?: Promise<void> } = {};
  const slow: typeof app = {
    ...app,
    planSync: async (request) => {
      await gate.held;
      return app.planSync(request);
    },
  };
  await showHub(slow, new MemoryNavigation({ model: plain.info.id, tab: 'sync' }));
  const write = await screen.findByRole('button', { name: 'Write 1 step' });
  const isOff = (element: HTMLElement) => element.getAttribute('aria-disabled') === 'true';
  expect(isOff(write)).toBe(false);
  gate.held = new Promise((done) => (look = done));
  fireEvent.click(screen.getByRole('button', { name: 'Look again' }));
  expect(isOff(screen.getByRole('button', { name: 'Looking…' }))).toBe(true);
  expect(isOff(write)).toBe(true);
  await act(async () => look());
  await screen.findByRole('button', { name: 'Look again' });
  expect(isOff(screen.getByRole('button', { name: 'Write 1 step' }))).toBe(false);
});
