/** A plan of thousands is shown as far as somebody reads. */
import { fireEvent, screen } from '@testing-library/react';
import { MemoryDocuments } from '../../../adapters/memory/memory-documents';
import {
  aMitigation,
  aModel,
  aStoryLink,
  aThreat,
  aTreatment,
} from '../../../../tests/fixtures/sample-model';
import { hubWorld, MemoryNavigation } from '../testing/hub-world';
import { showHub } from '../testing/open-shop';

test('the steps of a long plan come in portions, and a Task’s text with the press that opens it', async () => {
  const { app, stories } = hubWorld(new MemoryDocuments());
  const [story = 0] = stories.items.keys();
  const numbers = Array.from({ length: 120 }, (_, n) => n + 1);
  const { model } = await app.createModel(
    aModel({
      threats: numbers.map((n) => aThreat(n)),
      mitigations: numbers.map((n) => aMitigation(n, { kind: 'approved' })),
      treatments: numbers.map((n) => aTreatment(n, { threat: n, mitigation: n })),
      links: numbers.map((n) => aStoryLink(n, n, story)),
    }),
  );
  await showHub(app, new MemoryNavigation({ model: model.info.id, tab: 'sync' }));
  await screen.findByRole('button', { name: 'Write 120 steps' });
  const ticks = () => screen.getAllByLabelText(/^Do this: New Task/);
  expect(ticks()).toHaveLength(100);
  fireEvent.click(screen.getByRole('button', { name: 'Show more (20 left)' }));
  expect(ticks()).toHaveLength(120);
  expect(screen.queryByText('How to implement 7')).toBeNull();
  const [, , , , , , seventh] = screen.getAllByText('What the Task will say');
  if (!seventh) throw new Error('There is no seventh Task.');
  fireEvent.click(seventh);
  expect(await screen.findByText('How to implement 7')).not.toBeNull();
});
