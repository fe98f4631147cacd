import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { MemoryDocuments } from '../../../adapters/memory/memory-documents';
import type { Model } from '../../../core/model/model';
import { openShop } from '../testing/open-shop';

const assumption = 'The imported file does not rate the probability.';
/** Every probability as an import leaves it. */
const imported = (model: Model): Model => ({
  ...model,
  threat: new Map(
    [...model.threat].map(([id, threat]) => [
      id,
      { ...threat, probability: { level: 'possible', basis: 'assumed', reason: assumption } },
    ]),
  ),
});
const open = (query: Record<string, string>, change: (model: Model) => Model = (model) => model) =>
  openShop({ documents: new MemoryDocuments(), query: { tab: 'threats', ...query }, change });

async function panelOf(n: number, change?: (model: Model) => Model) {
  const world = await open({}, change);
  const ids = [...world.model.threat.keys()];
  const visit = (which: number) =>
    act(() =>
      world.navigation.visit({ model: world.model.info.id, tab: 'threats', threat: String(ids[which]) }),
    );
  visit(n);
  await screen.findByRole('heading', { name: 'Judgement' });
  const probability = async () => {
    const id = ids[n];
    return id && (await world.stored()).threat.get(id)?.probability;
  };
  return { ...world, visit, probability };
}

test('a level judged in the panel leaves the reason of the import behind', async () => {
  const { probability } = await panelOf(0, imported);
  fireEvent.change(screen.getByRole('combobox', { name: 'Probability' }), { target: { value: 'rare' } });
  await waitFor(async () => expect(await probability()).toEqual({ level: 'rare', basis: 'judged' }));
});

test('a level judged in the table keeps the reason that a person wrote', async () => {
  const { probability } = await panelOf(0);
  const reason = screen.getByRole('textbox', { name: 'Reason for the probability' });
  fireEvent.change(reason, { target: { value: 'We saw it.' } });
  fireEvent.blur(reason);
  fireEvent.change(screen.getByRole('combobox', { name: 'Probability of Stolen password' }), {
    target: { value: 'rare' },
  });
  const expected = { level: 'rare', basis: 'judged', reason: 'We saw it.' };
  await waitFor(async () => expect(await probability()).toEqual(expected));
});

test('a draft of one threat does not move to another when the address changes', async () => {
  const { visit } = await panelOf(0);
  fireEvent.click(screen.getByRole('button', { name: 'Edit texts' }));
  expect(screen.getByRole('button', { name: 'Save' })).toBeTruthy();
  visit(1);
  await screen.findByRole('heading', { name: 'Forged order', level: 2 });
  expect(screen.queryByRole('button', { name: 'Save' })).toBeNull();
});

describe('what is assumed can be confirmed as it stands', () => {
  const confirmed = { level: 'possible', basis: 'judged' };

  test('in the panel', async () => {
    const { probability } = await panelOf(0, imported);
    fireEvent.click(screen.getByRole('button', { name: 'Confirm probability: Possible' }));
    await waitFor(async () => expect(await probability()).toEqual(confirmed));
    expect(screen.queryByRole('button', { name: /^Confirm probability/ })).toBeNull();
  });

  test('by the mark in the table, which opens nothing and leaves the focus at its value', async () => {
    const { probability, navigation } = await panelOf(0, imported);
    act(() => navigation.visit({ model: String(navigation.query['model']), tab: 'threats' }));
    fireEvent.click(
      screen.getByRole('button', { name: /^Confirm as judged: Probability of Stolen password/ }),
    );
    await waitFor(async () => expect(await probability()).toEqual(confirmed));
    expect(navigation.query['threat']).toBeUndefined();
    expect(document.activeElement).toBe(
      screen.getByRole('combobox', { name: 'Probability of Stolen password' }),
    );
  });

  test('for all ticked threats in one step', async () => {
    const { stored, navigation } = await open({}, imported);
    fireEvent.click(await screen.findByRole('checkbox', { name: 'Select all threats' }));
    fireEvent.click(screen.getByRole('button', { name: 'Confirm judgements' }));
    await waitFor(async () =>
      expect([...(await stored()).threat.values()].map((threat) => threat.probability)).toEqual(
        Array(3).fill(confirmed),
      ),
    );
    expect(navigation.toasts).toEqual(['The judgements of 3 threats are confirmed.']);
  });
});

