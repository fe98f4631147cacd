/** Saves an edited model, together with what others saved in the meantime. */
import { applyEdit } from '../core/model/edit';
import { settleParts } from '../core/model/edits/settle-parts';
import type { Model } from '../core/model/model';
import type { Merge, MergeConflict } from '../core/store/merge';
import { mergeModels } from '../core/store/merge';
import { planSave, removedIds } from '../core/store/plan-save';
import { changesReferences } from '../core/store/references';
import type { StoredModel } from '../core/store/stored-model';
import { ModelError } from './model-error';
import type { OpenedModel } from './open-model';
import { openModel } from './open-model';
import type { Ports } from './ports';
import { DocumentError } from './ports';
import { sendWrites } from './send-writes';

export interface SavedModel {
  /** What is stored now; its model is `next` itself when nobody else saved. */
  readonly opened: OpenedModel;
  /** Where another person saved something else first. Theirs is stored; the caller decides and saves again. */
  readonly conflicts: readonly MergeConflict[];
}

const rounds = 5;

async function write(
  ports: Pick<Ports, 'documents'>,
  { stored, projectId }: OpenedModel,
  plan: { readonly wanted: Model; readonly removed: ReadonlySet<string> },
) {
  const writes = planSave(stored, plan.wanted, { removed: plan.removed });
  try {
    return await sendWrites({ documents: ports.documents, projectId, stored, writes });
  } catch (error) {
    if (!(error instanceof DocumentError) || error.problem !== 'too-large') throw error;
    throw new ModelError(
      'too-large',
      `A part of this model is too large to be stored (${error.id}); shorten its texts.`,
    );
  }
}

/** True when the documents are still those that `opened` was read from. */
function isUnchanged({ stored }: OpenedModel, fresh: StoredModel): boolean {
  if (stored.index?.etag !== fresh.index?.etag || stored.shards.size !== fresh.shards.size) return false;
  return [...stored.shards].every(([id, { etag }]) => fresh.shards.get(id)?.etag === etag);
}

/** Under the policy that it has: a save is no reason to ask for it again. */
function openAgain(ports: Pick<Ports, 'documents'>, { projectId, model }: OpenedModel): Promise<OpenedModel> {
  const known = Promise.resolve({ policy: model.policy, changes: [] });
  return openModel(ports, projectId, model.info.id, known);
}

/**
 * Before an edit that removes things or adds references, somebody looks again: the page may have been open for hours,
 * and a collision between different documents is one that no etag reports.
 */
async function look(ports: Pick<Ports, 'documents'>, opened: OpenedModel, next: Model): Promise<OpenedModel> {
  if (!opened.stored.index || !changesReferences(opened.model, next)) return opened;
  const fresh = await openAgain(ports, opened);
  return isUnchanged(opened, fresh.stored) ? opened : fresh;
}

/** Both sides' work; where both split a mitigation, each of its places is in one part again. */
function merge(base: Model, mine: Model, theirs: Model): Merge {
  const { merged, conflicts } = mergeModels(base, mine, theirs);
  // What was so on one side already is not the merge's to change.
  const settled = settleParts(mine) || settleParts(theirs) ? undefined : settleParts(merged);
  return { merged: settled ? applyEdit(merged, settled) : merged, conflicts };
}

/**
 * Rejects with ModelError `read-only`, `missing` (deleted meanwhile), `busy` or `too-large`, with UnsavableModel for
 * a model that could not be read again, or with AccessError. Whatever was written by then is a valid model: calling
 * again, with this `opened` or a fresh one, completes the save.
 */
export async function saveModel(
  ports: Pick<Ports, 'documents'>,
  opened: OpenedModel,
  next: Model,
): Promise<SavedModel> {
  if (opened.readOnly !== undefined) throw new ModelError('read-only', opened.readOnly);
  const removed = removedIds(opened.model, next);
  let current = await look(ports, opened, next);
  for (let round = 0; round < rounds; round += 1) {
    if (current.readOnly !== undefined) throw new ModelError('read-only', current.readOnly);
    // Always from the first base: what an earlier round wrote is then "the same on both sides".
    const { merged, conflicts } =
      current === opened ? { merged: next, conflicts: [] } : merge(opened.model, next, current.model);
    const result = await write(ports, current, { wanted: merged, removed });
    if (result.kind === 'written') {
      const stored = { ...result.stored, model: merged };
      return { opened: { ...current, model: merged, stored }, conflicts };
    }
    current = await openAgain(ports, opened);
  }
  throw new ModelError(
    'busy',
    'Others are saving this model all the time; nothing of yours is lost here, try again.',
  );
}
