/**
 * The control endpoint `/_local`: faults, throttling and the clock. Nothing of the original begins with `/_local`, since
 * the first segment of its addresses is an organisation. Only the owner's token is taken, only from this machine, and
 * no CORS header is ever sent, so that the page of an extension cannot reach it.
 */
import type { Endpoint } from '../kernel/endpoint';
import { signIn } from '../kernel/sign-in';
import type { RestService } from '../kernel/rest';
import { users } from '../organisation/types';
import type { Disturbances } from './disturb';
import { isOperation } from './faults';
import { ControlError, object, readFault, whole } from './read-fault';
import { DEFAULT_RULES, type ThrottlingRules } from './throttling';

export const CONTROL_PREFIX = '/_local/';
/** A control request is a few hundred bytes. */
export const CONTROL_LIMIT = 65_536;

export interface ControlRequest {
  readonly method: string;
  readonly path: string;
  readonly authorization: string | undefined;
  /** The address of the other end of the connection. */
  readonly from: string | undefined;
  readonly body: string;
}

export interface ControlAnswer {
  readonly status: number;
  readonly value: unknown;
}

export interface ControlService extends RestService {
  readonly disturbances: Disturbances;
  readonly endpoints: readonly Endpoint[];
}

/** Never throws: a request that cannot be obeyed is answered with `{message}`. */
export function answerControl(service: ControlService, request: ControlRequest): ControlAnswer {
  try {
    requireOwner(service, request);
    return dispatch(service, request);
  } catch (error) {
    if (!(error instanceof ControlError)) throw error;
    return { status: error.status, value: { message: error.message } };
  }
}

function requireOwner(service: ControlService, request: ControlRequest): void {
  if (!/^(::1|(::ffff:)?127\.\d+\.\d+\.\d+)$/.test(request.from ?? ''))
    throw new ControlError(403, 'This is answered on this machine only.');
  const everybody = service.world.store.all(users);
  let user;
  try {
    user = signIn(request.authorization, everybody, service.ownerToken);
  } catch {
    throw new ControlError(401, "Faults are the owner's: send the owner's token.");
  }
  if (user.id !== everybody[0]?.id) throw new ControlError(403, 'Faults may be set by the owner only.');
}

type Handler = (service: ControlService, body: unknown, id: string) => ControlAnswer;

const ok = (value: unknown): ControlAnswer => ({ status: 200, value });
const done: ControlAnswer = { status: 204, value: undefined };

/** `{}` in an address stands for the id of a fault. */
const HANDLERS: Readonly<Record<string, Handler>> = {
  'GET faults': (service) => ok(stateOf(service)),
  'POST faults': addFault,
  'DELETE faults': (service) => {
    const { faults, throttling, clock } = service.disturbances;
    faults.reset();
    throttling.turnOff();
    clock.reset();
    return done;
  },
  'GET faults/calls': ({ disturbances }) => ok({ calls: disturbances.faults.matched() }),
  'GET faults/{}/calls': ({ disturbances }, _, id) => ok({ calls: disturbances.faults.matched(id) }),
  'POST faults/{}/release': ({ disturbances }, _, id) => found(disturbances.faults.release(id)),
  'DELETE faults/{}': ({ disturbances }, _, id) => found(disturbances.faults.remove(id)),
  'GET operations': ({ endpoints }) =>
    ok({ operations: endpoints.map(({ method, route, spec }) => ({ method, route, spec })) }),
  'GET throttling': ({ disturbances }) => ok({ rules: disturbances.throttling.current }),
  'PUT throttling': ({ disturbances }, body) => {
    disturbances.throttling.turnOn(readRules(body ?? {}));
    return ok({ rules: disturbances.throttling.current });
  },
  'DELETE throttling': ({ disturbances }) => {
    disturbances.throttling.turnOff();
    return done;
  },
  'GET clock': ({ disturbances }) => ok(disturbances.clock.state()),
  'PUT clock': setClock,
  'DELETE clock': ({ disturbances }) => {
    disturbances.clock.reset();
    return done;
  },
};

