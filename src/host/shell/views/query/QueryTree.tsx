/** All saved queries: one's own and those that the project shares, as a tree. */
import * as React from 'react';
import { ask } from '../../overlays/overlay-stack';
import { mayChangeQuery } from '../../page/bootstrap';
import { contributedMenu } from '../../page/contributed-menu';
import { ShellLink } from '../../page/ShellLink';
import { useShell, type Shell } from '../../page/shell';
import { useLoad } from '../../page/use-load';
import { Icon } from '../../parts/Icon';
import { Loading } from '../../parts/Loading';
import { Menu, type MenuEntry } from '../../parts/Menu';
import type { Queries, QueryItem } from '../../rest/queries';
import { ViewHeader } from '../ViewHeader';
import { askName } from './NameForm';
import { addressOfQuery, attempt, toldQuery, useQueries } from './use-queries';

export const queryMenu = 'ms.vss-work-web.work-item-query-menu';

interface Row {
  readonly item: QueryItem;
  readonly depth: number;
}

function rowsOf(items: readonly QueryItem[], closed: ReadonlySet<string>, depth = 0): readonly Row[] {
  return items.flatMap((item) => [
    { item, depth },
    ...(closed.has(item.id) ? [] : rowsOf(item.children ?? [], closed, depth + 1)),
  ]);
}

interface Surroundings {
  readonly shell: Shell;
  readonly queries: Queries;
  readonly reload: () => Promise<void>;
}

function ownEntries(item: QueryItem, depth: number, { shell, queries, reload }: Surroundings): MenuEntry[] {
  const isFolder = item.isFolder === true;
  async function keep(work: () => Promise<unknown>): Promise<boolean> {
    const isKept = await attempt(shell, work);
    if (isKept) await reload();
    return isKept;
  }
  async function remove(): Promise<void> {
    const text = isFolder ? 'Everything in the folder goes with it.' : 'The query is gone then.';
    if (await ask(shell.overlays, { title: `Delete “${item.name}”?`, text, okText: 'Delete' }))
      await keep(() => queries.remove(item.id));
  }
  const rename = (): void =>
    askName(shell, 'Rename', {
      name: item.name,
      folders: [],
      okText: 'Rename',
      submit: (name) => keep(() => queries.change(item.id, { name })),
    });
  const newFolder = (): void =>
    askName(shell, 'New folder', {
      name: '',
      folders: [],
      okText: 'Create',
      submit: (name) => keep(() => queries.create(item.id, { name, isFolder: true })),
    });
  const open = (): void => shell.navigation.move(addressOfQuery(shell, item.id), 'push');
  const run = isFolder ? [] : [{ key: 'open', text: 'Run query', run: open }];
  if (!mayChangeQuery(shell.user, item)) return run;
  return [
    ...run,
    ...(isFolder ? [{ key: 'new-folder', text: 'New folder', run: newFolder }] : []),
    ...(depth === 0
      ? []
      : [
          { key: 'rename', text: 'Rename', run: rename },
          { key: 'delete', text: 'Delete', run: () => void remove() },
        ]),
  ];
}

interface TreeRowProps {
  readonly row: Row;
  readonly state: 'open' | 'closed';
  readonly toggle: () => void;
  readonly surroundings: Surroundings;
}

function TreeRow({ row: { item, depth }, state, toggle, surroundings }: TreeRowProps): JSX.Element {
  const { shell } = surroundings;
  const isFolder = item.isFolder === true;
  const more = contributedMenu(shell, [queryMenu], () => ({ query: toldQuery(item, item.wiql ?? '') }));
  const entries = [...ownEntries(item, depth, surroundings), ...more.entries];
  return (
    <tr aria-level={depth + 1} aria-expanded={item.hasChildren === true ? state === 'open' : undefined}>
      <td>
        <span className="row-name" style={{ paddingLeft: depth * 22 }}>
          {item.hasChildren === true ? (
            <button
              type="button"
              className="icon-button expander"
              aria-label={`${state === 'open' ? 'Collapse' : 'Expand'} ${item.name}`}
              onClick={toggle}
            >
              <Icon name={state === 'open' ? 'chevronDown' : 'chevronRight'} />
            </button>
          ) : (
            <span className="expander" />
          )}
          <Icon name={isFolder ? 'folder' : 'query'} />
          {isFolder ? (
            <React.Fragment>
              {item.name}
              {item.hasChildren !== true && <span className="secondary">holds no queries yet</span>}
            </React.Fragment>
          ) : (
            <ShellLink path={['_queries', 'query', item.id]}>{item.name}</ShellLink>
          )}
        </span>
      </td>
      <td>{item.lastModifiedBy?.displayName ?? ''}</td>
      <td>{item.lastModifiedDate?.slice(0, 10) ?? ''}</td>
      <td>
        {(entries.length > 0 || more.load !== undefined) && (
          <Menu
            label={`Actions for ${item.name}`}
            content={<Icon name="more" />}
            entries={entries}
            load={more.load}
          />
        )}
      </td>
    </tr>
  );
}

function Tree({
  roots,
  reload,
}: {
  readonly roots: readonly QueryItem[];
  readonly reload: () => Promise<void>;
}) {
  const shell = useShell();
  const queries = useQueries();
  const [closed, setClosed] = React.useState<ReadonlySet<string>>(new Set<string>());
  function toggle(id: string): void {
    const next = new Set(closed);
    if (!next.delete(id)) next.add(id);
    setClosed(next);
  }
  return (
    <div className="table-scroll">
      <table className="backlog grid queries" role="treegrid" aria-label="Saved queries">
        <thead>
          <tr>
            {['Name', 'Last changed by', 'Last changed'].map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
            <th scope="col">
              <span className="visually-hidden">Actions</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rowsOf(roots, closed).map((row) => (
            <TreeRow
              key={row.item.id}
              row={row}
              state={closed.has(row.item.id) ? 'closed' : 'open'}
              toggle={() => toggle(row.item.id)}
              surroundings={{ shell, queries, reload }}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

export function QueryTree(): JSX.Element {
  const queries = useQueries();
  const read = React.useCallback(() => queries.tree(), [queries]);
  const load = useLoad(read);
  return (
    <div className="view">
      <ViewHeader title="Queries" icon="query">
        <ShellLink className="button primary" path={['_queries', 'query']}>
          <Icon name="plus" /> New query
        </ShellLink>
      </ViewHeader>
      <Loading load={load} what="the saved queries">
        {(roots) => <Tree roots={roots} reload={load.reload} />}
      </Loading>
    </div>
  );
}
