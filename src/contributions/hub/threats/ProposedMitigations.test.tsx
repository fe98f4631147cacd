import { fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { TextDecoder, TextEncoder } from 'node:util';
import * as React from 'react';
import { samplePackage } from '../../../../tests/fixtures/sample-knowledge';
import { MemoryDocuments } from '../../../adapters/memory/memory-documents';
import { MemoryKnowledge } from '../../../adapters/memory/memory-knowledge';
import type { App } from '../../../app/app';
import type { KnowledgeSource } from '../../../app/ports';
import { AccessError } from '../../../app/ports';
import { readPackage } from '../../../core/kb/read-package';
import { Hub } from '../Hub';
import { hubWorld, MemoryNavigation, smallModel } from '../testing/hub-world';

// jsdom has neither, every browser has both.
Object.assign(globalThis, { TextDecoder, TextEncoder });

const reading = readPackage(samplePackage());
if (reading.kind !== 'package') throw new Error('The sample is a package.');
const sample = new MemoryKnowledge([reading.package]);

/** Opens the panel of the second threat, which nothing treats yet. */
async function openThreat(title: string, source: KnowledgeSource) {
  const world = hubWorld(new MemoryDocuments());
  const log = { asked: 0 };
  const knowledge = () => {
    log.asked += 1;
    return source.packages();
  };
  const app: App = { ...world.app, knowledge };
  const model = smallModel(app, ['Stolen password', title]);
  await app.createModel(model);
  const [, threat = ''] = [...model.threat.keys()];
  const navigation = new MemoryNavigation({ model: model.info.id, threat });
  render(<Hub app={app} navigation={navigation} />);
  const toggle = await screen.findByRole('button', { name: 'Proposed mitigations' });
  const stored = async () => (await app.openModel(model.info.id)).model;
  return { log, toggle, stored };
}

test('nothing is asked before it is opened; then each says how strong it is, why, and how to do it', async () => {
  const { log, toggle } = await openThreat('Sniffing on the wire', sample);
  expect(log.asked).toBe(0);
  expect(toggle.getAttribute('aria-expanded')).toBe('false');
  fireEvent.click(toggle);
  const item = (await screen.findByText('Encrypt the wire')).closest('li');
  expect(toggle.getAttribute('aria-expanded')).toBe('true');
  expect(item?.textContent).toContain('Strong');
  expect(item?.textContent).toContain('A recording is worthless.');
  expect(item?.textContent).toContain(
    '“Traffic to The whole model is sniffed”: both speak of sniffing, wire',
  );
  expect(item?.textContent).toContain('Turn it on.');
  expect(item?.textContent).toContain('- Connect plainly.');
  expect(screen.getByText('Needs as well: Encrypt the wire.')).toBeTruthy();
});

test('Use adds it with the strength as assumed, takes it off the list, and Undo takes it back', async () => {
  const { toggle, stored } = await openThreat('Sniffing on the wire', sample);
  fireEvent.click(toggle);
  fireEvent.click(await screen.findByRole('button', { name: 'Use Encrypt the wire' }));
  expect(screen.queryByRole('button', { name: 'Use Encrypt the wire' })).toBeNull();
  const strength = await screen.findByRole('combobox', { name: 'Strength for Encrypt the wire (assumed)' });
  expect(strength).toHaveProperty('value', 'strong');
  // The button that had the focus is gone; it went to the sentence above the list.
  expect(document.activeElement?.getAttribute('role')).toBe('status');
  const titles = async () => [...(await stored()).mitigation.values()].map(({ title }) => title).sort();
  await waitFor(async () => expect(await titles()).toEqual(['Encrypt the wire', 'Validate input']));
  fireEvent.keyDown(document.body, { key: 'z', ctrlKey: true });
  await waitFor(async () => expect(await titles()).toEqual(['Validate input']));
  expect(await screen.findByRole('button', { name: 'Use Encrypt the wire' })).toBeTruthy();
});

test('a threat that the knowledge base does not know gets a sentence, not an empty space', async () => {
  const { toggle } = await openThreat('The moon falls down', sample);
  fireEvent.click(toggle);
  expect((await screen.findByText(/nothing more against a threat like this/)).getAttribute('role')).toBe(
    'status',
  );
});

test('a failure is told, and Retry asks again', async () => {
  let down = true;
  const packages = async () => {
    if (down) throw new AccessError('unreachable', 'The knowledge base could not be fetched.');
    return sample.packages();
  };
  const { toggle } = await openThreat('Sniffing on the wire', { packages });
  fireEvent.click(toggle);
  const alert = await screen.findByRole('alert');
  expect(alert.textContent).toContain('The knowledge base could not be fetched.');
  down = false;
  fireEvent.click(within(alert).getByRole('button', { name: 'Retry' }));
  expect(await screen.findByText('Encrypt the wire')).toBeTruthy();
});
