/** Opens a model: two requests, at once. */
import { indexCollection, modelCollection } from '../core/store/collections';
import { readModel } from '../core/store/read-model';
import type { StoredModel } from '../core/store/stored-model';
import type { ModelId } from '../core/model/ids';
import type { Model } from '../core/model/model';
import { ModelError } from './model-error';
import type { Ports, StoredDocument } from './ports';
import { memoryId } from './sync-memory';

/** A model as a page holds it, with what the next save must know. */
export interface OpenedModel {
  readonly projectId: string;
  readonly model: Model;
  readonly stored: StoredModel;
  /** One sentence for each stored thing that is left out of the model. */
  readonly problems: readonly string[];
  /** What sync remembers beside the model, as it was stored when the model was opened. */
  readonly memory?: StoredDocument;
  /** Present when the model cannot be saved; says why, in one sentence. */
  readonly readOnly?: string;
}

/** Rejects with ModelError `missing`, or AccessError. */
export async function openModel(
  ports: Pick<Ports, 'documents'>,
  projectId: string,
  modelId: ModelId,
): Promise<OpenedModel> {
  const [index, documents] = await Promise.all([
    ports.documents.get(indexCollection(projectId), modelId),
    ports.documents.list(modelCollection(projectId, modelId)),
  ]);
  if (!index)
    throw new ModelError('missing', 'This model does not exist in this project, or somebody deleted it.');
  // The reading speaks about the model that was asked for, whatever id the answer claims.
  const reading = readModel({ ...index, id: modelId }, documents);
  const memory = documents.find((document) => document.id === memoryId);
  return {
    projectId,
    model: reading.model,
    stored: reading,
    problems: reading.problems,
    ...(memory ? { memory } : {}),
    ...(reading.readOnly === undefined ? {} : { readOnly: reading.readOnly }),
  };
}
