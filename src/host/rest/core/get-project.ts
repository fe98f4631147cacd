/** https://learn.microsoft.com/rest/api/azure/devops/core/projects/get */
import { ok } from '../../kernel/answer';
import { endpoint } from '../../kernel/endpoint';
import { Links } from '../../kernel/wire';
import { ORGANISATION, PROJECT } from '../../organisation/identifiers';
import { requireProject } from '../../organisation/scope';
import { projectUrl } from '../addresses';
import { projectReference, teamReference } from './project-shape';

export default endpoint({
  method: 'GET',
  route: '_apis/projects/{projectId}',
  spec: 'core/7.2 Projects_Get',
  handle({ params, query, site }, world) {
    requireProject(params.text('projectId'));
    const { name, templateTypeId } = world.process;
    const capabilities = {
      processTemplate: { templateName: name, templateTypeId },
      versioncontrol: { sourceControlType: 'Git', gitEnabled: 'True', tfvcEnabled: 'False' },
    };
    return ok({
      ...projectReference(site, world),
      ...(query.flag('includeCapabilities') ? { capabilities } : {}),
      _links: new Links({
        self: projectUrl(site),
        collection: `${site.collectionUrl}/_apis/projectCollections/${ORGANISATION.id}`,
        web: `${site.collectionUrl}/${PROJECT.name}`,
      }),
      defaultTeam: teamReference(site, world),
    });
  },
});
