/** Items in the recycle bin. */
import type { Reader } from '../../store/store';
import { noSuchWorkItem } from '../../work-items/rule-errors';
import { workItems, type WorkItem } from '../../work-items/types';

/** @throws Problem 404 for an item that is not in the bin. */
export function requireRecycled(reader: Pick<Reader, 'get'>, id: number): WorkItem {
  const item = reader.get(workItems, String(id));
  if (item?.deleted) return item;
  throw noSuchWorkItem(id);
}
