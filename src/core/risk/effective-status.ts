/**
 * What a treatment's status really is. The narrowest decision of a person counts: of its place, of its entity type, of
 * the mitigation. A work item speaks before the mitigation does, and the knowledge base where nobody said anything.
 */
import { typeStatusAt } from '../model/entity-type';
import type { Mitigation, Realisation, Status, StatusKind, Treatment } from '../model/mitigation';
import type { Model } from '../model/model';
import type { StateCategory } from '../model/state-category';

/** What is known of a work item when the risk is computed. */
export interface WorkItemState {
  readonly category: StateCategory | undefined;
}
export type WorkItemStates = ReadonlyMap<number, WorkItemState>;

export type StatusSource =
  | { readonly kind: 'place' }
  /** Decided for all places of that type, in this model. */
  | { readonly kind: 'entity-type'; readonly type: string; readonly name: string }
  | { readonly kind: 'work-item'; readonly id: number; readonly category: StateCategory }
  | { readonly kind: 'mitigation' }
  /** The package that the mitigation came from says so, and nobody here decided otherwise. */
  | { readonly kind: 'knowledge' };

export interface EffectiveStatus {
  readonly status: Status;
  readonly source: StatusSource;
}

/** Resolved counts as in progress, as on boards; Removed says nothing about the mitigation, so somebody is asked. */
const statusOfCategory: Record<StateCategory, StatusKind | undefined> = {
  Proposed: 'planned',
  InProgress: 'in-progress',
  Resolved: 'in-progress',
  Completed: 'implemented',
  Removed: undefined,
};

function fromWorkItem(realisations: readonly Realisation[], treatment: Treatment, states: WorkItemStates) {
  for (const realisation of realisations) {
    if (realisation.workItem === null) continue;
    if (realisation.covers !== 'all' && !realisation.covers.includes(treatment.id)) continue;
    const category = states.get(realisation.workItem)?.category;
    const kind = category && statusOfCategory[category];
    if (category && kind && kind !== 'rejected' && kind !== 'not-applicable') {
      const source: StatusSource = { kind: 'work-item', id: realisation.workItem, category };
      return { status: { kind }, source } satisfies EffectiveStatus;
    }
  }
  return undefined;
}

function fromType({ model, mitigation }: MitigationGiven, treatment: Treatment): EffectiveStatus | undefined {
  const threat = mitigation.byType && model.threat.get(treatment.threat);
  const said = threat && typeStatusAt(model, mitigation, threat.place);
  if (!said) return undefined;
  return { status: said.status, source: { kind: 'entity-type', type: said.type.key, name: said.type.name } };
}

/** What speaks at all places of a mitigation. */
export interface MitigationGiven {
  readonly model: Model;
  readonly mitigation: Mitigation;
  readonly realisations: readonly Realisation[];
  readonly states: WorkItemStates;
}
export interface EffectiveStatusGiven extends MitigationGiven {
  readonly treatment: Treatment;
}

/** What the mitigation says of itself, or what it was given by the knowledge base while nobody decides. */
export function ownStatus(mitigation: Mitigation): EffectiveStatus {
  const { status, given } = mitigation;
  if (status.kind === 'open' && given) return { status: given, source: { kind: 'knowledge' } };
  return { status, source: { kind: 'mitigation' } };
}

/** What is said of one place besides what its mitigation says of itself; undefined = nothing, so that counts. */
export function statusBesides(given: MitigationGiven, treatment: Treatment): EffectiveStatus | undefined {
  const { mitigation, realisations, states } = given;
  if (treatment.status) return { status: treatment.status, source: { kind: 'place' } };
  const ofType = fromType(given, treatment);
  if (ofType) return ofType;
  if (mitigation.status.kind === 'existing') return undefined;
  return fromWorkItem(realisations, treatment, states);
}

/**
 * The status that counts for one treatment. A work item never overwrites what a person said of this place or its type,
 * nor "existing": what stood before the backlog is not undone by a card.
 */
export function effectiveStatus(given: EffectiveStatusGiven): EffectiveStatus {
  return statusBesides(given, given.treatment) ?? ownStatus(given.mitigation);
}

/** Does the status lower the risk now, only in the plan, or not at all? */
export function effectOf(kind: StatusKind): 'now' | 'planned' | 'none' {
  switch (kind) {
    case 'existing':
    case 'implemented':
      return 'now';
    case 'approved':
    case 'planned':
    case 'in-progress':
      return 'planned';
    case 'open':
    case 'proposed':
    case 'rejected':
    case 'not-applicable':
      return 'none';
  }
}
