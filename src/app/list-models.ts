/** The models of a project, in one request. Damaged ones are named, never hidden. */
import type { ModelInfo } from '../core/model/model';
import { indexCollection } from '../core/store/collections';
import { readIndex } from '../core/store/read-index';
import type { Ports, StoredDocument } from './ports';

export type ModelSummary =
  | { readonly kind: 'model'; readonly id: string; readonly info: ModelInfo }
  /** It opens, but cannot be saved; `problem` is the sentence that says why. */
  | { readonly kind: 'read-only'; readonly id: string; readonly info: ModelInfo; readonly problem: string }
  | { readonly kind: 'damaged'; readonly id: string; readonly problem: string };

function summarise(document: StoredDocument): ModelSummary {
  const { id } = document;
  const reading = readIndex(document);
  if (reading.kind === 'ok') return { kind: 'model', id, info: reading.info };
  if (reading.kind === 'damaged') return { kind: 'damaged', id, problem: reading.why };
  return { kind: 'read-only', id, info: reading.info, problem: reading.why };
}

const nameOf = (summary: ModelSummary) => (summary.kind === 'damaged' ? summary.id : summary.info.name);

/** What the index documents of a project say, by name. */
export function summariesOf(documents: readonly StoredDocument[]): readonly ModelSummary[] {
  return documents
    .map(summarise)
    .sort((a, b) => nameOf(a).localeCompare(nameOf(b), 'en') || (a.id < b.id ? -1 : 1));
}

/** By name. Rejects with AccessError. */
export async function listModels(
  ports: Pick<Ports, 'documents'>,
  projectId: string,
): Promise<readonly ModelSummary[]> {
  return summariesOf(await ports.documents.list(indexCollection(projectId)));
}
