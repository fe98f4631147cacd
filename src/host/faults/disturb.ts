/** Lets a REST call meet the faults and the throttling on its way; without any it is answered as ever. */
import { setImmediate as turn, setTimeout as wait } from 'node:timers/promises';
import { corsHeaders, restHeaders, type Headers } from '../kernel/headers';
import { Problem, problem } from '../kernel/problem';
import { prepareRest, type RestRequest, type RestResponse, type RestService } from '../kernel/rest';
import { parseAddress, scopeOf } from '../kernel/route';
import { signIn } from '../kernel/sign-in';
import { users, type User } from '../organisation/types';
import type { ServerClock } from './clock';
import type { Effect, Moment } from './fault';
import type { Faults, SeenCall, Strike } from './faults';
import { blockedMessage, DEFAULT_RULES, rateLimitHeaders, type Throttling } from './throttling';

/** Everything that can be disturbed, and the time. */
export interface Disturbances {
  readonly faults: Faults;
  readonly throttling: Throttling;
  readonly clock: ServerClock;
  /** Ends every wait at once, since the server closes. */
  readonly closing: AbortSignal;
}

/** What goes over the wire; null when the connection is to be closed without an answer. */
export type Disturbed = RestResponse | null;

export async function answerDisturbed(
  service: RestService,
  disturbances: Disturbances,
  request: RestRequest,
): Promise<Disturbed> {
  const { faults, clock } = disturbances;
  const caller = callerOf(service, request);
  const encounter = faults.meet(seen(service, request, caller), clock.now());
  const answer = await pass({ service, disturbances, request, caller, strikes: encounter.strikes });
  encounter.note(answer?.status ?? null);
  return answer === null
    ? null
    : { ...answer, headers: { ...answer.headers, date: clock.now().toUTCString() } };
}

interface Passage {
  readonly service: RestService;
  readonly disturbances: Disturbances;
  readonly request: RestRequest;
  readonly caller: User | null;
  readonly strikes: readonly Strike[];
}

async function pass(passage: Passage): Promise<Disturbed> {
  const { service, disturbances, request, strikes } = passage;
  if (await pause(strikes, 'before', disturbances.closing)) return null;
  const instead = firstInstead(passage, 'before');
  if (instead !== undefined) return instead;
  const throttled = await throttle(passage);
  if (throttled.kind === 'instead') return throttled.answer;
  const prepared = prepareRest(service, request);
  // Whoever came at the same time reads, too, before the first of them saves.
  if (prepared.isRacing) await turn();
  if (await pause(strikes, 'between', disturbances.closing)) return null;
  const answer = prepared.finish();
  if (await pause(strikes, 'after', disturbances.closing)) return null;
  const lost = firstInstead(passage, 'after');
  if (lost !== undefined) return lost;
  return { ...answer, headers: { ...answer.headers, ...throttled.headers, ...warnings(passage) } };
}

const momentOf = (effect: Effect): Moment => ('when' in effect ? (effect.when ?? 'before') : 'before');

/** Waits as long as delays and holds ask. True when the server closed meanwhile: then there is nobody to answer. */
async function pause(strikes: readonly Strike[], moment: Moment, closing: AbortSignal): Promise<boolean> {
  for (const { fault, released } of strikes) {
    const { effect } = fault;
    if (momentOf(effect) !== moment) continue;
    if (effect.kind === 'hold') await Promise.race([released, closed(closing)]);
    if (effect.kind === 'delay') await Promise.race([sleep(effect.milliseconds, closing), released]);
  }
  return closing.aborted;
}

function closed(closing: AbortSignal): Promise<void> {
  return new Promise((done) => {
    if (closing.aborted) done();
    else closing.addEventListener('abort', () => done(), { once: true });
  });
}

async function sleep(milliseconds: number, closing: AbortSignal): Promise<void> {
  // Rejects when the server closes; whoever waits looks at the signal anyway.
  await wait(milliseconds, undefined, { signal: closing }).catch(() => undefined);
}

/** What the first fault of the moment puts in place of the answer; undefined when none does. */
function firstInstead(
  { strikes, request, caller, disturbances }: Passage,
  moment: Moment,
): Disturbed | undefined {
  for (const { fault } of strikes) {
    const { effect } = fault;
    if (momentOf(effect) !== moment) continue;
    if (effect.kind === 'drop') return null;
    if (effect.kind === 'fail') return refusal(request, caller, failureOf(effect));
    if (effect.kind === 'block')
      return refusal(request, caller, blocked(caller), {
        ...limited(disturbances.clock, { remaining: 0, retryAfter: effect.retryAfter ?? 5 }),
      });
  }
  return undefined;
}

