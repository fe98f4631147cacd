/** `$batch`: several work item writes in one call, each with a status code of its own. */
import type { Call } from '../../kernel/endpoint';
import { list, type Answer } from '../../kernel/answer';
import { Query } from '../../kernel/endpoint';
import { Problem, problem } from '../../kernel/problem';
import { compileRoute, matchSegments, parseAddress, type Address } from '../../kernel/route';
import { PLAIN, writeJson } from '../../kernel/wire';
import { requireProject } from '../../organisation/scope';
import type { Project } from '../../organisation/types';
import type { World } from '../../organisation/world';
import { readPatch } from '../../work-items/patch';
import { renderWorkItem } from '../../work-items/render';
import { createWorkItem, deleteWorkItem, requireWorkItem, updateWorkItem } from '../../work-items/save';
import type { WorkItem } from '../../work-items/types';
import { deletedShape } from './deleted-shape';
import { editOf, viewOf } from './edit';

interface Entry {
  readonly method: string;
  readonly target:
    | { readonly kind: 'existing'; readonly id: number }
    | {
        readonly kind: 'new';
        readonly type: string;
        readonly project: Project;
      };
  readonly query: Query;
  readonly body: unknown;
}

const EXISTING = compileRoute('_apis/wit/workItems/{id}');
const NEW = compileRoute('{project}/_apis/wit/workItems/${type}');
/** The only parameters the original accepts inside a batch. */
const ALLOWED = new Set(['api-version', 'bypassrules', 'suppressnotifications']);

/**
 * Always 200 with one code per entry, in order; a failed entry does not undo the others.
 * @throws Problem 400 for a body that is no list of requests, or one that names an item twice.
 */
export function runBatch(call: Call, world: World): Answer {
  if (!Array.isArray(call.body))
    throw problem(400, 'VssPropertyValidationException', 'The body must be a list of requests.');
  const requests: readonly unknown[] = call.body;
  requireDistinctItems(requests);
  requireSameFlags(requests);
  const temporaryIds = new Map<number, number>();
  return list(requests.map((request) => runEntry(request, temporaryIds, call, world)));
}

function runEntry(
  raw: unknown,
  temporaryIds: Map<number, number>,
  call: Call,
  world: World,
): Record<string, unknown> {
  const headers = { 'Content-Type': 'application/json; charset=utf-8' };
  try {
    const entry = readEntry(raw, world);
    const shown = execute(entry, temporaryIds, { ...call, query: entry.query }, world);
    return { code: 200, headers, body: writeJson(shown, PLAIN) };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return { code: error.status, headers, body: JSON.stringify(error.envelope()) };
  }
}

function execute(entry: Entry, temporaryIds: Map<number, number>, call: Call, world: World): unknown {
  const { target } = entry;
  const view = viewOf(call, world);
  const shown = (item: WorkItem): unknown => renderWorkItem(item, { expand: 'relations' }, view);
  if (target.kind === 'existing' && entry.method === 'DELETE')
    return deletedShape(
      world.store.transact((tx) => deleteWorkItem(editOf(call, world, tx), requireWorkItem(tx, target.id))),
      view,
    );
  const operations = readPatch(entry.body);
  if (target.kind === 'existing')
    return shown(
      world.store.transact((tx) => {
        const edit = { ...editOf(call, world, tx), temporaryIds };
        return updateWorkItem(
          edit,
          requireWorkItem(tx, temporaryIds.get(target.id) ?? target.id),
          operations,
        );
      }),
    );
  const saved = world.store.transact((tx) =>
    createWorkItem(
      { ...editOf(call, world, tx), temporaryIds, project: target.project },
      target.type,
      operations,
    ),
  );
  if (saved.temporaryId !== undefined) temporaryIds.set(saved.temporaryId, saved.item.id);
  return shown(saved.item);
}

function readEntry(raw: unknown, world: World): Entry {
  const read = (name: string): unknown =>
    typeof raw === 'object' && raw !== null ? Reflect.get(raw, name) : undefined;
  const method = String(read('method') ?? '').toUpperCase();
  const uri = String(read('uri') ?? '');
  const { address, query } = readUri(uri);
  const stranger = query.names().find((name) => !ALLOWED.has(name));
  if (stranger !== undefined)
    throw problem(
      400,
      'VssPropertyValidationException',
      `The parameter ${stranger} is not allowed inside a batch.`,
    );
  const existing = address?.before.length === 0 ? matchSegments(EXISTING, address.after) : null;
  const id = existing?.params['id'] ?? '';
  if (/^-?\d{1,9}$/.test(id) && (method === 'PATCH' || method === 'DELETE'))
    return { method, target: { kind: 'existing', id: Number(id) }, query, body: read('body') };
  const fresh = address?.before.length === 1 ? matchSegments(NEW, address.after) : null;
  if (fresh && (method === 'PATCH' || method === 'POST')) {
    // The call itself is one of the organisation, so nobody has looked at this project yet.
    const project = requireProject(world.store, address?.before[0] ?? '');
    const type = fresh.params['type'] ?? '';
    return { method, target: { kind: 'new', type, project }, query, body: read('body') };
  }
  throw problem(400, 'PatchOperationFailedException', `${method} ${uri} is not supported inside a batch.`);
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
    const uri: unknown =
      typeof request === 'object' && request !== null ? Reflect.get(request, 'uri') : undefined;
    const id = /\/_apis\/wit\/workitems\/(-?\d+)(?:\?|$)/i.exec(String(uri))?.[1];
    return id === undefined ? [] : [Number(id)];
  });
}

function requireDistinctItems(requests: readonly unknown[]): void {
  const seen = new Set<number>();
  for (const id of namedItems(requests)) {
    if (seen.has(id))
      throw problem(
        400,
        'PatchOperationFailedException',
        `The work item ${id} appears more than once in the batch.`,
      );
    seen.add(id);
  }
}

/** One entry that bypasses rules among others that do not would be two saves in one. @throws Problem 400. */
function requireSameFlags(requests: readonly unknown[]): void {
  for (const flag of ['bypassRules', 'suppressNotifications']) {
    const values = requests.map((request) => {
      const uri: unknown =
        typeof request === 'object' && request !== null ? Reflect.get(request, 'uri') : undefined;
      return new RegExp(`[?&]${flag}=true(&|$)`, 'i').test(String(uri));
    });
    if (new Set(values).size > 1)
      throw problem(
        400,
        'VssPropertyValidationException',
        `${flag} must be the same on every entry of a batch.`,
      );
  }
}
