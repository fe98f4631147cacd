/** The table of mitigations: status set in place, Task opened from here. */
import * as React from 'react';
import type { MitigationId } from '../../../core/model/ids';
import { Pill } from '../../../ui/Marks';
import { Tick } from '../../../ui/TableParts';
import { GainFigure } from '../risk/WhyNumber';
import { columnWords, ListTable } from '../table/ListTable';
import type { ListColumn, ListProps } from '../table/ListTable';
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
          <GainFigure mitigation={mitigation} which="wouldRemove" value={risk.wouldRemove} />
        </td>
      )}
      {!hidden.has('removes') && (
        <td className="wo-right wo-wide-cell">
          <GainFigure mitigation={mitigation} which="removes" value={risk.removes} />
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

const columns: readonly ListColumn<MitigationColumn>[] = [
  { id: 'title', label: 'Mitigation' },
  { id: 'threats', label: 'Threats', className: 'wo-right wo-col-count', first: 'descending' },
  { id: 'status', label: 'Status', className: 'wo-col-status' },
  { id: 'task', label: 'Task', className: 'wo-col-task' },
  { id: 'wouldRemove', label: 'Would remove', className: 'wo-right wo-col-points', first: 'descending' },
  { id: 'removes', label: 'Removes', className: 'wo-right wo-wide-cell wo-col-points', first: 'descending' },
  { id: 'stories', label: 'Stories', className: 'wo-wide-cell wo-col-stories' },
];
export const mitigationColumnWord = columnWords(columns);

export function MitigationTable(
  props: ListProps<MitigationRow, MitigationId, MitigationColumn>,
): React.ReactElement {
  const { onOpen, ...list } = props;
  const { selection } = list;
  return (
    <ListTable
      {...list}
      what="mitigations"
      className="wo-mitigations"
      columns={columns}
      renderRow={(row, hidden) => (
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
  );
}
