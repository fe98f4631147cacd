/** The table of mitigations: status set in place, Task opened from here. */
import * as React from 'react';
import type { MitigationId } from '../../../core/model/ids';
import { Pill } from '../../../ui/Marks';
import { SortHead, Tick } from '../../../ui/TableParts';
import type { Sorting } from '../../../ui/TableParts';
import type { RowGroup } from '../../../ui/table-state';
import type { Selection } from '../../../ui/use-selection';
import { VirtualRows } from '../../../ui/VirtualRows';
import { points } from '../../../ui/words';
import { WorkItemLinks } from '../WorkItemLinks';
import type { MitigationColumn, MitigationRow } from './mitigation-rows';
import { OverallStatusChoice } from './OverallStatusChoice';
import { TaskMark } from './TaskMark';

interface RowProps {
  readonly row: MitigationRow;
  readonly ticked: boolean;
  readonly hidden: ReadonlySet<MitigationColumn>;
  readonly onTick: (id: MitigationId) => void;
  readonly onOpen: (id: MitigationId) => void;
}

const Row = React.memo(function MitigationTableRow({ row, ticked, hidden, onTick, onOpen }: RowProps) {
  const { mitigation, risk } = row;
  return (
    <tr className={ticked ? 'wo-ticked' : ''} onClick={() => onOpen(mitigation.id)}>
      <td className="wo-tick-cell">
        <Tick
          label={`Select ${mitigation.title}`}
          state={ticked ? 'all' : 'none'}
          onChange={() => onTick(mitigation.id)}
        />
      </td>
      <td className="wo-cell-title">
        <button type="button" className="wo-link wo-row-title" onClick={() => onOpen(mitigation.id)}>
          {mitigation.title}
        </button>
        {mitigation.stale !== undefined && <Pill tone="warning">Stale</Pill>}
      </td>
      {!hidden.has('threats') && (
        <td className="wo-right" data-label="Threats">
          {row.threats || <span className="wo-quiet">0</span>}
        </td>
      )}
      <td data-label="Status">
        <OverallStatusChoice row={row} label={`Status of ${mitigation.title}`} look="quiet" />
      </td>
      {!hidden.has('task') && (
        <td data-label="Task">
          <TaskMark row={row} />
        </td>
      )}
      {!hidden.has('wouldRemove') && (
        <td className="wo-right wo-cell-would" data-label="Would remove">
          {risk.wouldRemove > 0 ? `−${points(risk.wouldRemove)}` : <span className="wo-quiet">–</span>}
        </td>
      )}
      {!hidden.has('removes') && (
        <td className="wo-right wo-wide-cell">
          {risk.removes > 0 ? `−${points(risk.removes)}` : <span className="wo-quiet">–</span>}
        </td>
      )}
      {!hidden.has('stories') && (
        <td className="wo-wide-cell">
          <WorkItemLinks ids={row.stories} />
        </td>
      )}
    </tr>
  );
});

export interface MitigationTableProps {
  readonly groups: readonly RowGroup<MitigationRow>[];
  readonly flat: 'yes' | 'no';
  readonly hidden: readonly MitigationColumn[];
  readonly selection: Selection<MitigationId>;
  readonly sorting: Sorting<MitigationColumn>;
  readonly onSort: (sorting: Sorting<MitigationColumn>) => void;
  readonly onOpen: (id: MitigationId) => void;
}

interface Column {
  readonly id: MitigationColumn;
  readonly label: string;
  readonly className?: string;
  readonly first?: 'descending';
}
const columns: readonly Column[] = [
  { id: 'title', label: 'Mitigation' },
  { id: 'threats', label: 'Threats', className: 'wo-right wo-col-count', first: 'descending' },
  { id: 'status', label: 'Status', className: 'wo-col-status' },
  { id: 'task', label: 'Task', className: 'wo-col-task' },
  { id: 'wouldRemove', label: 'Would remove', className: 'wo-right wo-col-points', first: 'descending' },
  { id: 'removes', label: 'Removes', className: 'wo-right wo-wide-cell wo-col-points', first: 'descending' },
  { id: 'stories', label: 'Stories', className: 'wo-wide-cell wo-col-stories' },
];
const words = new Map(columns.map(({ id, label }) => [id, label]));
export const mitigationColumnWord = (column: MitigationColumn): string => words.get(column) ?? column;

export function MitigationTable(props: MitigationTableProps): React.ReactElement {
  const { groups, flat, selection, sorting, onSort, onOpen } = props;
  const hidden = React.useMemo(() => new Set(props.hidden), [props.hidden]);
  const shown = columns.filter(({ id }) => !hidden.has(id));
  return (
    <table className="wo-table wo-mitigations">
      <thead>
        <tr>
          <th scope="col" className="wo-tick-cell">
            <Tick label="Select all mitigations" state={selection.all} onChange={selection.toggleAll} />
          </th>
          {shown.map(({ id, ...column }) => (
            <SortHead key={id} column={id} sorting={sorting} onSort={onSort} {...column} />
          ))}
        </tr>
      </thead>
      <VirtualRows
        groups={groups}
        flat={flat}
        renderRow={(row) => (
          <Row
            key={row.mitigation.id}
            row={row}
            ticked={selection.has(row.mitigation.id)}
            hidden={hidden}
            onTick={selection.toggle}
            onOpen={onOpen}
          />
        )}
      />
    </table>
  );
}
