/** Why the threat has its numbers, step by step, so that nobody has to believe them. */
import * as React from 'react';
import { scaleOf } from '../../../core/model/project-policy';
import type { ThreatRisk } from '../../../core/risk/assess';
import { RiskSteps } from '../../tab-parts/RiskSteps';
import { useModelView } from '../model-view';

export function WhySection({ risk }: { readonly risk: ThreatRisk }): React.ReactElement {
  const { items, model } = useModelView();
  return (
    <section className="wo-section">
      <h3>Why this number</h3>
      <RiskSteps risk={risk} states={items} scale={scaleOf(model)} />
    </section>
  );
}
