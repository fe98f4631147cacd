/** Sends the writes of a plan one after the other; the store is a valid model after each of them. */
import { indexCollection, modelCollection } from '../core/store/collections';
import { shardDocument } from '../core/store/shard';
import type { StoredModel, Write } from '../core/store/stored-model';
import { afterWrite } from '../core/store/stored-model';
import type { Documents } from './ports';
import { DocumentError } from './ports';

export interface Sending {
  readonly documents: Documents;
  readonly projectId: string;
  readonly stored: StoredModel;
  readonly writes: readonly Write[];
}
export type SendResult =
  | { readonly kind: 'written'; readonly stored: StoredModel }
  /** Somebody else wrote in between; what was sent before that stays written. */
  | { readonly kind: 'outdated' };

const outdated = new Set<DocumentError['problem']>(['exists', 'missing', 'version-mismatch']);

async function send(
  documents: Documents,
  place: { index: string; shards: string },
  stored: StoredModel,
  write: Write,
) {
  const collection = write.target === 'index' ? place.index : place.shards;
  const document = write.target === 'index' ? write.document : shardDocument(write.shard);
  const known = write.target === 'index' ? stored.index : stored.shards.get(write.shard.id);
  const answer =
    write.kind === 'create'
      ? await documents.create(collection, document)
      : // 0 is no etag: the store refuses it, and -1 (overwrite whatever is there) is never sent.
        await documents.update(collection, { ...document, __etag: known?.etag ?? 0 });
  return answer.__etag;
}

/** Rejects with what the store rejects with, except for the answers that mean `outdated`. */
export async function sendWrites({ documents, projectId, stored, writes }: Sending): Promise<SendResult> {
  const place = {
    index: indexCollection(projectId),
    shards: modelCollection(projectId, stored.model.info.id),
  };
  let current = stored;
  for (const write of writes) {
    try {
      current = afterWrite(current, write, await send(documents, place, current, write));
    } catch (error) {
      if (error instanceof DocumentError && outdated.has(error.problem)) return { kind: 'outdated' };
      throw error;
    }
  }
  return { kind: 'written', stored: current };
}
