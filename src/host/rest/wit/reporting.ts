/** What the reporting operations share: what is asked for, and the batch as it is answered. */
import type { Call } from '../../kernel/endpoint';
import { problem } from '../../kernel/problem';
import { identityRef } from '../../organisation/identity';
import { areaAccess } from '../../organisation/permissions';
import { users } from '../../organisation/types';
import type { World } from '../../organisation/world';
import { COMPUTED_FIELDS, fieldValue } from '../../work-items/computed';
import { shownValue } from '../../work-items/render';
import { unknownField } from '../../work-items/rule-errors';
import {
  batchOf,
  isLatest,
  readToken,
  revisionStream,
  type Batch,
  type Wanted,
} from '../../work-items/reporting';
import { findTag } from '../../work-items/tag-definitions';
import { splitTags } from '../../work-items/tags';
import { workItems, type FieldValue, type WorkItem } from '../../work-items/types';
import { witUrl } from '../addresses';
import { viewOf } from './edit';

const LARGEST_PAGE = 1000;

/** The parts of a request for revisions, wherever they stood: in the query of a GET or the body of a POST. */
export interface RevisionFilter {
  readonly fields: readonly string[] | undefined;
  readonly types: readonly string[] | undefined;
  readonly includeIdentityRef: boolean;
  readonly includeDeleted: boolean;
  readonly includeTagRef: boolean;
  readonly includeLatestOnly: boolean;
  readonly includeDiscussionChangesOnly: boolean;
  readonly withLongText: boolean;
}

/** @throws Problem 400 for a token beside a date, or for one of them that is none. */
export function wantedOf(call: Call, world: World, types: readonly string[] | undefined): Wanted {
  const after = readToken(call.query.get('continuationToken') ?? call.query.get('watermark'));
  const start = call.query.date('startDateTime');
  if (start !== undefined && after !== undefined)
    throw problem(
      400,
      'VssPropertyValidationException',
      'startDateTime cannot be used in conjunction with continuationToken.',
    );
  return {
    ...(call.scope === 'organisation' ? {} : { project: call.site.project.name }),
    ...(types === undefined ? {} : { types }),
    ...(after === undefined ? {} : { after }),
    ...(start === undefined ? {} : { since: Date.parse(start) }),
    access: areaAccess(world.store, call.user),
  };
}

export function pageSizeOf({ query }: Call): number {
  return Math.max(1, Math.min(query.integer('$maxPageSize') ?? LARGEST_PAGE, LARGEST_PAGE));
}

/** What the address of the next batch repeats, so that whoever follows it gets more of the same. */
const KEPT = [
  'types',
  'fields',
  'linkTypes',
  'includeIdentityRef',
  'includeDeleted',
  'includeTagRef',
  'includeLatestOnly',
  'includeDiscussionChangesOnly',
  '$expand',
  '$maxPageSize',
];

/** The token is in the body and in the address of the next batch. */
export function batchShape<T>(call: Call, resource: string, batch: Batch<T>): Record<string, unknown> {
  const token = String(batch.end);
  const kept = KEPT.flatMap((name) => {
    const value = call.query.get(name);
    return value === undefined ? [] : [`&${name}=${encodeURIComponent(value)}`];
  }).join('');
  return {
    values: batch.values,
    nextLink: `${witUrl(call.site)}/reporting/${resource}?continuationToken=${token}${kept}&api-version=7.1`,
    continuationToken: token,
    isLastBatch: batch.isLast,
  };
}

export function revisionBatch(call: Call, world: World, filter: RevisionFilter): Record<string, unknown> {
  const wanted = wantedOf(call, world, filter.types);
  const stream = revisionStream(world.store, wanted);
  const batch = batchOf(stream, wanted.after, pageSizeOf(call), (revision) =>
    isWanted(revision, filter, world) ? [revisionOf(revision, filter, call, world)] : [],
  );
  return batchShape(call, 'workItemRevisions', batch);
}

function isWanted(revision: WorkItem, filter: RevisionFilter, { store }: World): boolean {
  const isDeleted = store.get(workItems, String(revision.id))?.deleted !== undefined;
  return (
    (!isDeleted || filter.includeDeleted) &&
    (!filter.includeLatestOnly || isLatest(store, revision)) &&
    (!filter.includeDiscussionChangesOnly || revision.commentId !== undefined)
  );
}

const LONG_TEXT = new Set(['html', 'plainText', 'history']);

function revisionOf(
  revision: WorkItem,
  filter: RevisionFilter,
  call: Call,
  world: World,
): Record<string, unknown> {
  const fields: Record<string, unknown> = {};
  const around = { reader: world.store, process: world.process };
  for (const reference of fieldsOf(revision, filter, world)) {
    const value = fieldValue(revision, reference, around);
    if (value !== undefined) fields[reference] = reported(reference, value, filter, { call, world });
  }
  const deleted = revision.deleted ? { 'System.IsDeleted': true } : {};
  return { id: revision.id, rev: revision.rev, fields: { ...fields, ...deleted } };
}

/** @throws Problem 400 TF51535 for a field that does not exist. */
function fieldsOf(revision: WorkItem, filter: RevisionFilter, { process }: World): readonly string[] {
  if (filter.fields)
    return filter.fields.flatMap((name) => {
      // Kept by no type: it is told of every deleted item, asked for or not.
      if (name.toLowerCase() === 'system.isdeleted') return [];
      const field = process.fields.find(name);
      if (!field) throw unknownField(name);
      return [field.referenceName];
    });
  const all = [...new Set([...COMPUTED_FIELDS, ...Object.keys(revision.fields)])];
  if (filter.withLongText) return all;
  return all.filter(
    (name) => name === 'System.Tags' || !LONG_TEXT.has(process.fields.byReferenceName(name)?.type ?? ''),
  );
}

interface Around {
  readonly call: Call;
  readonly world: World;
}

/** Unlike everywhere else people are texts here, unless references are asked for. */
function reported(
  reference: string,
  value: FieldValue,
  filter: RevisionFilter,
  { call, world }: Around,
): unknown {
  if (reference === 'System.Tags' && filter.includeTagRef)
    return splitTags(String(value)).map((name) => {
      const tag = findTag(world.store, call.site.project, name);
      return { ...(tag ? { id: tag.id } : {}), name };
    });
  if (world.process.fields.byReferenceName(reference)?.type !== 'identity')
    return shownValue(reference, value, viewOf(call, world));
  const user = world.store.get(users, String(value));
  if (!user) return value;
  return filter.includeIdentityRef
    ? identityRef(user, call.site)
    : `${user.displayName} <${user.uniqueName}>`;
}
