import { fireEvent, screen } from '@testing-library/react';
import { MemoryDocuments } from '../../../adapters/memory/memory-documents';
import { mint, reviewId } from '../../../core/model/ids';
import type { Model } from '../../../core/model/model';
import type { Review } from '../../../core/model/review';
import { openShop } from '../testing/open-shop';

const at = '2026-05-04T10:00:00.000Z';
const id = mint(reviewId, () => '00000000-0000-4000-8000-00000000c001');
const decision = { kind: 'approved', by: 'Bo', at, note: 'Fine.' } as const;
const approved =
  (decided: NonNullable<Review['decision']>) =>
  (model: Model): Model => ({
    ...model,
    review: new Map([[id, { id, asked: { by: 'Ada', at, note: '' }, decision: decided }]]),
  });
const open = (decided: NonNullable<Review['decision']>) =>
  openShop({ documents: new MemoryDocuments(), query: { tab: 'review' }, change: approved(decided) });

test('an approval that no comment proves is said to be without evidence; the list marks the model', async () => {
  await open(decision);
  await screen.findByText(/This approval has no evidence/);
  fireEvent.click(screen.getByRole('button', { name: 'All threat models' }));
  await screen.findByText('Approved');
});

test('an approval with a comment is not doubted', async () => {
  await open({ ...decision, evidence: { workItem: 101, comment: 1 } });
  await screen.findByText(/^Approved by Bo/);
  expect(screen.queryByText(/This approval has no evidence/)).toBeNull();
});
