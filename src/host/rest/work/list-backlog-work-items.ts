/** https://learn.microsoft.com/rest/api/azure/devops/work/backlogs/get-backlog-level-work-items */
import { ok } from '../../kernel/answer';
import { endpoint } from '../../kernel/endpoint';
import { ownsArea } from '../../organisation/projects';
import type { Team } from '../../organisation/types';
import type { World } from '../../organisation/world';
import { typeNamed, typesOnBacklog, type BacklogLevel } from '../../processes/process';
import { liveWorkItems } from '../../work-items/computed';
import type { WorkItem } from '../../work-items/types';
import { requireBacklog } from './backlog-shape';
import { workItemReference } from './work-item-reference';

export default endpoint({
  method: 'GET',
  route: '{project}/{team?}/_apis/work/backlogs/{id}/workItems',
  spec: 'work/7.2 Backlogs_Get Backlog Level Work Items',
  handle({ params, site }, world) {
    const items = itemsOf(world, site.team, requireBacklog(world, params.text('id')));
    const workItems = items.map((item) => ({
      rel: null,
      source: null,
      target: workItemReference(site, item.id),
    }));
    return ok({ workItems });
  },
});

/** What is still to be done, in backlog order; items never ranked come last. */
function itemsOf(world: World, team: Team, level: BacklogLevel): readonly WorkItem[] {
  const { process, store } = world;
  const types = new Set(typesOnBacklog(process, level, team.bugsBehavior));
  const isOpen = (item: WorkItem): boolean => {
    const type = typeNamed(process, String(item.fields['System.WorkItemType']));
    const category = type?.states.find((state) => state.name === item.fields['System.State'])?.category;
    return category !== 'Completed' && category !== 'Removed';
  };
  const rank = (item: WorkItem): number => Number(item.fields[process.orderField] ?? Number.MAX_SAFE_INTEGER);
  return liveWorkItems(store)
    .filter(
      (item) =>
        types.has(String(item.fields['System.WorkItemType'])) &&
        ownsArea(team, String(item.fields['System.AreaPath'])) &&
        isOpen(item),
    )
    .sort((a, b) => rank(a) - rank(b) || a.id - b.id);
}
