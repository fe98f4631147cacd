/** https://learn.microsoft.com/rest/api/azure/devops/work/capacities/update */
import { ok } from '../../kernel/answer';
import { endpoint } from '../../kernel/endpoint';
import { requireObject } from '../../kernel/sent';
import { capacityOf, keepCapacity } from '../../organisation/capacities';
import { memberCapacityShape, readMemberCapacity } from './capacity-shape';
import { requireIteration } from './iteration-shape';
import { requireCapacityEditor } from './team-administrator';

export default endpoint({
  method: 'PATCH',
  route: '{project}/{team?}/_apis/work/teamsettings/iterations/{iteration}/capacities/{member}',
  spec: 'work/7.2 Capacities_Update',
  handle(call, world) {
    requireCapacityEditor(call);
    const iteration = requireIteration(world, call.site.team, call.params.text('iteration'));
    const member = call.params.text('member').toLowerCase();
    const kept = world.store.transact((tx) => {
      const before = capacityOf(tx, call.site.team, iteration.guid);
      const known = before.members.find((one) => one.memberId === member);
      const read = readMemberCapacity({ ...known, ...requireObject(call.body) }, member, tx);
      const members = known
        ? before.members.map((one) => (one === known ? read : one))
        : [...before.members, read];
      keepCapacity(tx, call.site.team, iteration.guid, { ...before, members });
      return read;
    });
    return ok(memberCapacityShape(kept, iteration, call.site, world));
  },
});
