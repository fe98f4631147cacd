import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { MemoryDocuments } from '../../../adapters/memory/memory-documents';
import { applyEdit } from '../../../core/model/edit';
import { addMitigation, treatThreats } from '../../../core/model/edits/build';
import { setTreatmentStatus } from '../../../core/model/edits/judge';
import { mint, realisationId } from '../../../core/model/ids';
import type { Model } from '../../../core/model/model';
import { countingIds } from '../testing/hub-world';
import { openShop } from '../testing/open-shop';

const ids = countingIds();
/** Ids beside those of the small model. */
const newId = () => ids().replace(/^0/, 'f');
const firstMitigation = (model: Model) => {
  const [mitigation] = model.mitigation.values();
  if (!mitigation) throw new Error('The small model has a mitigation.');
  return mitigation;
};
const openTable = (change: (model: Model) => Model, query: Record<string, string> = {}) =>
  openShop({ documents: new MemoryDocuments(), query: { tab: 'mitigations', ...query }, change });
const statusOfRow = () =>
  screen.findByRole<HTMLSelectElement>('combobox', { name: 'Status of Validate input' });
const choose = (select: HTMLElement, value: string) => fireEvent.change(select, { target: { value } });

/** All three threats treated; the first `places` say "existing" themselves. */
const withPlaces = (places: number) => (model: Model) => {
  const { id: mitigation } = firstMitigation(model);
  const all = applyEdit(model, treatThreats(model, { mitigation, threats: [...model.threat.keys()], newId }));
  const treatments = [...all.treatment.keys()].slice(0, places);
  return applyEdit(all, setTreatmentStatus(all, treatments, { kind: 'existing' }));
};
const statuses = (model: Model) => [
  firstMitigation(model).status.kind,
  ...[...model.treatment.values()].map((treatment) => treatment.status?.kind),
];

describe('the address', () => {
  test('says what is filtered, and a copied one shows the same', async () => {
    const { navigation } = await openTable((model) => model);
    await statusOfRow();
    fireEvent.change(screen.getByRole('searchbox'), { target: { value: 'nothing like it' } });
    await screen.findByText('No mitigation matches the filter.');
    await waitFor(() => expect(navigation.query['list']).toContain('nothing like it'));
    expect(navigation.query['tab']).toBe('mitigations');
    fireEvent.change(screen.getByRole('searchbox'), { target: { value: '' } });
    await waitFor(() => expect(navigation.query['list']).toBeUndefined());
  });

  test('a filter in it counts when the page opens', async () => {
    await openTable((model) => model, { list: '{"filter":{"text":"nothing like it"}}' });
    await screen.findByText('No mitigation matches the filter.');
  });

  test.each(['{"filter":7,"sorting":{"by":"x"}}', '{', 'null'])('%s shows everything', async (list) => {
    await openTable((model) => model, { list });
    await statusOfRow();
  });
});

describe('the status of a row', () => {
  test('a choice that every place would hide asks, and then counts at the places too', async () => {
    const { stored } = await openTable(withPlaces(3));
    const status = await statusOfRow();
    expect(status.value).toBe('existing');
    choose(status, 'implemented');
    fireEvent.click(await screen.findByRole('button', { name: 'Also at these 3 places' }));
    expect((await statusOfRow()).value).toBe('implemented');
    await waitFor(async () => expect(statuses(await stored())).toEqual(Array(4).fill('implemented')));
  });

  test('the exceptions may stay: then the row is mixed', async () => {
    const { stored } = await openTable(withPlaces(1));
    const status = await statusOfRow();
    expect(status.selectedOptions[0]?.textContent).toBe('Mixed');
    choose(status, 'implemented');
    fireEvent.click(await screen.findByRole('button', { name: 'Only elsewhere' }));
    await waitFor(async () =>
      expect(statuses(await stored())).toEqual(['implemented', 'existing', undefined, undefined]),
    );
    expect((await statusOfRow()).selectedOptions[0]?.textContent).toBe('Mixed');
  });

  test('nothing is asked where no place says otherwise', async () => {
    const { stored } = await openTable(withPlaces(0));
    choose(await statusOfRow(), 'approved');
    expect(screen.queryByRole('dialog')).toBeNull();
    await waitFor(async () => expect(firstMitigation(await stored()).status.kind).toBe('approved'));
  });

  test('cancelling changes nothing', async () => {
    const { model, stored } = await openTable(withPlaces(1));
    choose(await statusOfRow(), 'implemented');
    fireEvent.click(await screen.findByRole('button', { name: 'Cancel' }));
    expect((await statusOfRow()).selectedOptions[0]?.textContent).toBe('Mixed');
    expect(statuses(await stored())).toEqual(statuses(model));
  });
});

