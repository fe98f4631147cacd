/** https://learn.microsoft.com/rest/api/azure/devops/core/projects/get */
import { ok } from '../../kernel/answer';
import { endpoint } from '../../kernel/endpoint';
import { Links } from '../../kernel/wire';
import { ORGANISATION } from '../../organisation/identifiers';
import { defaultTeam } from '../../organisation/projects';
import { requireProject } from '../../organisation/scope';
import { projectUrl } from '../addresses';
import { projectReference, teamReference } from './project-shape';

export default endpoint({
  method: 'GET',
  route: '_apis/projects/{projectId}',
  spec: 'core/7.2 Projects_Get',
  handle({ params, query, site }, world) {
    const project = requireProject(world.store, params.text('projectId'));
    const { name, templateTypeId } = world.process;
    const capabilities = {
      processTemplate: { templateName: name, templateTypeId },
      versioncontrol: { sourceControlType: 'Git', gitEnabled: 'True', tfvcEnabled: 'False' },
    };
    return ok({
      ...projectReference(site, project, world),
      ...(query.flag('includeCapabilities') ? { capabilities } : {}),
      _links: new Links({
        self: projectUrl(site, project),
        collection: `${site.collectionUrl}/_apis/projectCollections/${ORGANISATION.id}`,
        web: `${site.collectionUrl}/${encodeURIComponent(project.name)}`,
      }),
      defaultTeam: teamReference(site, defaultTeam(world.store, project)),
    });
  },
});
