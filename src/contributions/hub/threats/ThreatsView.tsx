/** The threats tab: filter, table, actions for the ticked ones, and the panel of the one that the address names. */
import * as React from 'react';
import { Button } from 'azure-devops-ui/Button';
import { asId, threatId } from '../../../core/model/ids';
import type { ThreatId } from '../../../core/model/ids';
import type { Sorting } from '../../../ui/TableParts';
import { groupRows } from '../../../ui/table-state';
import { useSteadyOrder } from '../../../ui/use-steady-order';
import { useSelection } from '../../../ui/use-selection';
import { GoneNotice } from '../GoneNotice';
import { useHub } from '../hub-context';
import { useModelView } from '../model-view';
import { NewThreatDialog } from './NewThreatDialog';
import { ThreatActions } from './ThreatActions';
import { ThreatFilters } from './ThreatFilters';
import { ThreatPanel } from './ThreatPanel';
import {
  filterFromLink,
  filterThreats,
  sortThreats,
  threatGroupOf,
  threatRows,
  threatTable,
} from './threat-rows';
import type { ThreatColumn, ThreatRow } from './threat-rows';
import { ViewMenu } from '../table/ViewMenu';
import { useTable } from '../table/use-table';
import type { WorkItems } from '../work-items';
import { ThreatTable, threatColumnWord } from './ThreatTable';
import { WayToThreats } from '../WayOn';

const groupWords = { risk: 'Risk now', place: 'Place', status: 'Status', stride: 'STRIDE' } as const;
const threatIdOf = (row: ThreatRow) => row.threat.id;
/** A new sorter for every new answer of the backlog; `_items` is only the signal. */
const sorterFor = (sorting: Sorting<ThreatColumn>, _items: WorkItems) => (rows: readonly ThreatRow[]) =>
  sortThreats(rows, sorting);

function useThreatRows() {
  const { model, index, assessment, items } = useModelView();
  const { query } = useHub();
  const show = query['show'];
  const table = useTable('threats', threatTable, { ...threatTable.start, filter: filterFromLink(show) });
  const { state, dispatch } = table;
  React.useEffect(() => {
    if (show !== undefined) dispatch({ kind: 'filter', filter: filterFromLink(show) });
  }, [show, dispatch]);
  const { filter, sorting, group } = state;
  const all = React.useMemo(() => threatRows(model, index, assessment), [model, index, assessment]);
  // The backlog's answer changes risks without a hand on the table, so it sorts anew.
  const sort = React.useMemo(() => sorterFor(sorting, items), [sorting, items]);
  const ordered = useSteadyOrder(all, threatIdOf, sort);
  const rows = React.useMemo(() => filterThreats(ordered, filter), [ordered, filter]);
  const groups = React.useMemo(
    () => groupRows(rows, (row) => (group === '' ? '' : threatGroupOf(row, group))),
    [rows, group],
  );
  return { all, groups, table };
}

function OpenThreat({ wanted, onClose }: { readonly wanted: string; readonly onClose: () => void }) {
  const { model } = useModelView();
  const id = asId(threatId, wanted);
  const threat = id && model.threat.get(id);
  if (!threat) return <GoneNotice what="threat" onClose={onClose} />;
  // With a key, a text being typed stays with its threat when the address changes.
  return <ThreatPanel key={id} threat={threat} onClose={onClose} />;
}

export function ThreatsView(): React.ReactElement {
  const { model, readOnly } = useModelView();
  const { query, go } = useHub();
  const { all, groups, table } = useThreatRows();
  const { state, dispatch } = table;
  const ids = React.useMemo(() => groups.flatMap(({ rows }) => rows.map((row) => row.threat.id)), [groups]);
  const selection = useSelection<ThreatId>(ids);
  const [adding, setAdding] = React.useState(false);
  const modelId = model.info.id;
  const open = React.useCallback(
    (id: ThreatId) => go({ model: modelId, tab: 'threats', threat: id }),
    [go, modelId],
  );
  const close = () => go({ model: modelId, tab: 'threats' });
  const assumed = all.some((row) => row.risk.applies && row.risk.assumed);
  const wanted = query['threat'];
  return (
    <>
      <ThreatFilters
        filter={state.filter}
        onFilter={(filter) => dispatch({ kind: 'filter', filter })}
        shown={ids.length}
        total={all.length}
      >
        <ViewMenu {...table} shape={threatTable} columnWord={threatColumnWord} groupWords={groupWords} />
        {!readOnly && <Button primary={true} text="New threat" onClick={() => setAdding(true)} />}
      </ThreatFilters>
      {all.length === 0 ? (
        <section className="wo-card wo-empty">
          <h2>No threats yet</h2>
          <p>
            Write down what could go wrong, where, how likely it is and how bad it would be; or let the
            knowledge base find in the drawing what usually does.
          </p>
          <WayToThreats />
        </section>
      ) : (
        <div className="wo-card wo-card-table">
          <ThreatTable
            groups={groups}
            flat={state.group === '' ? 'yes' : 'no'}
            hidden={state.hidden}
            selection={selection}
            sorting={state.sorting}
            onSort={(sorting) => dispatch({ kind: 'sort', sorting })}
            onOpen={open}
          />
          {ids.length === 0 && <p className="wo-empty wo-quiet">No threat matches the filter.</p>}
        </div>
      )}
      {assumed && (
        <p className="wo-quiet wo-footnote">
          <span className="wo-assumed-mark" aria-hidden="true">
            ?
          </span>{' '}
          Assumed: nobody has judged this value yet. Choosing a value makes it judged; the mark beside it
          confirms the value as it stands.
        </p>
      )}
      {selection.ids.length > 0 && !readOnly && <ThreatActions selection={selection} />}
      {adding && <NewThreatDialog onClose={() => setAdding(false)} />}
      {wanted !== undefined && <OpenThreat wanted={wanted} onClose={close} />}
    </>
  );
}
