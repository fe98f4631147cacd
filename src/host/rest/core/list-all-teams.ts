/** https://learn.microsoft.com/rest/api/azure/devops/core/teams/get-all-teams */
import { list } from '../../kernel/answer';
import { endpoint } from '../../kernel/endpoint';
import { teamsOf } from '../../organisation/projects';
import { projects } from '../../organisation/types';
import { teamShape } from './project-shape';

export default endpoint({
  method: 'GET',
  route: '_apis/teams',
  spec: 'core/7.2 Teams_Get All Teams',
  handle({ query, site, user }, world) {
    const isMine = query.flag('$mine');
    const found = world.store
      .all(projects)
      .flatMap((project) => teamsOf(world.store, project))
      .filter((team) => !isMine || team.members.includes(user.id));
    const skip = query.integer('$skip') ?? 0;
    return list(
      found.slice(skip, skip + (query.integer('$top') ?? 100)).map((team) => teamShape(site, team, world)),
    );
  },
});
