/** Why the threat has its numbers, step by step, so that nobody has to believe them. */
import * as React from 'react';
import { scaleOf } from '../../../core/model/project-policy';
import { severityName } from '../../../core/risk/severity';
import type { ThreatRisk } from '../../../core/risk/assess';
import { SeverityMark } from '../../../ui/Marks';
import { points } from '../../../ui/words';
import { useModelView } from '../model-view';
import { explainRisk } from './explain-risk';
import type { RiskStep } from './explain-risk';

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

function Result({ label, value }: { readonly label: string; readonly value: number }): React.ReactElement {
  const { model } = useModelView();
  return (
    <tr className="wo-result">
      <th scope="row" colSpan={2}>
        {label} <SeverityMark name={severityName(value, scaleOf(model))} />
      </th>
      <td className="wo-right">{points(value)}</td>
    </tr>
  );
}

export function WhySection({ risk }: { readonly risk: ThreatRisk }): React.ReactElement {
  const { items, model } = useModelView();
  const why = React.useMemo(() => explainRisk(risk, items, scaleOf(model)), [risk, items, model]);
  return (
    <section className="wo-section">
      <h3>Why this number</h3>
      {!risk.applies && <p>The threat does not apply, so it counts nothing.</p>}
      <table className="wo-why">
        <tbody>
          <tr>
            <td colSpan={2}>Inherent: {why.inherent}</td>
            <td className="wo-right">{points(risk.inherent)}</td>
          </tr>
          <Steps steps={why.now} />
          <Result label="Risk now" value={risk.current} />
          <Steps steps={why.planned} />
          {why.planned.length > 0 && <Result label="When planned work is done" value={risk.planned} />}
          <Steps steps={why.without} />
        </tbody>
      </table>
    </section>
  );
}
