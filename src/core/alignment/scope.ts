/** Which stories are judged at all: those that the scope of some model covers. */
import type { Model } from '../model/model';
import type { AlignmentPicture, StoryPicture } from './picture';

/** Paths of areas and iterations are compared without letter case, as the service does. */
export function liesWithin(path: string, above: string): boolean {
  const [low, high] = [path.toLowerCase(), above.toLowerCase()];
  return low === high || low.startsWith(`${high}\\`);
}

/** True when the model answers for the area; a model without area paths answers for the whole project. */
export function covers(model: Model, areaPath: string): boolean {
  const { scope } = model.info;
  return scope.length === 0 || scope.some((area) => liesWithin(areaPath, area));
}

/** The stories that at least one model of the picture covers; the others are nobody's finding. */
export function judgedStories(picture: AlignmentPicture): readonly StoryPicture[] {
  const isJudged = ({ item }: StoryPicture) =>
    picture.models.some(({ model }) => covers(model, item.areaPath));
  return [...picture.stories.values()].filter(isJudged);
}
