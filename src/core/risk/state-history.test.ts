import { categoryAt, historyFromDates } from './state-history';
import type { StateDates } from './state-history';

const day = (n: number): string => `2026-03-${String(n).padStart(2, '0')}T09:00:00Z`;
const dates = (change: Partial<StateDates>): StateDates => ({
  category: 'Proposed',
  created: day(1),
  ...change,
});

describe('the history that the dates of an item tell', () => {
  test.each<[string, Partial<StateDates>, readonly (readonly [number, string])[] | 'needs revisions']>([
    ['new', {}, [[1, 'Proposed']]],
    [
      'active',
      { category: 'InProgress', activated: day(3) },
      [
        [1, 'Proposed'],
        [3, 'InProgress'],
      ],
    ],
    [
      'closed over active and resolved',
      { category: 'Completed', activated: day(3), resolved: day(5), closed: day(8) },
      [
        [1, 'Proposed'],
        [3, 'InProgress'],
        [5, 'Resolved'],
        [8, 'Completed'],
      ],
    ],
    [
      'closed at once',
      { category: 'Completed', closed: day(2) },
      [
        [1, 'Proposed'],
        [2, 'Completed'],
      ],
    ],
    [
      'a process without a closed date tells the last change',
      { category: 'Completed', stateChanged: day(6) },
      [
        [1, 'Proposed'],
        [6, 'Completed'],
      ],
    ],
    [
      'removed',
      { category: 'Removed', stateChanged: day(4) },
      [
        [1, 'Proposed'],
        [4, 'Removed'],
      ],
    ],
    ['reopened', { category: 'InProgress', activated: day(9), closed: day(8) }, 'needs revisions'],
    [
      'closed a second time, activated after a resolution',
      { category: 'Completed', activated: day(6), resolved: day(5), closed: day(8) },
      'needs revisions',
    ],
    ['done, and no date says since when', { category: 'Completed' }, 'needs revisions'],
    ['a date that is none', { category: 'InProgress', activated: 'yesterday' }, 'needs revisions'],
  ])('%s', (_title, change, expected) => {
    const read = historyFromDates(dates(change));
    if (expected === 'needs revisions') expect(read).toEqual({ kind: 'needs-revisions' });
    else {
      const history = expected.map(([n, category]) => ({ at: day(n), category }));
      expect(read).toEqual({ kind: 'known', history });
    }
  });
});

test('the category at an instant, of an item that was not there at first', () => {
  const history = [
    { at: day(2), category: 'Proposed' as const },
    { at: day(5), category: 'Completed' as const },
  ];
  expect([1, 2, 4, 5, 9].map((n) => categoryAt(history, day(n)))).toEqual([
    undefined,
    'Proposed',
    'Proposed',
    'Completed',
    'Completed',
  ]);
});
