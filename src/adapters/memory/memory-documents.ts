/** Extension data in a Map: the same rules for etags, missing things and sizes, and failures on request. */
import type { Documents, NewDocument, StoredDocument } from '../../app/ports';
import { AccessError, DocumentError } from '../../app/ports';
import { checkEtag, checkNames } from '../azdo/document-names';

/** The service's limit for the body of a request, in bytes. */
const maxBytes = 5_244_928;

export interface Failure {
  /** Counts the calls from now on; 1 is the next one. */
  readonly call: number;
  /** `after`: the store did it, and the answer got lost. */
  readonly when: 'before' | 'after';
}

export class MemoryDocuments implements Documents {
  private readonly collections = new Map<string, Map<string, string>>();
  private failure: Failure | undefined;
  private calls = 0;

  /** How many calls were made: one call is one request. */
  get requests(): number {
    return this.calls;
  }

  /** Makes one future call reject with AccessError `unreachable`. */
  failAt({ call, when }: Failure): void {
    this.failure = { call: this.calls + call, when };
  }

  async list(collection: string): Promise<readonly StoredDocument[]> {
    checkNames(collection);
    return this.call(() => [...(this.collections.get(collection)?.values() ?? [])].map(parse));
  }

  async get(collection: string, id: string): Promise<StoredDocument | undefined> {
    checkNames(collection, id);
    return this.call(() => this.find(collection, id));
  }

  async create(collection: string, document: NewDocument): Promise<StoredDocument> {
    checkNames(collection, document.id);
    return this.call(() => {
      if (this.find(collection, document.id)) throw new DocumentError('exists', document.id);
      return this.put(collection, document, 1);
    });
  }

  async update(collection: string, document: StoredDocument): Promise<StoredDocument> {
    checkNames(collection, document.id);
    checkEtag(document.__etag);
    return this.call(() => {
      const stored = this.find(collection, document.id);
      if (!stored) throw new DocumentError('missing', document.id);
      if (stored.__etag !== document.__etag) throw new DocumentError('version-mismatch', document.id);
      return this.put(collection, document, stored.__etag + 1);
    });
  }

  async remove(collection: string, id: string): Promise<void> {
    checkNames(collection, id);
    return this.call(() => {
      this.collections.get(collection)?.delete(id);
    });
  }

  private call<T>(effect: () => T): T {
    this.calls += 1;
    const when = this.failure?.call === this.calls ? this.failure.when : 'never';
    if (when === 'before') throw new AccessError('unreachable', 'The store cannot be reached.');
    const answer = effect();
    if (when === 'after') throw new AccessError('unreachable', 'The store cannot be reached.');
    return answer;
  }

  private find(collection: string, id: string): StoredDocument | undefined {
    const text = this.collections.get(collection)?.get(id);
    return text === undefined ? undefined : parse(text);
  }

  private put(collection: string, document: NewDocument, etag: number): StoredDocument {
    // The service drops other top-level names with two underscores.
    const kept = Object.entries(document).filter(([name]) => !name.startsWith('__'));
    const text = JSON.stringify({ ...Object.fromEntries(kept), __etag: etag }, dropNulls);
    if (new TextEncoder().encode(text).length > maxBytes) throw new DocumentError('too-large', document.id);
    const documents = this.collections.get(collection) ?? new Map<string, string>();
    this.collections.set(collection, documents.set(document.id, text));
    return parse(text);
  }
}

/** As the message channel of the Azure DevOps page does: a key whose value is null does not arrive. */
const dropNulls = (_key: string, value: unknown): unknown => (value === null ? undefined : value);

/** Only texts that `put` wrote come here. */
function parse(text: string): StoredDocument {
  return JSON.parse(text) as StoredDocument;
}
