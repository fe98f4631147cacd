/** Edits of incidents: what happened is kept with the model, with what it is linked to and what was learnt. */
import type { Edit } from '../edit';
import { incidentId, mint } from '../ids';
import type { IncidentId, NewId } from '../ids';
import type { Incident } from '../incident';
import type { Model } from '../model';

export type IncidentDraft = Omit<Incident, 'id' | 'state'>;

/** The incident about an alert, when somebody saved one before. */
export function incidentOfAlert(model: Model, alert: string): Incident | undefined {
  return [...model.incident.values()].find((each) => each.alert === alert);
}

/** Saves an incident; the one about the same alert is written anew and stays open or closed as it was. */
export function saveIncident(
  model: Model,
  draft: IncidentDraft,
  newId: NewId,
): Edit & { readonly saved: Incident } {
  const before = incidentOfAlert(model, draft.alert);
  const { lesson, ...rest } = draft;
  const learnt = lesson?.trim();
  const saved: Incident = {
    ...rest,
    title: draft.title.trim(),
    found: draft.found.trim(),
    ...(learnt ? { lesson: learnt } : {}),
    id: before?.id ?? mint(incidentId, newId),
    state: before?.state ?? 'open',
  };
  return { label: 'Save incident', incident: { put: [saved] }, saved };
}

export function setIncidentState(model: Model, id: IncidentId, state: Incident['state']): Edit {
  const incident = model.incident.get(id);
  const label = state === 'closed' ? 'Close incident' : 'Reopen incident';
  return { label, incident: { put: incident ? [{ ...incident, state }] : [] } };
}

export const removeIncident = (id: IncidentId): Edit => ({
  label: 'Delete incident',
  incident: { remove: [id] },
});
