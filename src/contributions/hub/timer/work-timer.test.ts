import { minutesBetween, WorkTimer } from './work-timer';
import type { Shelf } from './work-timer';

function memory(first: string | null = null): Shelf {
  return pages(first)();
}
/** Shelves of pages beside one another: what one of them puts, the others hear of. */
function pages(first: string | null = null): () => Shelf {
  let text = first;
  const heard = new Map<Shelf, () => void>();
  return () => {
    const shelf: Shelf = {
      get: () => text,
      put: (next) => {
        text = next ?? null;
        for (const [other, listener] of heard) if (other !== shelf) listener();
      },
      follow: (listener) => heard.set(shelf, listener),
    };
    return shelf;
  };
}
const running = { model: 'm1', since: '2026-05-01T08:00:00.000Z' };

test('it runs from when somebody starts it until they stop it, and tells', () => {
  const timer = new WorkTimer(memory());
  const told: unknown[] = [];
  const end = timer.subscribe(() => told.push(timer.running));
  expect(timer.running).toBeUndefined();
  timer.start(running);
  timer.stop();
  end();
  timer.start(running);
  expect(told).toEqual([running, undefined]);
});

test('it outlives a reload, and forgets when it is stopped', () => {
  const shelf = memory();
  new WorkTimer(shelf).start(running);
  const next = new WorkTimer(shelf);
  expect(next.running).toEqual(running);
  next.stop();
  expect(new WorkTimer(shelf).running).toBeUndefined();
});

test('pages beside one another have one timer: stopped in one, it is over in all', () => {
  const page = pages();
  const [one, other] = [new WorkTimer(page()), new WorkTimer(page())];
  const told: unknown[] = [];
  other.subscribe(() => told.push(other.running));
  one.start(running);
  one.stop();
  expect(told).toEqual([running, undefined]);
});

test.each(['', 'm1', 'm1 yesterday', '{}'])('what is kept as %p is no timer', (text) => {
  expect(new WorkTimer(memory(text)).running).toBeUndefined();
});

test.each([
  ['2026-05-01T08:00:10.000Z', 1],
  ['2026-05-01T08:25:40.000Z', 26],
  ['2026-06-01T08:00:00.000Z', 10_080],
  ['2026-04-01T08:00:00.000Z', 1],
])('until %s are %i minutes', (now, minutes) => {
  expect(minutesBetween(running.since, now)).toBe(minutes);
});
