/** Splits a mitigation over several Tasks by its places, and joins it again (core/sync, S55 and S59). */
import type { Edit } from '../edit';
import { mint, realisationId } from '../ids';
import type { MitigationId, NewId, TreatmentId } from '../ids';
import type { Realisation, Treatment } from '../mitigation';
import type { Model } from '../model';
import { indexModel } from '../model-index';

/** The mitigation's realisations, those that have a Task first, so that they are the ones that stay. */
function realisationsOf(model: Model, mitigation: MitigationId): readonly Realisation[] {
  const own = [...model.realisation.values()].filter((each) => each.mitigation === mitigation);
  return [
    ...own.filter(({ workItem }) => workItem !== null),
    ...own.filter(({ workItem }) => workItem === null),
  ];
}

/** Which of the places each part had before: a part goes on with the Task that covered most of them. */
function overlap({ covers }: Realisation, part: readonly TreatmentId[]): number {
  return covers === 'all' ? 0 : part.filter((id) => covers.includes(id)).length;
}

/** Which realisation each part goes on with: one with a Task before one without, then the one that covered most of it. */
function goingOn(
  own: readonly Realisation[],
  parts: readonly (readonly TreatmentId[])[],
): ReadonlyMap<readonly TreatmentId[], Realisation> {
  const hasTask = ({ workItem }: Realisation): number => (workItem === null ? 0 : 1);
  const pairs = parts.flatMap((part) => own.map((each) => ({ part, each, shared: overlap(each, part) })));
  // Sorting is stable: of equals the first part gets the first Task.
  pairs.sort((a, b) => hasTask(b.each) - hasTask(a.each) || b.shared - a.shared);
  const found = new Map<readonly TreatmentId[], Realisation>();
  const used = new Set<Realisation>();
  for (const { part, each } of pairs) {
    if (found.has(part) || used.has(each)) continue;
    found.set(part, each);
    used.add(each);
  }
  return found;
}

/**
 * One realisation for each part; one part is all of them. Parts go on with the Tasks that are there, the others get
 * theirs by the next sync; a Task that no part goes on with is let go of, never deleted. Every place is in exactly one
 * part: what `parts` does not name joins the first, and what it names twice stays with the first that does.
 */
export function splitMitigation(
  model: Model,
  given: {
    readonly mitigation: MitigationId;
    readonly parts: readonly (readonly TreatmentId[])[];
    readonly newId: NewId;
  },
): Edit {
  const { mitigation, newId } = given;
  const places = [...model.treatment.values()].flatMap((each) =>
    each.mitigation === mitigation ? each.id : [],
  );
  const seen = new Set<TreatmentId>();
  const named = given.parts
    .map((part) => part.filter((id) => places.includes(id) && !seen.has(id) && seen.add(id)))
    .filter((part) => part.length > 0);
  const [first = [], ...rest] = named;
  const parts = [[...first, ...places.filter((id) => !seen.has(id))], ...rest];
  const own = realisationsOf(model, mitigation);
  const goesOn = goingOn(own, parts);
  const put = parts.map((part): Realisation => {
    const covers = parts.length === 1 ? ('all' as const) : part;
    const best = goesOn.get(part);
    return best
      ? { ...best, covers }
      : { id: mint(realisationId, newId), mitigation, covers, workItem: null };
  });
  const free = own.filter((each) => put.every(({ id }) => id !== each.id));
  // Who never had a Task and is one again is as if it had never been split.
  const bare = parts.length === 1 && put.every(({ workItem }) => workItem === null);
  return {
    label: parts.length === 1 ? 'Join the Tasks' : 'Split over several Tasks',
    realisation: {
      put: bare ? [] : put,
      remove: [...free, ...(bare ? put : [])].flatMap(({ id }) => (model.realisation.has(id) ? id : [])),
    },
  };
}

/** More Tasks for one mitigation than anybody keeps apart: what would be in a later one joins the last. */
export const mostParts = 20;

/** The parts of a mitigation, one for each place, or one for each story that needs it first. */
export function partsBy(
  model: Model,
  mitigation: MitigationId,
  by: 'place' | 'story',
): readonly (readonly TreatmentId[])[] {
  const index = indexModel(model);
  const keyOf = ({ threat }: Treatment): string => {
    const place = model.threat.get(threat)?.place;
    if (by === 'place') return place && place.kind !== 'model' ? place.id : 'model';
    return String(Math.min(...index.linksOfThreat(threat).map(({ story }) => story)));
  };
  const numbers = new Map<string, number>();
  const parts: TreatmentId[][] = [];
  for (const treatment of index.treatmentsOfMitigation(mitigation)) {
    const key = keyOf(treatment);
    const number = numbers.get(key) ?? Math.min(numbers.size, mostParts - 1);
    numbers.set(key, number);
    (parts[number] ??= []).push(treatment.id);
  }
  return parts;
}
