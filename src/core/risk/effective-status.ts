/** What a treatment's status really is: its own, else its work item's, else its mitigation's (design: the model). */
import type { Mitigation, Realisation, Status, StatusKind, Treatment } from '../model/mitigation';
import type { StateCategory } from '../model/state-category';

/** What is known of a work item when the risk is computed. */
export interface WorkItemState {
  readonly category: StateCategory | undefined;
}
export type WorkItemStates = ReadonlyMap<number, WorkItemState>;

export type StatusSource =
  | { readonly kind: 'place' }
  | { readonly kind: 'work-item'; readonly id: number; readonly category: StateCategory }
  | { readonly kind: 'mitigation' };

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

/**
 * The status that counts for one treatment. A work item never overwrites what a person said of this place, nor
 * "existing": what stood before the backlog is not undone by a card.
 */
export function effectiveStatus(given: {
  readonly treatment: Treatment;
  readonly mitigation: Mitigation;
  readonly realisations: readonly Realisation[];
  readonly states: WorkItemStates;
}): EffectiveStatus {
  const { treatment, mitigation, realisations, states } = given;
  if (treatment.status) return { status: treatment.status, source: { kind: 'place' } };
  const own: EffectiveStatus = { status: mitigation.status, source: { kind: 'mitigation' } };
  if (mitigation.status.kind === 'existing') return own;
  return fromWorkItem(realisations, treatment, states) ?? own;
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
