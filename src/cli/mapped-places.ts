/** `--map ELEMENT=PLACE`: where on the backlog elements of the model are built. */
import type { App } from '../app/app';
import type { AlignmentPicture } from '../core/alignment/picture';
import { liesWithin } from '../core/alignment/scope';
import { applyEdit } from '../core/model/edit';
import { mapElement } from '../core/model/edits/map-element';
import type { MappedTo } from '../core/model/edits/map-element';
import type { Model } from '../core/model/model';
import { CommandError } from './command-error';

/** Element by name or id -> where it is built; undefined = anywhere. */
export type ElementMap = ReadonlyMap<string, MappedTo | undefined>;

/** The model with its elements mapped so. */
export function mapped(model: Model, map: ElementMap): Model {
  let next = model;
  for (const [name, to] of map) {
    for (const element of model.element.values())
      if (element.name === name || element.id === name) next = applyEdit(next, mapElement(element, to));
  }
  return next;
}

/** CommandError for a Feature that is not there, before anything is read. */
export async function checkMap(app: App, map: ElementMap): Promise<void> {
  const features = [...map.values()].flatMap((to) => (to?.kind === 'feature' ? [to.workItem] : []));
  const there = features.length > 0 ? await app.readWorkItems(features) : new Map<number, never>();
  const lost = features.find((id) => !there.has(id));
  if (lost !== undefined)
    throw new CommandError(`There is no work item ${lost} that this token may read (--map).`);
}

/**
 * A sentence for each place that has no story: the Stories page offers none of them, but a plan may come before its
 * stories, so it is said and not refused.
 */
export function placesWithoutStory({ stories }: AlignmentPicture, map: ElementMap): readonly string[] {
  const items = [...stories.values()].map(({ item }) => item);
  return [...map].flatMap(([name, to]) => {
    if (!to) return [];
    const isThere = items.some((item) =>
      to.kind === 'feature' ? item.parent === to.workItem : liesWithin(item.areaPath, to.path),
    );
    const where = to.kind === 'feature' ? `under #${to.workItem}` : `in the area ${to.path}`;
    return isThere ? [] : `No story lies ${where} now, where ${name} is said to be built (--map).`;
  });
}
