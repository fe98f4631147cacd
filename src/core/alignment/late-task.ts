/** The Task with which a mitigation comes too late for a story that waits for it. */
import type { MitigationId } from '../model/ids';
import type { Treatment } from '../model/mitigation';
import type { WorkItem } from '../sync/backlog-picture';
import { laterIteration } from './iterations';
import type { AlignmentPicture, ModelPicture, Sprint, StoryPicture } from './picture';

export interface LateTask {
  readonly task: WorkItem;
  /** Its iteration, which begins after the story's has ended. */
  readonly sprint: Sprint;
}

/** The first Task that covers a wanted treatment and is planned after the story; parts for other places are not asked. */
export function lateTask(
  picture: AlignmentPicture,
  { index }: ModelPicture,
  given: {
    readonly story: StoryPicture;
    readonly mitigation: MitigationId;
    /** Of the mitigation. Asked where a Task is late, which few are. */
    readonly isWanted: (treatment: Treatment) => boolean;
  },
): LateTask | undefined {
  const { story, mitigation, isWanted } = given;
  for (const { workItem, covers } of index.realisationsOfMitigation(mitigation)) {
    const task = workItem === null ? undefined : picture.tasks.get(workItem);
    const sprint = task && laterIteration(picture, story.item, task);
    if (!task || !sprint) continue;
    const isCovered = (each: Treatment) => covers === 'all' || covers.includes(each.id);
    if (index.treatmentsOfMitigation(mitigation).some((each) => isCovered(each) && isWanted(each)))
      return { task, sprint };
  }
  return undefined;
}
