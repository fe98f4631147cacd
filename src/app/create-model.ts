/** Stores a new model: first its index document, so that a half-finished import is seen and can be deleted. */
import { notStored } from '../core/store/stored-model';
import type { Model } from '../core/model/model';
import type { OpenedModel } from './open-model';
import type { Ports } from './ports';
import { saveModel } from './save-model';

/** Calling again after a failure completes the model. Rejects like saveModel. */
export async function createModel(
  ports: Pick<Ports, 'documents'>,
  projectId: string,
  model: Model,
): Promise<OpenedModel> {
  const stored = notStored(model.info);
  const { opened } = await saveModel(ports, { projectId, model: stored.model, stored, problems: [] }, model);
  return opened;
}
