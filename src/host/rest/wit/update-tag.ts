/** https://learn.microsoft.com/rest/api/azure/devops/wit/tags/update */
import { ok } from '../../kernel/answer';
import { endpoint } from '../../kernel/endpoint';
import { problem } from '../../kernel/problem';
import { requireObject, sentText } from '../../kernel/sent';
import { retag } from '../../work-items/retag';
import { defineTags, findTag, forgetTag } from '../../work-items/tag-definitions';
import { requireTag, requireTagEditor, requireTagName, tagShape } from './tag-shape';

export default endpoint({
  method: 'PATCH',
  route: '{project}/_apis/wit/tags/{tag}',
  spec: 'wit/7.2 Tags_Update',
  handle({ params, site, user, body }, world) {
    requireTagEditor(user);
    const { project } = site;
    const name = requireTagName(sentText(requireObject(body), 'name') ?? '');
    const renamed = world.store.transact((tx) => {
      const tag = requireTag(tx, project, params.text('tag'));
      const other = findTag(tx, project, name);
      if (other && other.id !== tag.id)
        throw problem(409, 'TagAlreadyExistsException', `There is a tag named ${name} already.`);
      retag(tx, project, tag.name, name);
      forgetTag(tx, project, tag);
      defineTags(tx, project, [name], world.clock());
      return requireTag(tx, project, name);
    });
    return ok(tagShape(renamed, site));
  },
});
