/** Why a threat has its risk: probability and impact, then what each mitigation takes away, step by step. */
import * as React from 'react';
import type { Scale } from '../../core/model/project-policy';
import type { ThreatRisk } from '../../core/risk/assess';
import { severityName } from '../../core/risk/severity';
import { SeverityMark } from '../../ui/Marks';
import { points } from '../../ui/words';
import { explainRisk } from './explain-risk';
import type { RiskStep, States } from './explain-risk';

function Steps({ steps }: { readonly steps: readonly RiskStep[] }): React.ReactElement {
  return (
    <>
      {steps.map((step) => (
        <tr key={step.factor.treatment.id}>
          <td>
            {step.factor.mitigation.title}
            <div className="wo-quiet">{step.status}</div>
          </td>
          <td className="wo-quiet">{step.effect}</td>
          <td className="wo-right">{step.left === undefined ? '' : points(step.left)}</td>
        </tr>
      ))}
    </>
  );
}

interface ResultProps {
  readonly label: string;
  readonly value: number;
  readonly scale: Scale;
}

function Result({ label, value, scale }: ResultProps): React.ReactElement {
  return (
    <tr className="wo-result">
      <th scope="row" colSpan={2}>
        {label} <SeverityMark name={severityName(value, scale)} />
      </th>
      <td className="wo-right">{points(value)}</td>
    </tr>
  );
}

export interface RiskStepsProps {
  readonly risk: ThreatRisk;
  readonly states: States;
  /** Of the project. */
  readonly scale: Scale;
}

export function RiskSteps({ risk, states, scale }: RiskStepsProps): React.ReactElement {
  const why = React.useMemo(() => explainRisk(risk, states, scale), [risk, states, scale]);
  return (
    <>
      {!risk.applies && <p>The threat does not apply, so it counts nothing.</p>}
      <table className="wo-why">
        <tbody>
          <tr>
            <td colSpan={2}>Inherent: {why.inherent}</td>
            <td className="wo-right">{points(risk.inherent)}</td>
          </tr>
          <Steps steps={why.now} />
          <Result label="Risk now" value={risk.current} scale={scale} />
          <Steps steps={why.planned} />
          {why.planned.length > 0 && (
            <Result label="When planned work is done" value={risk.planned} scale={scale} />
          )}
          <Steps steps={why.without} />
        </tbody>
      </table>
    </>
  );
}
