/** https://learn.microsoft.com/rest/api/azure/devops/core/teams/get-team-members-with-extended-properties */
import { list } from '../../kernel/answer';
import { endpoint } from '../../kernel/endpoint';
import { identityRef } from '../../organisation/identity';
import { requireProject, requireTeam } from '../../organisation/scope';
import { users } from '../../organisation/types';

export default endpoint({
  method: 'GET',
  route: '_apis/projects/{projectId}/teams/{teamId}/members',
  spec: 'core/7.2 Teams_Get Team Members With Extended Properties',
  handle({ params, site }, world) {
    requireProject(params.text('projectId'));
    requireTeam(world, params.text('teamId'));
    const members = world.store.all(users).map((user, index) => ({
      ...(index === 0 ? { isTeamAdmin: true } : {}),
      identity: identityRef(user, site),
    }));
    return list(members);
  },
});
