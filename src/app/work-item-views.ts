/** Keeps the by-work-item documents in step with the models. Derived data: a failure here never fails a save. */
import type { ModelId } from '../core/model/ids';
import type { Model } from '../core/model/model';
import {
  bucketDocument,
  bucketOf,
  bucketViews,
  byWorkItemCollection,
  isFresh,
  planViews,
  readBucket,
  revisionIn,
} from '../core/store/by-work-item';
import type { BucketReading, ModelPart, ProcessFacts, Views } from '../core/store/by-work-item';
import type { PendingClause } from '../core/store/pending-clause';
import { withPending } from '../core/store/pending-clause';
import type { StoredModel } from '../core/store/stored-model';
import type { OpenedModel } from './open-model';
import type { Documents, Ports, StoredDocument } from './ports';
import { DocumentError } from './ports';

/** From so many changed documents on, one list of all costs less than reading each. */
const listFrom = 4;
/** Writes at once: a save must not eat the person's rate limit. */
const atOnce = 4;
const rounds = 5;

type ViewPorts = Pick<Ports, 'documents' | 'backlog'>;

/** Grows with every write of the model: etags only ever count up, and documents of a model are never taken away. */
export function revisionOf(stored: StoredModel): number {
  return [...stored.shards.values()].reduce((sum, { etag }) => sum + etag, stored.index?.etag ?? 0);
}

async function processFacts({ backlog }: ViewPorts): Promise<ProcessFacts | undefined> {
  try {
    const { storyTypes, states } = await backlog.facts();
    const table = [...states].map(([type, names]) => [type, Object.fromEntries(names)] as const);
    return { storyTypes: [...storyTypes], states: Object.fromEntries(table) };
  } catch {
    // The forms then ask for less: states without their category.
    return undefined;
  }
}

interface Writing {
  readonly documents: Documents;
  readonly collection: string;
  readonly model: ModelId;
  readonly process: ProcessFacts | undefined;
}

/** What a later try of the same write may find otherwise. */
const outdated = new Set<DocumentError['problem']>(['exists', 'missing', 'version-mismatch']);

async function writeOnce(
  writing: Writing,
  wanted: { readonly id: string; readonly part: ModelPart | undefined },
  stored: StoredDocument | undefined,
): Promise<void> {
  const { documents, collection, model, process } = writing;
  const { id, part } = wanted;
  if (isFresh(stored, model, part)) return;
  // Somebody's later save was quicker: what we know is older.
  if (part && revisionIn(stored, model) > part.revision) return;
  const document = bucketDocument(stored, { id, model, part, process });
  if (!document) return;
  if (stored) await documents.update(collection, { ...document, __etag: stored.__etag });
  else if (part && part.views.size > 0) await documents.create(collection, document);
}

async function writeBucket(
  writing: Writing,
  wanted: { readonly id: string; readonly part: ModelPart | undefined },
  known: StoredDocument | undefined | 'unread',
): Promise<void> {
  const read = () => writing.documents.get(writing.collection, wanted.id);
  let stored = known === 'unread' ? await read() : known;
  for (let round = 0; round < rounds; round += 1) {
    try {
      return await writeOnce(writing, wanted, stored);
    } catch (error) {
      if (!(error instanceof DocumentError) || !outdated.has(error.problem)) throw error;
      stored = await read();
    }
  }
}

async function writeBuckets(
  writing: Writing,
  wanted: readonly { readonly id: string; readonly part: ModelPart | undefined }[],
  all: readonly StoredDocument[] | undefined,
): Promise<void> {
  const known = all && new Map(all.map((document) => [document.id, document]));
  const queue = [...wanted];
  const worker = async () => {
    for (let next = queue.shift(); next; next = queue.shift())
      await writeBucket(writing, next, known ? known.get(next.id) : 'unread');
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}

function partOf({ model, stored }: OpenedModel, views: Views, id: string): ModelPart {
  return {
    name: model.info.name,
    revision: revisionOf(stored),
    views: views.get(id) ?? new Map(),
    policy: model.policy,
  };
}

/** One after the other for a page: of two saves the later one also writes its views later. */
export class WorkItemViews {
  #last: Promise<unknown> = Promise.resolve();
  readonly #repaired = new Set<ModelId>();

  constructor(
    private readonly ports: ViewPorts,
    private readonly projectId: string,
  ) {}

  /** After a save: writes the documents that the edit changed, none for an edit that no form shows. Never rejects. */
  update(before: Model | undefined, after: OpenedModel): Promise<void> {
    // What was just made is fresh, and a new model has no views to mend.
    if (!before) this.#repaired.add(after.model.info.id);
    return this.#inTurn(after.model.info.id, () =>
      updateWorkItemViews(this.ports, { projectId: this.projectId, before, after }),
    );
  }

  /** After opening: writes the documents that do not say what the model says. Never rejects. */
  repair(opened: OpenedModel): Promise<void> {
    return this.#inTurn(opened.model.info.id, () =>
      repairWorkItemViews(this.ports, { projectId: this.projectId, opened }),
    );
  }

  /**
   * Repairs in the background, once for each model as long as no write fails: by then our own saves keep the views.
   * A model that was not read completely would take away what the forms still know.
   */
  repairOnce(opened: OpenedModel): void {
    const { id } = opened.model.info;
    if (this.#repaired.has(id) || opened.readOnly !== undefined || opened.problems.length > 0) return;
    this.#repaired.add(id);
    void this.repair(opened);
  }

  /** After a deletion. Never rejects. */
  forget(model: ModelId): Promise<void> {
    return this.#inTurn(model, () =>
      repairWorkItemViews(this.ports, { projectId: this.projectId, deleted: model }),
    );
  }

  #inTurn(model: ModelId, work: () => Promise<void>): Promise<void> {
    // The model is saved whatever happens here, and what is left is repaired when the model is opened again.
    const next = this.#last.then(work).catch(() => {
      this.#repaired.delete(model);
    });
    this.#last = next;
    return next;
  }
}

