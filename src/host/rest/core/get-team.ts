/** https://learn.microsoft.com/rest/api/azure/devops/core/teams/get */
import { ok } from '../../kernel/answer';
import { endpoint } from '../../kernel/endpoint';
import { requireProject, requireTeam } from '../../organisation/scope';
import { team } from './project-shape';

export default endpoint({
  method: 'GET',
  route: '_apis/projects/{projectId}/teams/{teamId}',
  spec: 'core/7.2 Teams_Get',
  handle({ params, site }, world) {
    requireProject(params.text('projectId'));
    requireTeam(world, params.text('teamId'));
    return ok(team(site, world));
  },
});
