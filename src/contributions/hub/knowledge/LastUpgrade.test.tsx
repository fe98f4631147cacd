import { fireEvent, screen, within } from '@testing-library/react';
import { MemoryDocuments } from '../../../adapters/memory/memory-documents';
import { withRecord } from '../../../core/kb/upgrade-record';
import { applyEdit } from '../../../core/model/edit';
import type { Model } from '../../../core/model/model';
import { countingIds } from '../../../core/kb/example-model';
import { openShop } from '../testing/open-shop';

const at = '2026-03-04T05:06:07.000Z';
/** A use of the knowledge base that rewrote every threat. */
function upgraded(model: Model): Model {
  const put = [...model.threat.values()].map((threat) => ({ ...threat, title: `${threat.title}, again` }));
  const edit = { label: 'x', threat: { put } };
  const next = countingIds();
  return applyEdit(model, withRecord(model, edit, { at, newId: () => next().replace('-4000-', '-4eee-') }));
}
const noted = (model: Model): Model =>
  applyEdit(model, {
    label: 'x',
    threat: { put: [...model.threat.values()].map((threat) => ({ ...threat, notes: 'Ours' })) },
  });
const open = (change: (model: Model) => Model) =>
  openShop({ documents: new MemoryDocuments(), query: { tab: 'knowledge' }, change });

test('nothing is said of an upgrade that never was', async () => {
  await open((model) => model);
  await screen.findByRole('heading', { name: 'The system' });
  expect(screen.queryByText(/last applied on/)).toBeNull();
});

test('it names what stays', async () => {
  const oneNoted = (model: Model) => {
    const after = upgraded(model);
    const [first] = after.threat.values();
    return first ? applyEdit(after, { label: 'x', threat: { put: [{ ...first, notes: 'Ours' }] } }) : after;
  };
  await open(oneNoted);
  fireEvent.click(await screen.findByRole('button', { name: 'Take it back…' }));
  const dialog = within(screen.getByRole('dialog'));
  expect(dialog.getByText('1 thing stays as it is now:')).toBeTruthy();
  expect(dialog.getByText(/somebody changed it since/)).toBeTruthy();
});

test('it says why it cannot be taken back any more', async () => {
  await open((model) => noted(upgraded(model)));
  const text = /cannot be taken back any more: All that it changed was changed again since\./;
  expect(await screen.findByText(text)).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Take it back…' })).toBeNull();
});
