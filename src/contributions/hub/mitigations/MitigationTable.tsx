/** The table of mitigations: status set in place, Task opened from here. */
import * as React from 'react';
import type { MitigationId } from '../../../core/model/ids';
import { Pill } from '../../../ui/Marks';
import { SortHead, Tick, usePortion } from '../../../ui/TableParts';
import type { Sorting } from '../../../ui/TableParts';
import type { Selection } from '../../../ui/use-selection';
import { points } from '../../../ui/words';
import { WorkItemLinks } from '../WorkItemLinks';
import type { MitigationColumn, MitigationRow } from './mitigation-rows';
import { OverallStatusChoice } from './OverallStatusChoice';
import { TaskMark } from './TaskMark';

interface RowProps {
  readonly row: MitigationRow;
  readonly ticked: boolean;
  readonly onTick: (id: MitigationId) => void;
  readonly onOpen: (id: MitigationId) => void;
}

const Row = React.memo(function MitigationTableRow({ row, ticked, onTick, onOpen }: RowProps) {
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
      <td className="wo-right" data-label="Threats">
        {row.threats || <span className="wo-quiet">0</span>}
      </td>
      <td data-label="Status">
        <OverallStatusChoice row={row} label={`Status of ${mitigation.title}`} look="quiet" />
      </td>
      <td data-label="Task">
        <TaskMark row={row} />
      </td>
      <td className="wo-right" data-label="Would remove">
        {risk.wouldRemove > 0 ? `−${points(risk.wouldRemove)}` : <span className="wo-quiet">–</span>}
      </td>
      <td className="wo-right wo-wide-cell">
        {risk.removes > 0 ? `−${points(risk.removes)}` : <span className="wo-quiet">–</span>}
      </td>
      <td className="wo-wide-cell">
        <WorkItemLinks ids={row.stories} />
      </td>
    </tr>
  );
});

export interface MitigationTableProps {
  readonly rows: readonly MitigationRow[];
  readonly selection: Selection<MitigationId>;
  readonly sorting: Sorting<MitigationColumn>;
  readonly onSort: (sorting: Sorting<MitigationColumn>) => void;
  readonly onOpen: (id: MitigationId) => void;
}

export function MitigationTable({
  rows,
  selection,
  sorting,
  onSort,
  onOpen,
}: MitigationTableProps): React.ReactElement {
  const { shown, more } = usePortion(rows);
  const sort = { sorting, onSort };
  return (
    <>
      <table className="wo-table wo-mitigations">
        <thead>
          <tr>
            <th scope="col" className="wo-tick-cell">
              <Tick label="Select all mitigations" state={selection.all} onChange={selection.toggleAll} />
            </th>
            <SortHead column="title" label="Mitigation" {...sort} />
            <SortHead
              column="threats"
              label="Threats"
              className="wo-right wo-col-count"
              first="descending"
              {...sort}
            />
            <SortHead column="status" label="Status" className="wo-col-status" {...sort} />
            <SortHead column="task" label="Task" className="wo-col-task" {...sort} />
            <SortHead
              column="wouldRemove"
              label="Would remove"
              className="wo-right wo-col-points"
              first="descending"
              {...sort}
            />
            <SortHead
              column="removes"
              label="Removes"
              className="wo-right wo-wide-cell wo-col-points"
              first="descending"
              {...sort}
            />
            <SortHead column="stories" label="Stories" className="wo-wide-cell wo-col-stories" {...sort} />
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <Row
              key={row.mitigation.id}
              row={row}
              ticked={selection.has(row.mitigation.id)}
              onTick={selection.toggle}
              onOpen={onOpen}
            />
          ))}
        </tbody>
      </table>
      {more}
    </>
  );
}