describe('a Task that is gone', () => {
  const withTask = (workItem: number) => (model: Model) => {
    const id = mint(realisationId, newId);
    const realisation = { id, mitigation: firstMitigation(model).id, covers: 'all', workItem } as const;
    return applyEdit(model, { label: 'x', realisation: { put: [realisation] } });
  };
  const rowOf = async () => {
    const title = await screen.findByRole('button', { name: 'Validate input' });
    const row = title.closest('tr');
    if (!row) throw new Error('The mitigation stands in no row.');
    return within(row);
  };

  test('can be forgotten in the row, is explained first, and a new one can be planned', async () => {
    const { stored, navigation } = await openTable(withTask(999));
    fireEvent.click(await (await rowOf()).findByRole('button', { name: /^Forget Task #999/ }));
    expect(screen.getByText(/may still be there and you may only not see it/)).toBeTruthy();
    expect([...(await stored()).realisation.values()].map((r) => r.workItem)).toEqual([999]);
    fireEvent.click(screen.getByRole('button', { name: 'Forget this Task' }));
    await waitFor(async () =>
      expect([...(await stored()).realisation.values()].map((r) => r.workItem)).toEqual([null]),
    );
    expect(navigation.toasts).toEqual(['Task #999 is forgotten.']);
    fireEvent.click(screen.getByRole('button', { name: 'Create tasks…' }));
    await screen.findByRole('heading', { name: /1 Task needs a story/ });
  });

  test('a removed one can be forgotten in the panel', async () => {
    const { model, stories, navigation } = await openTable(withTask(101));
    const item = stories.items.get(101);
    const ours = { rev: 2, tags: ['security-mitigation'] };
    if (item) stories.items.set(101, { ...item, ...ours, state: 'Removed', category: 'Removed' });
    act(() => void window.dispatchEvent(new Event('focus')));
    await (await rowOf()).findByText('Removed');
    act(() =>
      navigation.visit({ model: model.info.id, tab: 'mitigations', mitigation: firstMitigation(model).id }),
    );
    const panel = within(await screen.findByRole('dialog'));
    fireEvent.click(panel.getByRole('button', { name: /^Forget Task #101/ }));
    fireEvent.click(screen.getByRole('button', { name: 'Forget this Task' }));
    await panel.findByRole('button', { name: 'Create task…' });
  });

  test('one that is there cannot', async () => {
    await openTable(withTask(101));
    await (await rowOf()).findByText('New');
    expect(screen.queryByRole('button', { name: /^Forget Task/ })).toBeNull();
  });
});

test('a draft of one mitigation does not move to another when the address changes', async () => {
  const second = { title: 'Rate limits', implement: '', verify: '' };
  const { model, navigation } = await openTable((model) =>
    applyEdit(model, addMitigation(model, { draft: second, threats: [], newId })),
  );
  const [a, b] = [...model.mitigation.keys()];
  const visit = (mitigation: string | undefined) =>
    act(() => navigation.visit({ model: model.info.id, tab: 'mitigations', mitigation: String(mitigation) }));
  visit(a);
  fireEvent.click(await screen.findByRole('button', { name: 'Edit texts' }));
  visit(b);
  await screen.findByRole('heading', { name: 'Rate limits', level: 2 });
  expect(screen.queryByRole('button', { name: 'Save' })).toBeNull();
});
