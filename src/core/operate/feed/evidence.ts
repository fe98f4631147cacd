/** What the counts of alerts say about a threat, and whether its probability should be judged anew. */
import type { EvidenceDay } from '../../model/incident';
import type { EventId, ThreatId } from '../../model/ids';
import type { Model } from '../../model/model';
import { probabilityLevels } from '../../model/threat';
import type { ProbabilityLevel } from '../../model/threat';

export interface Seen {
  readonly total: number;
  /** In the 30 days up to today. */
  readonly lately: number;
  /** ISO instant. */
  readonly last: string;
  /** By day, ascending. */
  readonly days: readonly EvidenceDay[];
}

const dayBefore = (today: string, days: number): string =>
  new Date(Date.parse(today) - days * 86_400_000).toISOString().slice(0, 10);

function together(model: Model, wanted: (about: string) => boolean, today: string): Seen | undefined {
  const found = [...model.evidence.values()].filter(({ about }) => wanted(about.id));
  if (found.length === 0) return undefined;
  const counts = new Map<string, number>();
  for (const { days } of found)
    for (const { day, count } of days) counts.set(day, (counts.get(day) ?? 0) + count);
  const since = dayBefore(today, 30);
  const days = [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([day, count]) => ({ day, count }));
  return {
    total: found.reduce((sum, each) => sum + each.total, 0),
    lately: days.reduce((sum, { day, count }) => (day > since ? sum + count : sum), 0),
    last: found.reduce((latest, each) => (each.last > latest ? each.last : latest), ''),
    days,
  };
}

/** How often an event was seen; undefined = never. `today` is an ISO instant. */
export const seenEvent = (model: Model, event: EventId, today: string): Seen | undefined =>
  together(model, (id) => id === event, today);

/** All alerts together; one that named several threats without an event counts at each. */
export const seenInAll = (model: Model, today: string): Seen | undefined =>
  together(model, () => true, today);

/** How often a threat was seen: by the events that tell of it, and by alerts that named it without one. */
export function seenThreat(model: Model, threat: ThreatId, today: string): Seen | undefined {
  const telling = new Set<string>(
    [...model.event.values()].filter(({ threats }) => threats.includes(threat)).map(({ id }) => id),
  );
  return together(model, (id) => id === threat || telling.has(id), today);
}

/** What fires each day is almost certain, each week likely, once in a month possible. */
function levelOf(lately: number): ProbabilityLevel | undefined {
  if (lately >= 20) return 'almost-certain';
  if (lately >= 4) return 'likely';
  return lately >= 1 ? 'possible' : undefined;
}

/**
 * The probability to look at again: higher than the one that the threat has, because its events fire more often than
 * that. A proposal, never a change: an alert may tell of a try that failed.
 */
export function proposedProbability(seen: Seen, now: ProbabilityLevel): ProbabilityLevel | undefined {
  const level = levelOf(seen.lately);
  return level && probabilityLevels.indexOf(level) > probabilityLevels.indexOf(now) ? level : undefined;
}
