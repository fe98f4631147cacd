/** What a fault is: which calls it matches, which of them it strikes, and what happens to those. Data only. */

/** Which calls are meant. Every part that is given must fit; an empty match means every REST call. */
export interface CallMatch {
  /** GET, POST, PUT, PATCH or DELETE. Preflights never count. */
  readonly method?: string;
  /** The published operation with or without its area ("wit/7.2 Work Items_Update", "Work Items_Update"), or the route of its endpoint. */
  readonly operation?: string;
  /** Path below the organisation, in any case: one star stands for anything within a segment, two for anything at all. */
  readonly path?: string;
  /** Sign-in name of the caller, or its part before the @. */
  readonly user?: string;
}

/**
 * Before the call did anything; when it has read the work items that it changes and not saved them; or when it has done
 * everything and only the answer is missing.
 */
export type Moment = 'before' | 'between' | 'after';

export type Effect =
  /** Nothing happens; the calls are counted and listed. */
  | { readonly kind: 'watch' }
  /** The answer is an error in the original's envelope; `typeKey` and `message` have defaults by status. */
  | {
      readonly kind: 'fail';
      readonly status: number;
      readonly typeKey?: string;
      readonly message?: string;
      readonly when?: Exclude<Moment, 'between'>;
    }
  /** The connection is closed without an answer. */
  | { readonly kind: 'drop'; readonly when?: Exclude<Moment, 'between'> }
  | { readonly kind: 'delay'; readonly milliseconds: number; readonly when?: Moment }
  /** Waits until the fault is released: an order of events that no clock can disturb. */
  | { readonly kind: 'hold'; readonly when?: Moment }
  /** 429 with Retry-After and the X-RateLimit headers; the call has no effect. */
  | { readonly kind: 'block'; readonly retryAfter?: number }
  /** The call succeeds and its answer carries the rate-limit headers; `retryAfter` in seconds only where given. */
  | { readonly kind: 'warn'; readonly retryAfter?: number };

export interface NewFault {
  readonly match: CallMatch;
  /** The first matching call that is struck, counted from 1 since the fault was set. Default: 1. */
  readonly from?: number;
  /** How many calls are struck from there on; null for all. Default: 1. */
  readonly count?: number | null;
  readonly effect: Effect;
}

export interface Fault extends Required<NewFault> {
  readonly id: string;
}

/** A fault as it stands: how many calls it matched, how many it struck. */
export interface FaultState extends Fault {
  readonly seen: number;
  readonly struck: number;
  readonly isReleased: boolean;
}

/** One call that a fault matched. */
export interface MatchedCall {
  readonly fault: string;
  /** Its number among the calls that the fault matched, from 1. */
  readonly number: number;
  /** Server time. */
  readonly at: string;
  readonly method: string;
  /** Path and query below the organisation. */
  readonly path: string;
  readonly operation: string | null;
  readonly user: string | null;
  readonly isStruck: boolean;
  /** What went over the wire; null for a dropped connection and while the call is under way. */
  readonly status: number | null;
}
