/** Edits of events: by hand, by choice, and the statement that a threat needs none. */
import type { Dismissal } from '../decisions';
import type { Edit } from '../edit';
import type { SecurityEvent } from '../event';
import { dismissalId, eventId, mint } from '../ids';
import type { EventId, MitigationId, ModelId, NewId, ThreatId } from '../ids';
import type { Model } from '../model';

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
