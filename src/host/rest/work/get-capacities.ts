/** https://learn.microsoft.com/rest/api/azure/devops/work/capacities/get-capacities-with-identity-ref-and-totals */
import { list, ok } from '../../kernel/answer';
import { endpoint, type Call } from '../../kernel/endpoint';
import { Url } from '../../kernel/wire';
import { capacityOf } from '../../organisation/capacities';
import { memberCapacityShape, totals } from './capacity-shape';
import { iterationUrl, requireIteration } from './iteration-shape';
import { teamLinks } from './team-links';

export default endpoint({
  method: 'GET',
  route: '{project}/{team?}/_apis/work/teamsettings/iterations/{iteration}/capacities',
  spec: 'work/7.2 Capacities_Get Capacities With Identity Ref And Totals',
  handle(call, world) {
    const { params, site } = call;
    const iteration = requireIteration(world, site.team, params.text('iteration'));
    const capacity = capacityOf(world.store, call.site.team, iteration.guid);
    const teamMembers = capacity.members.map((one) => memberCapacityShape(one, iteration, site, world));
    if (isListOnly(call)) return list(teamMembers);
    const self = `${iterationUrl(site, iteration)}/capacities`;
    return ok({
      teamMembers,
      ...totals(capacity),
      url: new Url(self),
      _links: teamLinks(site, self, { teamIteration: iterationUrl(site, iteration) }),
    });
  },
});

/** Totals came with the third version of the resource, in 6.1; before, the answer was the bare list. */
function isListOnly({ apiVersion }: Call): boolean {
  if (apiVersion === null) return false;
  const resource = /-preview\.(\d+)$/i.exec(apiVersion.text)?.[1];
  if (resource !== undefined) return Number(resource) < 3;
  return apiVersion.major * 100 + apiVersion.minor < 601;
}
