/** Why a threat carries so many points, step by step, where it is only named. */
import * as React from 'react';
import type { ModelId } from '../../../core/model/ids';
import { scaleOf } from '../../../core/model/project-policy';
import type { ThreatRisk } from '../../../core/risk/assess';
import { Why } from '../../../ui/Why';
import { useReach } from '../desk-context';
import { RiskSteps } from '../RiskSteps';

export function WhyThreat({ model, risk }: { readonly model: ModelId; readonly risk: ThreatRisk }) {
  const { picture } = useReach();
  const at = picture.models.find((each) => each.model.info.id === model);
  if (!at) return null;
  return (
    <Why of={risk.threat.title}>
      {() => <RiskSteps risk={risk} states={picture.tasks} scale={scaleOf(at.model)} />}
    </Why>
  );
}
