/** https://learn.microsoft.com/rest/api/azure/devops/wit/tags/delete */
import { noContent } from '../../kernel/answer';
import { endpoint } from '../../kernel/endpoint';
import { retag } from '../../work-items/retag';
import { forgetTag } from '../../work-items/tag-definitions';
import { requireTag, requireTagEditor } from './tag-shape';

export default endpoint({
  method: 'DELETE',
  route: '{project}/_apis/wit/tags/{tag}',
  spec: 'wit/7.2 Tags_Delete',
  handle({ params, site, user }, world) {
    requireTagEditor(user);
    world.store.transact((tx) => {
      const tag = requireTag(tx, site.project, params.text('tag'));
      retag(tx, site.project, tag.name, null);
      forgetTag(tx, site.project, tag);
    });
    return noContent();
  },
});
