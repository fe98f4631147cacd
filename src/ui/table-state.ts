/** What a table shows: filter, order, groups, columns, and views of that under a name. Pure. */
import type { Sorting } from './TableParts';

export interface TableState<Filter, Column extends string, Group extends string> {
  readonly filter: Filter;
  readonly sorting: Sorting<Column>;
  /** Empty = one list. */
  readonly group: Group | '';
  /** Columns that the person put away. */
  readonly hidden: readonly Column[];
}

/** What there is to choose in one table. */
export interface TableShape<Filter, Column extends string, Group extends string> {
  readonly start: TableState<Filter, Column, Group>;
  /** All that can be sorted by. */
  readonly columns: readonly Column[];
  /** Those that may be hidden. */
  readonly optional: readonly Column[];
  readonly groups: readonly Group[];
  /** The filter of a stored view: what it does not know is any. */
  readonly readFilter: (raw: Readonly<Record<string, unknown>>) => Filter;
}

export type TableAction<Filter, Column extends string, Group extends string> =
  | { readonly kind: 'filter'; readonly filter: Filter }
  | { readonly kind: 'sort'; readonly sorting: Sorting<Column> }
  | { readonly kind: 'group'; readonly group: Group | '' }
  | { readonly kind: 'column'; readonly column: Column; readonly shown: boolean }
  /** A view, or the start. */
  | { readonly kind: 'all'; readonly state: TableState<Filter, Column, Group> };

export function reduceTable<Filter, Column extends string, Group extends string>(
  state: TableState<Filter, Column, Group>,
  action: TableAction<Filter, Column, Group>,
): TableState<Filter, Column, Group> {
  switch (action.kind) {
    case 'filter':
      return { ...state, filter: action.filter };
    case 'sort':
      return { ...state, sorting: action.sorting };
    case 'group':
      return { ...state, group: action.group };
    case 'column': {
      const others = state.hidden.filter((column) => column !== action.column);
      return { ...state, hidden: action.shown ? others : [...others, action.column] };
    }
    case 'all':
      return action.state;
  }
}

const asObject = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};

/** A stored state, as far as this table still knows what it says; a column or group that is gone is left out. */
export function readTableState<Filter, Column extends string, Group extends string>(
  raw: unknown,
  shape: TableShape<Filter, Column, Group>,
): TableState<Filter, Column, Group> {
  const { filter, sorting, group, hidden } = asObject(raw);
  const { by, direction } = asObject(sorting);
  const column = shape.columns.find((each) => each === by);
  const named = Array.isArray(hidden) ? hidden : [];
  return {
    filter: shape.readFilter(asObject(filter)),
    sorting: column
      ? { by: column, direction: direction === 'ascending' ? 'ascending' : 'descending' }
      : shape.start.sorting,
    group: shape.groups.find((each) => each === group) ?? '',
    hidden: shape.optional.filter((each) => named.includes(each)),
  };
}

/** Whether both show the same; the order in which columns were put away does not matter. */
export function sameTable<Filter, Column extends string, Group extends string>(
  a: TableState<Filter, Column, Group>,
  b: TableState<Filter, Column, Group>,
): boolean {
  const facts = ({ filter, sorting, group, hidden }: TableState<Filter, Column, Group>) =>
    JSON.stringify([
      Object.entries(asObject(filter)).sort(),
      sorting.by,
      sorting.direction,
      group,
      [...hidden].sort(),
    ]);
  return facts(a) === facts(b);
}

export interface RowGroup<T> {
  readonly name: string;
  readonly rows: readonly T[];
}

/** Rows under the name of their group, in the order in which the groups first appear among the sorted rows. */
export function groupRows<T>(rows: readonly T[], nameOf: (row: T) => string): readonly RowGroup<T>[] {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const name = nameOf(row);
    const group = groups.get(name);
    if (group) group.push(row);
    else groups.set(name, [row]);
  }
  return [...groups].map(([name, members]) => ({ name, rows: members }));
}
