/** Opens models of a project that are chosen out of its list, in as few requests as the store allows. */
import type { ModelId } from '../core/model/ids';
import { indexCollection, modelCollection } from '../core/store/collections';
import { policyCollection, policyId, readPolicy } from '../core/store/read-policy';
import { summariesOf } from './list-models';
import type { ModelSummary } from './list-models';
import { modelIn } from './open-model';
import type { OpenedModel } from './open-model';
import type { Documents, Ports, StoredDocument } from './ports';

async function readCollections(
  store: Documents,
  names: readonly string[],
): Promise<ReadonlyMap<string, readonly StoredDocument[]>> {
  if (store.lists) return store.lists(names);
  return new Map(await Promise.all(names.map(async (name) => [name, await store.list(name)] as const)));
}

export interface ModelChoice {
  /** Which of them; whatever it throws ends the opening. */
  readonly choose: (all: readonly ModelSummary[]) => readonly ModelId[];
  /** Those that will most likely be chosen: they are read along with the list. */
  readonly likely?: readonly ModelId[] | undefined;
}

/**
 * One request for the list, the policy of the project and the likely models where the store can answer all at once, and
 * one for each other model. Rejects with AccessError, with ModelError, and with what `choose` throws.
 */
export async function openModels(
  { documents }: Pick<Ports, 'documents'>,
  projectId: string,
  { choose, likely = [] }: ModelChoice,
): Promise<readonly OpenedModel[]> {
  const [indexes, policies] = [indexCollection(projectId), policyCollection(projectId)];
  const collectionOf = (id: ModelId) => modelCollection(projectId, id);
  const read = await readCollections(documents, [indexes, policies, ...likely.map(collectionOf)]);
  const all = read.get(indexes) ?? [];
  const decided = readPolicy(read.get(policies)?.find(({ id }) => id === policyId));
  const opened: OpenedModel[] = [];
  for (const id of choose(summariesOf(all))) {
    const index = all.find((document) => document.id === id);
    const own = read.get(collectionOf(id)) ?? (await documents.list(collectionOf(id)));
    opened.push(modelIn({ projectId, modelId: id, index, documents: own, decided }));
  }
  return opened;
}
