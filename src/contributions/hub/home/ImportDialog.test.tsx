import { fireEvent, screen, waitFor } from '@testing-library/react';
import { MemoryDocuments } from '../../../adapters/memory/memory-documents';
import { hubWorld, MemoryNavigation, smallModel } from '../testing/hub-world';
import { showHub } from '../testing/open-shop';

/** A Threat Dragon file with one process, and perhaps one threat. */
const dragon = (threats: readonly object[]) =>
  JSON.stringify({
    version: '2.2.0',
    summary: { title: 'Small shop' },
    detail: {
      contributors: [],
      diagrams: [
        {
          id: 0,
          title: 'Main',
          diagramType: 'STRIDE',
          cells: [
            {
              id: 'aaaaaaaa-0000-4000-8000-000000000001',
              shape: 'process',
              position: { x: 1, y: 1 },
              size: { width: 80, height: 80 },
              data: { type: 'tm.Process', name: 'Shop', threats },
            },
          ],
        },
      ],
    },
  });
const threat = { id: 'aaaaaaaa-0000-4000-8000-000000000002', title: 'Forged order', type: 'Tampering' };

async function preview(text: string): Promise<void> {
  const world = hubWorld(new MemoryDocuments());
  await showHub(world.app, new MemoryNavigation({}));
  fireEvent.click((await screen.findAllByRole('button', { name: 'Import a model' }))[0] ?? document.body);
  const input = await screen.findByLabelText('Choose a file');
  fireEvent.change(input, { target: { files: [new File([text], 'shop.json')] } });
  await screen.findByRole('textbox', { name: 'Name' });
}
const note = () => screen.queryByText(/The file holds no threats/);

test('the preview of a file without threats says so, and another file can be chosen', async () => {
  await preview(dragon([]));
  expect(note()).not.toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'Choose another file' }));
  expect(await screen.findByLabelText('Choose a file')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Save model' })).toBeNull();
});

test('a file with threats needs no such note', async () => {
  await preview(dragon([threat]));
  expect(note()).toBeNull();
});

test('a newer version of a file updates its model: the preview first, then the model with its decisions', async () => {
  const world = hubWorld(new MemoryDocuments());
  const first = await world.app.readFile('shop.json', new TextEncoder().encode(dragon([threat])));
  if (first.kind === 'refused') throw new Error(first.reason);
  const { model } = await world.app.createModel(first.model);
  // With another model beside it the hub begins with the list.
  await world.app.createModel(smallModel(world.app, []));
  await showHub(world.app, new MemoryNavigation({}));
  fireEvent.click((await screen.findAllByRole('button', { name: 'Import a model' }))[0] ?? document.body);
  const newer = dragon([
    { ...threat, title: 'Forged orders' },
    { id: 'aaaaaaaa-0000-4000-8000-000000000003', title: 'Flood', type: 'Denial of service' },
  ]);
  const input = await screen.findByLabelText('Choose a file');
  fireEvent.change(input, { target: { files: [new File([newer], 'shop.json')] } });
  fireEvent.click(await screen.findByRole('radio', { name: /as an update of Small shop/ }));
  await screen.findByText('New in the file (1)');
  expect(screen.getByText('takes title').parentElement?.textContent).toBe('Threat Forged orders takes title');
  fireEvent.click(screen.getByRole('button', { name: 'Update model' }));
  await waitFor(async () => {
    const { model: saved } = await world.app.openModel(model.info.id);
    expect([...saved.threat.values()].map(({ title }) => title).sort()).toEqual(['Flood', 'Forged orders']);
  });
  expect((await world.app.listModels()).length).toBe(2);
});
