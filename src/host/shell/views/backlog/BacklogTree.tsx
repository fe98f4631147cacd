/** The table of a backlog: a tree of rows, and a row for a new item above it. */
import * as React from 'react';
import { useShell } from '../../page/shell';
import { Notice } from '../../parts/Notice';
import type { Process } from '../../rest/process';
import { field, textOf, type WorkItem } from '../../rest/work-item';
import type { SelectedItem } from '../SidePane';
import { actedOn, changedSelection, changeOf, clickedRow, nothingSelected } from '../selection';
import type { SelectionChange } from '../selection';
import { BacklogRow } from './BacklogRow';
import { NewItemRow } from './NewItemRow';
import { rowsOf } from './tree';

export interface Backlog {
  readonly process: Process;
  readonly items: readonly WorkItem[];
  /** That found them, in WIQL. */
  readonly wiql: string;
}

const noPlacement = {};

/** Requirements start collapsed: at first sight a backlog shows what is wanted, not the tasks for it. */
function firstCollapsed({ process, items }: Backlog): ReadonlySet<number> {
  const types = new Set(process.requirements.types);
  return new Set(items.filter((item) => types.has(textOf(item, field.type))).map((item) => item.id));
}

interface TreeProps {
  readonly backlog: Backlog;
  readonly collapsed: ReadonlySet<number>;
  readonly toggle: (id: number) => void;
  readonly reload: () => Promise<void>;
  readonly selected: ReadonlySet<number>;
  readonly choose: (id: number, change: SelectionChange) => void;
}

/** Arrow keys between rows, as in any tree grid; left and right close and open a row, space selects it. */
function moveInTree(
  event: React.KeyboardEvent<HTMLTableSectionElement>,
  { collapsed, toggle, choose }: TreeProps,
): void {
  const row = event.target instanceof HTMLElement ? event.target.closest('tr') : null;
  if (!row || event.target !== row) return;
  const id = Number(row.dataset['item']);
  const to =
    event.key === 'ArrowDown'
      ? row.nextElementSibling
      : event.key === 'ArrowUp'
        ? row.previousElementSibling
        : null;
  if (to instanceof HTMLElement) to.focus();
  else if (event.key === 'ArrowRight' && collapsed.has(id)) toggle(id);
  else if (event.key === 'ArrowLeft' && !collapsed.has(id)) toggle(id);
  else if (event.key === ' ') choose(id, changeOf(event));
  else if (event.key === 'Enter') row.querySelector<HTMLElement>('.row-title')?.click();
  else return;
  event.preventDefault();
}

/** A click beside the links and buttons of a row selects it. */
function selectClicked(event: React.MouseEvent<HTMLTableSectionElement>, { choose }: TreeProps): void {
  const id = clickedRow(event);
  if (id !== undefined) choose(id, changeOf(event));
}

function headsOf({ effortName }: Process): readonly string[] {
  return ['Order', 'ID', 'Title', 'State', effortName, 'Assigned to', 'Iteration', 'Tags'];
}

function Tree(props: TreeProps): JSX.Element {
  const { backlog, collapsed, toggle, reload, selected } = props;
  const rows = rowsOf(backlog.items, collapsed);
  const items = rows.map((row) => row.item);
  const ids = items.map(({ id }) => id);
  return (
    <div className="table-scroll">
      <table className="backlog" role="treegrid" aria-label="Backlog" aria-multiselectable>
        <thead>
          <tr>
            {headsOf(backlog.process).map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
            <th scope="col">
              <span className="visually-hidden">Actions</span>
            </th>
          </tr>
        </thead>
        <tbody
          onKeyDown={(event) => moveInTree(event, props)}
          onClick={(event) => selectClicked(event, props)}
        >
          {rows.map((row, index) => (
            <BacklogRow
              key={row.item.id}
              row={row}
              order={index + 1}
              process={backlog.process}
              state={collapsed.has(row.item.id) ? 'collapsed' : 'expanded'}
              selected={selected.has(row.item.id)}
              acted={actedOn(row.item, items, selected)}
              wiql={backlog.wiql}
              toggle={() => toggle(row.item.id)}
              reload={reload}
              among={ids}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface BacklogTreeProps extends Pick<TreeProps, 'backlog' | 'reload'> {
  /** Values of new items, beside type and title. */
  readonly placement?: Readonly<Record<string, unknown>>;
  /** Told whenever other rows are selected. */
  readonly select: (items: readonly SelectedItem[]) => void;
}

export function BacklogTree({ backlog, reload, placement, select }: BacklogTreeProps): JSX.Element {
  const { user } = useShell();
  const [collapsed, setCollapsed] = React.useState(() => firstCollapsed(backlog));
  const [selected, setSelected] = React.useState(nothingSelected);
  function choose(id: number, change: SelectionChange): void {
    const order = rowsOf(backlog.items, collapsed).map(({ item }) => item.id);
    const next = changedSelection(selected, { id, change, order });
    setSelected(next);
    select(
      backlog.items
        .filter((item) => next.ids.has(item.id))
        .map((item) => ({ workItemId: item.id, workItemType: textOf(item, field.type) })),
    );
  }
  function toggle(id: number): void {
    const next = new Set(collapsed);
    if (!next.delete(id)) next.add(id);
    setCollapsed(next);
  }
  return (
    <React.Fragment>
      {user.access === 'write' && (
        <NewItemRow process={backlog.process} placement={placement ?? noPlacement} reload={reload} />
      )}
      {backlog.items.length === 0 ? (
        <Notice kind="empty" title="The backlog is empty">
          Add the first work item above.
        </Notice>
      ) : (
        <Tree
          backlog={backlog}
          collapsed={collapsed}
          toggle={toggle}
          reload={reload}
          selected={selected.ids}
          choose={choose}
        />
      )}
    </React.Fragment>
  );
}
