/** The control endpoint of the server, as the owner: whoever is chosen in the page, faults are the owner's to set. */
import type { ClockState } from '../../../faults/clock';
import type { FaultState, MatchedCall, NewFault } from '../../../faults/fault';
import type { ThrottlingRules } from '../../../faults/throttling';
import { connect } from '../../rest/connection';
import type { Bootstrap } from '../../page/bootstrap';

export interface Operation {
  readonly method: string;
  readonly route: string;
  readonly spec: string;
}

export interface ServerState {
  readonly faults: readonly FaultState[];
  readonly throttling: ThrottlingRules | null;
  readonly clock: ClockState;
  /** Newest first. */
  readonly calls: readonly MatchedCall[];
}

export interface Control {
  read(): Promise<ServerState>;
  operations(): Promise<readonly Operation[]>;
  add(fault: NewFault): Promise<void>;
  release(id: string): Promise<void>;
  remove(id: string): Promise<void>;
  /** Null turns it off. */
  throttle(limit: number | null): Promise<void>;
  setClock(to: {
    readonly now?: string;
    readonly advanceSeconds?: number;
    readonly stopped?: boolean;
  }): Promise<void>;
  resetClock(): Promise<void>;
  resetAll(): Promise<void>;
}

export function controlOf({ origin, users: [owner] }: Bootstrap): Control {
  const connection = connect(origin, owner.token);
  const send = <T>(method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown): Promise<T> =>
    connection.send<T>({ method, path: `/_local/${path}`, ...(body === undefined ? {} : { body }) });
  return {
    async read() {
      const [state, { calls }] = await Promise.all([
        send<Omit<ServerState, 'calls'>>('GET', 'faults'),
        send<Pick<ServerState, 'calls'>>('GET', 'faults/calls'),
      ]);
      return { ...state, calls: [...calls].reverse() };
    },
    operations: async () =>
      (await send<{ operations: readonly Operation[] }>('GET', 'operations')).operations,
    add: (fault) => send('POST', 'faults', fault),
    release: (id) => send('POST', `faults/${id}/release`),
    remove: (id) => send('DELETE', `faults/${id}`),
    throttle: (limit) =>
      limit === null ? send('DELETE', 'throttling') : send('PUT', 'throttling', { limit }),
    setClock: (to) => send('PUT', 'clock', to),
    resetClock: () => send('DELETE', 'clock'),
    resetAll: () => send('DELETE', 'faults'),
  };
}
