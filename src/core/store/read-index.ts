/** Reads the index document of a model: hostile input, answered by a description or by a reason. */
import * as v from 'valibot';
import type { ModelId } from '../model/ids';
import { asId, modelId } from '../model/ids';
import type { ModelInfo } from '../model/model';
import { modelInfo } from '../model/model';
import type { RawDocument } from './collections';
import { asRecord, foreignSchema, schemaVersion } from './collections';

export type IndexReading =
  | { readonly kind: 'ok'; readonly info: ModelInfo }
  /** `info` is what can still be said, so that the rest of the model can be looked at. */
  | { readonly kind: 'read-only'; readonly info: ModelInfo; readonly why: string }
  | { readonly kind: 'damaged'; readonly why: string };

/** The first complaint of a validation, short enough for a sentence. */
export function complaint(issues: readonly v.BaseIssue<unknown>[]): string {
  const [issue] = issues;
  if (!issue) return 'not valid';
  const where = v.getDotPath(issue);
  return `${where === null ? '' : `${where}: `}${issue.message}`.slice(0, 200);
}

function fallback(id: ModelId, raw: unknown): ModelInfo {
  const name = asRecord(raw)?.['name'];
  return {
    id,
    name: typeof name === 'string' && name !== '' ? name.slice(0, 1024) : 'Damaged model',
    description: '',
    scope: [],
    created: '1970-01-01T00:00:00.000Z',
  };
}

/** The description in an index document. `damaged` when it cannot even be said which model it is. */
export function readIndex(document: RawDocument): IndexReading {
  const id = asId(modelId, document.id);
  if (id === undefined) return { kind: 'damaged', why: 'Its document has no valid model id.' };
  const raw = document['info'];
  const parsed = v.safeParse(modelInfo, raw);
  const info = parsed.success && parsed.output.id === id ? parsed.output : undefined;
  const foreign = foreignSchema(document);
  if (foreign) return { kind: 'read-only', info: info ?? fallback(id, raw), why: foreign };
  if (info) return { kind: 'ok', info };
  const why = parsed.success ? 'it names another model' : complaint(parsed.issues);
  return {
    kind: 'read-only',
    info: fallback(id, raw),
    why: `The description of this model is damaged (${why}), so it opens read-only.`,
  };
}

/** The index document for a description; properties of the old document that we do not know are kept. */
export function indexDocument(info: ModelInfo, before: RawDocument | undefined): RawDocument {
  const kept = Object.entries(before ?? {}).filter(([name]) => !name.startsWith('__'));
  return { ...Object.fromEntries(kept), id: info.id, schema: schemaVersion, kind: 'model', info };
}
