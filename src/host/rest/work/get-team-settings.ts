/** https://learn.microsoft.com/rest/api/azure/devops/work/teamsettings/get */
import { ok } from '../../kernel/answer';
import { endpoint } from '../../kernel/endpoint';
import { teamSettingsShape } from './team-settings-shape';

export default endpoint({
  method: 'GET',
  route: '{project}/{team?}/_apis/work/teamsettings',
  spec: 'work/7.2 Teamsettings_Get',
  handle: ({ site }, world) => ok(teamSettingsShape(world, site, site.team)),
});
