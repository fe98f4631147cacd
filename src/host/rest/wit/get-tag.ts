/** https://learn.microsoft.com/rest/api/azure/devops/wit/tags/get */
import { ok } from '../../kernel/answer';
import { endpoint } from '../../kernel/endpoint';
import { requireTag, tagShape } from './tag-shape';

export default endpoint({
  method: 'GET',
  route: '{project}/_apis/wit/tags/{tag}',
  spec: 'wit/7.2 Tags_Get',
  handle: ({ params, site }, world) =>
    ok(tagShape(requireTag(world.store, site.project, params.text('tag')), site)),
});
