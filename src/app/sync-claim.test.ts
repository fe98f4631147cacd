import { countingIds } from '../../tests/fixtures/sample-model';
import { MemoryBacklog } from '../adapters/memory/memory-backlog';
import { MemoryDocuments } from '../adapters/memory/memory-documents';
import { claimSync } from './sync-claim';
import type { Claim } from './sync-claim';

/** Two people with one store; the clock is set by hand. */
function twoPeople() {
  const documents = new MemoryDocuments();
  let now = Date.parse('2026-03-02T09:00:00.000Z');
  const newId = countingIds();
  const ports = {
    documents,
    backlog: new MemoryBacklog(),
    clock: { now: () => new Date(now).toISOString() },
    newId,
  };
  const claim = (): Promise<Claim> => claimSync(ports, 'c', []);
  return { documents, claim, later: (minutes: number) => (now += minutes * 60_000) };
}

const held = (claim: Claim) => {
  if (claim.kind !== 'held') throw new Error('not held');
  return claim;
};

test('the second person is told since when, and gets the claim after the release', async () => {
  const { claim } = twoPeople();
  const first = held(await claim());
  expect(await claim()).toEqual({ kind: 'busy', since: '2026-03-02T09:00:00.000Z' });
  await first.release();
  expect((await claim()).kind).toBe('held');
});

test('a claim that is renewed is not taken over; one that is not, is, and its maker learns it', async () => {
  const { claim, later } = twoPeople();
  const first = held(await claim());
  later(8);
  expect(await first.renew()).toBe(true);
  later(8);
  expect((await claim()).kind).toBe('busy');
  later(8);
  const second = held(await claim());
  expect(await first.renew()).toBe(false);
  expect(await first.renew()).toBe(false);
  expect(await second.renew()).toBe(true);
});

test('releasing gives back one’s own claim only', async () => {
  const { claim, later } = twoPeople();
  const first = held(await claim());
  later(11);
  const second = held(await claim());
  await first.release();
  expect((await claim()).kind).toBe('busy');
  await second.release();
  expect((await claim()).kind).toBe('held');
});

test('a release that fails is left to the time-out', async () => {
  const { claim, documents } = twoPeople();
  const first = held(await claim());
  documents.failAt({ call: 1, when: 'before' });
  await expect(first.release()).resolves.toBeUndefined();
});
