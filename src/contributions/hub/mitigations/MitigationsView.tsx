/** The mitigations tab: a list with Tasks for the ticked ones or all, a grid to decide in, and the panel of the one in the address. */
import * as React from 'react';
import { Button } from 'azure-devops-ui/Button';
import { asId, mitigationId } from '../../../core/model/ids';
import type { MitigationId } from '../../../core/model/ids';
import { SelectionBar } from '../../../ui/SelectionBar';
import type { Sorting } from '../../../ui/TableParts';
import { groupRows } from '../../../ui/table-state';
import { useSteadyOrder } from '../../../ui/use-steady-order';
import { useSelection } from '../../../ui/use-selection';
import { counted } from '../../../ui/words';
import { GoneNotice } from '../GoneNotice';
import { useHub } from '../hub-context';
import { useModelView } from '../model-view';
import { ViewMenu } from '../table/ViewMenu';
import { useTable } from '../table/use-table';
import { CreateTasks } from '../tasks/CreateTasks';
import { Waiting } from '../Waiting';
import { BulkStatus } from './BulkStatus';
import { DeleteMitigationsDialog } from './DeleteMitigationsDialog';
import { MitigationFilters } from './MitigationFilters';
import { MitigationPanel } from './MitigationPanel';
import {
  filterMitigations,
  mitigationGroupOf,
  mitigationRows,
  mitigationTable,
  rowsToMake,
  sortMitigations,
} from './mitigation-rows';
import type { MitigationColumn, MitigationRow } from './mitigation-rows';
import type { WorkItems } from '../work-items';
import { MitigationTable, mitigationColumnWord } from './MitigationTable';
import { NewMitigationDialog } from './NewMitigationDialog';
import { WayToThreats } from '../WayOn';

// Asks the knowledge packages what seems to exist: only those who decide load them.
const DecideView = React.lazy(() => import('./DecideView'));

const groupWords = { status: 'Status', control: 'Type of control', task: 'Task' } as const;
const mitigationIdOf = (row: MitigationRow) => row.mitigation.id;
/** A new sorter for every new answer of the backlog; `_items` is only the signal. */
const sorterFor =
  (sorting: Sorting<MitigationColumn>, _items: WorkItems) => (rows: readonly MitigationRow[]) =>
    sortMitigations(rows, sorting);

function useMitigationRows() {
  const { model, index, assessment, items } = useModelView();
  const table = useTable('mitigations', mitigationTable, mitigationTable.start);
  const { filter, sorting, group } = table.state;
  const all = React.useMemo(
    () => mitigationRows(model, index, { assessment, items }),
    [model, index, assessment, items],
  );
  const sort = React.useMemo(() => sorterFor(sorting, items), [sorting, items]);
  const ordered = useSteadyOrder(all, mitigationIdOf, sort);
  const rows = React.useMemo(() => filterMitigations(ordered, filter), [ordered, filter]);
  const groups = React.useMemo(
    () => groupRows(rows, (row) => (group === '' ? '' : mitigationGroupOf(row, group))),
    [rows, group],
  );
  return { all, groups, table };
}

function OpenMitigation({ wanted, onClose }: { readonly wanted: string; readonly onClose: () => void }) {
  const { model } = useModelView();
  const id = asId(mitigationId, wanted);
  const mitigation = id && model.mitigation.get(id);
  if (!mitigation) return <GoneNotice what="mitigation" onClose={onClose} />;
  // With a key, a text being typed stays with its mitigation when the address changes.
  return <MitigationPanel key={id} mitigation={mitigation} onClose={onClose} />;
}

type Doing =
  | { readonly kind: 'nothing' | 'new' | 'delete' }
  | { readonly kind: 'tasks'; readonly ids: readonly MitigationId[] };

function NoMitigations(): React.ReactElement {
  return (
    <section className="wo-card wo-empty">
      <h2>No mitigations yet</h2>
      <p>A mitigation is something to do once that protects any number of places. Each becomes one Task.</p>
      <WayToThreats />
    </section>
  );
}

