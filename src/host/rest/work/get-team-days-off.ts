/** https://learn.microsoft.com/rest/api/azure/devops/work/teamdaysoff/get */
import { ok } from '../../kernel/answer';
import { endpoint } from '../../kernel/endpoint';
import { capacityOf } from '../../organisation/capacities';
import { requireIteration } from './iteration-shape';
import { teamDaysOffShape } from './team-days-off-shape';

export default endpoint({
  method: 'GET',
  route: '{project}/{team?}/_apis/work/teamsettings/iterations/{iteration}/teamdaysoff',
  spec: 'work/7.2 Teamdaysoff_Get',
  handle({ params, site }, world) {
    const iteration = requireIteration(world, site.team, params.text('iteration'));
    return ok(
      teamDaysOffShape(capacityOf(world.store, site.team, iteration.guid).teamDaysOff, iteration, site),
    );
  },
});
