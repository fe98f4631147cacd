/** Work items as they were: most of them in one read as of a moment, each other by its revision. */
import type * as v from 'valibot';
import type { TaskItem } from '../../core/sync/backlog-picture';
import { accessError, isSuccess } from './http';
import type { Http } from './http';
import { toTask } from './task-answer';
import { answeredItem, understood } from './work-item-answer';
import type { StateTable } from './work-item-answer';

type Answered = v.InferOutput<typeof answeredItem>;
interface Place {
  readonly http: Http;
  /** Collection URL, ending in a slash. */
  readonly root: string;
  readonly states: StateTable;
}

/** The service keeps times to the millisecond, and an item has its new revision at the time of its change. */
const tick = 1;

/** Undefined when it cannot be read. */
async function readAlone({ http, root }: Place, id: number, rev: number): Promise<Answered | undefined> {
  const url = `${root}_apis/wit/workItems/${id}/revisions/${rev}?$expand=all&api-version=7.1`;
  const response = await http.send({ method: 'GET', url });
  if (response.status === 404) return undefined;
  if (!isSuccess(response)) throw accessError(response, `revision ${rev} of work item ${id}`);
  return understood(answeredItem, response.body, `work item ${id}`);
}

/**
 * The items at their revisions, by id. `changed` names when the first of them was changed since (ISO): right before it
 * most had the wanted revision, and whichever did not is read alone. Rejects with AccessError.
 */
export async function readRevisions(
  place: Place,
  { wanted, changed }: { readonly wanted: ReadonlyMap<number, number>; readonly changed: string | undefined },
  readAsOf: (ids: readonly number[], moment: string) => Promise<readonly Answered[]>,
): Promise<ReadonlyMap<number, TaskItem>> {
  const found = new Map<number, TaskItem>();
  const keep = (item: Answered) => found.set(item.id, toTask(item, place.states));
  const time = Date.parse(changed ?? '');
  if (wanted.size > 1 && !Number.isNaN(time)) {
    const moment = new Date(time - tick).toISOString();
    for (const item of await readAsOf([...wanted.keys()], moment))
      if (item.rev === wanted.get(item.id)) keep(item);
  }
  for (const [id, rev] of wanted) {
    const item = found.has(id) ? undefined : await readAlone(place, id, rev);
    if (item) keep(item);
  }
  return found;
}
