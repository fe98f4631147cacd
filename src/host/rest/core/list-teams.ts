/** https://learn.microsoft.com/rest/api/azure/devops/core/teams/get-teams */
import { list } from '../../kernel/answer';
import { endpoint } from '../../kernel/endpoint';
import { requireProject } from '../../organisation/scope';
import { team } from './project-shape';

export default endpoint({
  method: 'GET',
  route: '_apis/projects/{projectId}/teams',
  spec: 'core/7.2 Teams_Get Teams',
  handle({ params, site }, world) {
    requireProject(params.text('projectId'));
    return list([team(site, world)]);
  },
});
