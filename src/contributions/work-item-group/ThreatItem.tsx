/** One threat with its mitigations and their Tasks, in one narrow column. */
import * as React from 'react';
import type { SeverityName } from '../../core/risk/severity';
import { percent, points, severityWords, statusWords, strengthWords } from '../../ui/words';
import { shareOf } from '../../core/risk/severity';
import type { StrengthLevel } from '../../core/model/mitigation';
import { WhyRisk } from './WhyRisk';
import { useGroup } from './group-context';
import type { MitigationRow, TaskRow, ThreatRow } from './item-threat';

/** The name of the severity with its colour: colour never speaks alone. */
export function Severity({ name }: { readonly name: SeverityName }): React.ReactElement {
  return (
    <span className={`wg-severity wg-${name}`}>
      <span className="wg-dot" aria-hidden="true" />
      {severityWords[name]}
    </span>
  );
}

export function Strength(props: {
  readonly level: StrengthLevel;
  readonly basis: 'assumed' | 'judged';
}): React.ReactElement {
  const { level, basis } = props;
  return (
    <span>
      {strengthWords[level]} protection (−{percent(shareOf(level))}
      {basis === 'assumed' ? ', assumed' : ''})
    </span>
  );
}

function TaskLink({ task }: { readonly task: TaskRow }): React.ReactElement {
  const { places } = useGroup();
  const { number, seen } = task;
  return (
    <button
      type="button"
      className="wg-link wg-task"
      title={seen?.title}
      aria-label={`Open Task ${number}${seen ? `, ${seen.state}` : ''}`}
      onClick={() => places.openWorkItem(number)}
    >
      #{number} {seen ? <span className="wg-state">{seen.state}</span> : '(not readable)'}
    </button>
  );
}

function Mitigation({
  row,
  of,
}: {
  readonly row: MitigationRow;
  readonly of: ThreatRow;
}): React.ReactElement {
  const { places } = useGroup();
  return (
    <li className="wg-mitigation">
      <button type="button" className="wg-link" onClick={() => places.openMitigation(of.model, row.id)}>
        {row.title}
      </button>
      <span className="wg-facts">
        <span>{statusWords[row.status]}</span>
        <Strength level={row.strength} basis={row.strengthBasis} />
        {row.tasks.map((task) => (
          <TaskLink key={task.number} task={task} />
        ))}
        {row.tasks.length === 0 && row.effect !== 'now' && <span className="wg-warn">no Task</span>}
      </span>
    </li>
  );
}

/** The threat's own line; what a view has to say or offer about it comes as children. */
export function ThreatHead({
  row,
  children,
}: {
  readonly row: ThreatRow;
  readonly children?: React.ReactNode;
}) {
  const { places } = useGroup();
  const { risk, threat } = row;
  const left = risk.current === risk.inherent ? '' : `, ${points(risk.current)} left`;
  return (
    <>
      <button
        type="button"
        className="wg-link wg-threat-title"
        onClick={() => places.openThreat(row.model, threat.id)}
      >
        {threat.title}
      </button>
      <span className="wg-facts">
        <Severity name={risk.severity} />
        {risk.applies ? (
          <span>
            {points(risk.inherent)} points{left}
          </span>
        ) : (
          <span>Not applicable</span>
        )}
        <span className="wg-place">at {row.place}</span>
        {children}
      </span>
      <WhyRisk row={row} />
    </>
  );
}

export function ThreatItem({
  row,
  children,
}: {
  readonly row: ThreatRow;
  readonly children?: React.ReactNode;
}) {
  return (
    <li className="wg-threat">
      <ThreatHead row={row} />
      {row.mitigations.length > 0 && (
        <ul className="wg-list" aria-label={`Mitigations of ${row.threat.title}`}>
          {row.mitigations.map((each) => (
            <Mitigation key={each.id} row={each} of={row} />
          ))}
        </ul>
      )}
      {children}
    </li>
  );
}
