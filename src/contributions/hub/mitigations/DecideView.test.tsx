import { fireEvent, screen, waitFor } from '@testing-library/react';
import { MemoryDocuments } from '../../../adapters/memory/memory-documents';
import { applyEdit } from '../../../core/model/edit';
import { treatThreats } from '../../../core/model/edits/build';
import { setTreatmentStatus } from '../../../core/model/edits/judge';
import type { Model } from '../../../core/model/model';
import { countingIds } from '../testing/hub-world';
import { openShop } from '../testing/open-shop';

const ids = countingIds();
const newId = () => ids().replace(/^0/, 'e');
const only = (model: Model) => {
  const [mitigation] = model.mitigation.values();
  if (!mitigation) throw new Error('The small model has a mitigation.');
  return mitigation;
};
/** All three threats treated by the one mitigation; the first place rejects it. */
function withException(model: Model): Model {
  const { id: mitigation } = only(model);
  const all = applyEdit(model, treatThreats(model, { mitigation, threats: [...model.threat.keys()], newId }));
  const [first] = all.treatment.keys();
  if (!first) throw new Error('It has a treatment.');
  return applyEdit(all, setTreatmentStatus(all, [first], { kind: 'rejected', reason: 'Only here.' }));
}
const open = () =>
  openShop({
    documents: new MemoryDocuments(),
    query: { tab: 'mitigations', view: 'decide' },
    change: withException,
  });
const select = (name: RegExp | string) => screen.findByRole<HTMLSelectElement>('combobox', { name });
const choose = (element: HTMLElement, value: string) => fireEvent.change(element, { target: { value } });
const press = async (name: RegExp | string) => fireEvent.click(await screen.findByRole('button', { name }));

test('a type decides for its places, the exception stays, and every line says which level counts', async () => {
  const { stored } = await open();
  await screen.findByText('0 of 1 mitigation decided');
  await press('Entity types of Validate input');
  const type = await select(/^Status of Validate input for the type /);
  expect(type.selectedOptions[0]?.textContent).toBe('As the model: Open');
  choose(type, 'existing');
  await screen.findByText('This type');
  await screen.findByText('1 of 1 mitigation decided');
  await press(/^Places of .* for Validate input$/);
  const levels = screen.getAllByRole('row').map((row) => row.lastElementChild?.textContent ?? '');
  expect(levels.filter((level) => level === 'This place')).toHaveLength(1);
  expect(levels.filter((level) => level.startsWith('Type: '))).toHaveLength(2);
  await waitFor(async () => expect(only(await stored()).byType).toHaveLength(1));
  expect([...(await stored()).treatment.values()].map((each) => each.status?.kind)).toEqual([
    'rejected',
    undefined,
    undefined,
  ]);
});

test('several are decided at once, and the exception of a place is kept', async () => {
  const { stored } = await open();
  fireEvent.click(await screen.findByRole('checkbox', { name: 'Select Validate input' }));
  choose(await select('Set the status of the selected mitigations'), 'approved');
  await waitFor(async () => expect(only(await stored()).status.kind).toBe('approved'));
  expect([...(await stored()).treatment.values()][0]?.status?.kind).toBe('rejected');
  fireEvent.click(await screen.findByRole('checkbox', { name: 'Only undecided' }));
  await screen.findByText('Everything is decided. Create the Tasks on the Sync page.');
});
