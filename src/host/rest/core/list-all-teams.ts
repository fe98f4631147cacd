/** https://learn.microsoft.com/rest/api/azure/devops/core/teams/get-all-teams */
import { list } from '../../kernel/answer';
import { endpoint } from '../../kernel/endpoint';
import { team } from './project-shape';

export default endpoint({
  method: 'GET',
  route: '_apis/teams',
  spec: 'core/7.2 Teams_Get All Teams',
  handle: ({ site }, world) => list([team(site, world)]),
});
