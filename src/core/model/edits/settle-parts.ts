/**
 * Parts of a mitigation never overlap, whoever split it at the same time (core/sync, S55 and S64): one page made the
 * first Task, another split the mitigation, and neither saw the other, so that the merge of both has three parts for
 * two places.
 */
import type { Edit } from '../edit';
import type { TreatmentId } from '../ids';
import type { Realisation } from '../mitigation';
import type { Model } from '../model';
import { indexModel } from '../model-index';

/** One with a Task before one without, then the older id: the same whoever looks. */
function byTask(a: Realisation, b: Realisation): number {
  const hasTask = ({ workItem }: Realisation): number => (workItem === null ? 0 : 1);
  return hasTask(b) - hasTask(a) || (a.id < b.id ? -1 : 1);
}

function overlaps(own: readonly Realisation[]): boolean {
  if (own.length < 2) return false;
  const covered = own.flatMap(({ covers }) => (covers === 'all' ? [] : covers));
  return own.some(({ covers }) => covers === 'all') || new Set(covered).size < covered.length;
}

/** The parts as they are to be; one that is not among them covers nothing any more, and is let go of. */
function distinct(own: readonly Realisation[], places: readonly TreatmentId[]): readonly Realisation[] {
  const taken = new Set<TreatmentId>();
  const parts: Realisation[] = [];
  const whole: Realisation[] = [];
  for (const part of [...own].sort(byTask)) {
    if (part.covers === 'all') whole.push(part);
    else {
      const covers = part.covers.filter((id) => !taken.has(id));
      covers.forEach((id) => taken.add(id));
      if (covers.length > 0 || part.covers.length === 0) parts.push({ ...part, covers });
    }
  }
  const [first] = whole;
  if (!first) return parts;
  // Nobody split it: one Task is enough.
  if (parts.length === 0) return [first];
  const rest = places.filter((id) => !taken.has(id));
  if (rest.length > 0) return [...parts, { ...first, covers: rest }];
  // Somebody split it while somebody else made its Task, which goes on with the first part that has none (S59).
  const free = first.workItem === null ? undefined : parts.find(({ workItem }) => workItem === null);
  return free ? parts.map((part) => (part === free ? { ...first, covers: part.covers } : part)) : parts;
}

/** Makes overlapping parts distinct; undefined when none do. A Task that is let go of is never deleted. */
export function settleParts(model: Model): Edit | undefined {
  const index = indexModel(model);
  const put: Realisation[] = [];
  const remove: Realisation['id'][] = [];
  const split = [...model.realisation.values()].filter(
    ({ covers, mitigation }) => covers !== 'all' || index.realisationsOfMitigation(mitigation).length > 1,
  );
  for (const mitigation of new Set(split.map((each) => each.mitigation))) {
    const own = index.realisationsOfMitigation(mitigation);
    if (!overlaps(own)) continue;
    const places = index.treatmentsOfMitigation(mitigation).map(({ id }) => id);
    const parts = distinct(own, places);
    put.push(...parts);
    remove.push(...own.flatMap(({ id }) => (parts.every((part) => part.id !== id) ? id : [])));
  }
  if (put.length + remove.length === 0) return undefined;
  return { label: 'One Task for each place', realisation: { put, remove } };
}
