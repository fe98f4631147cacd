/** Does a mitigation want a Task? It does when somebody approved it, at least at one place of a threat that applies. */
import { effectiveStatus } from '../risk/effective-status';
import { treatmentsOf } from './desk';
import type { Desk, Part } from './desk';

const isApproved = 'The mitigation is approved and has no Task.';
const isApprovedByThis = 'Nobody has decided yet: creating its Task approves it.';

/** Why a Task is made for a mitigation that lets go of another one. */
export const insteadOf = (workItem: number): string => `You chose a new Task instead of #${workItem}.`;

/** The reason as it reads once approvals, and that a Task was let go of, are saved: before the first Task is made. */
export const reasonAfterDecision = (because: string): string =>
  because
    .replace(isApprovedByThis, isApproved)
    .replace(/^You chose a new Task instead of #\d+\./, isApproved);

export type Wish =
  | { readonly kind: 'wanted'; readonly because: string }
  | { readonly kind: 'undecided' }
  | { readonly kind: 'unwanted'; readonly because: string };

/** What of the desk the question needs: no picture of the backlog. */
type WishDesk = Pick<Desk, 'model' | 'index' | 'choice' | 'states'>;

/** Whether a Task of the part is wanted, and why. The exception at a place counts before the mitigation's own status. */
export function wishOf(desk: WishDesk, part: Part): Wish {
  const { index, choice, states } = desk;
  const { mitigation } = part;
  const realisations = index.realisationsOfMitigation(mitigation.id);
  const kinds = treatmentsOf(desk, part).map(
    (treatment) =>
      effectiveStatus({ model: desk.model, treatment, mitigation, realisations, states }).status.kind,
  );
  if (kinds.length === 0) return { kind: 'unwanted', because: 'It treats no threat that applies.' };
  const approvedNow = choice.approve === 'all' || choice.approve.has(mitigation.id);
  if (kinds.some((kind) => ['approved', 'planned', 'in-progress'].includes(kind))) {
    return { kind: 'wanted', because: isApproved };
  }
  if (kinds.some((kind) => kind === 'open' || kind === 'proposed')) {
    return approvedNow ? { kind: 'wanted', because: isApprovedByThis } : { kind: 'undecided' };
  }
  return {
    kind: 'unwanted',
    because: `It is ${kinds[0]?.replace('-', ' ') ?? 'decided'}, so there is nothing to do.`,
  };
}

/** Before anything is read: is a Task to be made for the part? It has none, so no state of one can matter. */
export function wantsNewTask(desk: Pick<Desk, 'model' | 'index' | 'choice'>, part: Part): boolean {
  if ((part.realisation?.workItem ?? null) !== null) return false;
  return wishOf({ ...desk, states: new Map() }, part).kind === 'wanted';
}
