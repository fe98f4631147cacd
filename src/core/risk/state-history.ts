/**
 * When a work item was in which state category, out of the dates that Azure DevOps keeps on the item itself: one batch
 * read of 200 items instead of one request per item. Only an item that was reopened needs its revisions.
 */
import type { StateCategory } from '../model/state-category';

/** From this instant on, until the next one. ISO 8601, UTC. */
export interface StateSince {
  readonly at: string;
  readonly category: StateCategory;
}
/** In order of time; empty = nothing is known. */
export type StateHistory = readonly StateSince[];

/** The dates of one item. `category` is today's; absent dates are dates that the process does not keep. */
export interface StateDates {
  readonly category: StateCategory;
  /** System.CreatedDate */
  readonly created: string;
  /** Microsoft.VSTS.Common.ActivatedDate, ResolvedDate, ClosedDate: each the last time. */
  readonly activated?: string;
  readonly resolved?: string;
  readonly closed?: string;
  /** Microsoft.VSTS.Common.StateChangeDate */
  readonly stateChanged?: string;
}

export type ReadHistory =
  | { readonly kind: 'known'; readonly history: StateHistory }
  /** The dates do not tell: it was closed before and is not now, or its dates run backwards. */
  | { readonly kind: 'needs-revisions' };

const instantOf = (iso: string): number => Date.parse(iso);

/** The history that the dates tell, or that they do not. Total: unreadable dates ask for the revisions. */
export function historyFromDates(dates: StateDates): ReadHistory {
  const { category, created, activated, resolved, closed, stateChanged } = dates;
  const wasClosedBefore = closed !== undefined && category !== 'Completed';
  if (wasClosedBefore) return { kind: 'needs-revisions' };
  const steps: StateSince[] = [{ at: created, category: 'Proposed' }];
  if (activated !== undefined) steps.push({ at: activated, category: 'InProgress' });
  if (resolved !== undefined && category !== 'InProgress') steps.push({ at: resolved, category: 'Resolved' });
  const last = steps[steps.length - 1];
  if (category !== last?.category) {
    const since = (category === 'Completed' ? closed : undefined) ?? stateChanged;
    if (since === undefined) return { kind: 'needs-revisions' };
    steps.push({ at: since, category });
  }
  // A date that runs backwards is the mark of an item that went through its states more than once.
  const isForward = steps.every(({ at }, place) => {
    const before = steps[place - 1];
    return !Number.isNaN(instantOf(at)) && (before === undefined || instantOf(before.at) <= instantOf(at));
  });
  return isForward ? { kind: 'known', history: steps } : { kind: 'needs-revisions' };
}

/** The category at an instant; undefined before the item was there. */
export function categoryAt(history: StateHistory, at: string): StateCategory | undefined {
  const instant = instantOf(at);
  let found: StateCategory | undefined;
  for (const { at: since, category } of history) {
    if (instantOf(since) > instant) break;
    found = category;
  }
  return found;
}
