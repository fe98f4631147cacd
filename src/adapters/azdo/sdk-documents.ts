/** Extension data through the page that hosts us: the service's own data manager, over the message channel. */
import type { IExtensionDataManager } from 'azure-devops-extension-api';
import type { Documents, NewDocument, StoredDocument } from '../../app/ports';
import { AccessError, DocumentError } from '../../app/ports';
import { problemOf, toDocument, toDocuments } from './document-answers';
import { checkEtag, checkNames } from './document-names';
import { hostAnswer, hostPatience } from './host-answer';
import { accessError, typeKeyOf } from './http';

const what = 'the data of the extension';

interface Rejection {
  readonly status: number | undefined;
  readonly body: unknown;
  readonly typeKey: string | undefined;
}

/** Errors cross the channel as plain objects {name, message, status, serverError}: never `instanceof Error`. */
function readRejection(error: unknown): Rejection {
  const property = (name: string): unknown =>
    typeof error === 'object' && error !== null ? Reflect.get(error, name) : undefined;
  const status = property('status');
  const body = property('serverError') ?? error;
  return { status: typeof status === 'number' ? status : undefined, body, typeKey: typeKeyOf(body) };
}

function toError(error: unknown, id: string): Error {
  // The page around did not answer: that is said already.
  if (error instanceof AccessError) return error;
  const { status, body, typeKey } = readRejection(error);
  const problem = problemOf(typeKey);
  if (problem) return new DocumentError(problem, id);
  if (status !== undefined) return accessError({ status, body }, what);
  return new AccessError(
    'unreachable',
    'Azure DevOps cannot be reached; check the connection and try again.',
  );
}

export class SdkDocuments implements Documents {
  private manager: Promise<IExtensionDataManager> | undefined;

  /** `connect` gets a manager with a fresh token; the old one's token runs out on a page that stays open. */
  constructor(private readonly connect: () => Promise<IExtensionDataManager>) {}

  async list(collection: string): Promise<readonly StoredDocument[]> {
    checkNames(collection);
    try {
      // An array without content does not survive as one everywhere on the channel.
      return toDocuments((await this.ask((manager) => manager.getDocuments(collection))) ?? []);
    } catch (error) {
      if (readRejection(error).typeKey === 'DocumentCollectionDoesNotExistException') return [];
      throw toError(error, collection);
    }
  }

  async get(collection: string, id: string): Promise<StoredDocument | undefined> {
    checkNames(collection, id);
    try {
      return toDocument(await this.ask((manager) => manager.getDocument(collection, id)));
    } catch (error) {
      if (problemOf(readRejection(error).typeKey) === 'missing') return undefined;
      throw toError(error, id);
    }
  }

  async create(collection: string, document: NewDocument): Promise<StoredDocument> {
    checkNames(collection, document.id);
    return this.write(document, (manager) => manager.createDocument(collection, document));
  }

  async update(collection: string, document: StoredDocument): Promise<StoredDocument> {
    checkNames(collection, document.id);
    checkEtag(document.__etag);
    return this.write(document, (manager) => manager.updateDocument(collection, document));
  }

  async remove(collection: string, id: string): Promise<void> {
    checkNames(collection, id);
    try {
      await this.ask((manager) => manager.deleteDocument(collection, id), hostPatience.write);
    } catch (error) {
      if (problemOf(readRejection(error).typeKey) !== 'missing') throw toError(error, id);
    }
  }

  private async write(
    document: NewDocument,
    call: (manager: IExtensionDataManager) => Promise<unknown>,
  ): Promise<StoredDocument> {
    let answer: unknown;
    try {
      answer = await this.ask(call, hostPatience.write);
    } catch (error) {
      throw toError(error, document.id);
    }
    return toDocument(answer);
  }

  /** A refused token is renewed once: the service did nothing for the first call. */
  private async ask(
    call: (manager: IExtensionDataManager) => Promise<unknown>,
    patience: readonly number[] = hostPatience.read,
  ): Promise<unknown> {
    const told = async () => {
      const manager = await (this.manager ??= hostAnswer(this.connect, hostPatience.handle));
      return hostAnswer(() => call(manager), patience);
    };
    try {
      return await told();
    } catch (error) {
      this.manager = undefined;
      if (readRejection(error).status !== 401) throw error;
      return told();
    }
  }
}
