/** Extension data over REST, for whoever has a token and no page. The routes: rest-api "Extension Management". */
import type { Documents, NewDocument, StoredDocument } from '../../app/ports';
import { DocumentError } from '../../app/ports';
import { problemOf, toCollections, toDocument, toDocuments } from './document-answers';
import { checkEtag, checkNames } from './document-names';
import type { Http, HttpRequest, HttpResponse } from './http';
import { accessError, isSuccess, typeKeyOf } from './http';

export interface RestDocumentsOptions {
  readonly http: Http;
  /** The organisation's address in the extension management area, ending in a slash. */
  readonly root: string;
  readonly publisher: string;
  readonly extension: string;
}

const apiVersion = '7.2-preview.1';
const what = 'the data of the extension';

export class RestDocuments implements Documents {
  constructor(private readonly options: RestDocumentsOptions) {}

  async list(collection: string): Promise<readonly StoredDocument[]> {
    checkNames(collection);
    const answer = await this.send('GET', this.url(collection));
    if (isSuccess(answer)) return toDocuments(answer.body);
    // Only this key means "never written": any other 404 is a wrong address, not an empty project.
    if (typeKeyOf(answer.body) === 'DocumentCollectionDoesNotExistException') return [];
    throw accessError(answer, what);
  }

  async get(collection: string, id: string): Promise<StoredDocument | undefined> {
    checkNames(collection, id);
    const answer = await this.send('GET', this.url(collection, id));
    if (isSuccess(answer)) return toDocument(answer.body);
    if (problemOf(typeKeyOf(answer.body)) === 'missing') return undefined;
    throw accessError(answer, what);
  }

  /**
   * One request. A collection that was never written is left out of the answer; where the service answers none of those
   * that were asked for, or answers otherwise than its clients expect, each is asked for alone.
   */
  async lists(collections: readonly string[]): Promise<ReadonlyMap<string, readonly StoredDocument[]>> {
    for (const collection of collections) checkNames(collection);
    const scope = { scopeType: 'Default', scopeValue: 'Current' };
    const body = { collections: collections.map((collectionName) => ({ collectionName, ...scope })) };
    const url = `${this.installed()}/ExtensionDataCollectionQuery?api-version=${apiVersion}`;
    const answer = await this.options.http.send({ method: 'POST', url, body, intent: 'read' });
    const found = isSuccess(answer) ? toCollections(answer.body) : undefined;
    if (found && collections.some((name) => found.has(name)))
      return new Map(collections.map((name) => [name, found.get(name) ?? []]));
    const each = collections.map(async (name) => [name, await this.list(name)] as const);
    return new Map(await Promise.all(each));
  }

  async create(collection: string, document: NewDocument): Promise<StoredDocument> {
    return this.write('POST', collection, document);
  }

  async update(collection: string, document: StoredDocument): Promise<StoredDocument> {
    checkEtag(document.__etag);
    return this.write('PATCH', collection, document);
  }

  async remove(collection: string, id: string): Promise<void> {
    checkNames(collection, id);
    const answer = await this.send('DELETE', this.url(collection, id));
    if (isSuccess(answer) || problemOf(typeKeyOf(answer.body)) === 'missing') return;
    throw accessError(answer, what);
  }

  private async write(
    method: 'POST' | 'PATCH',
    collection: string,
    document: NewDocument,
  ): Promise<StoredDocument> {
    checkNames(collection, document.id);
    const answer = await this.send(method, this.url(collection), document);
    if (isSuccess(answer)) return toDocument(answer.body);
    const problem = problemOf(typeKeyOf(answer.body));
    if (problem) throw new DocumentError(problem, document.id);
    throw accessError(answer, what);
  }

  private send(method: HttpRequest['method'], url: string, body?: NewDocument): Promise<HttpResponse> {
    return this.options.http.send({ method, url, ...(body ? { body } : {}) });
  }

  private url(collection: string, id?: string): string {
    const scope = ['Data', 'Scopes', 'Default', 'Current', 'Collections', collection, 'Documents'];
    const path = [...scope, ...(id === undefined ? [] : [id])].map(encodeURIComponent).join('/');
    return `${this.installed()}/${path}?api-version=${apiVersion}`;
  }

  private installed(): string {
    const { root, publisher, extension } = this.options;
    const path = ['InstalledExtensions', publisher, extension].map(encodeURIComponent).join('/');
    return `${root}_apis/ExtensionManagement/${path}`;
  }
}
