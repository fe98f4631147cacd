/** What the answers of extension data mean, whichever way they came (REST or the page). */
import type { DocumentProblem, StoredDocument } from '../../app/ports';
import { AccessError } from '../../app/ports';

/** As observed: the mismatch is a 400 with this key, neither 409 nor 412. */
const problems: ReadonlyMap<string, DocumentProblem> = new Map<string, DocumentProblem>([
  ['DocumentExistsException', 'exists'],
  ['DocumentDoesNotExistException', 'missing'],
  ['DocumentCollectionDoesNotExistException', 'missing'],
  ['InvalidDocumentVersionException', 'version-mismatch'],
  ['MaximumDocumentSizeException', 'too-large'],
]);

/** The answer that a caller can act on, by the key of the service's exception. */
export function problemOf(typeKey: string | undefined): DocumentProblem | undefined {
  return typeKey === undefined ? undefined : problems.get(typeKey);
}

const isDocument = (value: unknown): value is StoredDocument =>
  typeof value === 'object' &&
  value !== null &&
  typeof Reflect.get(value, 'id') === 'string' &&
  Number.isInteger(Reflect.get(value, '__etag'));

/** The document in an answer. Throws AccessError `unexpected` for anything else. */
export function toDocument(value: unknown): StoredDocument {
  if (isDocument(value)) return value;
  throw new AccessError('unexpected', 'Azure DevOps answered with something that is not a stored document.');
}

/** The documents in a list answer: a bare array, or one in an envelope, as the service likes. */
export function toDocuments(value: unknown): readonly StoredDocument[] {
  const list: unknown = typeof value === 'object' && value !== null && 'value' in value ? value.value : value;
  if (Array.isArray(list)) return list.map(toDocument);
  throw new AccessError(
    'unexpected',
    'Azure DevOps answered with something that is not a list of documents.',
  );
}

/** The documents by the names of their collections; undefined for an answer of another form. */
export function toCollections(value: unknown): ReadonlyMap<string, readonly StoredDocument[]> | undefined {
  const list: unknown = typeof value === 'object' && value !== null && 'value' in value ? value.value : value;
  if (!Array.isArray(list)) return undefined;
  const found = new Map<string, readonly StoredDocument[]>();
  for (const each of list as readonly unknown[]) {
    if (typeof each !== 'object' || each === null) return undefined;
    const name: unknown = Reflect.get(each, 'collectionName');
    const documents: unknown = Reflect.get(each, 'documents');
    if (typeof name !== 'string' || !Array.isArray(documents) || !documents.every(isDocument))
      return undefined;
    found.set(name, documents);
  }
  return found;
}
