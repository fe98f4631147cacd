/** The table of a backlog: a tree of rows, and a row for a new item above it. */
import * as React from 'react';
import { useShell } from '../../page/shell';
import { Notice } from '../../parts/Notice';
import type { Process } from '../../rest/process';
import { field, textOf, type WorkItem } from '../../rest/work-item';
import type { SelectedItem } from '../SidePane';
import { BacklogRow } from './BacklogRow';
import { NewItemRow } from './NewItemRow';
import { changedSelection, type SelectionChange } from './selection';
import { rowsOf } from './tree';

export interface Backlog {
  readonly process: Process;
  readonly items: readonly WorkItem[];
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

function changeOf(event: { readonly ctrlKey: boolean; readonly metaKey: boolean }): SelectionChange {
  return event.ctrlKey || event.metaKey ? 'toggle' : 'only';
}

/** A click beside the links and buttons of a row selects it. */
function selectClicked(event: React.MouseEvent<HTMLTableSectionElement>, { choose }: TreeProps): void {
  const { target } = event;
  if (!(target instanceof Element) || target.closest('button, a, [role=menu]')) return;
  const row = target.closest('tr');
  if (row) choose(Number(row.dataset['item']), changeOf(event));
}

function Tree(props: TreeProps): JSX.Element {
  const { backlog, collapsed, toggle, reload, selected } = props;
  const rows = rowsOf(backlog.items, collapsed);
  const ids = rows.map((row) => row.item.id);
  return (
    <div className="table-scroll">
      <table className="backlog" role="treegrid" aria-label="Backlog" aria-multiselectable>
        <thead>
          <tr>
            {['Order', 'ID', 'Title', 'State', 'Effort', 'Assigned to', 'Iteration', 'Tags'].map((name) => (
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
  const [selected, setSelected] = React.useState<ReadonlySet<number>>(new Set<number>());
  function choose(id: number, change: SelectionChange): void {
    const next = changedSelection(selected, id, change);
    setSelected(next);
    select(
      backlog.items
        .filter((item) => next.has(item.id))
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
          selected={selected}
          choose={choose}
        />
      )}
    </React.Fragment>
  );
}
