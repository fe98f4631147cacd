/** Tasks that left the project, or that cannot be read any more: no list of its changes says so (S66). Pure. */
import type { Model } from '../model/model';
import type { WorkItem } from './backlog-picture';

/** What somebody saw of work items: only one that was asked for and did not come is gone or hidden. */
export interface Sight {
  readonly items: ReadonlyMap<number, Pick<WorkItem, 'areaPath'>>;
  readonly asked: ReadonlySet<number>;
}

/** An area path begins with the name of the item's project. */
const projectOf = ({ areaPath }: Pick<WorkItem, 'areaPath'>): string => areaPath.split('\\')[0] ?? '';

/** Their numbers, ascending; without those that somebody followed to where they are. */
export function tasksOutOfSight(model: Model, { items, asked }: Sight, project: string): readonly number[] {
  const out = [...model.realisation.values()].flatMap(({ workItem, decided = [] }) => {
    if (workItem === null || !asked.has(workItem)) return [];
    const item = items.get(workItem);
    if (item && (projectOf(item) === project || decided.some(({ about }) => about === 'project'))) return [];
    return workItem;
  });
  return out.sort((a, b) => a - b);
}
