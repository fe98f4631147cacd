/** A long table of the hub: ticks, headings that sort, columns that may be put away, rows in groups. */
import * as React from 'react';
import { SortHead, Tick } from '../../../ui/TableParts';
import type { Sorting } from '../../../ui/TableParts';
import type { RowGroup } from '../../../ui/table-state';
import type { Selection } from '../../../ui/use-selection';
import { VirtualRows } from '../../../ui/VirtualRows';

export interface ListColumn<Column extends string> {
  readonly id: Column;
  readonly label: string;
  readonly className?: string;
  /** What the first click on its heading gives; numbers want the largest first. */
  readonly first?: 'descending';
}

/** What a list of rows hands to its table. */
export interface ListProps<Row, Id extends string, Column extends string> {
  readonly groups: readonly RowGroup<Row>[];
  readonly flat: 'yes' | 'no';
  /** Columns that the person put away. */
  readonly hidden: readonly Column[];
  readonly selection: Selection<Id>;
  readonly sorting: Sorting<Column>;
  readonly onSort: (sorting: Sorting<Column>) => void;
  readonly onOpen: (id: Id) => void;
}

export interface ListTableProps<Row, Id extends string, Column extends string> extends Omit<
  ListProps<Row, Id, Column>,
  'onOpen'
> {
  /** What is ticked, in the plural: "threats". */
  readonly what: string;
  readonly className: string;
  readonly columns: readonly ListColumn<Column>[];
  /** `hidden` stays the same set for the same columns, so that memoised rows are drawn anew only when it changes. */
  readonly renderRow: (row: Row, hidden: ReadonlySet<Column>) => React.ReactNode;
}

/** The heading of a column, for lists to choose from. */
export function columnWords<Column extends string>(
  columns: readonly ListColumn<Column>[],
): (column: Column) => string {
  const words = new Map(columns.map(({ id, label }) => [id, label]));
  return (column) => words.get(column) ?? column;
}

export function ListTable<Row, Id extends string, Column extends string>(
  props: ListTableProps<Row, Id, Column>,
): React.ReactElement {
  const { what, className, columns, groups, flat, selection, sorting, onSort, renderRow } = props;
  const hidden = React.useMemo(() => new Set(props.hidden), [props.hidden]);
  return (
    <table className={`wo-table ${className}`}>
      <thead>
        <tr>
          <th scope="col" className="wo-tick-cell">
            <Tick label={`Select all ${what}`} state={selection.all} onChange={selection.toggleAll} />
          </th>
          {columns.map(
            ({ id, ...column }) =>
              !hidden.has(id) && (
                <SortHead key={id} column={id} sorting={sorting} onSort={onSort} {...column} />
              ),
          )}
        </tr>
      </thead>
      <VirtualRows groups={groups} flat={flat} renderRow={(row) => renderRow(row, hidden)} />
    </table>
  );
}
