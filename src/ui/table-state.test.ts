import fc from 'fast-check';
import { groupRows, readTableState, reduceTable, sameTable } from './table-state';
import type { TableAction, TableShape, TableState } from './table-state';

type Column = 'title' | 'risk' | 'place';
type Group = 'place' | 'status';
interface Filter {
  readonly text: string;
}
type State = TableState<Filter, Column, Group>;

const start: State = {
  filter: { text: '' },
  sorting: { by: 'risk', direction: 'descending' },
  group: '',
  hidden: [],
};
const shape: TableShape<Filter, Column, Group> = {
  start,
  columns: ['title', 'risk', 'place'],
  optional: ['place', 'risk'],
  groups: ['place', 'status'],
  readFilter: ({ text }) => ({ text: typeof text === 'string' ? text : '' }),
};

test.each<[TableAction<Filter, Column, Group>, Partial<State>]>([
  [{ kind: 'filter', filter: { text: 'card' } }, { filter: { text: 'card' } }],
  [
    { kind: 'sort', sorting: { by: 'title', direction: 'ascending' } },
    { sorting: { by: 'title', direction: 'ascending' } },
  ],
  [{ kind: 'group', group: 'place' }, { group: 'place' }],
  [{ kind: 'column', column: 'place', shown: false }, { hidden: ['place'] }],
  [{ kind: 'column', column: 'place', shown: true }, { hidden: [] }],
])('%j', (action, change) => {
  expect(reduceTable(start, action)).toEqual({ ...start, ...change });
});

test('hiding a column twice and showing it once shows it', () => {
  const hide = { kind: 'column', column: 'place', shown: false } as const;
  const twice = reduceTable(reduceTable(start, hide), hide);
  expect(twice.hidden).toEqual(['place']);
  expect(sameTable(reduceTable(twice, { ...hide, shown: true }), start)).toBe(true);
});

test.each([
  ['nothing', undefined, start],
  ['no object', 'risk', start],
  ['a column that is gone', { sorting: { by: 'cost', direction: 'ascending' } }, start],
  ['a group and columns that are gone', { group: 'cost', hidden: ['cost', 7, 'title'] }, start],
  [
    'one that must stay is not hidden',
    { hidden: ['title', 'place'], filter: { text: 7 } },
    { ...start, hidden: ['place'] },
  ],
])('a stored view of %s', (_, raw, expected) => {
  expect(readTableState(raw, shape)).toEqual(expected);
});

const states = fc.record({
  filter: fc.record({ text: fc.string() }),
  sorting: fc.record({
    by: fc.constantFrom<Column>('title', 'risk', 'place'),
    direction: fc.constantFrom('ascending' as const, 'descending' as const),
  }),
  group: fc.constantFrom<Group | ''>('', 'place', 'status'),
  hidden: fc.subarray<Column>(['place', 'risk']),
});

test('what is stored as JSON comes back as it was', () => {
  fc.assert(
    fc.property(states, (state) => {
      expect(sameTable(readTableState(JSON.parse(JSON.stringify(state)), shape), state)).toBe(true);
    }),
  );
});

test('two states are the same only when nothing differs', () => {
  fc.assert(
    fc.property(states, states, (a, b) => {
      const plain = (state: State) => JSON.stringify({ ...state, hidden: [...state.hidden].sort() });
      expect(sameTable(a, b)).toBe(plain(readTableState(a, shape)) === plain(readTableState(b, shape)));
    }),
  );
});

test('groups keep every row once, in the order of the rows', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 50 })), (rows) => {
      const groups = groupRows(rows, (row) => String(row % 4));
      expect(groups.flatMap((group) => group.rows).sort()).toEqual([...rows].sort());
      expect(new Set(groups.map(({ name }) => name)).size).toBe(groups.length);
      for (const { name, rows: members } of groups)
        expect(members).toEqual(rows.filter((row) => String(row % 4) === name));
    }),
  );
});
