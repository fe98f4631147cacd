/**
 * The documents by which a work item's form finds what models say about it: one per bucket of work item ids, each with
 * the views of several models. Derived, never the only copy of anything, and hostile input when read.
 */
import * as v from 'valibot';
import { asId, modelId } from '../model/ids';
import type { ModelId } from '../model/ids';
import type { Model } from '../model/model';
import { indexModel } from '../model/model-index';
import { formPolicy, projectPolicy } from '../model/project-policy';
import type { FormPolicy, ProjectPolicy } from '../model/project-policy';
import { stateCategories } from '../model/state-category';
import type { StateCategory } from '../model/state-category';
import type { RawDocument } from './collections';
import { asRecord, foreignSchema, indexCollection, schemaVersion } from './collections';
import { jsonBytes } from './json-bytes';
import { sameValue } from '../model/same-value';
import { readPending } from './pending-clause';
import type { PendingClause } from './pending-clause';
import { maxShardBytes } from './shard';
import { usualLimits, viewsOf, workItemView } from './work-item-view';
import type { ViewLimits, WorkItemView } from './work-item-view';

/** Few enough to read all in one request, many enough that a document stays small. Never change: ids are stored. */
const buckets = 64;

/** 52 of at most 100 characters for a GUID. */
export function byWorkItemCollection(projectId: string): string {
  return `${indexCollection(projectId)}.by-work-item`;
}

/** The id of the document that holds what is known of a work item. */
export function bucketOf(workItem: number): string {
  return String(workItem % buckets);
}

/** What a form must know of the process to understand states without asking for it: one request less. */
export interface ProcessFacts {
  readonly storyTypes: readonly string[];
  /** type -> state -> category. */
  readonly states: Readonly<Record<string, Readonly<Record<string, StateCategory>>>>;
}

const name = v.pipe(v.string(), v.maxLength(256));
const processFacts = v.object({
  storyTypes: v.optional(v.pipe(v.array(name), v.maxLength(100)), []),
  states: v.optional(v.record(name, v.record(name, v.picklist(stateCategories))), {}),
});

/** What one model has in one bucket. */
export interface ModelPart {
  readonly name: string;
  /** Grows with every save of the model; an older one never replaces a newer one. */
  readonly revision: number;
  readonly views: ReadonlyMap<number, WorkItemView>;
  /** Of the project, as the model was opened under it. */
  readonly policy?: ProjectPolicy | undefined;
}

export interface ItemPart {
  readonly model: ModelId;
  readonly name: string;
  readonly view: WorkItemView;
}
export interface BucketReading {
  /** What each model says about the item. */
  readonly parts: readonly ItemPart[];
  readonly process: ProcessFacts | undefined;
  /** By which the form counts; undefined = the standard. */
  readonly policy: FormPolicy | undefined;
  /** Clauses of the item that wait for its save. */
  readonly pending: readonly PendingClause[];
  /** Models whose part cannot be read, and documents of a newer version: one sentence each. */
  readonly problems: readonly string[];
}

const emptyReading: BucketReading = {
  parts: [],
  process: undefined,
  policy: undefined,
  pending: [],
  problems: [],
};

function readPart(key: string, raw: unknown, workItem: number): ItemPart | string | undefined {
  const model = asId(modelId, key);
  const record = asRecord(raw);
  const view = asRecord(record?.['items'])?.[String(workItem)];
  if (view === undefined) return undefined;
  const parsed = v.safeParse(workItemView, view);
  if (!model || !parsed.success)
    return 'A part of what is stored about this work item is damaged; open its threat model once to mend it.';
  const title = v.safeParse(v.pipe(v.string(), v.maxLength(1024)), record?.['name']);
  return {
    model,
    name: title.success && title.output !== '' ? title.output : 'Threat model',
    view: parsed.output,
  };
}

/** What a bucket says about one work item. Never fails: what is not understood is a problem, not an exception. */
export function readBucket(document: RawDocument | undefined, workItem: number): BucketReading {
  if (!document) return emptyReading;
  if (foreignSchema(document) !== undefined)
    return {
      ...emptyReading,
      problems: ['A newer version of Without wrote this; reload to get the newer version.'],
    };
  const read = Object.entries(asRecord(document['models']) ?? {}).flatMap(
    ([key, raw]) => readPart(key, raw, workItem) ?? [],
  );
  const facts = v.safeParse(processFacts, document['process']);
  const policy = v.safeParse(projectPolicy, document['policy']);
  return {
    parts: read.filter((each): each is ItemPart => typeof each !== 'string'),
    process: facts.success ? facts.output : undefined,
    policy: policy.success ? formPolicy({ policy: policy.output }) : undefined,
    pending: readPending(document, workItem),
    problems: [...new Set(read.filter((each): each is string => typeof each === 'string'))],
  };
}

