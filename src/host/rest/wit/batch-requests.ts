/** `$batch`: several work item writes in one call, each with a status code of its own. */
import type { Call } from '../../kernel/endpoint';
import { list, type Answer } from '../../kernel/answer';
import { Problem, problem } from '../../kernel/problem';
import { PLAIN, writeJson } from '../../kernel/wire';
import type { World } from '../../organisation/world';
import { readPatch } from '../../work-items/patch';
import { renderWorkItem } from '../../work-items/render';
import {
  createWorkItem,
  deleteWorkItem,
  requireWorkItem,
  restoreWorkItem,
  updateWorkItem,
} from '../../work-items/save';
import type { WorkItem } from '../../work-items/types';
import { flawOfAll, readEntry, type Entry } from './batch-entries';
import { deletedShape } from './deleted-shape';
import { editOf, viewOf } from './edit';
import { requireRecycled, requireRestore } from './recycled-item';

/**
 * Always 200 with one code per entry, in order; a failed entry does not undo the others.
 * @throws Problem 400 for a body that is no list of requests.
 */
export function runBatch(call: Call, world: World): Answer {
  if (!Array.isArray(call.body))
    throw problem(400, 'VssPropertyValidationException', 'The body must be a list of requests.');
  const requests: readonly unknown[] = call.body;
  const flaw = flawOfAll(requests);
  if (flaw) return list(requests.map(() => refused(flaw)));
  const temporaryIds = new Map<number, number>();
  return list(requests.map((request) => runEntry(request, temporaryIds, call, world)));
}

const HEADERS = { 'Content-Type': 'application/json; charset=utf-8' };

function refused(reason: Problem): Record<string, unknown> {
  return { code: reason.status, headers: HEADERS, body: JSON.stringify(reason.envelope()) };
}

function runEntry(
  raw: unknown,
  temporaryIds: Map<number, number>,
  call: Call,
  world: World,
): Record<string, unknown> {
  try {
    const entry = readEntry(raw, world.store);
    const shown = execute(entry, temporaryIds, { ...call, query: entry.query }, world);
    return { code: 200, headers: HEADERS, body: writeJson(shown, PLAIN) };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return refused(error);
  }
}

function execute(entry: Entry, temporaryIds: Map<number, number>, call: Call, world: World): unknown {
  const { target } = entry;
  const view = viewOf(call, world);
  const shown = (item: WorkItem): unknown => renderWorkItem(item, { expand: 'relations' }, view);
  if (target.kind === 'recycled') {
    requireRestore(entry.body);
    return deletedShape(
      world.store.transact((tx) => restoreWorkItem(editOf(call, world, tx), requireRecycled(tx, target.id))),
      view,
    );
  }
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
