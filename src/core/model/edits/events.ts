/** Edits of events: by hand, by choice, and the statement that a threat needs none. */
import type { Dismissal } from '../decisions';
import type { Edit } from '../edit';
import type { SecurityEvent } from '../event';
import { dismissalId, eventId, mint, mitigationId } from '../ids';
import type { EventId, MitigationId, ModelId, NewId, ThreatId } from '../ids';
import type { Mitigation, Treatment } from '../mitigation';
import type { Model } from '../model';
import { newTreatments } from './build';

/** What a person writes of an event; its id, origin and mitigation are not theirs to type. */
export type EventTexts = Omit<SecurityEvent, 'id' | 'origin' | 'mitigation'>;

export function addEvent(texts: EventTexts, newId: NewId): Edit & { readonly added: SecurityEvent } {
  const added: SecurityEvent = { ...texts, id: mint(eventId, newId), origin: { kind: 'person' } };
  return { label: 'Add event', event: { put: [added] }, added };
}

/** Replaces what people write; where it comes from and what raises it stay. */
export function rewriteEvent(model: Model, id: EventId, texts: EventTexts): Edit {
  const event = model.event.get(id);
  if (!event) return { label: 'Edit event' };
  const { origin, mitigation } = event;
  return {
    label: 'Edit event',
    event: { put: [{ ...texts, id, origin, ...(mitigation === undefined ? {} : { mitigation }) }] },
  };
}

/** The champion's choice. Events that have it already stay out of the edit. */
export function chooseEvents(model: Model, ids: readonly EventId[], choice: SecurityEvent['choice']): Edit {
  const put = ids.flatMap((id) => {
    const event = model.event.get(id);
    return event && event.choice !== choice ? [{ ...event, choice }] : [];
  });
  return { label: choice === 'selected' ? 'Select events' : 'Decline events', event: { put } };
}

/** Takes events away; what counts them or tells of them stays, since it happened. */
export function removeEvents(ids: readonly EventId[]): Edit {
  return { label: 'Delete event', event: { remove: ids } };
}

/** The key of the finding that a threat has no event (core/alignment, threat-without-event). */
export const missingEventKey = (model: ModelId, threat: ThreatId): string =>
  `threat-without-event@${model}/${threat}`;

/** The statements in force that a finding is fine as it is; `today` is an ISO instant. */
export function waiversOf(model: Model, finding: string, today: string | undefined): readonly Dismissal[] {
  return [...model.dismissal.values()].filter(
    (each) =>
      each.finding === finding && (each.until === undefined || today === undefined || each.until > today),
  );
}

/** Somebody answers, by name and with a reason, for a threat that nothing watches. */
export function waiveEvent(
  model: Model,
  given: { readonly threat: ThreatId; readonly by: string; readonly reason: string; readonly at: string },
  newId: NewId,
): Edit {
  const { threat, by, reason, at } = given;
  const finding = missingEventKey(model.info.id, threat);
  const put = [{ id: mint(dismissalId, newId), finding, by: by.trim(), reason: reason.trim(), at }];
  return { label: 'Waive the event of a threat', dismissal: { put } };
}

/** Takes every such statement about the threat back. */
export function unwaiveEvent(model: Model, threat: ThreatId): Edit {
  const finding = missingEventKey(model.info.id, threat);
  const remove = [...model.dismissal.values()].filter((each) => each.finding === finding).map(({ id }) => id);
  return { label: 'Take the waiver back', dismissal: { remove } };
}

/** The events that a mitigation makes the application raise, in the order of their names. */
export function eventsOfMitigation(model: Model, id: MitigationId): readonly SecurityEvent[] {
  return [...model.event.values()]
    .filter((event) => event.mitigation === id && event.choice !== 'declined')
    .sort((a, b) => (a.logName < b.logName ? -1 : a.logName > b.logName ? 1 : a.id < b.id ? -1 : 1));
}

function detecting(event: SecurityEvent, newId: NewId): Mitigation {
  return {
    id: mint(mitigationId, newId),
    origin: { kind: 'person' },
    title: `Log ${event.logName}: ${event.title}`.slice(0, 1000),
    implement: 'Write the log entry that the log contract below describes, wherever it is raised.',
    verify: 'Test each entry as described with its log contract.',
    controlType: 'detective',
    // The champion chose the event: that is the decision.
    status: { kind: 'approved' },
  };
}

/** What detects takes nothing away until somebody judges what it is worth at a threat. */
const unproven = (treatment: Treatment): Treatment => ({
  ...treatment,
  strength: { level: 'negligible', basis: 'assumed', reason: 'It detects; it does not prevent.' },
});

/**
 * Gives selected events of the application a detective mitigation each, which becomes a Task like any other (core/sync,
 * S60). One that has a mitigation keeps it, and it learns of threats that came to the event since.
 */
export function implementEvents(model: Model, ids: readonly EventId[], newId: NewId): Edit {
  const mitigations: Mitigation[] = [];
  const treatments: Treatment[] = [];
  const put: SecurityEvent[] = [];
  for (const id of ids) {
    const event = model.event.get(id);
    if (event?.source !== 'application' || event.choice !== 'selected') continue;
    const known = event.mitigation === undefined ? undefined : model.mitigation.get(event.mitigation);
    const mitigation = known ?? detecting(event, newId);
    if (!known) {
      mitigations.push(mitigation);
      put.push({ ...event, mitigation: mitigation.id });
    }
    treatments.push(
      ...newTreatments(model, { mitigation: mitigation.id, threats: event.threats, newId }).map(unproven),
    );
  }
  return {
    label: 'Plan events as Tasks',
    mitigation: { put: mitigations },
    treatment: { put: treatments },
    event: { put },
  };
}

/** Says which mitigation of the model raises the event, or with none that nothing does. */
export function raiseEventBy(model: Model, id: EventId, mitigation: MitigationId | undefined): Edit {
  const event = model.event.get(id);
  if (!event) return { label: 'Choose what raises the event' };
  const { mitigation: _before, ...rest } = event;
  const put = [mitigation === undefined ? rest : { ...rest, mitigation }];
  return { label: 'Choose what raises the event', event: { put } };
}
