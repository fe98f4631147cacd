/** Documents an extension keeps with the organisation: opaque JSON under scope, collection and id, guarded by an etag. */
import { randomUUID } from 'node:crypto';
import type { Call } from '../../kernel/endpoint';
import { problem } from '../../kernel/problem';
import { Opaque } from '../../kernel/wire';
import { kind, type Reader, type Transaction } from '../../store/store';

/** The cap of the original on the body of one write, in bytes. */
const MAXIMUM_DOCUMENT = 5_244_928;
const LONGEST_ID = 50;
const LONGEST_COLLECTION = 100;

/** Own properties are kept without `id` and `__etag`. */
export interface StoredDocument {
  readonly id: string;
  readonly etag: number;
  readonly place: string;
  readonly properties: Readonly<Record<string, unknown>>;
}

const documents = kind<StoredDocument>('document');
/** A collection exists from its first document on, even after the last one is gone. */
const collections = kind<string>('documentCollection');

/** Where a collection is kept; the key is compared without case. */
export interface Place {
  readonly collection: string;
  readonly key: string;
}

export interface CollectionAddress {
  readonly publisher: string;
  readonly extension: string;
  readonly scopeType: string;
  readonly scopeValue: string;
  readonly collection: string;
  readonly userId: string;
}

/** There are two scopes only: everybody's (Default/Current) and one's own (User/Me). @throws Problem 400 otherwise. */
export function placeOf(address: CollectionAddress): Place {
  const scope = `${address.scopeType}/${address.scopeValue}`.toLowerCase();
  if (scope !== 'default/current' && scope !== 'user/me')
    throw invalid(`The scope ${address.scopeType}/${address.scopeValue} is not supported.`);
  if (address.collection === '' || address.collection.length > LONGEST_COLLECTION)
    throw invalid(`A collection name must have 1 to ${LONGEST_COLLECTION} characters.`);
  const owner = scope === 'user/me' ? address.userId : '';
  const parts = [address.publisher, address.extension, owner, address.collection];
  return { collection: address.collection, key: parts.map((part) => part.toLowerCase()).join('\u001f') };
}

/** The place named by the route of a document call. */
export function placeOfCall({ params, user }: Call): Place {
  return placeOf({
    publisher: params.text('publisher'),
    extension: params.text('extension'),
    scopeType: params.text('scopeType'),
    scopeValue: params.text('scopeValue'),
    collection: params.text('collection'),
    userId: user.id,
  });
}

export function shownDocument(document: StoredDocument): Opaque {
  return new Opaque(JSON.stringify({ ...document.properties, id: document.id, __etag: document.etag }));
}

/** @throws Problem 404 DocumentCollectionDoesNotExistException for a collection never written: the first-run path. */
export function listDocuments(reader: Reader, place: Place): readonly StoredDocument[] {
  requireCollection(reader, place);
  return reader.all(documents).filter((document) => document.place === place.key);
}

/** Like listDocuments, with nothing instead of an error for a missing collection. */
export function documentsOrNone(reader: Reader, place: Place): readonly StoredDocument[] | undefined {
  return reader.get(collections, place.key) === undefined ? undefined : listDocuments(reader, place);
}

/** @throws Problem 404 for a missing collection or document. */
export function requireDocument(reader: Reader, place: Place, id: string): StoredDocument {
  requireCollection(reader, place);
  const document = reader.get(documents, documentKey(place, id));
  if (document) return document;
  throw problem(
    404,
    'DocumentDoesNotExistException',
    `The document ${id} does not exist in the collection ${place.collection}.`,
  );
}

/** Always starts at etag 1. @throws Problem 400 DocumentExistsException when the id is taken. */
export function createDocument(tx: Transaction, place: Place, sent: SentDocument): StoredDocument {
  const id = sent.id ?? randomUUID();
  if (tx.get(documents, documentKey(place, id)))
    throw problem(
      400,
      'DocumentExistsException',
      `The document ${id} already exists in the collection ${place.collection}.`,
    );
  return keep(tx, place, { ...sent, id }, 1);
}

