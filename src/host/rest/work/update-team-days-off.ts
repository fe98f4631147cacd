/** https://learn.microsoft.com/rest/api/azure/devops/work/teamdaysoff/update */
import { ok } from '../../kernel/answer';
import { endpoint } from '../../kernel/endpoint';
import { requireObject, sentList } from '../../kernel/sent';
import { capacityOf, keepCapacity } from '../../organisation/capacities';
import { readRanges } from './capacity-shape';
import { requireIteration } from './iteration-shape';
import { requireCapacityEditor } from './team-administrator';
import { teamDaysOffShape } from './team-days-off-shape';

export default endpoint({
  method: 'PATCH',
  route: '{project}/{team?}/_apis/work/teamsettings/iterations/{iteration}/teamdaysoff',
  spec: 'work/7.2 Teamdaysoff_Update',
  handle(call, world) {
    requireCapacityEditor(call);
    const iteration = requireIteration(world, call.site.team, call.params.text('iteration'));
    const teamDaysOff = readRanges(sentList(requireObject(call.body), 'daysOff'));
    world.store.transact((tx) =>
      keepCapacity(tx, call.site.team, iteration.guid, {
        ...capacityOf(tx, call.site.team, iteration.guid),
        teamDaysOff,
      }),
    );
    return ok(teamDaysOffShape(teamDaysOff, iteration, call.site));
  },
});
