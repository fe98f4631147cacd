/** One status for a whole mitigation: the one that counts at all its places, or "mixed" with how many say what. Pure. */
import type { Mitigation, StatusKind, Treatment } from '../../../core/model/mitigation';
import type { Model } from '../../../core/model/model';
import type { ModelIndex } from '../../../core/model/model-index';
import { effectiveStatus, ownStatus } from '../../../core/risk/effective-status';
import type { EffectiveStatus } from '../../../core/risk/effective-status';
import { counted, statusWords } from '../../../ui/words';
import type { WorkItems } from '../work-items';

export type OverallStatus =
  | { readonly kind: 'same'; readonly effective: EffectiveStatus }
  /** Places by status, most first. */
  | { readonly kind: 'mixed'; readonly counts: ReadonlyMap<StatusKind, number> };

export interface StatusOfRow {
  readonly overall: OverallStatus;
  /** Places with a status of their own: a status of the mitigation does not reach them. */
  readonly places: readonly Treatment[];
  /** Places that follow the mitigation. */
  readonly following: number;
  /** The Task that speaks where no place does: then a choice for the mitigation would change nothing. */
  readonly speakingTask: number | undefined;
}

function overallOf(statuses: readonly EffectiveStatus[], own: EffectiveStatus): OverallStatus {
  const counts = new Map<StatusKind, number>();
  for (const { status } of statuses) counts.set(status.kind, (counts.get(status.kind) ?? 0) + 1);
  if (counts.size > 1) return { kind: 'mixed', counts: new Map([...counts].sort((a, b) => b[1] - a[1])) };
  // What the mitigation or its Task says is the better source: the places only agree with it.
  const effective = statuses.find(({ source }) => source.kind !== 'place') ?? statuses[0] ?? own;
  return { kind: 'same', effective };
}

/** Threats that do not apply have no say, unless none applies. */
export function statusOfRow(
  given: { readonly model: Model; readonly index: ModelIndex; readonly items: WorkItems },
  mitigation: Mitigation,
): StatusOfRow {
  const { model, index, items } = given;
  const all = index.treatmentsOfMitigation(mitigation.id);
  const applying = all.filter((t) => model.threat.get(t.threat)?.status.kind !== 'not-applicable');
  const treatments = applying.length > 0 ? applying : all;
  const realisations = index.realisationsOfMitigation(mitigation.id);
  const statuses = treatments.map((treatment) =>
    effectiveStatus({ model, treatment, mitigation, realisations, states: items }),
  );
  const places = treatments.filter((treatment) => treatment.status !== undefined);
  const fromTask = statuses.flatMap(({ source }) => (source.kind === 'work-item' ? [source.id] : []));
  return {
    overall: overallOf(statuses, ownStatus(mitigation)),
    places,
    following: treatments.length - places.length,
    speakingTask: fromTask[0],
  };
}

/** "Open at 2 places, Existing at 1 place". */
export function spellCounts(counts: ReadonlyMap<StatusKind, number>): string {
  return [...counts].map(([kind, count]) => `${statusWords[kind]} at ${counted(count, 'place')}`).join(', ');
}
