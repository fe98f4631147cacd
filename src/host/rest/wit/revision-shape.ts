/** A past revision: a work item that is addressed by its number. */
import { Url } from '../../kernel/wire';
import { renderWorkItem, workItemsUrl, type Selection, type View } from '../../work-items/render';
import type { WorkItem } from '../../work-items/types';

export function revisionShape(revision: WorkItem, selection: Selection, view: View): Record<string, unknown> {
  const url = `${workItemsUrl(view)}/${revision.id}/revisions/${revision.rev}`;
  return { ...renderWorkItem(revision, selection, view), url: new Url(url) };
}
