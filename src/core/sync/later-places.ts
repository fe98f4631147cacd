/** Places that a mitigation came to treat after it was split: with which part each goes, or that it is one of its own (S63). */
import type { MitigationId, RealisationId, TreatmentId } from '../model/ids';
import type { Realisation, Treatment } from '../model/mitigation';
import type { Model } from '../model/model';
import type { ModelIndex } from '../model/model-index';

export interface LaterPlace {
  /** The treatments that came later at one place, in the order of their ids. */
  readonly covers: TreatmentId[];
  /** The part that covers the place already; undefined = it wants a Task of its own. */
  readonly goesWith: RealisationId | undefined;
}

interface Known {
  readonly model: Model;
  readonly index: ModelIndex;
}

const placeOf = ({ model }: Known, { threat }: Treatment): string => {
  const place = model.threat.get(threat)?.place;
  return place && place.kind !== 'model' ? place.id : 'model';
};

const storiesOf = ({ index }: Known, { threat }: Treatment): readonly number[] =>
  index.linksOfThreat(threat).map(({ story }) => story);

/** The one part that covers the place of a treatment; of several the one that shares a story with it. */
function partFor(
  known: Known,
  treatment: Treatment,
  covered: ReadonlyMap<RealisationId, readonly Treatment[]>,
): RealisationId | undefined {
  const place = placeOf(known, treatment);
  const there = [...covered].filter(([, each]) => each.some((one) => placeOf(known, one) === place));
  const stories = new Set(storiesOf(known, treatment));
  const sharing = there.filter(([, each]) =>
    each.some((one) => storiesOf(known, one).some((story) => stories.has(story))),
  );
  const [only, other] = there.length > 1 ? sharing : there;
  return other ? undefined : only?.[0];
}

/** Of a mitigation that is split, the treatments that no part covers, by place. */
export function laterPlaces(
  known: Known,
  mitigation: MitigationId,
  parts: readonly Realisation[],
): readonly LaterPlace[] {
  const treatments = known.index.treatmentsOfMitigation(mitigation);
  const has = ({ covers }: Realisation, id: TreatmentId) => covers === 'all' || covers.includes(id);
  const left = treatments.filter(({ id }) => !parts.some((part) => has(part, id)));
  if (left.length === 0) return [];
  const covered = new Map(parts.map((part) => [part.id, treatments.filter(({ id }) => has(part, id))]));
  const groups = new Map<string, { goesWith: RealisationId | undefined; covers: TreatmentId[] }>();
  for (const treatment of [...left].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const goesWith = partFor(known, treatment, covered);
    const key = goesWith ?? placeOf(known, treatment);
    const group = groups.get(key) ?? { goesWith, covers: [] };
    group.covers.push(treatment.id);
    groups.set(key, group);
  }
  return [...groups.values()];
}
