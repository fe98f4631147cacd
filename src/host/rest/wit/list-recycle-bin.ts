/** https://learn.microsoft.com/rest/api/azure/devops/wit/recyclebin/get-deleted-work-item-shallow-references */
import { list } from '../../kernel/answer';
import { endpoint } from '../../kernel/endpoint';
import { Url } from '../../kernel/wire';
import { workItems } from '../../work-items/types';

export default endpoint({
  method: 'GET',
  route: '{project}/_apis/wit/recyclebin',
  spec: 'wit/7.2 Recyclebin_Get Deleted Work Item Shallow References',
  handle({ site }, world) {
    const deleted = world.store
      .all(workItems)
      .filter(
        (item) => item.deleted !== undefined && item.fields['System.TeamProject'] === site.project.name,
      );
    return list(
      deleted.map(({ id }) => ({ id, url: new Url(`${site.collectionUrl}/_apis/wit/recycleBin/${id}`) })),
    );
  },
});
