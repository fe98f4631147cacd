/** A model of our own file beside the model that it was exported from: a copy, which must not be taken for it. */
import { mint, modelId } from '../../model/ids';
import type { NewId } from '../../model/ids';
import type { Model, NotTaken } from '../../model/model';

/** The model under a new id and without its Tasks: two models that hold one Task would overwrite each other in it. */
export function copyOf(
  model: Model,
  newId: NewId,
): { readonly model: Model; readonly notTaken: readonly NotTaken[] } {
  const tasks = [...model.realisation.values()].filter(({ workItem }) => workItem !== null).length;
  const row = {
    what: 'links to Tasks',
    count: tasks,
    why: 'the model that was exported is still in this project, and they are its own',
  };
  return {
    model: { ...model, info: { ...model.info, id: mint(modelId, newId) }, realisation: new Map() },
    notTaken: tasks === 0 ? [] : [row],
  };
}
