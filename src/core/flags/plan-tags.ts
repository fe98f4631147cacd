/** Which tags to write: the difference between the flags that items carry and the ones they should carry. Data. */
import type { WorkItem } from '../sync/backlog-picture';
import type { TeamArea } from './areas';
import { liesInAreas } from './areas';
import { flagOf, flagOfTag, flagsAmong } from './flag';
import type { FlagId } from './flag';
import type { WantedFlag } from './wanted-flags';

/** Azure DevOps keeps at most so many tags on a work item (platform facts 4.1). */
const mostTags = 100;

export interface TagStep {
  readonly id: number;
  /** The revision that it was decided on: another one is never overwritten. */
  readonly rev: number;
  readonly type: string;
  readonly title: string;
  readonly from: readonly FlagId[];
  readonly to: readonly FlagId[];
  /** The complete new list: other people's tags in their order, ours at the end. */
  readonly tags: readonly string[];
}

export interface TagPlan {
  /** By number. Only items whose set of flags changes. */
  readonly steps: readonly TagStep[];
  /** Items that carry what they should carry already. */
  readonly same: number;
  /** Items on which no further tag fits. */
  readonly full: readonly number[];
}

const sameFlags = (a: readonly FlagId[], b: readonly FlagId[]): boolean =>
  a.length === b.length && a.every((id, at) => id === b[at]);

/** The step that gives the item exactly these flags; undefined when it has them. */
export function tagStep(item: WorkItem, to: readonly FlagId[]): TagStep | undefined {
  const from = flagsAmong(item.tags);
  if (sameFlags(from, to)) return undefined;
  const others = item.tags.filter((tag) => flagOfTag(tag) === undefined);
  const tags = [...others, ...to.map((id) => flagOf(id).tag)];
  const { id, rev, type, title } = item;
  return { id, rev, type, title, from, to, tags };
}

function collect(pairs: Iterable<readonly [WorkItem, readonly FlagId[]]>): TagPlan {
  const steps: TagStep[] = [];
  const full: number[] = [];
  let same = 0;
  for (const [item, to] of pairs) {
    const step = tagStep(item, to);
    if (!step) same += to.length > 0 ? 1 : 0;
    else if (step.tags.length > mostTags) full.push(item.id);
    else steps.push(step);
  }
  const byNumber = (a: number, b: number) => a - b;
  return { steps: steps.sort((a, b) => a.id - b.id), same, full: full.sort(byNumber) };
}

/**
 * Brings the tags in step with the wanted flags. `flagged`: items that carry a flag now, wherever they are; one that
 * nothing wants there loses it. Outside the areas nothing gets a flag, so that a team that has none switched on is
 * left alone.
 */
export function planTags(given: {
  readonly wanted: ReadonlyMap<number, WantedFlag>;
  readonly flagged: readonly WorkItem[];
  readonly areas: readonly TeamArea[];
}): TagPlan {
  const { wanted, flagged, areas } = given;
  const pairs = new Map<number, readonly [WorkItem, readonly FlagId[]]>();
  for (const item of flagged) pairs.set(item.id, [item, []]);
  for (const { item, flag } of wanted.values()) {
    const isOn = flag !== undefined && liesInAreas(item.areaPath, areas);
    // Both were read at about the same time: the newer one is what a write has to be guarded by.
    const other = pairs.get(item.id)?.[0];
    const newest = other && other.rev > item.rev ? other : item;
    pairs.set(item.id, [newest, isOn ? [flag] : []]);
  }
  return collect(pairs.values());
}

/** What a run did to one item: enough to take it back. */
export interface TagLine {
  readonly id: number;
  readonly from: readonly FlagId[];
  readonly to: readonly FlagId[];
}

/** Takes lines back where the item still carries what the run gave it; what somebody changed since stays. */
export function planUndoTags(lines: readonly TagLine[], items: ReadonlyMap<number, WorkItem>): TagPlan {
  const pairs = lines.flatMap(({ id, from, to }) => {
    const item = items.get(id);
    return item && sameFlags(flagsAmong(item.tags), to) ? [[item, from] as const] : [];
  });
  return collect(pairs);
}

/** How many items get, lose or change their flag, and how many of each flag are written. */
export interface TagCounts {
  readonly get: number;
  readonly lose: number;
  readonly change: number;
  readonly byFlag: Readonly<Record<FlagId, number>>;
}

export function countTags({ steps }: Pick<TagPlan, 'steps'>): TagCounts {
  const byFlag: Record<FlagId, number> = { decide: 0, replan: 0, planned: 0, settled: 0 };
  let [get, lose, change] = [0, 0, 0];
  for (const { from, to } of steps) {
    if (from.length === 0) get += 1;
    else if (to.length === 0) lose += 1;
    else change += 1;
    for (const id of to) byFlag[id] += 1;
  }
  return { get, lose, change, byFlag };
}
