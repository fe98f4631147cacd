/** What of us stands on work items, and what taking it away writes. Data. */
import type { WorkItem } from '../sync/backlog-picture';
import { mitigationTag, parseIdentity } from '../sync/identity';
import { flagOfTag } from './flag';

export interface RemovalStep {
  readonly id: number;
  readonly rev: number;
  readonly title: string;
  /** The complete new list, without ours. */
  readonly tags: readonly string[];
  /** How many tags of ours go. */
  readonly lost: number;
  /** Addresses of our links that go. */
  readonly dropHyperlinks: readonly string[];
}

/** Every tag of ours: the flags, and the one by which Tasks of mitigations are found. */
export const isOurTag = (tag: string): boolean =>
  flagOfTag(tag) !== undefined || tag.trim().toLowerCase() === mitigationTag;

/** By number; only items where something goes. `items` are read with their relations where links go. */
export function planRemoval(
  items: Iterable<WorkItem>,
  { links }: { readonly links: 'keep' | 'remove' },
): readonly RemovalStep[] {
  const steps = new Map<number, RemovalStep>();
  for (const { id, rev, title, tags, hyperlinks } of items) {
    const others = tags.filter((tag) => !isOurTag(tag));
    const dropHyperlinks =
      links === 'remove' ? hyperlinks.filter((url) => parseIdentity(url) !== undefined) : [];
    const lost = tags.length - others.length;
    if (lost + dropHyperlinks.length > 0)
      steps.set(id, { id, rev, title, tags: others, lost, dropHyperlinks });
  }
  return [...steps.values()].sort((a, b) => a.id - b.id);
}

/** How many items are written, and how much goes. */
export function countRemoval(steps: readonly RemovalStep[]) {
  const sum = (of: (step: RemovalStep) => number) => steps.reduce((all, step) => all + of(step), 0);
  return {
    items: steps.length,
    tags: sum(({ lost }) => lost),
    links: sum((step) => step.dropHyperlinks.length),
  };
}
