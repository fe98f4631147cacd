/** What comes after what on the calendar of the project. */
import type { WorkItem } from '../sync/backlog-picture';
import type { AlignmentPicture, Sprint } from './picture';

/** The iteration of the path with its dates; letter case does not matter. */
export function iterationAt({ iterations = [], sprint }: AlignmentPicture, path: string): Sprint | undefined {
  const wanted = path.toLowerCase();
  const all = sprint ? [...iterations, sprint] : iterations;
  return all.find((each) => each.path.toLowerCase() === wanted);
}

/** The iteration of the Task if it begins after that of the story has ended; undefined where dates are missing. */
export function laterIteration(
  picture: AlignmentPicture,
  story: WorkItem,
  task: WorkItem,
): Sprint | undefined {
  if (task.category === 'Completed' || task.category === 'Removed') return undefined;
  const own = iterationAt(picture, story.iterationPath);
  const other = iterationAt(picture, task.iterationPath);
  const isLater = own?.finish && other?.start && Date.parse(other.start) > Date.parse(own.finish);
  return isLater ? other : undefined;
}
