/** Deletes a model with everything kept beside it. */
import type { ModelId } from '../core/model/ids';
import { kinds } from '../core/model/model';
import {
  alertsCollection,
  historyCollection,
  indexCollection,
  modelCollection,
  notesCollection,
} from '../core/store/collections';
import { parseShardId } from '../core/store/shard';
import type { Ports } from './ports';

/** Derived and unknown documents go first, then the shards from the last kind to the first. */
function order(id: string): number {
  const kind = parseShardId(id)?.kind;
  return kind ? -kinds.indexOf(kind) : -kinds.length;
}

/**
 * The index goes last: a deletion that stops half-way leaves a smaller valid model, which is still listed and can be
 * deleted again. Deleting what is gone is fine. Rejects with AccessError.
 */
export async function deleteModel(
  ports: Pick<Ports, 'documents'>,
  projectId: string,
  modelId: ModelId,
): Promise<void> {
  const collection = modelCollection(projectId, modelId);
  const clear = async (): Promise<number> => {
    const ids = (await ports.documents.list(collection)).map(({ id }) => id);
    for (const id of ids.sort((a, b) => order(a) - order(b))) await ports.documents.remove(collection, id);
    return ids.length;
  };
  await clear();
  for (const beside of [alertsCollection, notesCollection, historyCollection]) {
    const name = beside(projectId, modelId);
    for (const { id } of await ports.documents.list(name)) await ports.documents.remove(name, id);
  }
  await ports.documents.remove(indexCollection(projectId), modelId);
  // A save that ran meanwhile may have written parts again; with the index gone nobody would see them, or clear them.
  try {
    for (let round = 0; round < 3 && (await clear()) > 0; round += 1);
  } catch {
    // The model is gone: a leftover that cannot be cleared now does not undo that.
  }
}
