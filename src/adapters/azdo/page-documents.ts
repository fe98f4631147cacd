/**
 * Extension data of a page: lists by requests of its own, all else through the page around. A model of some megabytes that
 * comes through the message channel is taken apart and put together twice more, which costs more than the request.
 */
import type { Documents, NewDocument, StoredDocument } from '../../app/ports';
import { AccessError } from '../../app/ports';

/** Milliseconds for which what was asked ahead stands for a read: a page that starts takes less. */
const freshFor = 10_000;

type Lists = ReadonlyMap<string, readonly StoredDocument[]>;
/** Answers by requests of the page. */
export interface OwnRequests extends Pick<Documents, 'list'> {
  lists(collections: readonly string[]): Promise<Lists>;
}

interface Asked {
  readonly at: number;
  readonly documents: Promise<readonly StoredDocument[] | undefined>;
  /** Ids that were answered from it, empty for the list: each once, so that whoever looks again is told what is so by then. */
  readonly taken: Set<string>;
}

export interface PageDocumentsPlace {
  readonly host: Documents;
  /** Rejects where the page around does not say the address. */
  readonly own: () => Promise<OwnRequests>;
  /** Milliseconds of a clock that only goes on. */
  readonly clock: () => number;
}

export class PageDocuments implements Documents {
  private readonly asked = new Map<string, Asked>();
  private ownRequests: 'unknown' | 'answered' | 'fail' = 'unknown';

  constructor(private readonly place: PageDocumentsPlace) {}

  /** Finds out how to ask while nobody knows yet what for. */
  prepare(): void {
    this.place.own().catch(() => undefined);
  }

  /** Reads in one request what a page that starts is about to ask for; where that fails it asks by itself. */
  ahead(collections: readonly string[]): void {
    const lists = this.place.own().then((own) => own.lists(collections));
    const at = this.place.clock();
    for (const collection of collections) {
      const documents = lists.then(
        (all) => all.get(collection),
        () => undefined,
      );
      this.asked.set(collection, { at, documents, taken: new Set<string>() });
    }
  }

  async list(collection: string): Promise<readonly StoredDocument[]> {
    return (await this.takeAsked(collection)) ?? this.read(collection);
  }

  async get(collection: string, id: string): Promise<StoredDocument | undefined> {
    const asked = await this.takeAsked(collection, id);
    return asked ? asked.find((document) => document.id === id) : this.place.host.get(collection, id);
  }

  create(collection: string, document: NewDocument): Promise<StoredDocument> {
    return this.writing(collection).create(collection, document);
  }

  update(collection: string, document: StoredDocument): Promise<StoredDocument> {
    return this.writing(collection).update(collection, document);
  }

  remove(collection: string, id: string): Promise<void> {
    return this.writing(collection).remove(collection, id);
  }

  /** Whoever writes reads no more what was so before. */
  private writing(collection: string): Documents {
    this.asked.delete(collection);
    return this.place.host;
  }

  private async takeAsked(collection: string, id = ''): Promise<readonly StoredDocument[] | undefined> {
    const asked = this.asked.get(collection);
    if (asked && this.place.clock() - asked.at > freshFor) this.asked.delete(collection);
    else if (asked && !asked.taken.has(id)) {
      asked.taken.add(id);
      return asked.documents;
    }
    return undefined;
  }

  /** What own requests do not get (a browser or a proxy that lets none through), the page around is asked for. */
  private async read(collection: string): Promise<readonly StoredDocument[]> {
    if (this.ownRequests === 'fail') return this.place.host.list(collection);
    try {
      const documents = await (await this.place.own()).list(collection);
      this.ownRequests = 'answered';
      return documents;
    } catch (error) {
      // A name that the service would refuse is a fault of ours.
      if (error instanceof RangeError) throw error;
      // Throttled: it was waited for already, and the same service would be asked again.
      if (error instanceof AccessError && error.problem === 'throttled') throw error;
    }
    const documents = await this.place.host.list(collection);
    if (this.ownRequests === 'unknown') this.ownRequests = 'fail';
    return documents;
  }
}
