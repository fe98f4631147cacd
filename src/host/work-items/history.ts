/** Past revisions of a work item and what changed between them. */
import { problem } from '../kernel/problem';
import type { Reader } from '../store/store';
import { linkChange } from './links';
import { noSuchWorkItem } from './rule-errors';
import { requireWorkItem } from './save';
import { revisionKey, revisions, type Relation, type WorkItem } from './types';

/** All revisions of an item, oldest first. */
export function revisionsOf(reader: Reader, item: WorkItem): readonly WorkItem[] {
  const all: WorkItem[] = [];
  for (let rev = 1; rev <= item.rev; rev += 1) {
    const revision = reader.get(revisions, revisionKey(item.id, rev));
    if (revision) all.push(revision);
  }
  return all;
}

/**
 * The item now or, with a date, as it was then.
 * @throws Problem 404 when it is gone or did not exist yet; 400 for a text that is no date.
 */
export function itemAsOf(reader: Reader, id: number, asOf: string | undefined): WorkItem {
  const item = requireWorkItem(reader, id);
  if (asOf === undefined || asOf === '') return item;
  const time = Date.parse(asOf);
  if (Number.isNaN(time))
    throw problem(400, 'VssPropertyValidationException', `The date '${asOf}' is not valid.`);
  const then = revisionsOf(reader, item)
    .filter((revision) => Date.parse(String(revision.fields['System.ChangedDate'])) <= time)
    .pop();
  if (!then) throw noSuchWorkItem(id);
  return then;
}

export interface RelationChange {
  readonly added: readonly Relation[];
  readonly removed: readonly Relation[];
  readonly updated: readonly Relation[];
}

/** Relations by what they point at; a changed comment is an update. */
export function relationChange(before: readonly Relation[], after: readonly Relation[]): RelationChange {
  const links = linkChange(before, after);
  const key = (relation: Relation): string =>
    relation.kind === 'link' ? `${relation.rel} ${relation.target}` : `external ${relation.id}`;
  const [old, now] = [
    new Map(before.map((one) => [key(one), one])),
    new Map(after.map((one) => [key(one), one])),
  ];
  return {
    added: [...links.added, ...after.filter((one) => one.kind === 'external' && !old.has(key(one)))],
    removed: [...links.removed, ...before.filter((one) => one.kind === 'external' && !now.has(key(one)))],
    updated: after.filter((one) => {
      const earlier = old.get(key(one));
      return earlier !== undefined && earlier.comment !== one.comment;
    }),
  };
}