function storedItems(views: ReadonlyMap<number, WorkItemView>): Readonly<Record<string, unknown>> {
  return Object.fromEntries([...views].map(([item, view]) => [String(item), view]));
}

/** The revision of a model's part in a document; -1 when it has none. */
export function revisionIn(document: RawDocument | undefined, model: ModelId): number {
  const revision = asRecord(asRecord(document?.['models'])?.[model])?.['revision'];
  return typeof revision === 'number' ? revision : -1;
}

/** True when the document says about the model what `part` says; undefined = nothing. */
export function isFresh(
  document: RawDocument | undefined,
  model: ModelId,
  part: ModelPart | undefined,
): boolean {
  const stored = asRecord(asRecord(document?.['models'])?.[model]);
  if (!part || part.views.size === 0) return stored === undefined;
  if (stored?.['name'] !== part.name) return false;
  if (!sameValue(document?.['policy'], formPolicy(part))) return false;
  // Through JSON, as the store does it: what is compared is what would be read.
  return sameValue(stored['items'], JSON.parse(JSON.stringify(storedItems(part.views))));
}

/**
 * The document with the model's part replaced, or taken out where it has none; parts of other models are kept as they
 * are, read or not. Undefined when the document is of a newer version: that is not ours to rewrite.
 */
export function bucketDocument(
  before: RawDocument | undefined,
  given: {
    readonly id: string;
    readonly model: ModelId;
    readonly part: ModelPart | undefined;
    readonly process: ProcessFacts | undefined;
  },
): RawDocument | undefined {
  if (before && foreignSchema(before) !== undefined && before['schema'] !== undefined) return undefined;
  const { id, model, part, process } = given;
  const others = Object.entries(asRecord(before?.['models']) ?? {}).filter(([key]) => key !== model);
  const own =
    part && part.views.size > 0
      ? [[model, { name: part.name, revision: part.revision, items: storedItems(part.views) }] as const]
      : [];
  const known = process ?? before?.['process'];
  const policy = part ? formPolicy(part) : before?.['policy'];
  return {
    id,
    schema: schemaVersion,
    kind: 'by-work-item',
    ...(known === undefined ? {} : { process: known }),
    ...(policy === undefined ? {} : { policy }),
    ...(before?.['pending'] === undefined ? {} : { pending: before['pending'] }),
    models: Object.fromEntries([...others, ...own]),
  };
}

/** The views of a model by bucket. */
export type Views = ReadonlyMap<string, ReadonlyMap<number, WorkItemView>>;

/** What gets smaller, step by step, in a bucket that is too large: texts first, then threats. */
const tighter: readonly ViewLimits[] = [
  usualLimits,
  { threats: 20, text: 600 },
  { threats: 5, text: 0 },
  { threats: 0, text: 0 },
];
/** Room for the parts of other models in the same document. */
const share = maxShardBytes / 2;

/** The views of a model in the documents that hold them; each bucket's part stays below half of a document. */
export function bucketViews(model: Model): Views {
  const index = indexModel(model);
  const made = tighter.map((limits) => {
    let views: ReadonlyMap<number, WorkItemView> | undefined;
    return () => (views ??= viewsOf(model, index, limits));
  });
  const grouped = new Map<string, number[]>();
  for (const item of made[0]?.().keys() ?? []) {
    const id = bucketOf(item);
    grouped.set(id, [...(grouped.get(id) ?? []), item]);
  }
  return new Map(
    [...grouped].map(([id, items]) => {
      const candidates = made.map((views) => () => pick(views(), items));
      const fitting = candidates.find((each) => jsonBytes(storedItems(each())) <= share) ?? candidates.at(-1);
      return [id, fitting?.() ?? new Map()];
    }),
  );
}

function pick(
  views: ReadonlyMap<number, WorkItemView>,
  items: readonly number[],
): ReadonlyMap<number, WorkItemView> {
  const picked = new Map<number, WorkItemView>();
  for (const item of items) {
    const view = views.get(item);
    if (view) picked.set(item, view);
  }
  return picked;
}

/** The buckets whose content differs between two states of a model; undefined = no model. Ascending. */
export function planViews(previous: Views | undefined, next: Views | undefined): readonly string[] {
  const ids = new Set([...(previous?.keys() ?? []), ...(next?.keys() ?? [])]);
  return [...ids]
    .filter((id) => {
      const [old, now] = [previous?.get(id), next?.get(id)];
      return !sameValue(old && storedItems(old), now && storedItems(now));
    })
    .sort((a, b) => Number(a) - Number(b));
}