/** Creates or replaces. Without an etag the sender is taken to know version 1. @throws Problem 400 for a stale etag. */
export function setDocument(tx: Transaction, place: Place, sent: SentDocument): StoredDocument {
  const id = sent.id ?? randomUUID();
  const known = tx.get(documents, documentKey(place, id));
  if (known) requireEtag(known, sent.etag ?? 1);
  return keep(tx, place, { ...sent, id }, (known?.etag ?? 0) + 1);
}

/** Replaces an existing document. @throws Problem 404 when it is missing, 400 for a stale or missing etag. */
export function updateDocument(tx: Transaction, place: Place, sent: SentDocument): StoredDocument {
  if (sent.id === undefined) throw invalid('The document must have an id.');
  if (sent.etag === undefined) throw invalid('The document must have an __etag that is a whole number.');
  const known = requireDocument(tx, place, sent.id);
  requireEtag(known, sent.etag);
  return keep(tx, place, { ...sent, id: sent.id }, known.etag + 1);
}

export function deleteDocument(tx: Transaction, place: Place, id: string): void {
  requireDocument(tx, place, id);
  tx.remove(documents, documentKey(place, id));
}

/** A document as it came in: `__etag` and `id` set apart, other top-level names beginning with `__` dropped. */
export interface SentDocument {
  readonly id: string | undefined;
  readonly etag: number | undefined;
  readonly properties: Readonly<Record<string, unknown>>;
}

/** @param bytes the size of the request body. @throws Problem 400 for arrays, bad ids and documents that are too large. */
export function readDocument(body: unknown, bytes: number): SentDocument {
  if (bytes > MAXIMUM_DOCUMENT)
    throw problem(
      400,
      'MaximumDocumentSizeException',
      `Document size cannot be larger than ${MAXIMUM_DOCUMENT}B. Current size: ${bytes}B.`,
    );
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    throw invalid('A document must be a JSON object.');
  const { id, __etag, ...rest } = body as { id?: unknown; __etag?: unknown };
  const properties = Object.fromEntries(Object.entries(rest).filter(([name]) => !name.startsWith('__')));
  return { id: readId(id), etag: readEtag(__etag), properties };
}

function readId(id: unknown): string | undefined {
  if (id === undefined || id === null || id === '') return undefined;
  const text = String(id);
  if (typeof id === 'object' || text.length > LONGEST_ID || /[\p{Cc}"<>|:*?\\/]/u.test(text))
    throw invalid(
      `The document id must have at most ${LONGEST_ID} characters and none that file names forbid.`,
    );
  return text;
}

function readEtag(etag: unknown): number | undefined {
  if (etag === undefined || etag === null) return undefined;
  if (typeof etag === 'number' && Number.isInteger(etag)) return etag;
  throw invalid('The __etag must be a whole number.');
}

/** -1 says "whatever is there": the last writer wins. */
function requireEtag(known: StoredDocument, etag: number): void {
  if (etag === -1 || etag === known.etag) return;
  throw problem(
    400,
    'InvalidDocumentVersionException',
    `The version ${etag} of the document ${known.id} does not match the current version ${known.etag}.`,
  );
}

function requireCollection(reader: Reader, place: Place): void {
  if (reader.get(collections, place.key) !== undefined) return;
  throw problem(
    404,
    'DocumentCollectionDoesNotExistException',
    `The collection ${place.collection} does not exist.`,
  );
}

function keep(
  tx: Transaction,
  place: Place,
  sent: SentDocument & { id: string },
  etag: number,
): StoredDocument {
  const document = { id: sent.id, etag, place: place.key, properties: sent.properties };
  if (tx.get(collections, place.key) === undefined) tx.put(collections, place.key, place.collection);
  tx.put(documents, documentKey(place, sent.id), document);
  return document;
}

function documentKey(place: Place, id: string): string {
  return `${place.key}\u001f${id}`;
}

function invalid(message: string): Error {
  return problem(400, 'InvalidExtensionDataException', message);
}
