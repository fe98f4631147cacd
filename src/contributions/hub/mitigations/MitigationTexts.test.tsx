import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { MemoryDocuments } from '../../../adapters/memory/memory-documents';
import { applyEdit } from '../../../core/model/edit';
import { knowledgeEntryId, mint } from '../../../core/model/ids';
import type { Model } from '../../../core/model/model';
import { openShop } from '../testing/open-shop';

const content = JSON.stringify({ name: 'Validate input', description: 'As the package has it.' });
/** The first mitigation as a copy of an entry, with its snapshot. */
function ofPackage(model: Model): Model {
  const [first] = model.mitigation.values();
  if (!first) throw new Error('The small model has a mitigation.');
  const copy = {
    ...first,
    origin: { kind: 'import' as const, format: 'kb', key: 'test.shop:input@1.0.0' },
    title: 'Validate input',
    implement: 'As the package has it.',
    verify: '',
  };
  const entry = {
    id: mint(knowledgeEntryId, () => '00000000-0000-4000-8000-00000000f001'),
    type: 'mitigation' as const,
    package: 'test.shop',
    version: '1.0.0',
    entry: 'input',
    hash: 'x',
    content,
  };
  return applyEdit(model, { label: 'x', mitigation: { put: [copy] }, knowledge: { put: [entry] } });
}
const open = (change: (model: Model) => Model) =>
  openShop({ documents: new MemoryDocuments(), query: { tab: 'mitigations' }, change });

test('who rewrites a text of a package is asked why, and the page says so afterwards', async () => {
  const { stored } = await open(ofPackage);
  fireEvent.click(await screen.findByRole('button', { name: 'Validate input' }));
  const panel = within(await screen.findByRole('dialog'));
  expect(panel.getByText('Comes from the knowledge base (test.shop 1.0.0).')).toBeTruthy();
  fireEvent.click(panel.getByRole('button', { name: 'Edit texts' }));
  fireEvent.change(panel.getByLabelText('How to implement'), { target: { value: 'Our proxy does it.' } });
  fireEvent.change(panel.getByLabelText('Why (optional)'), { target: { value: 'We have a proxy.' } });
  fireEvent.click(panel.getByRole('button', { name: 'Save' }));
  expect(await panel.findByText('The package says: As the package has it.')).toBeTruthy();
  expect(panel.getByText(/^Edited here by .+, from test\.shop 1\.0\.0: We have a proxy\.$/)).toBeTruthy();
  await waitFor(async () => {
    const [first] = (await stored()).mitigation.values();
    expect(first?.edited).toMatchObject({ implement: { of: 'test.shop 1.0.0', why: 'We have a proxy.' } });
  });
});

test('of a mitigation that a person made nobody is asked', async () => {
  await open((model) => model);
  fireEvent.click(await screen.findByRole('button', { name: 'Validate input' }));
  const panel = within(await screen.findByRole('dialog'));
  fireEvent.click(panel.getByRole('button', { name: 'Edit texts' }));
  expect(panel.queryByLabelText('Why (optional)')).toBeNull();
});
