/** Reads a fault as it came over HTTP; a mistake is named, since a fault that never strikes would make a test prove nothing. */
import type { CallMatch, Effect, Moment, NewFault } from './fault';

/** A request to the control endpoint that cannot be obeyed. */
export class ControlError extends Error {
  constructor(
    readonly status: 400 | 401 | 403 | 404 | 405,
    message: string,
  ) {
    super(message);
  }
}

type Json = Readonly<Record<string, unknown>>;

/** The longest delay in milliseconds: clients give up before. */
const LONGEST_DELAY = 120_000;

/** @throws ControlError 400 naming the part that is wrong. */
export function readFault(body: unknown): NewFault {
  const fault = object(body, 'The fault', ['match', 'from', 'count', 'effect']);
  return {
    match: readMatch(fault['match'] ?? {}),
    from: whole(fault, 'from', 1) ?? 1,
    count: fault['count'] === null ? null : (whole(fault, 'count', 1) ?? 1),
    effect: readEffect(fault['effect']),
  };
}

function readMatch(value: unknown): CallMatch {
  const names = ['method', 'operation', 'path', 'user'] as const;
  const match = object(value, 'match', names);
  const result: Record<string, string> = {};
  for (const name of names) {
    const given = match[name];
    if (given === undefined) continue;
    if (typeof given !== 'string' || given === '' || given.length > 500)
      throw new ControlError(400, `match.${name} must be a text of 1 to 500 characters.`);
    result[name] = given;
  }
  const { method } = result;
  if (method !== undefined && !/^(GET|POST|PUT|PATCH|DELETE)$/i.test(method))
    throw new ControlError(400, `match.method must be GET, POST, PUT, PATCH or DELETE, not ${method}.`);
  const { path } = result;
  if (path !== undefined && !/^(\/|\*\*)/.test(path))
    throw new ControlError(400, `match.path must begin with a slash or with two stars, unlike ${path}.`);
  return result;
}

function readEffect(value: unknown): Effect {
  const { kind } = object(value, 'effect');
  switch (kind) {
    case 'watch':
      object(value, 'effect', ['kind']);
      return { kind };
    case 'fail':
      return readFail(object(value, 'effect', ['kind', 'status', 'typeKey', 'message', 'when']));
    case 'drop':
      return { kind, when: readEnd(object(value, 'effect', ['kind', 'when'])) };
    case 'hold':
      return { kind, when: readMoment(object(value, 'effect', ['kind', 'when'])) };
    case 'delay': {
      const effect = object(value, 'effect', ['kind', 'milliseconds', 'when']);
      const milliseconds = whole(effect, 'milliseconds', 0, LONGEST_DELAY);
      if (milliseconds === undefined) throw new ControlError(400, 'A delay needs milliseconds.');
      return { kind, milliseconds, when: readMoment(effect) };
    }
    case 'block':
    case 'warn': {
      const retryAfter = whole(object(value, 'effect', ['kind', 'retryAfter']), 'retryAfter', 0, 86_400);
      return retryAfter === undefined ? { kind } : { kind, retryAfter };
    }
    default:
      throw new ControlError(400, 'effect.kind must be watch, fail, drop, delay, hold, block or warn.');
  }
}

function readFail(effect: Json): Effect {
  const status = whole(effect, 'status', 400, 599);
  if (status === undefined) throw new ControlError(400, 'A failure needs a status from 400 to 599.');
  const { typeKey, message } = effect;
  if (typeKey !== undefined && (typeof typeKey !== 'string' || !/^\w{1,100}$/.test(typeKey)))
    throw new ControlError(400, 'effect.typeKey must be the name of an exception.');
  if (message !== undefined && typeof message !== 'string')
    throw new ControlError(400, 'effect.message must be a text.');
  return {
    kind: 'fail',
    status,
    ...(typeKey === undefined ? {} : { typeKey }),
    ...(message === undefined ? {} : { message }),
    when: readEnd(effect),
  };
}

/** What ends a call cannot strike in the middle of it. */
function readEnd(effect: Json): Exclude<Moment, 'between'> {
  const when = effect['when'] ?? 'before';
  if (when === 'before' || when === 'after') return when;
  throw new ControlError(400, 'effect.when must be before or after.');
}

function readMoment(effect: Json): Moment {
  return effect['when'] === 'between' ? 'between' : readEnd(effect);
}

/** @throws ControlError when it is no object, or has a property that is not among `names`. */
export function object(value: unknown, what: string, names?: readonly string[]): Json {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new ControlError(400, `${what} must be a JSON object.`);
  const strange = Object.keys(value).find((name) => names !== undefined && !names.includes(name));
  if (strange !== undefined) throw new ControlError(400, `${what} has no property ${strange}.`);
  return value as Json;
}

/** @throws ControlError when the property is there and no whole number in the range. */
export function whole(of: Json, name: string, least: number, most = 1_000_000_000): number | undefined {
  const value = of[name];
  if (value === undefined) return undefined;
  if (typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most) return value;
  throw new ControlError(400, `${name} must be a whole number from ${least} to ${most}.`);
}
