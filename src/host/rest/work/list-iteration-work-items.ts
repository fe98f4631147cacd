/** https://learn.microsoft.com/rest/api/azure/devops/work/iterations/get-iteration-work-items */
import { ok } from '../../kernel/answer';
import { endpoint } from '../../kernel/endpoint';
import { Url } from '../../kernel/wire';
import { typeNamed, typesOnBacklog } from '../../processes/process';
import { ownsArea } from '../../organisation/projects';
import type { Team } from '../../organisation/types';
import type { World } from '../../organisation/world';
import { liveWorkItems } from '../../work-items/computed';
import { parentOf } from '../../work-items/links';
import { CHILD } from '../../work-items/relation-types';
import type { WorkItem } from '../../work-items/types';
import { iterationUrl, requireIteration } from './iteration-shape';
import { workItemReference } from './work-item-reference';
import { teamLinks } from './team-links';

export default endpoint({
  method: 'GET',
  route: '{project}/{team?}/_apis/work/teamsettings/iterations/{id}/workitems',
  spec: 'work/7.2 Iterations_Get Iteration Work Items',
  handle({ params, site }, world) {
    const iteration = requireIteration(world, site.team, params.text('id'));
    const items = sprintItems(world, site.team, iteration.path);
    const shown = new Set(items.map((item) => item.id));
    const workItemRelations = items.map((item) => {
      const parent = parentOf(item);
      const isNested = parent !== undefined && shown.has(parent);
      return {
        rel: isNested ? CHILD : null,
        source: isNested ? workItemReference(site, parent) : null,
        target: workItemReference(site, item.id),
      };
    });
    const self = `${iterationUrl(site, iteration)}/workitems`;
    const _links = teamLinks(site, self, { iteration: iterationUrl(site, iteration) });
    return ok({ workItemRelations, url: new Url(self), _links });
  },
});

/** Requirements, tasks and bugs of the sprint; removed ones are not on it any more. */
function sprintItems(world: World, team: Team, path: string): readonly WorkItem[] {
  const levels = world.process.backlogs.filter((level) => level.type !== 'portfolio');
  const types = new Set(levels.flatMap((level) => typesOnBacklog(world.process, level, team.bugsBehavior)));
  return liveWorkItems(world.store).filter((item) => {
    const type = String(item.fields['System.WorkItemType']);
    const state = typeNamed(world.process, type)?.states.find(
      (one) => one.name === item.fields['System.State'],
    );
    return (
      types.has(type) &&
      item.fields['System.IterationPath'] === path &&
      ownsArea(team, String(item.fields['System.AreaPath'])) &&
      state?.category !== 'Removed'
    );
  });
}
