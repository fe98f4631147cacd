import { fireEvent, screen } from '@testing-library/react';
import { samplePackage } from '../../../../tests/fixtures/sample-knowledge';
import { MemoryDocuments } from '../../../adapters/memory/memory-documents';
import { MemoryKnowledge } from '../../../adapters/memory/memory-knowledge';
import type { App } from '../../../app/app';
import { readPackage } from '../../../core/kb/read-package';
import { hubWorld, MemoryNavigation, smallModel } from '../testing/hub-world';
import { showHub } from '../testing/open-shop';

const event = (id: string, name: string) => ({
  id,
  name,
  source: 'application',
  raisedWhen: `${name} is seen.`,
  logName: id.replace('-', '_'),
  fields: [{ name: 'userId' }],
  threshold: { kind: 'each' },
  severity: 'high',
  response: { meaning: 'Somebody listens.', first: ['Change the key.'] },
});
const reading = readPackage(
  samplePackage((file) => {
    Object.assign(file, { events: [event('wire-tap', 'A tap'), event('odd-hop', 'An odd hop')] });
    Object.assign(file.threats[0] ?? {}, { events: ['wire-tap', 'odd-hop'] });
  }),
);
if (reading.kind !== 'package') throw new Error(JSON.stringify(reading.problems));
const knowledge = new MemoryKnowledge([reading.package]);

/** A save begins after the edit was shown: the mark in the head says when it has ended. */
const settle = () => screen.findByText('Saved', { exact: true });

async function open() {
  const world = hubWorld(new MemoryDocuments());
  const app: App = { ...world.app, knowledge: () => knowledge.packages() };
  const plain = smallModel(app, ['Sniffing on the wire (CWE-319)']);
  const threat = new Map(
    [...plain.threat].map(([id, each]) => [id, { ...each, stride: ['information-disclosure' as const] }]),
  );
  const model = { ...plain, threat };
  await app.createModel(model);
  await showHub(app, new MemoryNavigation({ model: model.info.id, tab: 'operations' }));
  const toggle = await screen.findByRole('button', { name: 'Events that the knowledge base proposes' });
  fireEvent.click(toggle);
  await settle();
  const stored = async () => (await app.openModel(model.info.id)).model;
  return { stored };
}

test('each says when it is raised, of which threat it tells, and what to do', async () => {
  await open();
  const item = (await screen.findByText('A tap')).closest('li');
  expect(item?.textContent).toContain('A tap is seen.');
  expect(item?.textContent).toContain('It tells of Sniffing on the wire (CWE-319).');
  expect(item?.textContent).toContain('Somebody listens.');
  expect(item?.textContent).toContain('Change the key.');
});

test('taking one puts it among the events as proposed, and takes it off the list', async () => {
  const { stored } = await open();
  fireEvent.click(await screen.findByRole('button', { name: 'Take A tap' }));
  await settle();
  expect(screen.queryByRole('button', { name: 'Take A tap' })).toBeNull();
  const model = await stored();
  expect(
    [...model.event.values()].map(({ title, choice, threats }) => [title, choice, threats.length]),
  ).toEqual([['A tap', 'proposed', 1]]);
});

test('all at once are one edit, and nothing is left to propose', async () => {
  const { stored } = await open();
  fireEvent.click(await screen.findByRole('button', { name: 'Take all 2' }));
  await settle();
  expect(
    screen.getByText('The knowledge base has no more events for the threats of this model.'),
  ).toBeTruthy();
  expect((await stored()).event.size).toBe(2);
});
