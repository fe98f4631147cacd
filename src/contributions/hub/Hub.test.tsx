import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { TextDecoder, TextEncoder } from 'node:util';
import * as React from 'react';
import { MemoryDocuments } from '../../adapters/memory/memory-documents';
import type { App } from '../../app/app';
import { Hub } from './Hub';
import { hubWorld, MemoryNavigation, smallModel } from './testing/hub-world';

// jsdom has neither, every browser has both.
Object.assign(globalThis, { TextDecoder, TextEncoder });

/** The hub, drawn, with its first question to the page answered. */
async function show(app: App, navigation: MemoryNavigation): Promise<void> {
  await act(async () => {
    render(<Hub app={app} navigation={navigation} />);
    await Promise.resolve();
  });
}

async function openShop(query: Record<string, string> = {}) {
  const world = hubWorld(new MemoryDocuments());
  const model = smallModel(world.app, ['Stolen password', 'Forged order', 'Flooded search']);
  await world.app.createModel(model);
  const navigation = new MemoryNavigation({ model: model.info.id, ...query });
  await show(world.app, navigation);
  const stored = async () => (await world.app.openModel(model.info.id)).model;
  return { ...world, navigation, model, stored };
}

const bodyRows = () => screen.getAllByRole('row').slice(1);
const button = (name: string | RegExp) => screen.getByRole('button', { name });

