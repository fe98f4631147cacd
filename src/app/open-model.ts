/** Opens a model under the policy of its project: three requests at once, two where the store answers several collections. */
import { indexCollection, modelCollection } from '../core/store/collections';
import { readModel } from '../core/store/read-model';
import type { StoredModel } from '../core/store/stored-model';
import type { ModelId } from '../core/model/ids';
import type { Model } from '../core/model/model';
import { policyCollection, policyId, readPolicy } from '../core/store/read-policy';
import type { PolicyReading } from '../core/store/read-policy';
import { ModelError } from './model-error';
import type { Documents, Ports, StoredDocument } from './ports';
import { openPolicy } from './project-policy';
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

/** The documents of the model and the policy: one request where the store can answer both at once. */
async function readTogether(
  store: Documents,
  given: {
    readonly projectId: string;
    readonly modelId: ModelId;
    readonly policy: Promise<PolicyReading> | undefined;
  },
): Promise<{ readonly documents: readonly StoredDocument[]; readonly decided: PolicyReading }> {
  const { projectId, modelId, policy } = given;
  const [own, shared] = [modelCollection(projectId, modelId), policyCollection(projectId)];
  if (!policy && store.lists) {
    const both = await store.lists([own, shared]);
    const decided = readPolicy(both.get(shared)?.find(({ id }) => id === policyId));
    return { documents: both.get(own) ?? [], decided };
  }
  const [documents, decided] = await Promise.all([
    store.list(own),
    policy ?? openPolicy({ documents: store }, projectId),
  ]);
  return { documents, decided };
}

/** The model in what was read of the store. Throws ModelError `missing` when its index document was not there. */
export function modelIn(read: {
  readonly projectId: string;
  readonly modelId: ModelId;
  readonly index: StoredDocument | undefined;
  readonly documents: readonly StoredDocument[];
  readonly decided: PolicyReading;
}): OpenedModel {
  const { projectId, modelId, index, documents, decided } = read;
  if (!index)
    throw new ModelError('missing', 'This model does not exist in this project, or somebody deleted it.');
  // The reading speaks about the model that was asked for, whatever id the answer claims.
  const reading = readModel({ ...index, id: modelId }, documents);
  const model = decided.policy ? { ...reading.model, policy: decided.policy } : reading.model;
  const memory = documents.find((document) => document.id === memoryId);
  return {
    projectId,
    model,
    stored: { ...reading, model },
    problems: decided.problem === undefined ? reading.problems : [...reading.problems, decided.problem],
    ...(memory ? { memory } : {}),
    ...(reading.readOnly === undefined ? {} : { readOnly: reading.readOnly }),
  };
}

/** Rejects with ModelError `missing`, or AccessError. `policy`: read already, one request less. */
export async function openModel(
  ports: Pick<Ports, 'documents'>,
  projectId: string,
  modelId: ModelId,
  policy?: Promise<PolicyReading>,
): Promise<OpenedModel> {
  const [index, { documents, decided }] = await Promise.all([
    ports.documents.get(indexCollection(projectId), modelId),
    readTogether(ports.documents, { projectId, modelId, policy }),
  ]);
  return modelIn({ projectId, modelId, index, documents, decided });
}
