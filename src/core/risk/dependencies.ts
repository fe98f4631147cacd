/** What mitigations have to do with one another: some replace each other, some have no effect before others have. */
import type { MitigationId } from '../model/ids';
import type { Mitigation } from '../model/mitigation';
import type { Model } from '../model/model';
import type { ModelIndex } from '../model/model-index';
import { effectOf, ownStatus, statusBesides } from './effective-status';
import type { WorkItemStates } from './effective-status';

export type Effect = 'now' | 'planned' | 'none';

export interface Dependencies {
  /** The mitigation that stands for all that replace one another; itself where it has no alternative. */
  readonly groupOf: (id: MitigationId) => MitigationId;
  /** What the mitigation requires and lacks, so that it can have no effect now. */
  readonly lackedNow: (id: MitigationId) => readonly MitigationId[];
  /** The same when everything that is planned is done. */
  readonly lackedPlanned: (id: MitigationId) => readonly MitigationId[];
}

const nothing: readonly MitigationId[] = [];
/** Most models have neither: then nothing is computed. */
const independent: Dependencies = {
  groupOf: (id) => id,
  lackedNow: () => nothing,
  lackedPlanned: () => nothing,
};

function groups(model: Model): (id: MitigationId) => MitigationId {
  const parent = new Map<MitigationId, MitigationId>();
  const root = (id: MitigationId): MitigationId => {
    let at = id;
    for (let next = parent.get(at); next !== undefined && next !== at; next = parent.get(at)) at = next;
    return at;
  };
  for (const { id, alternatives } of model.mitigation.values())
    for (const other of alternatives ?? [])
      if (model.mitigation.has(other)) parent.set(root(id), root(other));
  return root;
}

interface Given {
  readonly model: Model;
  readonly index: ModelIndex;
  readonly states: WorkItemStates;
}

/** Is every place of it, ruled-out ones aside, at one of the effects? Without any place its own status decides. */
export function isThere(given: Given, mitigation: Mitigation, effects: readonly Effect[]): boolean {
  const { model, index, states } = given;
  const own = ownStatus(mitigation);
  const treating = { model, mitigation, realisations: index.realisationsOfMitigation(mitigation.id), states };
  let hasPlace = false;
  for (const treatment of index.treatmentsOfMitigation(mitigation.id)) {
    const { kind } = (statusBesides(treating, treatment) ?? own).status;
    if (kind === 'rejected' || kind === 'not-applicable') continue;
    if (!effects.includes(effectOf(kind))) return false;
    hasPlace = true;
  }
  return hasPlace || effects.includes(effectOf(own.status.kind));
}

/**
 * What each mitigation lacks: requirements hold through others, so whatever requires something missing is missing too.
 * A circle of requirements is there when all of it is. Requirements that the model does not hold ask for nothing.
 */
function lacking(given: Given, effects: readonly Effect[]): (id: MitigationId) => readonly MitigationId[] {
  const { mitigation } = given.model;
  const there = new Set<MitigationId>();
  for (const each of mitigation.values()) if (isThere(given, each, effects)) there.add(each.id);
  const requirements = ({ requires }: Mitigation) => (requires ?? []).filter((id) => mitigation.has(id));
  for (let again = true; again;) {
    again = false;
    for (const each of mitigation.values()) {
      if (!there.has(each.id) || requirements(each).every((id) => there.has(id))) continue;
      there.delete(each.id);
      again = true;
    }
  }
  return (id) => {
    const each = mitigation.get(id);
    return each ? requirements(each).filter((required) => !there.has(required)) : nothing;
  };
}

export function dependenciesOf(given: Given): Dependencies {
  const all = [...given.model.mitigation.values()];
  const hasAny = all.some(
    ({ alternatives, requires }) => (alternatives?.length ?? 0) > 0 || (requires?.length ?? 0) > 0,
  );
  if (!hasAny) return independent;
  return {
    groupOf: groups(given.model),
    lackedNow: lacking(given, ['now']),
    lackedPlanned: lacking(given, ['now', 'planned']),
  };
}
