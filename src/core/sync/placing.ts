/** Where a Task stands on the backlog: under the story that needs it first, Related to the others (S51 to S56). */
import type { Baseline } from '../model/mitigation';
import type { TaskItem, WorkItem } from './backlog-picture';
import { storyNumbersOf } from './desk';
import type { Desk, Part } from './desk';
import type { Change, TaskWrite } from './plan';
import { categoryOf } from './states';

/** Open stories first, then backlog order, then the older item: the first needs the mitigation first. */
function firstNeeding({ model }: Desk): (a: WorkItem, b: WorkItem) => number {
  const done = (item: WorkItem) => (categoryOf(item, model) === 'Completed' ? 1 : 0);
  const order = (item: WorkItem) => item.order ?? Number.MAX_SAFE_INTEGER;
  return (a, b) => done(a) - done(b) || order(a) - order(b) || a.id - b.id;
}

/** The readable stories of the part that are not Removed, the one that needs it first in front. */
function storiesOf(desk: Desk, part: Part): readonly WorkItem[] {
  const stories: WorkItem[] = [];
  for (const id of storyNumbersOf(desk, part)) {
    const story = desk.picture.items.get(id);
    // A removed story protects nothing any more.
    if (story && categoryOf(story, desk.model) !== 'Removed') stories.push(story);
  }
  return stories.length > 1 ? stories.sort(firstNeeding(desk)) : stories;
}

export interface Place {
  readonly parent: WorkItem | null;
  readonly related: readonly WorkItem[];
}

/**
 * Where a part without a story of its own stands, as somebody said before: where the Task stood that it let go of, or,
 * if the mitigation was split, by the other part's Task. Null = under nothing; undefined = nobody said.
 */
export function placeSaidBefore({ index }: Pick<Desk, 'index'>, part: Part): number | null | undefined {
  if (storyNumbersOf({ index }, part).length > 0) return undefined;
  const stood = part.realisation?.stood;
  if (stood !== undefined || part.covers === 'all') return stood === 'nothing' ? null : stood;
  return index
    .realisationsOfMitigation(part.mitigation.id)
    .find(({ id, baseline }) => id !== part.realisation?.id && baseline?.parent !== undefined)?.baseline
    ?.parent;
}

/**
 * For a new Task: the chosen story, else the one that needs it first, else the fallback, else where an earlier or
 * a neighbouring Task of it was put; undefined = ask.
 */
export function placeOf(desk: Desk, part: Part): Place | undefined {
  const { picture, choice } = desk;
  const stories = storiesOf(desk, part);
  const chosen = choice.parents.get(part.mitigation.id);
  const first = stories[0]?.id ?? choice.fallbackParent;
  const before = first === undefined ? placeSaidBefore(desk, part) : undefined;
  const wanted = chosen !== undefined ? chosen : first === undefined ? before : first;
  if (wanted === undefined) return undefined;
  const parent = wanted === null ? null : picture.items.get(wanted);
  // A parent that the reader cannot see cannot be written under either: ask again rather than lose the story.
  if (parent === undefined) return undefined;
  if (parent && wanted === before && categoryOf(parent, desk.model) === 'Removed') return undefined;
  return { parent, related: stories.filter((story) => story.id !== parent?.id) };
}

export interface Placing {
  readonly write: Omit<TaskWrite, 'hyperlink' | 'dropHyperlinks'>;
  readonly changes: readonly Change[];
  /** Why they are due, as a sentence. */
  readonly because: string;
  /** What the baseline remembers of the place once that is written. */
  readonly base: Pick<Baseline, 'parent' | 'related'>;
}

const without = (ids: readonly number[], gone: readonly number[]): number[] =>
  ids.filter((id) => !gone.includes(id));

/** Area and sprint go along with the parent, unless somebody gave the Task its own. */
function inherited(desk: Desk, item: TaskItem, to: WorkItem) {
  const from = item.parent === undefined ? undefined : desk.picture.items.get(item.parent);
  const fields: Record<string, string> = {};
  const changes: Change[] = [];
  if (from?.areaPath === item.areaPath && to.areaPath !== item.areaPath) {
    fields['System.AreaPath'] = to.areaPath;
    changes.push({ what: 'area', says: `The area becomes ${to.areaPath}, as its story's.` });
  }
  if (from?.iterationPath === item.iterationPath && to.iterationPath !== item.iterationPath) {
    fields['System.IterationPath'] = to.iterationPath;
    changes.push({ what: 'iteration', says: `The iteration becomes ${to.iterationPath}, as its story's.` });
  }
  return { fields, changes };
}

