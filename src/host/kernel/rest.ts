/** Answers one REST call: everything the wire asks of every call happens here, so that endpoints need not know it. */
import { defaultTeam, firstProject } from '../organisation/projects';
import { requireProject, requireTeam } from '../organisation/scope';
import { users, type User } from '../organisation/types';
import type { World } from '../organisation/world';
import { seenBy } from '../work-items/sight';
import { workItems } from '../work-items/types';
import { parseAccept, type Wanted } from './accept';
import type { Answer } from './answer';
import { parseBody } from './body';
import { locations, publishedMethods, requireKnownVersion, resourcesAt } from './discovery';
import { Params, Query, type Call, type Endpoint, type ServerAddress, type Site } from './endpoint';
import { corsHeaders, jsonContentType, restHeaders, type Headers } from './headers';
import { FrameworkProblem, Problem, problem } from './problem';
import { logError } from './log';
import { parseAddress, scopeOf, type Address } from './route';
import type { Router } from './router';
import { requireSafePath } from './safe-path';
import { signIn } from './sign-in';
import { PLAIN, writeJson } from './wire';

export interface RestRequest {
  readonly method: string;
  /** Raw path below the organisation, e.g. `/Shop/_apis/wit/workItems/1`. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: Buffer;
  readonly site: ServerAddress;
}

export interface RestResponse {
  readonly status: number;
  readonly headers: Headers;
  readonly body: string;
}

export interface RestService {
  readonly world: World;
  readonly router: Router;
  readonly ownerToken: string;
}

const WRITES = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);
/** What an operation of the original may answer to of which nothing is published. */
const KNOWN_METHODS = ['GET', 'HEAD', 'OPTIONS', ...WRITES];

/** A call that is understood and has looked at what it will change; nothing of it is done yet. */
export interface Prepared {
  /** True where others may save in between what it is about to save. */
  readonly isRacing: boolean;
  /** Never throws: every failure becomes an answer in the original's envelope. */
  finish(): RestResponse;
}

export function prepareRest(service: RestService, request: RestRequest): Prepared {
  const cors = corsHeaders(request.headers['origin']);
  if (request.method === 'OPTIONS' && request.headers['access-control-request-method'] !== undefined)
    return settled({ status: 200, headers: cors, body: '' });
  const caller: Caller = { user: null, wanted: null };
  const refusal = (error: unknown): RestResponse => refuse(request, caller, error, cors);
  try {
    const { isRacing, act } = dispatch(service, request, caller);
    const finish = (): RestResponse => {
      try {
        return respond(request, caller, act(), cors);
      } catch (error) {
        return refusal(error);
      }
    };
    return { isRacing, finish };
  } catch (error) {
    return settled(refusal(error));
  }
}

function settled(response: RestResponse): Prepared {
  return { isRacing: false, finish: () => response };
}

/** The whole call at once, with nobody in between. */
export function answerRest(service: RestService, request: RestRequest): RestResponse {
  return prepareRest(service, request).finish();
}

/** Filled as the call is understood, so that errors can be answered with as much as is known. */
interface Caller {
  user: User | null;
  wanted: Wanted | null;
}

interface Dispatched {
  readonly isRacing: boolean;
  act(): Answer;
}

function dispatch(service: RestService, request: RestRequest, caller: Caller): Dispatched {
  requireSafePath(request.path);
  const everybody = service.world.store.all(users);
  caller.user = signIn(request.headers['authorization'], everybody, service.ownerToken);
  const query = new Query(request.query);
  caller.wanted = parseAccept(request.headers['accept'], query.get('api-version'));
  const address = addressOf(request);
  if (request.method === 'OPTIONS') {
    const listed = discovery(address, request);
    return { isRacing: false, act: () => listed };
  }
  const site = siteOf(service.world, address, request.site);
  const found = service.router.find(request.method, scopeOf(address), address.after);
  if (!found) throw unknownRoute(service.router, request, address);
  requireVersion(request, caller.wanted, address);
  requireContentType(found.endpoint, request);
  const call: Call = {
    params: new Params(found.params),
    query,
    body: parseBody(request.body),
    bodyBytes: request.body.length,
    user: caller.user,
    site,
    scope: scopeOf(address),
    apiVersion: caller.wanted.apiVersion,
    overtaken: new Map(),
  };
  const { world } = service;
  const ids = found.endpoint.changes?.(call) ?? [];
  const before = revisionsOf(world, ids);
  const seen = { ...world, store: seenBy(world.store, caller.user) };
  const act = (): Answer => {
    const now = revisionsOf(world, ids);
    const overtaken = new Map([...before].filter(([id, rev]) => now.get(id) !== rev));
    return found.endpoint.handle({ ...call, overtaken }, seen);
  };
  return { isRacing: ids.length > 0, act };
}

function revisionsOf({ store }: World, ids: readonly number[]): ReadonlyMap<number, number> {
  return new Map(
    ids.flatMap((id) => {
      const item = store.get(workItems, String(id));
      return item ? [[id, item.rev] as const] : [];
    }),
  );
}

function addressOf(request: RestRequest): Address {
  const address = safely(() => parseAddress(request.path));
  if (!address) throw notFound(request);
  return address;
}

function safely<T>(read: () => T): T | null {
  try {
    return read();
  } catch {
    // A broken percent escape: the original answers such addresses as unknown ones.
    return null;
  }
}

/** `OPTIONS _apis` lists everything, `OPTIONS _apis/{area}` one area: the last segment filters. */
function discovery(address: Address, request: RestRequest): Answer {
  if (address.after.length > 1) throw notFound(request);
  return { status: 200, body: { kind: 'value', value: asDiscovery(locations(address.after[0])) } };
}

/** Discovery puts `value` before `count`, unlike every other list. */
function asDiscovery(rows: readonly unknown[]): unknown {
  return { value: rows, count: rows.length };
}

/** @throws Problem 404 for a project or a team that does not exist. */
function siteOf({ store }: World, address: Address, server: ServerAddress): Site {
  const [projectText, teamText] = address.before;
  const project = projectText === undefined ? firstProject(store) : requireProject(store, projectText);
  const team = teamText === undefined ? defaultTeam(store, project) : requireTeam(store, project, teamText);
  return { ...server, project, team };
}

function requireVersion(request: RestRequest, wanted: Wanted, address: Address): void {
  if (wanted.apiVersion !== null) return requireKnownVersion(wanted.apiVersion, resourcesAt(address.after));
  if (!WRITES.has(request.method)) return;
  throw problem(
    400,
    'VssVersionNotSpecifiedException',
    `No api-version was supplied for the "${request.method}" request. The version must be supplied either as part of the Accept header (e.g. "application/json; api-version=1.0") or as a query parameter (e.g. "?api-version=1.0").`,
  );
}

function requireContentType(endpoint: Endpoint, request: RestRequest): void {
  if (request.body.length === 0) return;
  const given = (request.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  const wanted = endpoint.consumes ?? 'application/json';
  if (given === wanted) return;
  throw problem(
    415,
    'VssRequestContentTypeNotSupportedException',
    `The request indicated a Content-Type of "${given}" for method type "${request.method}" which is not supported. Valid content types for this method are: ${wanted}.`,
  );
}

function notFound(request: RestRequest): Problem {
  return problem(
    404,
    'HttpException',
    `The controller for path '${request.path}' was not found or does not implement IController.`,
  );
}

/** A list and its items share one row of the discovery: a method that the one has is not the other's. */
function isOfNeighbour({ method }: RestRequest, address: Address, router: Router): boolean {
  const { after } = address;
  const rowOf = (one: readonly string[]) => resourcesAt(one)[0]?.id;
  return [[...after, 'item'], after.slice(0, -1)].some(
    (one) => rowOf(one) === rowOf(after) && router.find(method, scopeOf(address), one) !== null,
  );
}

function unknownRoute(router: Router, request: RestRequest, address: Address): Problem {
  const resource = resourcesAt(address.after)[0];
  if (!resource) return notFound(request);
  const methods = publishedMethods(address.after) ?? KNOWN_METHODS;
  if (!methods.includes(request.method) || isOfNeighbour(request, address, router))
    return new FrameworkProblem(
      405,
      `The requested resource does not support http method '${request.method}'.`,
    );
  const name = resource.resourceName.replace(/([a-z])([A-Z])/g, '$1-$2').toLowerCase();
  return problem(
    501,
    'NotImplementedException',
    `${request.method} ${request.path}${bodyOf(request)} is not implemented yet: create src/host/rest/${resource.area.toLowerCase()}/${request.method.toLowerCase()}-${name}.ts`,
  );
}

/** The beginning of what was sent, for whoever writes the missing endpoint. */
function bodyOf({ body }: RestRequest): string {
  return body.length === 0 ? '' : ` with the body ${body.toString('utf8').slice(0, 500)}`;
}

function respond(request: RestRequest, caller: Caller, answer: Answer, cors: Headers): RestResponse {
  const format = caller.wanted ?? PLAIN;
  const { body } = answer;
  const headers: Headers = {
    ...restHeaders(request.headers['x-tfs-session'], caller.user),
    ...cors,
    ...answer.headers,
  };
  if (body.kind === 'empty') return { status: answer.status, headers, body: '' };
  const isWrapped = body.kind === 'list' && !format.noArrayWrap;
  const value = body.kind === 'value' ? body.value : body.values;
  const shown = isWrapped ? { count: body.values.length, value } : value;
  headers['content-type'] = jsonContentType(caller.wanted?.apiVersion ?? null);
  return { status: answer.status, headers, body: writeJson(shown, format) ?? 'null' };
}

function refuse(request: RestRequest, caller: Caller, error: unknown, cors: Headers): RestResponse {
  const known = error instanceof Problem ? error : unexpected(request, error);
  const headers = { ...restHeaders(request.headers['x-tfs-session'], caller.user), ...cors };
  headers['content-type'] = jsonContentType(caller.wanted?.apiVersion ?? null);
  if (known.status === 401) headers['www-authenticate'] = `Bearer, Basic realm="${request.site.origin}/"`;
  if (known.status === 501) logError(known.message);
  return { status: known.status, headers, body: JSON.stringify(known.envelope()) };
}

function unexpected(request: RestRequest, error: unknown): Problem {
  logError(`${request.method} ${request.path} failed:`, error);
  return problem(500, 'InternalServerException', 'The server failed. Its console shows the cause.');
}
