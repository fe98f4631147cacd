/** A deleted work item as the recycle bin and the delete operation show it. */
import { Url } from '../../kernel/wire';
import { users } from '../../organisation/types';
import { renderWorkItem, type View } from '../../work-items/render';
import type { WorkItem } from '../../work-items/types';

export function deletedShape(item: WorkItem, view: View): Record<string, unknown> {
  const user = view.world.store.get(users, item.deleted?.by ?? '');
  return {
    id: item.id,
    type: item.fields['System.WorkItemType'],
    name: item.fields['System.Title'],
    project: item.fields['System.TeamProject'],
    ...(item.deleted
      ? { deletedDate: item.deleted.at, deletedBy: user ? `${user.displayName} <${user.uniqueName}>` : '' }
      : {}),
    code: 200,
    url: new Url(
      `${view.site.collectionUrl}/_apis/wit/${item.deleted ? 'recycleBin' : 'workItems'}/${item.id}`,
    ),
    resource: renderWorkItem(item, { expand: 'none' }, view),
  };
}
