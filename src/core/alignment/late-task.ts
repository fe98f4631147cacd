/** The Task with which a mitigation comes too late for a story that waits for it. */
import type { Treatment } from '../model/mitigation';
import type { WorkItem } from '../sync/backlog-picture';
import { laterIteration } from './iterations';
import type { AlignmentPicture, ModelPicture, Sprint, StoryPicture } from './picture';

export interface LateTask {
  readonly task: WorkItem;
  /** Its iteration, which begins after the story's has ended. */
  readonly sprint: Sprint;
}

/** The first Task that covers one of the treatments and is planned after the story; parts for other places are not asked. */
export function lateTask(
  picture: AlignmentPicture,
  { index }: ModelPicture,
  given: { readonly story: StoryPicture; readonly treatments: readonly Treatment[] },
): LateTask | undefined {
  const [first] = given.treatments;
  if (!first) return undefined;
  const wanted = new Set(given.treatments.map(({ id }) => id));
  for (const { workItem, covers } of index.realisationsOfMitigation(first.mitigation)) {
    if (workItem === null || (covers !== 'all' && !covers.some((id) => wanted.has(id)))) continue;
    const task = picture.tasks.get(workItem);
    const sprint = task && laterIteration(picture, given.story.item, task);
    if (task && sprint) return { task, sprint };
  }
  return undefined;
}
