/** The table of threats: judged in place, opened by the title. */
import * as React from 'react';
import { judgeImpact, judgeProbability } from '../../../core/model/edits/judge';
import type { ThreatId } from '../../../core/model/ids';
import { seenThreat } from '../../../core/operate/feed/evidence';
import type { ThreatRisk } from '../../../core/risk/assess';
import { Choice } from '../../../ui/Choice';
import { AssumedMark, ConfirmAssumed, Pill, SeverityMark, StrideMarks } from '../../../ui/Marks';
import { Tick } from '../../../ui/TableParts';
import { counted, impactOptions, impactWords, probabilityOptions, probabilityWords } from '../../../ui/words';
import { useHub } from '../hub-context';
import { columnWords, ListTable } from '../table/ListTable';
import type { ListColumn, ListProps } from '../table/ListTable';
import { WorkItemLinks } from '../WorkItemLinks';
import { useModelView } from '../model-view';
import { ThreatFigure } from '../risk/WhyNumber';
import { meaningOf } from './levels';
import { sameRow } from './threat-rows';
import type { ThreatColumn, ThreatRow } from './threat-rows';

function Judgement({
  row,
  what,
  readOnly,
}: {
  readonly row: ThreatRow;
  readonly what: 'probability' | 'impact';
  readonly readOnly: boolean;
}) {
  const { session } = useModelView();
  const { threat } = row;
  const { probability, impact } = threat;
  const basis = threat[what].basis;
  const label = `${what === 'probability' ? 'Probability' : 'Impact'} of ${threat.title}`;
  const level = what === 'probability' ? probabilityWords[probability.level] : impactWords[impact.level];
  const confirm = () => {
    const { model } = session.current;
    const ids = [threat.id];
    session.apply(
      what === 'probability'
        ? judgeProbability(model, ids, { level: probability.level })
        : judgeImpact(model, ids, { level: impact.level }),
    );
  };
  const shared = {
    look: 'quiet',
    disabled: readOnly,
    label: basis === 'assumed' ? `${label} (assumed)` : label,
  } as const;
  return (
    <span
      className={`wo-judgement wo-basis-${basis}`}
      title={meaningOf(session.current.model, what, threat[what].level)}
    >
      {what === 'probability' ? (
        <Choice
          {...shared}
          options={probabilityOptions}
          value={probability.level}
          onChange={(level) => session.apply(judgeProbability(session.current.model, [threat.id], { level }))}
        />
      ) : (
        <Choice
          {...shared}
          options={impactOptions}
          value={impact.level}
          onChange={(level) => session.apply(judgeImpact(session.current.model, [threat.id], { level }))}
        />
      )}
      {basis === 'assumed' &&
        (readOnly ? (
          <AssumedMark />
        ) : (
          <ConfirmAssumed what={`${label}, ${level}`} look="mark" onConfirm={confirm} />
        ))}
    </span>
  );
}

/** Its events fire: that is worth more than any estimate. */
function SeenMark({ threat }: { readonly threat: ThreatId }): React.ReactElement | null {
  const { app } = useHub();
  const { model } = useModelView();
  const seen = model.evidence.size === 0 ? undefined : seenThreat(model, threat, app.now());
  return seen && seen.lately > 0 ? (
    <Pill tone="warning">{`Seen: ${counted(seen.lately, 'alert')} in 30 days`}</Pill>
  ) : null;
}

function RiskNow({ risk }: { readonly risk: ThreatRisk }): React.ReactElement {
  if (!risk.applies) return <span className="wo-quiet">–</span>;
  return (
    <span className="wo-risk-cell">
      <span className="wo-points">
        <ThreatFigure risk={risk} />
      </span>
      <SeverityMark name={risk.currentName} />
    </span>
  );
}

interface RowProps {
  readonly row: ThreatRow;
  readonly ticked: boolean;
  readonly readOnly: boolean;
  readonly hidden: ReadonlySet<ThreatColumn>;
  readonly onTick: (id: ThreatId) => void;
  readonly onOpen: (id: ThreatId) => void;
}

