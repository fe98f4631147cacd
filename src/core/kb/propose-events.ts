/** The events by which the threats of a model would be noticed, and the edit that takes them into it. */
import type { Edit } from '../model/edit';
import type { EventTexts } from '../model/edits/events';
import type { SecurityEvent } from '../model/event';
import { eventId, mint } from '../model/ids';
import type { NewId, ThreatId } from '../model/ids';
import type { Model } from '../model/model';
import type { Threat } from '../model/threat';
import { isCopyOf, originOf } from './mitigation-key';
import type { KnowledgeEvent, KnowledgeMitigation, KnowledgePackage, KnowledgeThreat } from './package';
import { sureEnough } from './propose-mitigations';
import { rankThreats } from './rank-threats';

export interface EventProposal {
  readonly event: KnowledgeEvent;
  /** Threats of the model that it tells of and that no copy of it in the model names yet, in the model's order. */
  readonly threats: readonly ThreatId[];
  /** The copy that the model has already. */
  readonly present: SecurityEvent | undefined;
}

/** Its own entry if a rule made it, else the one that is surely like it. */
function entryOf(threat: Threat, packages: readonly KnowledgePackage[]): KnowledgeThreat | undefined {
  const { origin } = threat;
  if (origin.kind === 'rule')
    return packages.find(({ id }) => id === origin.package)?.threats.find(({ id }) => id === origin.entry);
  const [best] = rankThreats(packages, threat);
  return best && best.score >= sureEnough ? best.threat : undefined;
}

/** Mitigations that show by an event that they work, in the order of the packages. */
const telling = (packages: readonly KnowledgePackage[]): readonly KnowledgeMitigation[] =>
  packages.flatMap(({ mitigations }) => mitigations.filter(({ events }) => events.length > 0));

/** Event -> the threats that want it: by their own entry, or by a mitigation of theirs that reports. */
function wanted(
  model: Model,
  packages: readonly KnowledgePackage[],
): ReadonlyMap<KnowledgeEvent, ReadonlySet<ThreatId>> {
  const found = new Map<KnowledgeEvent, Set<ThreatId>>();
  const want = (events: readonly KnowledgeEvent[], threat: ThreatId) => {
    for (const event of events) found.set(event, (found.get(event) ?? new Set()).add(threat));
  };
  for (const threat of model.threat.values()) want(entryOf(threat, packages)?.events ?? [], threat.id);
  const entries = telling(packages);
  for (const { threat, mitigation: id } of model.treatment.values()) {
    const mitigation = model.mitigation.get(id);
    if (mitigation === undefined || !model.threat.has(threat)) continue;
    want(entries.find((entry) => isCopyOf(mitigation, entry))?.events ?? [], threat);
  }
  return found;
}

/**
 * What the model's threats still lack, those that tell of most threats first. An event that somebody declined is not
 * proposed again.
 */
export function proposeEvents(model: Model, packages: readonly KnowledgePackage[]): readonly EventProposal[] {
  const copies = [...model.event.values()];
  return [...wanted(model, packages)]
    .flatMap(([event, wanting]): EventProposal | [] => {
      const present = copies.find((copy) => isCopyOf(copy, event));
      const threats = [...wanting].filter((id) => !present?.threats.includes(id));
      return threats.length === 0 || present?.choice === 'declined' ? [] : { event, threats, present };
    })
    .sort((a, b) => b.threats.length - a.threats.length || (a.event.id < b.event.id ? -1 : 1));
}

const technique = /^T\d{4}(?:\.\d{3})?$/;

/** What a model says of an event, as the entry says it. */
export function textsOfEvent(entry: KnowledgeEvent): Omit<EventTexts, 'threats' | 'choice'> {
  const { table, selection, falsePositives } = entry;
  return {
    title: entry.name,
    source: entry.source,
    raisedWhen: entry.raisedWhen,
    logName: entry.logName,
    level: entry.logLevel,
    severity: entry.severity,
    fields: [...entry.fields],
    threshold: entry.threshold,
    meaning: entry.meaning,
    firstResponse: [...entry.firstResponse],
    automaticResponse: [...entry.automaticResponse],
    ...(falsePositives.length === 0 ? {} : { falsePositives: [...falsePositives] }),
    attack: entry.maps.attack.filter((id) => technique.test(id)),
    ...(table === undefined ? {} : { table }),
    ...(selection.length === 0 ? {} : { selection: [...selection] }),
  };
}

/** The event as a model keeps it: `proposed` until the champion chooses. */
export function copyOfEvent(
  entry: KnowledgeEvent,
  given: {
    readonly threats: readonly ThreatId[];
    readonly choice?: SecurityEvent['choice'];
    readonly newId: NewId;
  },
): SecurityEvent {
  return {
    ...textsOfEvent(entry),
    id: mint(eventId, given.newId),
    origin: originOf(entry),
    threats: [...given.threats],
    choice: given.choice ?? 'proposed',
  };
}

/** One edit, so that one undo takes it back. A copy that is there only learns of more threats: its texts are the team's. */
export function takeEvents(
  proposals: readonly EventProposal[],
  given: { readonly choice?: SecurityEvent['choice']; readonly newId: NewId },
): Edit {
  const put = proposals.map(({ event, threats, present }): SecurityEvent =>
    present
      ? { ...present, threats: [...present.threats, ...threats] }
      : copyOfEvent(event, { threats, ...given }),
  );
  return { label: 'Take proposed events', ...(put.length === 0 ? {} : { event: { put } }) };
}
