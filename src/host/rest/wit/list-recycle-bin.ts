/** https://learn.microsoft.com/rest/api/azure/devops/wit/recyclebin/get-deleted-work-item-shallow-references */
import { list } from '../../kernel/answer';
import { endpoint } from '../../kernel/endpoint';
import { Url } from '../../kernel/wire';
import { workItems } from '../../work-items/types';
import { deletedShape } from './deleted-shape';
import { viewOf } from './edit';

export default endpoint({
  method: 'GET',
  route: '{project?}/_apis/wit/recyclebin',
  spec: 'wit/7.2 Recyclebin_Get Deleted Work Item Shallow References',
  handle(call, world) {
    const { site } = call;
    const ids = call.query.integers('ids');
    const deleted = world.store
      .all(workItems)
      .filter(
        (item) => item.deleted !== undefined && item.fields['System.TeamProject'] === site.project.name,
      );
    if (!ids)
      return list(
        deleted.map(({ id }) => ({ id, url: new Url(`${site.collectionUrl}/_apis/wit/recycleBin/${id}`) })),
      );
    // Asked for by number they come with what they are, but without their fields.
    return list(
      deleted
        .filter((item) => ids.includes(item.id))
        .map((item) => {
          const { resource: _resource, ...reference } = deletedShape(item, viewOf(call, world));
          return reference;
        }),
    );
  },
});
