/** A state that the process does not explain is asked for, and what a person says counts for the risk at once. */
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { MemoryDocuments } from '../../../adapters/memory/memory-documents';
import { mint, realisationId } from '../../../core/model/ids';
import { hubWorld, MemoryNavigation, smallModel } from '../testing/hub-world';
import { showHub } from '../testing/open-shop';

test('an unknown state is marked, mapped, and asked for again', async () => {
  const world = hubWorld(new MemoryDocuments());
  const { app, stories } = world;
  stories.put(150, 'Karte', 'Validate input');
  const item = stories.items.get(150);
  if (item) stories.items.set(150, { ...item, state: 'Erledigt', category: undefined });
  const plain = smallModel(app, ['Stolen password']);
  const [mitigation] = plain.mitigation.keys();
  if (!mitigation) throw new Error('The small model has no mitigation.');
  const id = mint(realisationId, app.newId);
  const realisation = new Map([[id, { id, mitigation, covers: 'all' as const, workItem: 150 }]]);
  await app.createModel({ ...plain, realisation });
  const navigation = new MemoryNavigation({ model: plain.info.id, tab: 'sync' });
  await showHub(app, navigation);
  const goTo = (tab: string) => act(() => navigation.visit({ model: plain.info.id, tab }));

  const row = await screen.findByRole('row', { name: /Karte Erledigt Not known/ });
  const stored = async () => (await app.openModel(plain.info.id)).model.info.stateMap;
  await screen.findByText('Unknown state');
  fireEvent.change(within(row).getByRole('combobox'), { target: { value: 'Completed' } });
  await waitFor(async () =>
    expect(await stored()).toEqual([{ type: 'Karte', state: 'Erledigt', category: 'Completed' }]),
  );
  expect(within(row).queryByText('Not known')).toBeNull();
  // Said here, it is not asked above any more.
  await waitFor(() => expect(screen.queryByText('Unknown state')).toBeNull());
  // The mitigation counts as implemented now, wherever the hub shows it.
  goTo('mitigations');
  expect(await screen.findByRole('row', { name: /Validate input.*Implemented/ })).toBeTruthy();

  goTo('sync');
  const again = await screen.findByRole('combobox', { name: 'Karte Erledigt means' });
  fireEvent.change(again, { target: { value: 'ask' } });
  await waitFor(async () => expect(await stored()).toBeUndefined());
});