function warnings({ strikes, disturbances }: Passage): Headers {
  for (const { fault } of strikes)
    if (fault.effect.kind === 'warn')
      return limited(disturbances.clock, {
        remaining: Math.floor(DEFAULT_RULES.limit * 0.1),
        ...(fault.effect.retryAfter === undefined ? {} : { retryAfter: fault.effect.retryAfter }),
      });
  return {};
}

function limited(
  clock: ServerClock,
  of: { readonly remaining: number; readonly retryAfter?: number },
): Headers {
  const { limit, windowSeconds } = DEFAULT_RULES;
  const reset = Math.ceil(clock.now().getTime() / 1000) + windowSeconds;
  return rateLimitHeaders({ ...of, limit, reset });
}

type Throttled =
  | { readonly kind: 'passed'; readonly headers: Headers }
  | { readonly kind: 'instead'; readonly answer: Disturbed };

async function throttle({ request, caller, disturbances }: Passage): Promise<Throttled> {
  const { throttling, clock, closing } = disturbances;
  if (caller === null || request.method === 'OPTIONS') return { kind: 'passed', headers: {} };
  const verdict = throttling.charge(caller.id, request.method, clock.now().getTime());
  switch (verdict.kind) {
    case 'free':
      return { kind: 'passed', headers: {} };
    case 'flagged':
      return { kind: 'passed', headers: verdict.headers };
    case 'delayed':
      await sleep(verdict.seconds * 1000, closing);
      return closing.aborted
        ? { kind: 'instead', answer: null }
        : { kind: 'passed', headers: verdict.headers };
    case 'blocked':
      return { kind: 'instead', answer: refusal(request, caller, blocked(caller), verdict.headers) };
  }
}

function blocked(caller: User | null): Problem {
  return problem(429, 'RequestBlockedException', blockedMessage(caller?.id ?? 'AnonymousUser'));
}

/** What the original says by status, where the fault names nothing else. */
const FAILURES: Readonly<Record<number, readonly [typeKey: string, message: string]>> = {
  400: ['VssPropertyValidationException', 'The request is not valid.'],
  401: ['UnauthorizedRequestException', "TF400813: The user '' is not authorized to access this resource."],
  403: ['AccessCheckException', 'Access denied: you need permissions that you do not have.'],
  404: [
    'WorkItemUnauthorizedAccessException',
    'TF401232: Work item does not exist, or you do not have permissions to read it.',
  ],
  408: ['WorkItemTrackingQueryTimeoutException', 'VS402335: The timeout period elapsed.'],
  409: [
    'WorkItemRevisionMismatchException',
    'TF26071: This work item has been changed by someone else since you opened it. You will need to refresh it and discard your changes.',
  ],
  412: ['TestPatchOperationFailedException', 'VS403351: Test Operation for path /rev failed.'],
  503: ['HostShutdownException', 'TF400324: Azure DevOps services are not available.'],
};
const FAILURE = ['InternalServerException', 'TF400898: An Internal Error Occurred.'] as const;

function failureOf(effect: Effect & { readonly kind: 'fail' }): Problem {
  const [typeKey, message] = FAILURES[effect.status] ?? FAILURE;
  return problem(effect.status, effect.typeKey ?? typeKey, effect.message ?? message);
}

function refusal(request: RestRequest, caller: User | null, what: Problem, more: Headers = {}): RestResponse {
  const headers = {
    ...restHeaders(request.headers['x-tfs-session'], caller),
    ...corsHeaders(request.headers['origin']),
    'content-type': 'application/json; charset=utf-8',
    ...more,
  };
  return { status: what.status, headers, body: JSON.stringify(what.envelope()) };
}

function callerOf(service: RestService, request: RestRequest): User | null {
  try {
    return signIn(request.headers['authorization'], service.world.store.all(users), service.ownerToken);
  } catch (error) {
    if (error instanceof Problem) return null;
    throw error;
  }
}

function seen(service: RestService, request: RestRequest, caller: User | null): SeenCall {
  const search = request.query.toString();
  return {
    method: request.method,
    path: decoded(request.path),
    search: search === '' ? '' : `?${search}`,
    endpoint: endpointOf(service, request),
    user: caller?.uniqueName ?? null,
  };
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    // A broken escape: matched as it was sent.
    return path;
  }
}

function endpointOf(service: RestService, request: RestRequest): SeenCall['endpoint'] {
  try {
    const address = parseAddress(request.path);
    return (
      address && (service.router.find(request.method, scopeOf(address), address.after)?.endpoint ?? null)
    );
  } catch {
    // A broken escape names no endpoint.
    return null;
  }
}