const Row = React.memo(
  function ThreatTableRow({ row, ticked, readOnly, hidden, onTick, onOpen }: RowProps) {
    const { threat, risk } = row;
    const muted = risk.applies ? '' : 'wo-muted';
    return (
      <tr className={`${ticked ? 'wo-ticked' : ''} ${muted}`} onClick={() => onOpen(threat.id)}>
        <td className="wo-tick-cell">
          <Tick
            label={`Select ${threat.title}${threat.place.kind === 'model' ? '' : ` at ${row.place}`}`}
            state={ticked ? 'all' : 'none'}
            onChange={() => onTick(threat.id)}
          />
        </td>
        <td className="wo-cell-title">
          <button type="button" className="wo-link wo-row-title" onClick={() => onOpen(threat.id)}>
            <span className="wo-two-lines" title={threat.title}>
              {threat.title}
            </span>
          </button>
          {threat.status.kind === 'needs-investigation' && <Pill tone="warning">Needs investigation</Pill>}
          {threat.stale !== undefined && (
            <span className="wo-stale">
              <Pill tone="warning">Stale</Pill>{' '}
              <span className="wo-quiet wo-two-lines" title={threat.stale}>
                {threat.stale}
              </span>
            </span>
          )}
          {threat.tentative !== undefined && <Pill tone="info">Tentative</Pill>}
          {threat.status.kind === 'not-applicable' && <Pill>Not applicable</Pill>}
          <SeenMark threat={threat.id} />
        </td>
        {!hidden.has('place') && (
          <td className="wo-quiet wo-wide-cell wo-cell-place">
            <span className="wo-two-lines" title={row.place}>
              {row.place}
            </span>
          </td>
        )}
        {!hidden.has('stride') && (
          <td className="wo-wide-cell wo-cell-stride">
            <StrideMarks categories={threat.stride} />
          </td>
        )}
        {!hidden.has('probability') && (
          <td data-label="Probability">
            <Judgement row={row} what="probability" readOnly={readOnly} />
          </td>
        )}
        {!hidden.has('impact') && (
          <td data-label="Impact">
            <Judgement row={row} what="impact" readOnly={readOnly} />
          </td>
        )}
        {!hidden.has('severity') && (
          <td className="wo-wide-cell wo-cell-severity">
            <SeverityMark name={risk.severity} />
          </td>
        )}
        <td data-label="Risk now">
          <RiskNow risk={risk} />
        </td>
        {!hidden.has('mitigations') && (
          <td className="wo-right wo-wide-cell wo-cell-count">
            {row.mitigations || <span className="wo-quiet">0</span>}
          </td>
        )}
        {!hidden.has('stories') && (
          <td className="wo-wide-cell">
            <WorkItemLinks ids={row.stories} />
          </td>
        )}
      </tr>
    );
  },
  (a, b) =>
    a.ticked === b.ticked &&
    a.readOnly === b.readOnly &&
    a.hidden === b.hidden &&
    a.onTick === b.onTick &&
    a.onOpen === b.onOpen &&
    sameRow(a.row, b.row),
);

const columns: readonly ListColumn<ThreatColumn>[] = [
  { id: 'title', label: 'Threat' },
  { id: 'place', label: 'Place', className: 'wo-wide-cell wo-col-place' },
  { id: 'stride', label: 'STRIDE', className: 'wo-wide-cell wo-col-stride' },
  { id: 'probability', label: 'Probability', className: 'wo-col-probability', first: 'descending' },
  { id: 'impact', label: 'Impact', className: 'wo-col-judge', first: 'descending' },
  { id: 'severity', label: 'Severity', className: 'wo-wide-cell wo-col-severity', first: 'descending' },
  { id: 'risk', label: 'Risk now', className: 'wo-col-risk', first: 'descending' },
  { id: 'mitigations', label: 'Mitigations', className: 'wo-right wo-wide-cell wo-col-count' },
  { id: 'stories', label: 'Stories', className: 'wo-wide-cell wo-col-stories' },
];
export const threatColumnWord = columnWords(columns);

export function ThreatTable(props: ListProps<ThreatRow, ThreatId, ThreatColumn>): React.ReactElement {
  const { onOpen, ...list } = props;
  const { readOnly } = useModelView();
  const { selection } = list;
  return (
    <ListTable
      {...list}
      what="threats"
      className="wo-threats"
      columns={columns}
      renderRow={(row, hidden) => (
        <Row
          key={row.threat.id}
          row={row}
          ticked={selection.has(row.threat.id)}
          readOnly={readOnly}
          hidden={hidden}
          onTick={selection.toggle}
          onOpen={onOpen}
        />
      )}
    />
  );
}
