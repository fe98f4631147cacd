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
  handle({ params, query, site }, world) {
    const project = requireProject(world.store, params.text('projectId'));
    const team = requireTeam(world.store, project, params.text('teamId'));
    const members = team.members.flatMap((id) => world.store.get(users, id) ?? []);
    const skip = query.integer('$skip') ?? 0;
    return list(
      members.slice(skip, skip + (query.integer('$top') ?? 100)).map((user) => ({
        // Said of administrators only; for all others the original leaves it out.
        ...(team.administrators.includes(user.id) ? { isTeamAdmin: true } : {}),
        identity: identityRef(user, site),
      })),
    );
  },
});
