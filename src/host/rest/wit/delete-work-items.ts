/** https://learn.microsoft.com/rest/api/azure/devops/wit/work-items/delete-work-items */
import { ok } from '../../kernel/answer';
import { endpoint } from '../../kernel/endpoint';
import { Problem, problem } from '../../kernel/problem';
import { requireObject, sentFlag, sentList } from '../../kernel/sent';
import { deleteWorkItem, destroyWorkItem, requireWorkItem } from '../../work-items/save';
import { deletedShape } from './deleted-shape';
import { editOf, viewOf } from './edit';
import { readIds } from './pick-work-items';

const MAXIMUM_IDS = 200;

/** Each item is deleted or not by itself; its entry says which. */
export default endpoint({
  method: 'POST',
  route: '{project?}/_apis/wit/workitemsdelete',
  spec: 'wit/7.2 Work Items_Delete Work Items',
  handle(call, world) {
    const body = requireObject(call.body);
    const ids = readIds(sentList(body, 'ids'));
    if (ids.length === 0 || ids.length > MAXIMUM_IDS)
      throw problem(
        400,
        'VssPropertyValidationException',
        `The ids of 1 to ${MAXIMUM_IDS} work items must be given.`,
      );
    const remove = sentFlag(body, 'destroy') ? destroy : moveToBin;
    return ok({ results: ids.map(attempt) });

    function attempt(id: number): Record<string, unknown> {
      try {
        return remove(id);
      } catch (error) {
        if (!(error instanceof Problem)) throw error;
        return { id, code: error.status, message: error.message };
      }
    }

    function moveToBin(id: number): Record<string, unknown> {
      const item = world.store.transact((tx) =>
        deleteWorkItem(editOf(call, world, tx), requireWorkItem(tx, id)),
      );
      return deletedShape(item, viewOf(call, world));
    }

    function destroy(id: number): Record<string, unknown> {
      world.store.transact((tx) => destroyWorkItem(editOf(call, world, tx), requireWorkItem(tx, id)));
      return { id, code: 200 };
    }
  },
});
