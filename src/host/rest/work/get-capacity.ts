/** https://learn.microsoft.com/rest/api/azure/devops/work/capacities/get-capacity-with-identity-ref */
import { ok } from '../../kernel/answer';
import { endpoint } from '../../kernel/endpoint';
import { problem } from '../../kernel/problem';
import { capacityOf } from '../../organisation/capacities';
import { memberCapacityShape } from './capacity-shape';
import { requireIteration } from './iteration-shape';

export default endpoint({
  method: 'GET',
  route: '{project}/{team?}/_apis/work/teamsettings/iterations/{iteration}/capacities/{member}',
  spec: 'work/7.2 Capacities_Get Capacity With Identity Ref',
  handle({ params, site }, world) {
    const iteration = requireIteration(world, site.team, params.text('iteration'));
    const member = params.text('member').toLowerCase();
    const found = capacityOf(world.store, site.team, iteration.guid).members.find(
      (one) => one.memberId === member,
    );
    if (found) return ok(memberCapacityShape(found, iteration, site, world));
    throw problem(
      404,
      'TeamCapacityDoesNotExistException',
      `There is no capacity of ${member} in the iteration.`,
    );
  },
});
