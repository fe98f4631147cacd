import { fireEvent, screen } from '@testing-library/react';
import { randomUUID } from 'node:crypto';
import { MemoryDocuments } from '../../../adapters/memory/memory-documents';
import { addDiagram, addElement } from '../../../core/diagram/add-parts';
import { applyEdit } from '../../../core/model/edit';
import type { Model } from '../../../core/model/model';
import { openShop } from '../testing/open-shop';

test('the name of what is drawn leads to its place on the diagram', async () => {
  const diagram = addDiagram('Payments', randomUUID);
  const box = { x: 0, y: 0, width: 100, height: 60 };
  const till = addElement({ kind: 'process', name: 'Till', diagram: diagram.added.id, box }, randomUUID);
  const change = (model: Model) => applyEdit(applyEdit(model, diagram), till);
  const { navigation } = await openShop({
    documents: new MemoryDocuments(),
    query: { tab: 'system' },
    change,
  });
  fireEvent.click(await screen.findByRole('button', { name: 'Till' }));
  expect(navigation.query).toMatchObject({
    tab: 'diagram',
    diagram: diagram.added.id,
    show: till.added.id,
  });
});
