/**
 * Is the work item of that number a mitigation's Task at all? A model file that was brought from another organisation
 * or project names numbers which belong to other people's work items here (S34). Pure.
 */
import type { Mitigation, Realisation } from '../model/mitigation';
import type { Model } from '../model/model';
import { textHash } from '../model/text-hash';
import type { TaskItem } from './backlog-picture';
import { hubProject, mitigationTag, parseIdentity } from './identity';
import { titleField } from './new-task';
import { linksOf } from './section';
import { withMappedStates } from './states';
import type { HasState } from './states';
import { placesOfPart, taskTitle } from './task-text';

const hasOurTag = (tags: readonly string[]): boolean =>
  tags.some((tag) => tag.toLowerCase() === mitigationTag);

/** Neither what the model says nor what both sides agreed on. */
function hasAnotherTitle(
  model: Model,
  part: { readonly mitigation: Mitigation; readonly realisation: Realisation },
  title: string,
): boolean {
  const { mitigation, realisation } = part;
  if (textHash(title) === realisation.baseline?.hashes[titleField]) return false;
  return title !== taskTitle(mitigation, placesOfPart(model, realisation.covers));
}

const isDecided = ({ decided = [] }: Realisation, about: readonly string[]): boolean =>
  decided.some((each) => about.includes(each.about));

/**
 * Nothing of it says that it is this mitigation's Task: no link in its links or at the top of our section, another
 * title, and no tag of ours, unless its link says that the tag is another mitigation's. Somebody who said that the
 * Task may do without its link, or that it is the one, has said whose it is.
 */
export function isForeign(
  model: Model,
  part: { readonly mitigation: Mitigation; readonly realisation: Realisation },
  item: TaskItem,
): boolean {
  if (isDecided(part.realisation, ['foreign', 'link'])) return false;
  // The id is written in small letters, so most Tasks are seen to be ours without reading an address.
  if (item.hyperlinks.some((url) => url.includes(part.realisation.id))) return false;
  const named = [...item.hyperlinks, ...linksOf(item.description)].flatMap((url) => parseIdentity(url) ?? []);
  if (named.some(({ realisation }) => realisation === part.realisation.id)) return false;
  const isOthers = named.some(({ mitigation }) => mitigation !== part.mitigation.id);
  return (isOthers || !hasOurTag(item.tags)) && hasAnotherTitle(model, part, item.title);
}

/**
 * A Task that is in another project, and whose link leads to the model there: nobody moved it, but this model was
 * brought from that project, or stands in both. One that was moved there has a link that leads here.
 */
export function isOfAnotherProject(
  project: string | undefined,
  realisation: Realisation,
  item: TaskItem,
): boolean {
  if (project === undefined || item.project === project) return false;
  if (isDecided(realisation, ['foreign', 'project'])) return false;
  const own = item.hyperlinks.filter((url) => parseIdentity(url)?.realisation === realisation.id);
  return own.length > 0 && own.every((url) => hubProject(url) === item.project);
}

/** A work item as it is read for its state: without links. */
interface Seen {
  readonly title?: string;
  readonly tags?: readonly string[];
}

/**
 * The work items that a risk must not believe: without our tag and with another title. Links are not read for a
 * state, so a Task that lost its tag and got another title counts as foreign here until sync has been answered.
 */
export function foreignNumbers(model: Model, items: ReadonlyMap<number, Seen>): ReadonlySet<number> {
  const foreign = new Set<number>();
  for (const realisation of model.realisation.values()) {
    const item = realisation.workItem === null ? undefined : items.get(realisation.workItem);
    const mitigation = model.mitigation.get(realisation.mitigation);
    if (!item?.tags || item.title === undefined || !mitigation || hasOurTag(item.tags)) continue;
    if (isDecided(realisation, ['foreign', 'link', 'tag', 'title'])) continue;
    if (realisation.workItem !== null && hasAnotherTitle(model, { mitigation, realisation }, item.title))
      foreign.add(realisation.workItem);
  }
  return foreign;
}

/**
 * The items with the categories that people decided, and without one where the number of a Task leads to somebody
 * else's work item (S34); the very map when there is nothing to change.
 */
export function statesOf<T extends HasState & Seen>(
  items: ReadonlyMap<number, T>,
  model: Model,
): ReadonlyMap<number, T> {
  const mapped = withMappedStates(items, model);
  const foreign = foreignNumbers(model, items);
  if (foreign.size === 0) return mapped;
  return new Map(
    [...mapped].map(([id, item]) => [id, foreign.has(id) ? { ...item, category: undefined } : item]),
  );
}