test('probability and impact are set for all ticked threats', async () => {
  const { stored } = await open({});
  fireEvent.click(await screen.findByRole('checkbox', { name: 'Select all threats' }));
  const set = (what: string, value: string) =>
    fireEvent.change(screen.getByRole('combobox', { name: `Set the ${what} of the selected threats` }), {
      target: { value },
    });
  set('probability', 'rare');
  set('impact', 'major');
  await waitFor(async () => {
    const levels = [...(await stored()).threat.values()].map((t) => [t.probability.level, t.impact.level]);
    expect(levels).toEqual(Array(3).fill(['rare', 'major']));
  });
});

describe('a new threat', () => {
  const dialog = async () => {
    const world = await open({});
    fireEvent.click(await screen.findByRole('button', { name: 'New threat' }));
    return { ...world, title: await screen.findByRole('textbox', { name: 'Title' }) };
  };
  const escape = (where: HTMLElement) => {
    where.focus();
    fireEvent.keyDown(where, { key: 'Escape', keyCode: 27, which: 27 });
  };

  test('Esc closes an empty form', async () => {
    const { title } = await dialog();
    escape(title);
    await waitFor(() => expect(screen.queryByRole('textbox', { name: 'Title' })).toBeNull());
  });

  test('Esc keeps what was typed, Enter in the title adds it', async () => {
    const { title, stored } = await dialog();
    fireEvent.keyDown(title, { key: 'Enter' });
    fireEvent.change(title, { target: { value: 'Lost laptop' } });
    escape(title);
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Title' }).value).toBe('Lost laptop');
    fireEvent.keyDown(title, { key: 'Enter' });
    await waitFor(async () =>
      expect([...(await stored()).threat.values()].map((threat) => threat.title)).toEqual(
        expect.arrayContaining(['Lost laptop']),
      ),
    );
    expect((await stored()).threat.size).toBe(4);
  });
});

describe('how the table is looked at', () => {
  const menu = async () => fireEvent.click(await screen.findByRole('button', { name: /^View of the table/ }));
  const heads = () => screen.getAllByRole('columnheader').map((head) => head.textContent);

  test('groups with their counts fold, and what is folded stays selected', async () => {
    await open({});
    await menu();
    fireEvent.change(screen.getByRole('combobox', { name: 'Group by' }), { target: { value: 'risk' } });
    const groups = screen.getAllByRole('rowheader').map((each) => each.textContent);
    expect(groups).toEqual(['Critical risk now 1', 'Medium risk now 2']);
    fireEvent.click(screen.getByRole('checkbox', { name: 'Select all threats' }));
    fireEvent.click(screen.getByRole('button', { name: /Medium risk now/ }));
    expect(screen.queryByRole('button', { name: 'Forged order' })).toBeNull();
    expect(screen.getByText('3 threats selected')).toBeTruthy();
  });

  test('a column goes and comes back; a view is kept under a name, opened, and deleted', async () => {
    const { app } = await open({});
    await menu();
    expect(heads()).toContain('Place');
    fireEvent.click(screen.getByRole('checkbox', { name: 'Place' }));
    fireEvent.click(screen.getByRole('checkbox', { name: 'STRIDE' }));
    expect(heads()).not.toContain('Place');
    fireEvent.change(screen.getByRole('textbox', { name: 'Name of the view' }), {
      target: { value: ' Short ' },
    });
    fireEvent.click(screen.getByRole('button', { name: 'Save the view' }));
    await waitFor(async () => expect((await app.habits()).views['threats']).toHaveLength(1));
    fireEvent.click(screen.getByRole('button', { name: 'As it was' }));
    expect(heads()).toContain('STRIDE');
    fireEvent.click(screen.getByRole('button', { name: 'Short' }));
    expect(heads()).not.toContain('STRIDE');
    expect(screen.getByRole('button', { name: 'View of the table: Short' })).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Delete the view Short' }));
    await waitFor(async () => expect((await app.habits()).views['threats']).toEqual([]));
  });
});
