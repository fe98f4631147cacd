import { fireEvent, screen, within } from '@testing-library/react';
import { MemoryDocuments } from '../../../adapters/memory/memory-documents';
import { applyEdit } from '../../../core/model/edit';
import type { Model } from '../../../core/model/model';
import { openShop } from '../testing/open-shop';

const open = (change: (model: Model) => Model = (model) => model) =>
  openShop({ documents: new MemoryDocuments(), query: { tab: 'overview' }, change });
const guide = async () => within(await screen.findByRole('region', { name: 'First steps' }));
const steps = async () =>
  (await guide()).getAllByRole('listitem').map((item) => ({
    title: within(item).getByRole('heading').textContent,
    current: item.getAttribute('aria-current') === 'step',
  }));
const empty = (model: Model): Model =>
  applyEdit(model, {
    label: 'x',
    threat: { remove: [...model.threat.keys()] },
    treatment: { remove: [...model.treatment.keys()] },
    mitigation: { remove: [...model.mitigation.keys()] },
    realisation: { remove: [...model.realisation.keys()] },
    storyLink: { remove: [...model.storyLink.keys()] },
    flow: { remove: [...model.flow.keys()] },
    element: { remove: [...model.element.keys()] },
  });

beforeEach(() => window.localStorage.clear());

test('an empty model begins with the drawing, and the button leads there', async () => {
  const { navigation } = await open(empty);
  expect(await steps()).toEqual([
    { title: 'Draw the system', current: true },
    { title: 'Let the knowledge base find threats', current: false },
    { title: 'Answer questions', current: false },
    { title: 'Decide about mitigations', current: false },
    { title: 'Put them into the backlog', current: false },
  ]);
  fireEvent.click((await guide()).getByRole('button', { name: 'Draw' }));
  expect(navigation.query).toMatchObject({ tab: 'diagram' });
});

test('it follows what the model has', async () => {
  await open((model) => {
    const none = { ...model, realisation: new Map<never, never>() };
    return none;
  });
  const done = (await steps()).filter(({ title }) => title?.endsWith('(done)')).map(({ title }) => title);
  expect(done).toContain('Let the knowledge base find threats (done)');
});

test('put away, it stays away', async () => {
  await open(empty);
  fireEvent.click((await guide()).getByRole('button', { name: 'Put this away' }));
  expect(screen.queryByRole('region', { name: 'First steps' })).toBeNull();
  expect(window.localStorage.length).toBe(1);
});