describe('before the first model', () => {
  test('it says who can read what is kept', async () => {
    await show(hubWorld(new MemoryDocuments()).app, new MemoryNavigation());
    await screen.findByRole('heading', { name: 'Who can read this' });
    expect(screen.getByRole('main').textContent).toContain('Every member of the organization');
  });

  test('a refused file is named with the reason, nothing is saved, and another file can be chosen', async () => {
    const { app, documents } = hubWorld(new MemoryDocuments());
    await show(app, new MemoryNavigation());
    fireEvent.click(await screen.findByRole('button', { name: 'Import a model' }));
    const before = documents.requests;
    const file = new File(['just some words'], 'notes.tm7');
    fireEvent.change(await screen.findByLabelText('Choose a file'), { target: { files: [file] } });
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('notes.tm7 was not imported.');
    expect(alert.textContent).toContain('Nothing was changed.');
    expect(screen.getByLabelText('Choose another file')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Save model' })).toBeNull();
    expect(documents.requests).toBe(before);
    expect(await app.listModels()).toEqual([]);
  });

  test('an empty model is made with a name and opened', async () => {
    const { app } = hubWorld(new MemoryDocuments());
    const navigation = new MemoryNavigation();
    await show(app, navigation);
    fireEvent.click(await screen.findByRole('button', { name: 'Start an empty model' }));
    expect(button('Create').getAttribute('aria-disabled')).toBe('true');
    fireEvent.change(await screen.findByLabelText('Name'), { target: { value: ' Payments ' } });
    fireEvent.click(button('Create'));
    await screen.findByRole('heading', { name: 'Payments', level: 1 });
    expect((await app.listModels()).map((summary) => summary.kind)).toEqual(['model']);
    expect(navigation.query['model']).toBeDefined();
  });
});

describe('threats', () => {
  test('filtering narrows the rows, and a selection reaches only what is shown', async () => {
    await openShop({ tab: 'threats' });
    fireEvent.click(await screen.findByRole('checkbox', { name: 'Select all threats' }));
    expect(screen.getByText('3 threats selected')).toBeTruthy();
    fireEvent.change(screen.getByRole('searchbox', { name: 'Filter threats' }), {
      target: { value: 'forged' },
    });
    expect(bodyRows().length).toBe(1);
    expect(screen.getByText('1 threat selected')).toBeTruthy();
    expect(screen.getByText('1 of 3 threats')).toBeTruthy();
  });

  test('several threats are ruled out at once, with one justification, and Undo brings them back', async () => {
    const { stored } = await openShop({ tab: 'threats' });
    fireEvent.click(await screen.findByRole('checkbox', { name: 'Select Stolen password' }));
    fireEvent.click(screen.getByRole('checkbox', { name: 'Select Forged order' }));
    fireEvent.change(screen.getByRole('combobox', { name: 'Set the status of the selected threats' }), {
      target: { value: 'not-applicable' },
    });
    fireEvent.change(await screen.findByLabelText('Why does this not apply?'), {
      target: { value: 'No users.' },
    });
    fireEvent.click(button('Set status'));
    const kinds = async () =>
      [...(await stored()).threat.values()].map((threat) => threat.status.kind).sort();
    await waitFor(async () => expect(await kinds()).toEqual(['not-applicable', 'not-applicable', 'open']));
    fireEvent.keyDown(document.body, { key: 'z', ctrlKey: true });
    await waitFor(async () => expect(await kinds()).toEqual(['open', 'open', 'open']));
  });

  test('a value chosen in the table counts at once and is saved', async () => {
    const { stored, model } = await openShop({ tab: 'threats' });
    const choice = await screen.findByRole('combobox', { name: 'Probability of Stolen password' });
    fireEvent.change(choice, { target: { value: 'rare' } });
    const row = bodyRows().find((candidate) => within(candidate).queryByText('Stolen password'));
    expect(row?.textContent).toContain('20');
    const id = [...model.threat.keys()][0];
    await waitFor(async () => expect(id && (await stored()).threat.get(id)?.probability.level).toBe('rare'));
  });

  test('an address that names a missing threat says so and leads back', async () => {
    await openShop({ threat: '99999999-9999-4999-8999-999999999999' });
    await screen.findByRole('heading', { name: 'This threat is not in the model' });
    fireEvent.click(button('Show all threats'));
    expect(screen.queryByRole('heading', { name: 'This threat is not in the model' })).toBeNull();
    expect(bodyRows().length).toBe(3);
  });
});

describe('creating tasks', () => {
  async function openPlan() {
    const world = await openShop({ tab: 'mitigations' });
    fireEvent.click(await screen.findByRole('button', { name: 'Create tasks…' }));
    await screen.findByRole('heading', { name: /1 Task needs a story/ });
    return world;
  }

  test('nothing is written until a story is chosen and the plan applied', async () => {
    const { stories, stored } = await openPlan();
    expect(button('Create tasks').getAttribute('aria-disabled')).toBe('true');
    fireEvent.change(screen.getByLabelText('Put under the story'), { target: { value: 'pay' } });
    fireEvent.click(await screen.findByRole('option', { name: /Pay an order by card/ }));
    expect(stories.created).toEqual([]);
    fireEvent.click(await screen.findByRole('button', { name: 'Create 1 task' }));
    await screen.findByText('1 Task is in the backlog.');
    expect(stories.created.map((draft) => [draft.fields['System.Title'], draft.parent])).toEqual([
      ['Validate input', 102],
    ]);
    const [realisation] = [...(await stored()).realisation.values()];
    expect(realisation?.workItem).toBe(201);
  });

  test('no parent is possible, with the warning that backlogs hide such Tasks', async () => {
    const { stories } = await openPlan();
    fireEvent.click(button('No parent'));
    await screen.findByText('No parent: backlogs will hide it');
    fireEvent.click(button('Create 1 task'));
    await screen.findByText('1 Task is in the backlog.');
    expect(stories.created.map((draft) => draft.parent)).toEqual([undefined]);
  });
});

test('a model that cannot be opened shows the reason and a way back', async () => {
  const { app } = hubWorld(new MemoryDocuments());
  await show(app, new MemoryNavigation({ model: '99999999-9999-4999-8999-999999999999' }));
  const alert = await screen.findByRole('alert');
  expect(alert.textContent).toContain('does not exist');
  fireEvent.click(button('All threat models'));
  await screen.findByRole('heading', { name: 'Who can read this' });
});
