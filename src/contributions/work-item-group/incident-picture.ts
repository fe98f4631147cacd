/** What the form shows of the incidents that name the item: what happened, which threats, what should have held. Pure. */
import type { WorkItemReading } from '../../app/read-work-item';
import type { IncidentId, ModelId } from '../../core/model/ids';
import type { Incident } from '../../core/model/incident';
import { assessItem, threatRow } from './item-threat';
import type { ThreatRow } from './item-threat';

export interface IncidentPicture {
  readonly id: IncidentId;
  readonly model: ModelId;
  readonly modelName: string;
  readonly title: string;
  /** ISO instant. */
  readonly at: string;
  readonly state: Incident['state'];
  readonly found: string;
  /** Worst first. */
  readonly threats: readonly ThreatRow[];
  /** Threats of it that are not shown here. */
  readonly more: number;
}

/** Newest first within each model; empty for an item that no incident names. */
export function incidentPictures(reading: WorkItemReading): readonly IncidentPicture[] {
  return reading.models.flatMap((item) => {
    if (item.model.incident.size === 0) return [];
    const assessed = assessItem(item, reading);
    return [...item.model.incident.values()].map(({ id, title, at, state, found, threats: of }) => {
      const threats = of
        .flatMap((threat) => threatRow(assessed, reading, { threat }) ?? [])
        .sort((a, b) => b.risk.inherent - a.risk.inherent);
      const known = { id, title, at, state, found, threats, more: of.length - threats.length };
      return { model: item.id, modelName: item.name, ...known };
    });
  });
}
