/** Does a story lie where the element of a threat is built: under its Feature, or in its area? */
import type { Element } from '../../model/diagram-parts';
import type { Threat } from '../../model/threat';
import type { ModelPicture, StoryPicture } from '../picture';
import { liesWithin } from '../scope';

/** The elements that a threat strikes: its own, or the two ends of its flow. */
function elementsAt({ model }: ModelPicture, { place }: Threat): readonly Element[] {
  if (place.kind === 'element') return [model.element.get(place.id) ?? []].flat();
  const flow = place.kind === 'flow' ? model.flow.get(place.id) : undefined;
  return [flow?.source, flow?.target].flatMap((end) => (end && model.element.get(end)) || []);
}

export type MappedPlace =
  /** No element of the threat is mapped. */
  | { readonly kind: 'none' }
  | { readonly kind: 'inside'; readonly because: string }
  | { readonly kind: 'outside' };

/** Is the story planned where an element of the threat is mapped to? */
export function mappedPlace(
  { at, threat }: { readonly at: ModelPicture; readonly threat: Threat },
  { item }: StoryPicture,
): MappedPlace {
  const mapped = elementsAt(at, threat).filter(({ backlog }) => backlog !== undefined);
  for (const { name, backlog } of mapped) {
    if (backlog?.kind === 'feature' && item.parent === backlog.workItem)
      return { kind: 'inside', because: `under #${backlog.workItem}, where ${name} is built` };
    if (backlog?.kind === 'area' && liesWithin(item.areaPath, backlog.path))
      return { kind: 'inside', because: `in the area ${backlog.path}, where ${name} is built` };
  }
  return mapped.length > 0 ? { kind: 'outside' } : { kind: 'none' };
}