function MitigationList(): React.ReactElement {
  const { model, readOnly } = useModelView();
  const { go } = useHub();
  const { all, groups, table } = useMitigationRows();
  const { state, dispatch } = table;
  const ids = React.useMemo(
    () => groups.flatMap(({ rows }) => rows.map((row) => row.mitigation.id)),
    [groups],
  );
  const selection = useSelection<MitigationId>(ids);
  const [doing, setDoing] = React.useState<Doing>({ kind: 'nothing' });
  const done = () => setDoing({ kind: 'nothing' });
  const modelId = model.info.id;
  const open = React.useCallback(
    (id: MitigationId) => go({ model: modelId, tab: 'mitigations', mitigation: id }),
    [go, modelId],
  );
  const toMake = rowsToMake(all).map((row) => row.mitigation.id);
  return (
    <>
      <MitigationFilters
        filter={state.filter}
        onFilter={(filter) => dispatch({ kind: 'filter', filter })}
        shown={ids.length}
        total={all.length}
      >
        <ViewMenu
          {...table}
          shape={mitigationTable}
          columnWord={mitigationColumnWord}
          groupWords={groupWords}
        />
        {!readOnly && toMake.length > 0 && (
          <Button text="Create tasks…" onClick={() => setDoing({ kind: 'tasks', ids: toMake })} />
        )}
        {!readOnly && (
          <Button primary={true} text="New mitigation" onClick={() => setDoing({ kind: 'new' })} />
        )}
      </MitigationFilters>
      {all.length === 0 ? (
        <NoMitigations />
      ) : (
        <div className="wo-card wo-card-table">
          <MitigationTable
            groups={groups}
            flat={state.group === '' ? 'yes' : 'no'}
            hidden={state.hidden}
            selection={selection}
            sorting={state.sorting}
            onSort={(sorting) => dispatch({ kind: 'sort', sorting })}
            onOpen={open}
          />
          {ids.length === 0 && <p className="wo-empty wo-quiet">No mitigation matches the filter.</p>}
        </div>
      )}
      {selection.ids.length > 0 && !readOnly && (
        <SelectionBar
          summary={`${counted(selection.ids.length, 'mitigation')} selected`}
          onClear={selection.clear}
        >
          <Button
            primary={true}
            text="Create tasks…"
            onClick={() => setDoing({ kind: 'tasks', ids: selection.ids })}
          />
          <BulkStatus ids={selection.ids} />
          <Button text="Delete…" onClick={() => setDoing({ kind: 'delete' })} />
        </SelectionBar>
      )}
      {doing.kind === 'new' && <NewMitigationDialog onClose={done} />}
      {doing.kind === 'delete' && <DeleteMitigationsDialog ids={selection.ids} onClose={done} />}
      {doing.kind === 'tasks' && <CreateTasks mitigations={doing.ids} onClose={done} />}
    </>
  );
}

const views = [
  { id: 'list', name: 'List' },
  { id: 'decide', name: 'Decide by type' },
] as const;

/** The list of all, or the grid in which they are decided; the panel of one stands over either. */
export function MitigationsView(): React.ReactElement {
  const { model } = useModelView();
  const { query, go } = useHub();
  const at = query['view'] === 'decide' ? 'decide' : 'list';
  const here = { model: model.info.id, tab: 'mitigations', ...(at === 'decide' ? { view: at } : {}) };
  const wanted = query['mitigation'];
  return (
    <>
      <div className="wo-views" role="group" aria-label="View">
        {views.map(({ id, name }) => (
          <button
            key={id}
            type="button"
            className="wo-view"
            aria-pressed={id === at}
            onClick={() =>
              go({ model: model.info.id, tab: 'mitigations', ...(id === 'list' ? {} : { view: id }) })
            }
          >
            {name}
          </button>
        ))}
      </div>
      {at === 'list' ? (
        <MitigationList />
      ) : (
        <React.Suspense fallback={<Waiting label="Opening the grid…" />}>
          <DecideView />
        </React.Suspense>
      )}
      {wanted !== undefined && <OpenMitigation wanted={wanted} onClose={() => go(here)} />}
    </>
  );
}
