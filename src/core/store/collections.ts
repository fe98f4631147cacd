/** Where models live: extension data has no project scope, so the collection names carry the project. */
import type { ModelId } from '../model/ids';

/** The version of the layout that this code writes. Anything newer opens read-only. */
export const schemaVersion = 1;

/** The collection with one index document per model. 39 of at most 100 characters for a GUID. */
export function indexCollection(projectId: string): string {
  return `w1.${projectId.toLowerCase()}`;
}

/** The collection with the shards of one model. 76 of at most 100 characters. */
export function modelCollection(projectId: string, model: ModelId): string {
  return `${indexCollection(projectId)}.${model}`;
}

/** The collection with what a project decides for all its models. 46 of at most 100 characters for a GUID. */
export function policyCollection(projectId: string): string {
  return `${indexCollection(projectId)}.policy`;
}

/** The collection that remembers which alerts were counted for a model. 83 of at most 100 characters. */
export function alertsCollection(projectId: string, model: ModelId): string {
  return `${modelCollection(projectId, model)}.alerts`;
}

/** The collection about flags on cards: which teams have them, what was written last. 45 of at most 100 characters. */
export function flagsCollection(projectId: string): string {
  return `${indexCollection(projectId)}.flags`;
}

/** The collection with the latest notes of who changed what, one document per writer. 82 of at most 100 characters. */
export function notesCollection(projectId: string, model: ModelId): string {
  return `${modelCollection(projectId, model)}.notes`;
}

/** The collection with the older notes. 84 of at most 100 characters. */
export function historyCollection(projectId: string, model: ModelId): string {
  return `${modelCollection(projectId, model)}.history`;
}

/** The collection with what each person chose for their own eyes, one document per person. */
export const habitsCollection = 'w1.habits';

/** A document as it comes from the store: its id is a string, everything else is hostile. */
export interface RawDocument {
  readonly id: string;
  readonly [name: string]: unknown;
}

/** The object when the value is one (no array, no null). */
export function asRecord(value: unknown): Readonly<Record<string, unknown>> | undefined {
  // Whatever has names can be asked for any: the compiler knows that of no `object`.
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, unknown>>)
    : undefined;
}

/** Why a document must not be rewritten, as a sentence; undefined when it is of this layout. */
export function foreignSchema(document: RawDocument): string | undefined {
  const { schema } = document;
  if (schema === schemaVersion) return undefined;
  if (typeof schema === 'number' && schema > schemaVersion) {
    return 'A newer version of Without wrote this model, so it opens read-only here.';
  }
  return `The stored document "${document.id.slice(0, 60)}" does not say which version wrote it, so the model opens read-only.`;
}

/** The etag of a document; 0, which no store ever gives, when it is not one. -1 would mean "overwrite anything". */
export function etagOf(document: RawDocument): number {
  const etag = document['__etag'];
  return typeof etag === 'number' && Number.isInteger(etag) && etag > 0 ? etag : 0;
}