function dispatch(service: ControlService, request: ControlRequest): ControlAnswer {
  const path = request.path.slice(CONTROL_PREFIX.length).replace(/\/$/, '');
  const id = /^faults\/(\d{1,9})(?:\/|$)/.exec(path)?.[1] ?? '';
  const key = path.replace(/^faults\/\d{1,9}(?=\/|$)/, 'faults/{}');
  const handler = HANDLERS[`${request.method} ${key}`];
  if (handler) return handler(service, parsed(request.body), id);
  const isKnown = Object.keys(HANDLERS).some((one) => one.endsWith(` ${key}`));
  if (isKnown) throw new ControlError(405, `${request.method} is not possible here.`);
  throw new ControlError(404, `There is no ${CONTROL_PREFIX}${path}.`);
}

function parsed(text: string): unknown {
  if (text.trim() === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    throw new ControlError(400, 'The body is not valid JSON.');
  }
}

function found(isThere: boolean): ControlAnswer {
  if (isThere) return done;
  throw new ControlError(404, 'There is no such fault.');
}

function stateOf({ disturbances }: ControlService): unknown {
  const { faults, throttling, clock } = disturbances;
  return { faults: faults.all(), throttling: throttling.current, clock: clock.state() };
}

function addFault(service: ControlService, body: unknown): ControlAnswer {
  const fault = readFault(body);
  const { operation } = fault.match;
  if (operation !== undefined && !service.endpoints.some((one) => isOperation(operation, one)))
    throw new ControlError(
      400,
      `No endpoint answers the operation ${operation}; GET /_local/operations lists them.`,
    );
  return { status: 201, value: service.disturbances.faults.add(fault) };
}

function readRules(body: unknown): ThrottlingRules {
  const names = [
    'limit',
    'windowSeconds',
    'blockAt',
    'longestDelaySeconds',
    'readCost',
    'writeCost',
  ] as const;
  const given = object(body, 'The throttling', names);
  const number = (name: (typeof names)[number], fallback: number): number => {
    const value = given[name] ?? fallback;
    if (typeof value === 'number' && value >= 0 && value <= 1_000_000) return value;
    throw new ControlError(400, `${name} must be a number from 0 to 1000000.`);
  };
  const limit = number('limit', DEFAULT_RULES.limit);
  return {
    limit,
    windowSeconds: number('windowSeconds', DEFAULT_RULES.windowSeconds),
    blockAt: number('blockAt', limit * (DEFAULT_RULES.blockAt / DEFAULT_RULES.limit)),
    longestDelaySeconds: number('longestDelaySeconds', DEFAULT_RULES.longestDelaySeconds),
    readCost: number('readCost', DEFAULT_RULES.readCost),
    writeCost: number('writeCost', DEFAULT_RULES.writeCost),
  };
}

/** `{now, stopped}` sets it, `{advanceSeconds}` moves it, from where it is. */
function setClock({ disturbances }: ControlService, body: unknown): ControlAnswer {
  const { clock } = disturbances;
  const given = object(body, 'The clock', ['now', 'stopped', 'advanceSeconds']);
  const { now, stopped = clock.state().isStopped } = given;
  if (typeof stopped !== 'boolean') throw new ControlError(400, 'stopped must be true or false.');
  const time = now === undefined ? clock.now().getTime() : typeof now === 'string' ? Date.parse(now) : NaN;
  // Years of four digits: the dates of the original know no others.
  if (!(time >= Date.UTC(1970, 0, 1) && time < Date.UTC(9999, 0, 1)))
    throw new ControlError(400, 'now must be an ISO date and time.');
  const tenYears = 315_360_000;
  const seconds = whole(given, 'advanceSeconds', -tenYears, tenYears) ?? 0;
  clock.set(time + seconds * 1000, stopped ? 'stopped' : 'running');
  return ok(clock.state());
}
