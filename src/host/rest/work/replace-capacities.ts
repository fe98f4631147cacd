/** https://learn.microsoft.com/rest/api/azure/devops/work/capacities/replace-capacities-with-identity-ref */
import { list } from '../../kernel/answer';
import { endpoint } from '../../kernel/endpoint';
import { requireList, sent } from '../../kernel/sent';
import { capacityOf, keepCapacity } from '../../organisation/capacities';
import { findUser } from '../../organisation/world';
import { memberCapacityShape, readMemberCapacity } from './capacity-shape';
import { requireIteration } from './iteration-shape';
import { requireCapacityEditor } from './team-administrator';

export default endpoint({
  method: 'PUT',
  route: '{project}/{team?}/_apis/work/teamsettings/iterations/{iteration}/capacities',
  spec: 'work/7.2 Capacities_Replace Capacities With Identity Ref',
  handle(call, world) {
    requireCapacityEditor(call);
    const iteration = requireIteration(world, call.site.team, call.params.text('iteration'));
    const members = world.store.transact((tx) => {
      const read = requireList(call.body).map((one) => {
        const member = sent(one, 'teamMember');
        const named = String(sent(member, 'id') ?? sent(member, 'uniqueName') ?? '');
        return readMemberCapacity(one, findUser(tx, named)?.id ?? named, tx);
      });
      keepCapacity(tx, call.site.team, iteration.guid, {
        ...capacityOf(tx, call.site.team, iteration.guid),
        members: read,
      });
      return read;
    });
    return list(members.map((one) => memberCapacityShape(one, iteration, call.site, world)));
  },
});
