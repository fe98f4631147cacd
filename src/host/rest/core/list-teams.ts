/** https://learn.microsoft.com/rest/api/azure/devops/core/teams/get-teams */
import { list } from '../../kernel/answer';
import { endpoint } from '../../kernel/endpoint';
import { teamsOf } from '../../organisation/projects';
import { requireProject } from '../../organisation/scope';
import { teamShape } from './project-shape';

export default endpoint({
  method: 'GET',
  route: '_apis/projects/{projectId}/teams',
  spec: 'core/7.2 Teams_Get Teams',
  handle({ params, query, site, user }, world) {
    const project = requireProject(world.store, params.text('projectId'));
    const isMine = query.flag('$mine');
    const found = teamsOf(world.store, project).filter((team) => !isMine || team.members.includes(user.id));
    const skip = query.integer('$skip') ?? 0;
    return list(
      found.slice(skip, skip + (query.integer('$top') ?? 100)).map((team) => teamShape(site, team, world)),
    );
  },
});
