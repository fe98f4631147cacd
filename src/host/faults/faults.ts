/** The faults that are set, what they have matched, and the waiting of those they hold. Everything is in memory only. */
import type { CallMatch, Fault, FaultState, MatchedCall, NewFault } from './fault';

/** A REST call as a fault sees it. */
export interface SeenCall {
  readonly method: string;
  /** Path below the organisation, decoded where it can be. */
  readonly path: string;
  readonly search: string;
  /** `spec` and `route` of the endpoint that answers it; null where there is none. */
  readonly endpoint: { readonly spec: string; readonly route: string } | null;
  readonly user: string | null;
}

/** A fault that strikes a call. */
export interface Strike {
  readonly fault: Fault;
  /** Resolves when the fault is released or gone. */
  readonly released: Promise<void>;
}

/** What one call has met, and how to note what went over the wire. */
export interface Encounter {
  readonly strikes: readonly Strike[];
  note(status: number | null): void;
}

/** The newest calls are kept, so that a server that runs for weeks does not fill its memory. */
const KEPT_CALLS = 2000;

interface Kept {
  readonly fault: Fault;
  readonly released: Promise<void>;
  readonly release: () => void;
  seen: number;
  struck: number;
  isReleased: boolean;
}

export class Faults {
  private readonly kept = new Map<string, Kept>();
  private calls: MatchedCall[] = [];
  private next = 1;
  private serial = 0;

  add(fault: NewFault): FaultState {
    const id = String(this.next);
    this.next += 1;
    let release = (): void => undefined;
    const released = new Promise<void>((done) => (release = done));
    const full: Fault = { from: 1, count: 1, ...fault, id };
    const kept = { fault: full, released, release, seen: 0, struck: 0, isReleased: false };
    this.kept.set(id, kept);
    return stateOf(kept);
  }

  all(): readonly FaultState[] {
    return [...this.kept.values()].map(stateOf);
  }

  /** The calls that a fault matched, or those of all faults, oldest first. */
  matched(id?: string): readonly MatchedCall[] {
    return id === undefined ? this.calls : this.calls.filter((call) => call.fault === id);
  }

  /** Lets go of what the fault holds, now and later. False for a fault that is not there. */
  release(id: string): boolean {
    const kept = this.kept.get(id);
    if (!kept) return false;
    kept.isReleased = true;
    kept.release();
    return true;
  }

  /** A removed fault lets go of what it held; its calls stay in the list. */
  remove(id: string): boolean {
    const isThere = this.release(id);
    this.kept.delete(id);
    return isThere;
  }

  reset(): void {
    for (const id of [...this.kept.keys()]) this.remove(id);
    this.calls = [];
  }

  /** True while some fault closes connections, which then must not be used twice: clients repeat a call on their own when a reused one breaks. */
  get isDropping(): boolean {
    return [...this.kept.values()].some(({ fault }) => fault.effect.kind === 'drop');
  }

  /** Counts a call with every fault that it fits. */
  meet(call: SeenCall, at: Date): Encounter {
    const strikes: Strike[] = [];
    const noted: number[] = [];
    for (const kept of this.kept.values()) {
      if (!fits(kept.fault.match, call)) continue;
      kept.seen += 1;
      const { from, count } = kept.fault;
      const isStruck = kept.seen >= from && (count === null || kept.seen < from + count);
      if (isStruck) {
        kept.struck += 1;
        strikes.push({ fault: kept.fault, released: kept.released });
      }
      noted.push(this.keep({ ...shown(call, at), fault: kept.fault.id, number: kept.seen, isStruck }));
    }
    return { strikes, note: (status) => this.note(noted, status) };
  }

  /** Notes a call and answers its serial number, which outlives the dropping of older ones. */
  private keep(call: MatchedCall): number {
    this.calls.push(call);
    this.serial += 1;
    if (this.calls.length > KEPT_CALLS) this.calls = this.calls.slice(-KEPT_CALLS);
    return this.serial;
  }

  private note(serials: readonly number[], status: number | null): void {
    for (const serial of serials) {
      const index = this.calls.length - 1 - (this.serial - serial);
      const call = this.calls[index];
      if (call) this.calls[index] = { ...call, status };
    }
  }
}

function stateOf({ fault, seen, struck, isReleased }: Kept): FaultState {
  return { ...fault, seen, struck, isReleased };
}

function shown(call: SeenCall, at: Date): Omit<MatchedCall, 'fault' | 'number' | 'isStruck'> {
  return {
    at: at.toISOString(),
    method: call.method,
    path: call.path + call.search,
    operation: call.endpoint?.spec ?? null,
    user: call.user,
    status: null,
  };
}

function fits(match: CallMatch, call: SeenCall): boolean {
  if (call.method === 'OPTIONS') return false;
  if (match.method !== undefined && match.method.toUpperCase() !== call.method) return false;
  if (match.path !== undefined && !pathPattern(match.path).test(call.path)) return false;
  if (match.user !== undefined && !isUser(match.user, call.user)) return false;
  return (
    match.operation === undefined || (call.endpoint !== null && isOperation(match.operation, call.endpoint))
  );
}

/** True for the name of a published operation, with or without its area and version, and for a route. */
export function isOperation(
  name: string,
  endpoint: { readonly spec: string; readonly route: string },
): boolean {
  const wanted = name.toLowerCase();
  const spec = endpoint.spec.toLowerCase();
  return spec === wanted || spec.endsWith(` ${wanted}`) || endpoint.route.toLowerCase() === wanted;
}

function isUser(name: string, user: string | null): boolean {
  const wanted = name.toLowerCase();
  const given = user?.toLowerCase();
  return given === wanted || given?.split('@')[0] === wanted;
}

/** One star for anything within a segment, two for anything. */
function pathPattern(pattern: string): RegExp {
  const text = pattern
    .replace(/[.+?^${}()|[\]\\]/g, '\\$&')
    .replace(/\*+/g, (stars) => (stars.length > 1 ? '.*' : '[^/]*'));
  return new RegExp(`^${text}$`, 'is');
}
