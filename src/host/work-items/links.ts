/** Keeps links whole: both ends, one parent, no circles. */
import { problem } from '../kernel/problem';
import type { Reader, Transaction } from '../store/store';
import { CHILD, PARENT, relationType } from './relation-types';
import { noSuchWorkItem } from './rule-errors';
import { workItems, type LinkRelation, type Relation, type WorkItem } from './types';

const MAXIMUM_LINKS = 1000;

export function linksOf(relations: readonly Relation[]): readonly LinkRelation[] {
  return relations.filter((relation): relation is LinkRelation => relation.kind === 'link');
}

/** A link is the same link as long as type and target are; a comment is decoration. */
function sameEnd(link: LinkRelation): string {
  return `${link.rel} ${link.target}`;
}

export function parentOf(item: Pick<WorkItem, 'relations'>): number | undefined {
  return linksOf(item.relations).find((link) => link.rel === PARENT)?.target;
}

export interface LinkChange {
  readonly added: readonly LinkRelation[];
  readonly removed: readonly LinkRelation[];
}

export function linkChange(before: readonly Relation[], after: readonly Relation[]): LinkChange {
  const [old, now] = [linksOf(before), linksOf(after)];
  const [oldEnds, newEnds] = [new Set(old.map(sameEnd)), new Set(now.map(sameEnd))];
  return {
    added: now.filter((link) => !oldEnds.has(sameEnd(link))),
    removed: old.filter((link) => !newEnds.has(sameEnd(link))),
  };
}

/**
 * Checks the links an item would have.
 * @throws Problem 404 for a missing target; 400 for a link to itself, a double, a second parent or a circle.
 */
export function requireSoundLinks(reader: Reader, item: WorkItem, added: readonly LinkRelation[]): void {
  const ends = linksOf(item.relations).map(sameEnd);
  if (item.relations.length > MAXIMUM_LINKS)
    throw problem(
      400,
      'WorkItemLinksLimitExceededException',
      `A work item can have at most ${MAXIMUM_LINKS} links.`,
    );
  if (new Set(ends).size < ends.length)
    throw problem(400, 'RelationAlreadyExistsException', 'Relation already exists.');
  requireOneParent(reader, item);
  for (const link of added) {
    if (link.target === item.id)
      throw problem(
        400,
        'WorkItemLinkInvalidException',
        `TF201035: You cannot add a link from work item ${item.id} to itself.`,
      );
    const target = reader.get(workItems, String(link.target));
    if (!target || target.deleted) throw noSuchWorkItem(link.target);
    if (link.rel === PARENT) requireNoCircle(reader, item.id, link.target);
    if (link.rel === CHILD) {
      if ((parentOf(target) ?? item.id) !== item.id) throw extraParent(item.id, link.target);
      requireNoCircle(reader, link.target, item.id, item);
    }
  }
}

function requireOneParent(reader: Reader, item: WorkItem): void {
  // A parent that the editor may not see is one all the same; one in the recycle bin is none.
  const parents = linksOf(item.relations).filter(
    (link) => link.rel === PARENT && reader.get(workItems, String(link.target))?.deleted === undefined,
  );
  const second = parents[1];
  if (second) throw extraParent(second.target, item.id);
}

/** Whether a work item exists and is not in the recycle bin. */
export function isLive(reader: Reader, id: number): boolean {
  const item = reader.get(workItems, String(id));
  return item !== undefined && item.deleted === undefined;
}

function extraParent(parent: number, child: number): Error {
  return problem(
    400,
    'WorkItemLinkAddExtraParentException',
    `TF201036: You cannot add a Child link between work items ${parent} and ${child} because a work item can have only one Parent link.`,
  );
}

/** Walks up from the new parent; meeting the child there would close a circle. */
function requireNoCircle(reader: Reader, child: number, parent: number, unsaved?: WorkItem): void {
  const seen = new Set<number>();
  for (let at: number | undefined = parent; at !== undefined && !seen.has(at);) {
    if (at === child)
      throw problem(
        400,
        'WorkItemLinkCircularException',
        `TF201035: You cannot add a Child link between work items ${parent} and ${child} because it would result in a circular relationship.`,
      );
    seen.add(at);
    const item: WorkItem | undefined = at === unsaved?.id ? unsaved : reader.get(workItems, String(at));
    at = item && parentOf(item);
  }
}

/** The other ends after a change, each with its mirrored links; revisions are the caller's business. */
export function mirroredEnds(tx: Transaction, id: number, change: LinkChange): readonly WorkItem[] {
  const touched = new Set([...change.added, ...change.removed].map((link) => link.target));
  return [...touched].flatMap((target) => {
    const item = tx.get(workItems, String(target));
    if (!item) return [];
    const gone = new Set(
      change.removed
        .filter((link) => link.target === target)
        .map((link) => mirror(link, id))
        .map(sameEnd),
    );
    const fresh = change.added.filter((link) => link.target === target).map((link) => mirror(link, id));
    const kept = item.relations.filter(
      (relation) => relation.kind !== 'link' || !gone.has(sameEnd(relation)),
    );
    return [{ ...item, relations: [...kept, ...fresh] }];
  });
}

function mirror(link: LinkRelation, id: number): LinkRelation {
  return { ...link, rel: relationType(link.rel)?.opposite ?? link.rel, target: id };
}
