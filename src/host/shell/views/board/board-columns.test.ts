import type { BoardColumn } from '../../rest/board';
import type { WorkItem } from '../../rest/work-item';
import {
  byColumn,
  changesFor,
  columnOf,
  neighbour,
  rowBeside,
  rowOf,
  stateFor,
  type Place,
} from './board-columns';

function column(name: string, story: string, bug?: string): BoardColumn {
  const stateMappings = { 'User Story': story, ...(bug === undefined ? {} : { Bug: bug }) };
  return { id: name, name, stateMappings, columnType: 'inProgress' };
}

function item(state: string, more: Record<string, string> = {}): WorkItem {
  return {
    id: 1,
    rev: 1,
    url: '',
    fields: { 'System.State': state, 'System.WorkItemType': 'User Story', ...more },
  };
}

const columns = [
  column('New', 'New', 'New'),
  column('Doing', 'Active', 'Active'),
  column('Review', 'Active'),
  column('Done', 'Closed', 'Closed'),
];
const bug = { 'System.WorkItemType': 'Bug' };

test.each([
  ['a state of one column', item('New'), 'New'],
  ['a state of two columns, the server names none', item('Active'), 'Doing'],
  [
    'a state of two columns, the server names the second',
    item('Active', { 'System.BoardColumn': 'Review' }),
    'Review',
  ],
  ['a column name that contradicts the state', item('Closed', { 'System.BoardColumn': 'Review' }), 'Done'],
  ['a state that no column has', item('Removed'), undefined],
])('%s', (_what, given, name) => expect(columnOf(given, columns)?.name).toBe(name));

test('grouping keeps every column, also empty ones', () => {
  const groups = byColumn([item('New'), item('Removed'), item('Closed')], columns);
  expect([...groups].map(([id, items]) => [id, items.length])).toEqual([
    ['New', 1],
    ['Doing', 0],
    ['Review', 0],
    ['Done', 1],
  ]);
});

test('a type that a column does not map may not enter it', () => {
  expect(columns.map((each) => stateFor(item('New', bug), each))).toEqual([
    'New',
    'Active',
    undefined,
    'Closed',
  ]);
});

const inDonePart: WorkItem = {
  ...item('Active'),
  fields: { ...item('Active').fields, 'System.BoardColumn': 'Doing', 'System.BoardColumnDone': true },
};

test.each<[string, WorkItem, -1 | 1, string | undefined]>([
  ['none before the first', item('New'), -1, undefined],
  ['the first part of a split column', item('New'), 1, 'Doing doing'],
  ['its second part', item('Active'), 1, 'Doing done'],
  ['the column after it', inDonePart, 1, 'Review doing'],
  ['back to its first part', inDonePart, -1, 'Doing doing'],
  ['from behind, its second part', item('Active', { 'System.BoardColumn': 'Review' }), -1, 'Doing done'],
  ['none behind the last', item('Closed'), 1, undefined],
  ['none of an item that no column has', item('Removed'), 1, undefined],
])('the place beside a card: %s', (_what, given, step, expected) => {
  const split = columns.map((each) => (each.name === 'Doing' ? { ...each, isSplit: true } : each));
  const place = neighbour(given, split, step);
  expect(place && `${place.column.name} ${place.part}`).toBe(expected);
});

test('a card lies in the row that it names, and in the default lane where the board has no such row', () => {
  const rows = [
    { id: 'd', name: null },
    { id: 'e', name: 'Expedite' },
  ];
  const lying = (name: string) => rowOf(item('New', { 'System.BoardLane': name }), rows)?.id;
  expect([lying('Expedite'), lying(''), lying('Gone')]).toEqual(['e', 'd', 'd']);
  const expedited = item('New', { 'System.BoardLane': 'Expedite' });
  expect([rowBeside(expedited, rows, -1)?.id, rowBeside(expedited, rows, 1)?.id]).toEqual(['d', undefined]);
});

describe('moving a card writes', () => {
  const fields = { column: 'W.Column', done: 'W.Done', row: 'W.Lane' };
  const expedite = { id: 'e', name: 'Expedite' };
  const lane = { id: 'd', name: null };
  const urgent = (given: WorkItem): WorkItem => ({
    ...given,
    fields: { ...given.fields, 'System.BoardLane': 'Expedite' },
  });
  const split: BoardColumn = { ...column('Doing', 'Active'), isSplit: true };
  const at = (name: string, state: string, done = false): WorkItem => {
    const base = item(state, { 'System.BoardColumn': name });
    return { ...base, fields: { ...base.fields, 'System.BoardColumnDone': done } };
  };
  const done: Place = { column: split, part: 'done' };
  const doing: Place = { column: split, part: 'doing' };
  test.each<[string, WorkItem, Place, unknown]>([
    [
      'the column and its state',
      at('New', 'New'),
      doing,
      { 'W.Column': 'Doing', 'W.Done': false, 'System.State': 'Active' },
    ],
    ['the part alone', at('Doing', 'Active'), done, { 'W.Column': 'Doing', 'W.Done': true }],
    ['the row alone', at('Doing', 'Active', true), { ...done, row: expedite }, { 'W.Lane': 'Expedite' }],
    [
      'an empty row for the default lane',
      urgent(at('Doing', 'Active', true)),
      { ...done, row: lane },
      { 'W.Lane': null },
    ],
    [
      'nothing in the row where it stands',
      urgent(at('Doing', 'Active', true)),
      { ...done, row: expedite },
      undefined,
    ],
    [
      'column and row together',
      at('New', 'New'),
      { column: column('Review', 'Active'), part: 'doing', row: expedite },
      { 'W.Column': 'Review', 'System.State': 'Active', 'W.Lane': 'Expedite' },
    ],
    ['nothing where it stands', at('Doing', 'Active', true), done, undefined],
    [
      'the column of the same state',
      at('Doing', 'Active'),
      { column: column('Review', 'Active'), part: 'doing' },
      { 'W.Column': 'Review' },
    ],
    ['the state of an item that the board does not place', item('New'), doing, { 'System.State': 'Active' }],
    [
      'nothing for a type that may not enter',
      item('New', bug),
      { column: column('Review', 'Active'), part: 'doing' },
      undefined,
    ],
  ])('%s', (_what, given, place, expected) => expect(changesFor(given, place, fields)).toEqual(expected));
});
