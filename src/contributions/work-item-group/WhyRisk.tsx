/** "Why this number" in the form: the steps of one threat, and the threats that a sum is made of. */
import * as React from 'react';
import { scaleOf } from '../../core/model/project-policy';
import { Why, WhyRows } from '../../ui/Why';
import { RiskSteps } from '../tab-parts/RiskSteps';
import { useGroup } from './group-context';
import type { ThreatRow } from './item-threat';

function Steps({ row }: { readonly row: ThreatRow }): React.ReactElement | null {
  const { reading } = useGroup().shown;
  const of = reading.models.find(({ id }) => id === row.model);
  return of ? <RiskSteps risk={row.risk} states={reading.tasks} scale={scaleOf(of.model)} /> : null;
}

export function WhyRisk({ row }: { readonly row: ThreatRow }): React.ReactElement | null {
  if (!row.risk.applies) return null;
  return <Why of={row.threat.title}>{() => <Steps row={row} />}</Why>;
}

/** Of all threats of the item together, each once. */
export function WhySum({ rows }: { readonly rows: readonly ThreatRow[] }): React.ReactElement {
  const { places } = useGroup();
  const once = new Map(rows.map((row) => [`${row.model} ${row.threat.id}`, row]));
  return (
    <Why of="Points of risk">
      {() => (
        <>
          <p>What the threats of this story carry now, added up; a threat of several clauses counts once.</p>
          <WhyRows
            rows={[...once].map(([key, { model, threat, risk }]) => ({
              key,
              name: threat.title,
              value: risk.current,
              note: `of ${Math.round(risk.inherent)}`,
              onOpen: () => places.openThreat(model, threat.id),
            }))}
          />
        </>
      )}
    </Why>
  );
}
