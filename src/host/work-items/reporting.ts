/** The stream of everything that ever happened to work items, which copies of the backlog are kept up to date by. */
import { problem } from '../kernel/problem';
import type { AreaAccess } from '../organisation/permissions';
import type { Reader } from '../store/store';
import { linkChange } from './links';
import { revisionKey, revisions, workItems, type LinkRelation, type WorkItem } from './types';

export interface Wanted {
  /** Only items of this project, by its name. */
  readonly project?: string;
  readonly types?: readonly string[];
  /** Where the last batch ended. */
  readonly after?: number;
  /** Only what was changed at that time or later, in milliseconds. */
  readonly since?: number;
  readonly access: AreaAccess;
}

export interface Batch<T> {
  readonly values: readonly T[];
  /** Where the next one begins. */
  readonly end: number;
  readonly isLast: boolean;
}

/** Revisions without a mark are older than all that have one. */
const UNMARKED = -1e12;

function markOf(item: WorkItem): number {
  return item.watermark ?? UNMARKED + item.id * 10_000 + item.rev;
}

/** All revisions that are wanted, in the order in which they were written. */
export function revisionStream(reader: Reader, wanted: Wanted): readonly WorkItem[] {
  const types = wanted.types && new Set(wanted.types.map((type) => type.toLowerCase()));
  return reader
    .all(revisions)
    .filter(
      ({ fields, ...item }) =>
        (wanted.after === undefined || markOf({ fields, ...item }) > wanted.after) &&
        (wanted.project === undefined || fields['System.TeamProject'] === wanted.project) &&
        (types?.has(String(fields['System.WorkItemType']).toLowerCase()) ?? true) &&
        (wanted.since === undefined || Date.parse(String(fields['System.ChangedDate'])) >= wanted.since) &&
        wanted.access.mayRead(String(fields['System.AreaPath'])),
    )
    .sort((a, b) => markOf(a) - markOf(b));
}

/** Whether this is the newest revision of an item that is there. */
export function isLatest(reader: Reader, { id, rev }: WorkItem): boolean {
  return reader.get(workItems, String(id))?.rev === rev;
}

/** One thing that happened to a link, told once although both ends have it. */
export interface LinkEvent {
  readonly link: LinkRelation;
  readonly revision: WorkItem;
  readonly isActive: boolean;
}

export function linkEvents(reader: Reader, revision: WorkItem): readonly LinkEvent[] {
  const before = reader.get(revisions, revisionKey(revision.id, revision.rev - 1));
  const { added, removed } = linkChange(before?.relations ?? [], revision.relations);
  const isTold = ({ rel, target }: LinkRelation): boolean =>
    rel.endsWith('-Forward') || (!rel.endsWith('-Reverse') && revision.id < target);
  return [
    ...added.filter(isTold).map((link) => ({ link, revision, isActive: true })),
    ...removed.filter(isTold).map((link) => ({ link, revision, isActive: false })),
  ];
}

/**
 * The first values of a stream: whole revisions, until there are at least `most`.
 * @param given where the reader of the stream was; it stays there when nothing is new.
 */
export function batchOf<T>(
  stream: readonly WorkItem[],
  given: number | undefined,
  most: number,
  valuesOf: (revision: WorkItem) => readonly T[],
): Batch<T> {
  const values: T[] = [];
  let end = given ?? 0;
  let taken = 0;
  for (const revision of stream) {
    if (values.length >= most) break;
    values.push(...valuesOf(revision));
    end = markOf(revision);
    taken += 1;
  }
  return { values, end, isLast: taken === stream.length };
}

/** @throws Problem 400 for a token that this server did not give out. */
export function readToken(text: string | undefined): number | undefined {
  if (text === undefined || text === '') return undefined;
  if (/^-?\d{1,15}$/.test(text)) return Number(text);
  throw problem(400, 'VssPropertyValidationException', `The continuation token '${text}' is not valid.`);
}