/** Rejects with AccessError; whatever was written by then is right. */
export async function updateWorkItemViews(
  ports: ViewPorts,
  given: { readonly projectId: string; readonly before: Model | undefined; readonly after: OpenedModel },
): Promise<void> {
  const { projectId, before, after } = given;
  // A sync that changed nothing ends here: the views of a large model are worth a second.
  if (before === after.model) return;
  const views = bucketViews(after.model);
  const old = before && bucketViews(before);
  const renamed = before !== undefined && before.info.name !== after.model.info.name;
  const changed = renamed ? [...new Set([...(old?.keys() ?? []), ...views.keys()])] : planViews(old, views);
  if (changed.length === 0) return;
  const collection = byWorkItemCollection(projectId);
  const all = changed.length >= listFrom ? await ports.documents.list(collection) : undefined;
  const process = await processFacts(ports);
  const writing = { documents: ports.documents, collection, model: after.model.info.id, process };
  await writeBuckets(
    writing,
    changed.map((id) => ({ id, part: partOf(after, views, id) })),
    all,
  );
}

/** One list request when all is well. Rejects with AccessError. */
export async function repairWorkItemViews(
  ports: ViewPorts,
  given:
    | { readonly projectId: string; readonly opened: OpenedModel }
    | { readonly projectId: string; readonly deleted: ModelId },
): Promise<void> {
  const collection = byWorkItemCollection(given.projectId);
  const all = await ports.documents.list(collection);
  const opened = 'opened' in given ? given.opened : undefined;
  const model = 'opened' in given ? given.opened.model.info.id : given.deleted;
  const views: Views = opened ? bucketViews(opened.model) : new Map();
  const ids = new Set([...views.keys(), ...all.map(({ id }) => id)]);
  const wanted = [...ids].map((id) => ({ id, part: opened && partOf(opened, views, id) }));
  const stored = new Map(all.map((document) => [document.id, document]));
  const stale = wanted.filter(({ id, part }) => !isFresh(stored.get(id), model, part));
  if (stale.length === 0) return;
  const process = await processFacts(ports);
  await writeBuckets({ documents: ports.documents, collection, model, process }, stale, all);
}

/**
 * Keeps, or with none forgets, the clauses of a work item that wait for its save. Two requests. Rejects with AccessError;
 * when others write the same document all the time, nothing is kept.
 */
export async function keepPendingClauses(
  ports: Pick<Ports, 'documents' | 'clock'>,
  given: { readonly projectId: string; readonly item: number; readonly clauses: readonly PendingClause[] },
): Promise<void> {
  const { projectId, item, clauses } = given;
  const collection = byWorkItemCollection(projectId);
  const id = bucketOf(item);
  for (let round = 0; round < rounds; round += 1) {
    const stored = await ports.documents.get(collection, id);
    const document = withPending(stored, { id, item, clauses, now: ports.clock.now() });
    if (!document) return;
    try {
      if (stored) await ports.documents.update(collection, { ...document, __etag: stored.__etag });
      else await ports.documents.create(collection, document);
      return;
    } catch (error) {
      if (!(error instanceof DocumentError) || !outdated.has(error.problem)) throw error;
    }
  }
}

/** What the models say about a work item: one request. Rejects with AccessError. */
export async function readWorkItemView(
  ports: Pick<Ports, 'documents'>,
  projectId: string,
  id: number,
): Promise<BucketReading> {
  return readBucket(await ports.documents.get(byWorkItemCollection(projectId), bucketOf(id)), id);
}
