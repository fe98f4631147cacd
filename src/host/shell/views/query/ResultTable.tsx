/** The items that a query found, in its order and with its columns; the title of a row opens its item. */
import * as React from 'react';
import { useShell } from '../../page/shell';
import { Icon } from '../../parts/Icon';
import { Person, StateMark, Tags, TypeMark } from '../../parts/Marks';
import { Menu } from '../../parts/Menu';
import type { Process } from '../../rest/process';
import { field, identityOf, tagsOf, textOf, type WorkItem } from '../../rest/work-item';
import type { QueryColumn } from '../../rest/work-items';
import { openCard } from '../cards';
import { rowMenu } from '../More';
import { actedOn, changedSelection, changeOf, clickedRow, nothingSelected } from '../selection';
import type { ResultRow } from './result-rows';

/** Columns that every result has, in front of those that the query selects. */
export const firstColumns = ['System.Id', field.type, field.title];

interface CellProps {
  readonly item: WorkItem;
  readonly process: Process;
  readonly column: string;
}

const dateText = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;

function Cell({ item, process, column }: CellProps): JSX.Element {
  const value = item.fields[column];
  if (column === field.state)
    return <StateMark process={process} type={textOf(item, field.type)} state={textOf(item, field.state)} />;
  if (column === field.tags) return <Tags tags={tagsOf(item)} />;
  if (column === field.assignedTo || (typeof value === 'object' && value !== null))
    return <Person person={identityOf(item, column)} />;
  const text = value === undefined || value === null ? '' : String(value);
  return <React.Fragment>{dateText.test(text) ? text.slice(0, 16).replace('T', ' ') : text}</React.Fragment>;
}

interface RowProps extends Omit<CellProps, 'column'> {
  readonly row: ResultRow;
  readonly columns: readonly QueryColumn[];
  readonly selected: boolean;
  readonly acted: readonly WorkItem[];
  readonly query: object;
  readonly open: () => void;
}

function Row({ item, row, process, columns, selected, acted, query, open }: RowProps): JSX.Element {
  const shown = [...firstColumns, ...columns.map(({ referenceName }) => referenceName)];
  const more = rowMenu(useShell(), 'query', { item, acted, columns: shown, query });
  const type = textOf(item, field.type);
  return (
    <tr
      tabIndex={0}
      data-item={item.id}
      aria-selected={selected}
      aria-level={row.depth + 1}
      onDoubleClick={open}
    >
      <td className="number">{item.id}</td>
      <td>
        <TypeMark process={process} type={type} /> {type}
      </td>
      <td>
        <span className="row-name" style={{ paddingLeft: row.depth * 22 }}>
          <button type="button" className="link-button row-title" onClick={open}>
            {textOf(item, field.title)}
          </button>
        </span>
      </td>
      {columns.map(({ referenceName }) => (
        <td key={referenceName}>
          <Cell item={item} process={process} column={referenceName} />
        </td>
      ))}
      <td>
        <Menu
          label={`Actions for ${item.id}`}
          content={<Icon name="more" />}
          entries={[{ key: 'open', text: 'Open', run: open }, ...more.entries]}
          load={more.load}
        />
      </td>
    </tr>
  );
}

interface ResultTableProps {
  readonly process: Process;
  readonly rows: readonly ResultRow[];
  readonly items: ReadonlyMap<number, WorkItem>;
  readonly columns: readonly QueryColumn[];
  /** What actions are told of the query. */
  readonly query: object;
  readonly reload: () => Promise<void>;
}

export function ResultTable({ process, rows, items, columns, query, reload }: ResultTableProps): JSX.Element {
  const shell = useShell();
  const [selection, setSelection] = React.useState(nothingSelected);
  const shown = rows.flatMap((row) => {
    const item = items.get(row.id);
    return item ? [{ row, item }] : [];
  });
  const found = [...new Map(shown.map(({ item }) => [item.id, item])).values()];
  const ids = found.map(({ id }) => id);
  const further = columns.filter(({ referenceName }) => !firstColumns.includes(referenceName));
  function choose(id: number | undefined, event: Parameters<typeof changeOf>[0]): void {
    if (id !== undefined)
      setSelection(changedSelection(selection, { id, change: changeOf(event), order: ids }));
  }
  function onKeyDown(event: React.KeyboardEvent): void {
    const { target } = event;
    if (!(target instanceof HTMLTableRowElement)) return;
    const to = { ArrowDown: target.nextElementSibling, ArrowUp: target.previousElementSibling }[event.key];
    if (to instanceof HTMLElement) to.focus();
    else if (event.key === ' ') choose(Number(target.dataset['item']), event);
    else if (event.key === 'Enter') target.querySelector<HTMLElement>('.row-title')?.click();
    else return;
    event.preventDefault();
  }
  return (
    <div className="table-scroll">
      <table
        className="backlog results"
        role="treegrid"
        aria-label="Result of the query"
        aria-multiselectable
      >
        <thead>
          <tr>
            {['ID', 'Type', 'Title', ...further.map(({ name }) => name)].map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
            <th scope="col">
              <span className="visually-hidden">Actions</span>
            </th>
          </tr>
        </thead>
        <tbody onClick={(event) => choose(clickedRow(event), event)} onKeyDown={onKeyDown}>
          {shown.map(({ row, item }) => (
            <Row
              key={row.key}
              row={row}
              item={item}
              process={process}
              columns={further}
              selected={selection.ids.has(item.id)}
              acted={actedOn(item, found, selection.ids)}
              query={query}
              open={() => openCard(shell, item.id, reload, ids)}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}
