/** Which threats an event would tell of, and which ones nobody would see: threats x events. */
import { missingEventKey, waiversOf } from '../model/edits/events';
import type { Dismissal } from '../model/decisions';
import type { SecurityEvent } from '../model/event';
import type { Model } from '../model/model';
import type { Threat } from '../model/threat';
import type { Assessment } from '../risk/assess';
import type { SeverityName } from '../risk/severity';

/**
 * `watched`: a selected event names it. `proposed`: only events that nobody selected. `blind`: none at all. `waived`:
 * not watched, and somebody answers for that.
 */
export type Sight = 'watched' | 'proposed' | 'blind' | 'waived';

export interface CoverageRow {
  readonly threat: Threat;
  /** Before any mitigation: what is held off today is what an event tells of when it fails. */
  readonly severity: SeverityName;
  readonly sight: Sight;
  /** Selected and proposed ones that name it. */
  readonly events: readonly SecurityEvent[];
  readonly waiver: Dismissal | undefined;
  /** A high or critical threat that is neither watched nor waived. */
  readonly isFinding: boolean;
}

export interface Coverage {
  /** Threats that apply: the gravest first, then by title. */
  readonly rows: readonly CoverageRow[];
  /** Selected, then proposed; each by name. Declined ones are out of the matrix. */
  readonly events: readonly SecurityEvent[];
  readonly watched: number;
  readonly findings: number;
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const choices: readonly SecurityEvent['choice'][] = ['selected', 'proposed', 'declined'];

/** In the order in which people read them: by choice, then by name. */
export function orderedEvents(model: Model): readonly SecurityEvent[] {
  return [...model.event.values()].sort(
    (a, b) =>
      choices.indexOf(a.choice) - choices.indexOf(b.choice) ||
      byText(a.logName.toLowerCase(), b.logName.toLowerCase()) ||
      byText(a.id, b.id),
  );
}

function sightOf(events: readonly SecurityEvent[], waiver: Dismissal | undefined): Sight {
  if (events.some(({ choice }) => choice === 'selected')) return 'watched';
  if (waiver) return 'waived';
  return events.length > 0 ? 'proposed' : 'blind';
}

/** `today` is an ISO instant: a waiver may end. */
export function coverageOf(model: Model, assessment: Assessment, today: string): Coverage {
  const events = orderedEvents(model).filter(({ choice }) => choice !== 'declined');
  const rows = [...assessment.threats.values()]
    .filter(({ applies }) => applies)
    .sort((a, b) => b.inherent - a.inherent || byText(a.threat.title, b.threat.title))
    .map(({ threat, severity }): CoverageRow => {
      const own = events.filter(({ threats }) => threats.includes(threat.id));
      const [waiver] = waiversOf(model, missingEventKey(model.info.id, threat.id), today);
      const sight = sightOf(own, waiver);
      const isGrave = severity === 'high' || severity === 'critical';
      const isFinding = isGrave && (sight === 'blind' || sight === 'proposed');
      return { threat, severity, sight, events: own, waiver, isFinding };
    });
  const count = (wanted: (row: CoverageRow) => boolean) => rows.filter(wanted).length;
  return {
    rows,
    events,
    watched: count(({ sight }) => sight === 'watched'),
    findings: count(({ isFinding }) => isFinding),
  };
}
