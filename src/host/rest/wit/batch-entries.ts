/** The requests inside a `$batch`: which there are, and when a batch is refused in all of them. */
import { Query } from '../../kernel/endpoint';
import { Problem, problem } from '../../kernel/problem';
import { compileRoute, matchSegments, parseAddress, type Address } from '../../kernel/route';
import { sent } from '../../kernel/sent';
import { requireProject } from '../../organisation/scope';
import type { Project } from '../../organisation/types';
import type { Reader } from '../../store/store';

export interface Entry {
  readonly method: string;
  readonly target:
    | { readonly kind: 'existing'; readonly id: number }
    | { readonly kind: 'recycled'; readonly id: number }
    | { readonly kind: 'new'; readonly type: string; readonly project: Project };
  readonly query: Query;
  readonly body: unknown;
}

const EXISTING = compileRoute('_apis/wit/workItems/{id}');
const RECYCLED = compileRoute('_apis/wit/recyclebin/{id}');
const NEW = compileRoute('{project}/_apis/wit/workItems/${type}');
/** The only parameters the original accepts inside a batch. */
const ALLOWED = new Set(['api-version', 'bypassrules', 'suppressnotifications']);

/** @throws Problem 400 for a request that a batch does not take, 404 for a project that is not there. */
export function readEntry(raw: unknown, reader: Reader): Entry {
  const method = String(sent(raw, 'method') ?? '').toUpperCase();
  const uri = uriOf(raw);
  const { address, query } = readUri(uri);
  const stranger = query.names().find((name) => !ALLOWED.has(name));
  if (stranger !== undefined)
    throw problem(
      400,
      'VssPropertyValidationException',
      `The parameter ${stranger} is not allowed inside a batch.`,
    );
  const target = address && readTarget(method, address, reader);
  if (target) return { method, target, query, body: sent(raw, 'body') };
  throw problem(400, 'PatchOperationFailedException', `${method} ${uri} is not supported inside a batch.`);
}

function readTarget(method: string, { before, after }: Address, reader: Reader): Entry['target'] | null {
  if (before.length === 0) {
    const existing = numberIn(matchSegments(EXISTING, after));
    if (existing !== null && (method === 'PATCH' || method === 'DELETE'))
      return { kind: 'existing', id: existing };
    const recycled = numberIn(matchSegments(RECYCLED, after));
    return recycled !== null && method === 'PATCH' ? { kind: 'recycled', id: recycled } : null;
  }
  const fresh = before.length === 1 ? matchSegments(NEW, after) : null;
  if (!fresh || (method !== 'PATCH' && method !== 'POST')) return null;
  // The call itself is one of the organisation, so nobody has looked at this project yet.
  const project = requireProject(reader, before[0] ?? '');
  return { kind: 'new', type: fresh.params['type'] ?? '', project };
}

function numberIn(match: ReturnType<typeof matchSegments>): number | null {
  const id = match?.params['id'] ?? '';
  return /^-?\d{1,9}$/.test(id) ? Number(id) : null;
}

function uriOf(raw: unknown): string {
  return String(sent(raw, 'uri') ?? '');
}

/** @throws Problem 400 for what is no address: the entries before it are saved already, so it must fail alone. */
function readUri(uri: string): { readonly address: Address | null; readonly query: Query } {
  try {
    const url = new URL(uri, 'http://batch.invalid');
    return { address: parseAddress(url.pathname), query: new Query(url.searchParams) };
  } catch {
    throw problem(400, 'VssPropertyValidationException', `The uri '${uri}' of an entry is not valid.`);
  }
}

/** The work items that the entries of a batch name, as often as they do; temporary ones have negative numbers. */
export function namedItems(body: unknown): readonly number[] {
  const requests: readonly unknown[] = Array.isArray(body) ? body : [];
  return requests.flatMap((request) => {
    const id = /\/_apis\/wit\/workitems\/(-?\d+)(?:\?|$)/i.exec(uriOf(request))?.[1];
    return id === undefined ? [] : [Number(id)];
  });
}

/** Why every entry of a batch fails; null when each stands by itself. */
export function flawOfAll(requests: readonly unknown[]): Problem | null {
  const named = namedItems(requests);
  const twice = named.find((id, index) => named.indexOf(id) !== index);
  if (twice !== undefined)
    return problem(
      400,
      'PatchOperationFailedException',
      `The work item ${twice} appears more than once in the batch.`,
    );
  const mixed = ['bypassRules', 'suppressNotifications'].find((flag) => isMixed(requests, flag));
  if (mixed === undefined) return null;
  return problem(
    400,
    'VssPropertyValidationException',
    `${mixed} must be the same on every entry of a batch.`,
  );
}

/** One entry that bypasses rules among others that do not would be two saves in one. */
function isMixed(requests: readonly unknown[], flag: string): boolean {
  const isSet = new RegExp(`[?&]${flag}=true(&|$)`, 'i');
  return new Set(requests.map((request) => isSet.test(uriOf(request)))).size > 1;
}
