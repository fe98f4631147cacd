/** Items in the recycle bin. */
import { problem } from '../../kernel/problem';
import { sent } from '../../kernel/sent';
import type { Reader } from '../../store/store';
import { noSuchWorkItem } from '../../work-items/rule-errors';
import { workItems, type WorkItem } from '../../work-items/types';

/** @throws Problem 404 for an item that is not in the bin. */
export function requireRecycled(reader: Pick<Reader, 'get'>, id: number): WorkItem {
  const item = reader.get(workItems, String(id));
  if (item?.deleted) return item;
  throw noSuchWorkItem(id);
}

/** @throws Problem 400 for a body that asks for anything but to restore the item. */
export function requireRestore(body: unknown): void {
  if (sent(body, 'isDeleted') === false) return;
  throw problem(
    400,
    'VssPropertyValidationException',
    'The body must be {"isDeleted": false} to restore a work item.',
  );
}
