import fc from 'fast-check';
import { runs, times } from '../../../../tests/fixtures/runs';
import { threatNumber } from '../../../../tests/fixtures/sample-model';
import { eventNumber, watchedShop } from '../../../../tests/fixtures/watched-shop';
import type { About } from './tally';
import { fingerprintOf, Tally } from './tally';

const { info } = watchedShop();
const event = (n: number): About => ({ kind: 'event', id: eventNumber(n) });
const at = (day: number) => `2026-02-${String(day).padStart(2, '0')}T10:00:00.000Z`;

test('each alert counts once, whenever it comes again', () => {
  const tally = new Tally([]);
  expect(tally.add(event(1), 'a', at(1))).toBe('counted');
  expect(tally.add(event(1), 'a', at(1))).toBe('known');
  // One without a time of its own gets that of the day on which it is read.
  expect(tally.add(event(1), 'a', at(9))).toBe('known');
  expect(tally.add(event(2), 'a', at(1))).toBe('counted');
  expect(tally.evidence(info.id)).toMatchObject([
    { about: event(1), total: 1, days: [{ day: '2026-02-01', count: 1 }] },
    { about: event(2), total: 1 },
  ]);
});

test('what is stored and read again counts the same, and nothing of it is counted anew', () => {
  const alerts = fc.array(
    fc.record({
      about: fc.constantFrom<About>(event(1), event(2), { kind: 'threat', id: threatNumber(3) }),
      key: fc.nat(40),
      day: fc.integer({ min: 1, max: 28 }),
    }),
    { maxLength: 60 },
  );
  fc.assert(
    fc.property(alerts, alerts, (first, second) => {
      const whole = new Tally([]);
      for (const { about, key, day } of [...first, ...second]) whole.add(about, String(key), at(day));
      const before = new Tally([]);
      for (const { about, key, day } of first) before.add(about, String(key), at(day));
      const after = new Tally([...before.changed()]);
      for (const { about, key, day } of first) expect(after.add(about, String(key), at(day))).toBe('known');
      expect([...after.changed()]).toEqual([]);
      for (const { about, key, day } of second) after.add(about, String(key), at(day));
      const days = (tally: Tally) =>
        new Map(tally.evidence(info.id).map(({ about, days: each, total }) => [about.id, { each, total }]));
      expect(days(after)).toEqual(days(whole));
    }),
    { numRuns: runs(60) },
  );
});

test('two feeds together count what either counted', () => {
  const [mine, theirs] = [new Tally([]), new Tally([])];
  mine.add(event(1), 'a', at(1));
  mine.add(event(1), 'b', at(2));
  theirs.add(event(1), 'b', at(2));
  theirs.add(event(1), 'c', at(3));
  theirs.merge(mine);
  expect(theirs.evidence(info.id)).toMatchObject([{ total: 3 }]);
});

test('a month of many alerts is parted into documents that the store takes', () => {
  const tally = new Tally([]);
  for (let n = 0; n < 17_000; n += 1) tally.add(event(1), `alert ${n}`, at(1 + (n % 28)));
  const documents = [...tally.changed()];
  expect(documents.map(({ id }) => id.slice(-2))).toEqual(['00', '01']);
  for (const document of documents) {
    expect(JSON.stringify(document).length).toBeLessThan(256_000);
    expect(document.id.length).toBeLessThanOrEqual(50);
  }
  expect(new Tally(documents).evidence(info.id)).toMatchObject([{ total: 17_000 }]);
});

test('keys that differ little have as many fingerprints', () => {
  const many = times(5000, 100_000);
  const prints = new Set(
    Array.from({ length: many }, (_, n) => fingerprintOf(`azure-monitor:origin-${n}@2026`)),
  );
  expect(prints.size).toBe(many);
});

test('documents that do not validate are passed over', () => {
  const [good] = (() => {
    const tally = new Tally([]);
    tally.add(event(1), 'a', at(1));
    return [...tally.changed()];
  })();
  const bad = [
    { id: 'x' },
    { id: 'y', about: event(1), month: 'May', days: {} },
    { id: 'z', about: event(1), month: '2026-02', days: { '01': 'no hex' } },
  ];
  expect(new Tally([...bad, ...(good ? [good] : [])]).evidence(info.id)).toMatchObject([{ total: 1 }]);
});
