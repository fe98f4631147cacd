/** https://learn.microsoft.com/rest/api/azure/devops/work/iterations/get */
import { ok } from '../../kernel/answer';
import { endpoint } from '../../kernel/endpoint';
import { nodeUrl, workUrl } from '../addresses';
import { iterationShape, iterationUrl, requireIteration } from './iteration-shape';
import { teamLinks } from './team-links';

export default endpoint({
  method: 'GET',
  route: '{project}/{team?}/_apis/work/teamsettings/iterations/{id}',
  spec: 'work/7.2 Iterations_Get',
  handle({ params, site }, world) {
    const iteration = requireIteration(world, site.team, params.text('id'));
    const self = iterationUrl(site, iteration);
    const _links = teamLinks(site, self, {
      teamIterations: `${workUrl(site)}/teamsettings/iterations`,
      capacity: `${self}/capacities`,
      classificationNode: nodeUrl(site, 'iterations', iteration.path),
      teamDaysOff: `${self}/teamdaysoff`,
    });
    return ok({ ...iterationShape(iteration, site, world), _links });
  },
});
