/** What comes after what on the calendar of the project. */
import type { WorkItem } from '../sync/backlog-picture';
import type { AlignmentPicture, Sprint } from './picture';

/** By lower-case path. One table per picture: every story and every Task asks, and a picture never changes. */
const known = new WeakMap<AlignmentPicture, ReadonlyMap<string, Sprint>>();

function iterationsOf(picture: AlignmentPicture): ReadonlyMap<string, Sprint> {
  const ready = known.get(picture);
  if (ready) return ready;
  const { iterations = [], sprint } = picture;
  const byPath = new Map<string, Sprint>();
  // Of two with one path the first counts.
  for (const each of sprint ? [...iterations, sprint] : iterations) {
    const path = each.path.toLowerCase();
    if (!byPath.has(path)) byPath.set(path, each);
  }
  known.set(picture, byPath);
  return byPath;
}

/** The iteration of the path with its dates; letter case does not matter. */
export function iterationAt(picture: AlignmentPicture, path: string): Sprint | undefined {
  return iterationsOf(picture).get(path.toLowerCase());
}

/** The iteration of the Task if it begins after that of the story has ended; undefined where dates are missing. */
export function laterIteration(
  picture: AlignmentPicture,
  story: WorkItem,
  task: WorkItem,
): Sprint | undefined {
  if (task.category === 'Completed' || task.category === 'Removed') return undefined;
  const own = iterationAt(picture, story.iterationPath);
  if (!own?.finish) return undefined;
  const other = iterationAt(picture, task.iterationPath);
  return other?.start && Date.parse(other.start) > Date.parse(own.finish) ? other : undefined;
}
