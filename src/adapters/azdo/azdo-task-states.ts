/** States of Tasks in one request each 200, without reading the process: a work item form may not take more. */
import type { TaskState, TaskStates } from '../../app/ports';
import { accessError, isSuccess } from './http';
import type { Http } from './http';
import { answeredItems, toWorkItem, understood } from './work-item-answer';

const fields = ['System.Id', 'System.WorkItemType', 'System.Title', 'System.State', 'System.IterationPath'];
const idsPerRead = 200;

export class AzdoTaskStates implements TaskStates {
  /** `root` is the collection URL with a slash at the end; `project` a name or id. */
  constructor(
    private readonly place: { readonly http: Http; readonly root: string; readonly project: string },
  ) {}

  /** Items that the reader may not see are left out; categories are left open. Rejects with AccessError. */
  async read(ids: readonly number[]): Promise<ReadonlyMap<number, TaskState>> {
    const { http, root, project } = this.place;
    const url = `${root}${encodeURIComponent(project)}/_apis/wit/workitemsbatch?api-version=7.1`;
    const found = new Map<number, TaskState>();
    for (let start = 0; start < ids.length; start += idsPerRead) {
      const body = { ids: ids.slice(start, start + idsPerRead), errorPolicy: 'Omit', fields };
      const response = await http.send({ method: 'POST', url, body, intent: 'read' });
      if (!isSuccess(response)) throw accessError(response, 'the Tasks of this work item');
      for (const item of understood(answeredItems, response.body, 'work items').value)
        if (item) found.set(item.id, toWorkItem(item, new Map()));
    }
    return found;
  }
}
