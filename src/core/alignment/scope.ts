/** Which stories are judged at all: those that the scope of some model covers. */
import type { Model } from '../model/model';
import type { AlignmentPicture, StoryPicture } from './picture';

/** Paths of areas and iterations are compared without letter case, as the service does. */
export function liesWithin(path: string, above: string): boolean {
  const low = path.toLowerCase();
  const high = above.toLowerCase();
  return low.startsWith(high) && (low.length === high.length || low[high.length] === '\\');
}

/** True when the model answers for the area; a model without area paths answers for the whole project. */
export function covers(model: Model, areaPath: string): boolean {
  const { scope } = model.info;
  return scope.length === 0 || scope.some((area) => liesWithin(areaPath, area));
}

/** Does at least one model of the picture cover the story? The others are nobody's finding. */
export const isJudged = ({ models }: AlignmentPicture, { item }: StoryPicture): boolean =>
  models.some(({ model }) => covers(model, item.areaPath));

/** The stories of the picture that some model covers, in its order. */
export function judgedStories(picture: AlignmentPicture): readonly StoryPicture[] {
  return [...picture.stories.values()].filter((story) => isJudged(picture, story));
}
