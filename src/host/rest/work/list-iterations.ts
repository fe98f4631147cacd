/** https://learn.microsoft.com/rest/api/azure/devops/work/iterations/list */
import { list } from '../../kernel/answer';
import { endpoint } from '../../kernel/endpoint';
import { problem } from '../../kernel/problem';
import { currentIteration, teamIterations } from '../../organisation/projects';
import { iterationShape } from './iteration-shape';

export default endpoint({
  method: 'GET',
  route: '{project}/{team?}/_apis/work/teamsettings/iterations',
  spec: 'work/7.2 Iterations_List',
  handle({ query, site }, world) {
    const timeframe = query.get('$timeframe')?.toLowerCase();
    if (timeframe === undefined || timeframe === '')
      return list(teamIterations(world.store, site.team).map((one) => iterationShape(one, site, world)));
    // "current" is the only time frame the original supports; its client sends the number.
    if (timeframe !== 'current' && timeframe !== '1')
      throw problem(400, 'ArgumentException', `The timeframe '${timeframe}' is not supported. Use current.`);
    const current = currentIteration(world.store, site.team, world.clock());
    if (!current)
      throw problem(
        404,
        'CurrentIterationDoesNotExistException',
        `VS403327: The team ${site.team.name} has no current iteration.`,
      );
    return list([iterationShape(current, site, world)]);
  },
});