/** True where nothing of its place is to be written or remembered; said without building anything, for most Tasks. */
export function isInPlace(desk: Desk, part: Part, item: TaskItem): boolean {
  const { parent, related } = part.realisation?.baseline ?? {};
  const stories = storiesOf(desk, part);
  const [first] = stories;
  if (!first || parent !== first.id || item.parent !== first.id) return false;
  if (stories.length < storyNumbersOf(desk, part).length) return false;
  const others = stories.slice(1);
  return (
    related?.length === others.length &&
    others.every(({ id }, i) => related[i] === id && item.related.includes(id))
  );
}

/** Which stories it is related to from now on, and which no more. */
function relatedChanges(
  { picture }: Desk,
  { relate, unrelate }: { readonly relate: readonly number[]; readonly unrelate: readonly number[] },
): Change[] {
  const named = (ids: readonly number[]) =>
    ids.map((id) => `#${id} ${picture.items.get(id)?.title ?? ''}`.trimEnd()).join(', ');
  const says = (what: string): Change => ({ what: 'related', says: what });
  return [
    ...(relate.length > 0 ? [says(`It is related to ${named(relate)}.`)] : []),
    ...(unrelate.length > 0 ? [says(`It is no longer related to ${named(unrelate)}.`)] : []),
  ];
}

/** The move of a Task whose plan moved; nothing where a person placed it, or where a story cannot be seen. */
export function placingOf(desk: Desk, part: Part, item: TaskItem): Placing {
  const { parent: baseParent, related: baseRelated } = part.realisation?.baseline ?? {};
  const base = { parent: item.parent ?? null, related: [...(baseRelated ?? [])] };
  const numbers = storyNumbersOf(desk, part);
  const stories = storiesOf(desk, part);
  const first = stories[0];
  const unseen = numbers.some((id) => !desk.picture.items.has(id) && !desk.picture.deleted.has(id));
  const kept = baseParent === undefined ? base : { parent: baseParent, related: base.related };
  if (!first || unseen) return { write: { fields: {} }, changes: [], because: '', base: kept };

  // What was deleted is nobody's parent: nobody moved the Task away from it.
  const isOrphan = item.parent === undefined && !!baseParent && desk.picture.deleted.has(baseParent);
  const followsPlan = isOrphan || (baseParent !== undefined && (item.parent ?? null) === baseParent);
  const moves = followsPlan && item.parent !== first.id;
  const parent = moves ? first.id : item.parent;
  const ids = stories.map(({ id }) => id);
  const wanted = without(ids, parent === undefined ? [] : [parent]);
  // One that we related before and is not any more was taken away by a person.
  const relate = without(without(wanted, item.related), base.related);
  const unrelate = without(base.related, wanted).filter((id) => item.related.includes(id));
  const along = moves ? inherited(desk, item, first) : { fields: {}, changes: [] };
  const changes: Change[] = [
    ...(moves
      ? [
          {
            what: 'parent' as const,
            says: `It moves under #${first.id} ${first.title}, which needs it first now.`,
          },
        ]
      : []),
    ...along.changes,
    ...relatedChanges(desk, { relate, unrelate }),
  ];
  return {
    write: {
      fields: along.fields,
      ...(moves ? { parent: first.id } : {}),
      ...(relate.length > 0 ? { relate } : {}),
      ...(unrelate.length > 0 ? { unrelate } : {}),
    },
    changes,
    because:
      followsPlan || baseParent === undefined
        ? 'The plan of its stories changed.'
        : 'Somebody moved it, so it stays where it is and is related to the stories that it protects.',
    // A Task that a person moved keeps the old base, so that it counts as moved for as long as it stands there.
    base: {
      parent: moves ? first.id : item.parent === first.id ? first.id : kept.parent,
      related: wanted,
    },
  };
}
