/** https://learn.microsoft.com/rest/api/azure/devops/core/teams/get */
import { ok } from '../../kernel/answer';
import { endpoint } from '../../kernel/endpoint';
import { requireProject, requireTeam } from '../../organisation/scope';
import { teamShape } from './project-shape';

export default endpoint({
  method: 'GET',
  route: '_apis/projects/{projectId}/teams/{teamId}',
  spec: 'core/7.2 Teams_Get',
  handle({ params, site }, world) {
    const project = requireProject(world.store, params.text('projectId'));
    return ok(teamShape(site, requireTeam(world.store, project, params.text('teamId')), world));
  },
});
