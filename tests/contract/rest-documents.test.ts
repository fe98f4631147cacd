import type { Http, HttpRequest, HttpResponse } from '../../src/adapters/azdo/http';
import { RestDocuments } from '../../src/adapters/azdo/rest-documents';
import type { StoredDocument } from '../../src/app/ports';
import type { ServiceAnswer } from './document-service';
import { DocumentService } from './document-service';
import { runDocumentsContract } from './documents.contract';

const root = 'https://extmgmt.dev.azure.com/contoso/';
const place =
  /^https:\/\/extmgmt\.dev\.azure\.com\/contoso\/_apis\/ExtensionManagement\/InstalledExtensions\/without\/without\/Data\/Scopes\/Default\/Current\/Collections\/([^/?]+)\/Documents(?:\/([^/?]+))?\?api-version=7\.2-preview\.1$/;

/** The routes of the service, by its documentation; any other address or method is a failure of the test. */
const queries =
  'https://extmgmt.dev.azure.com/contoso/_apis/ExtensionManagement/InstalledExtensions/without/without/ExtensionDataCollectionQuery?api-version=7.2-preview.1';

/** What is asked for at once: collections that were never written are left out, as the service does. */
async function query(service: DocumentService, body: unknown): Promise<ServiceAnswer> {
  const { collections } = body as { readonly collections: readonly { readonly collectionName: string }[] };
  const answers = collections.map(async (each) => ({
    ...each,
    ...(await service.list(each.collectionName)),
  }));
  const found = (await Promise.all(answers)).filter(({ status }) => status === 200);
  const value = found.map(({ collectionName, body: documents }) => ({ collectionName, documents }));
  return { status: 200, body: { count: value.length, value } };
}

async function route(service: DocumentService, { method, url, body }: HttpRequest): Promise<ServiceAnswer> {
  const [, collection, id] = (place.exec(url) ?? []).map((part) => part && decodeURIComponent(part));
  if (url === queries && method === 'POST') return query(service, body);
  if (!collection) throw new Error(`no such route: ${url}`);
  if (id !== undefined && method === 'GET') return service.get(collection, id);
  if (id !== undefined && method === 'DELETE') return service.remove(collection, id);
  if (id === undefined && method === 'GET') return service.list(collection);
  if (id === undefined && method === 'POST') return service.create(collection, body as StoredDocument);
  if (id === undefined && method === 'PATCH') return service.update(collection, body as StoredDocument);
  throw new Error(`no such route: ${method} ${url}`);
}

const answering = (answer: (request: HttpRequest) => Promise<ServiceAnswer>): Http => ({
  send: async (request): Promise<HttpResponse> => ({ ...(await answer(request)), headers: new Headers() }),
});
const restDocuments = (http: Http) =>
  new RestDocuments({ http, root, publisher: 'without', extension: 'without' });

runDocumentsContract('over REST', async () => {
  const service = new DocumentService();
  return { documents: restDocuments(answering((request) => route(service, request))) };
});

describe('RestDocuments', () => {
  test.each([
    ['bare', [{ id: 'a', __etag: 1 }]],
    ['in an envelope', { count: 1, value: [{ id: 'a', __etag: 1 }] }],
  ])('reads a list that comes %s', async (_, body) => {
    expect(await restDocuments(answering(async () => ({ status: 200, body }))).list('c')).toEqual([
      { id: 'a', __etag: 1 },
    ]);
  });

  test.each([
    [200, 'a page', 'unexpected'],
    [200, [{ id: 'a' }], 'unexpected'],
    [203, '<html>', 'unauthorized'],
    [401, undefined, 'unauthorized'],
    [403, { message: 'no' }, 'forbidden'],
    [404, { typeKey: 'ExtensionDoesNotExistException' }, 'not-found'],
    [404, '<html>', 'not-found'],
    [429, undefined, 'throttled'],
    [500, { message: 'oops' }, 'unexpected'],
  ])('says what an answer of %s with %j means', async (status, body, problem) => {
    const documents = restDocuments(answering(async () => ({ status, body })));
    await expect(documents.list('c')).rejects.toMatchObject({ name: 'AccessError', problem });
    await expect(documents.create('c', { id: 'a' })).rejects.toMatchObject({ name: 'AccessError', problem });
  });

  test.each<[string, ServiceAnswer | undefined, number]>([
    ['as its clients expect', undefined, 1],
    ['with none of them', { status: 200, body: { count: 0, value: [] } }, 3],
    ['with something else', { status: 200, body: [{ collectionName: 'a' }] }, 3],
    ['with a refusal', { status: 404, body: { typeKey: 'DocumentCollectionDoesNotExistException' } }, 3],
  ])('reads several collections at once when the service answers %s', async (_, other, requests) => {
    const service = new DocumentService();
    await service.create('a', { id: 'one' });
    let sent = 0;
    const documents = restDocuments(
      answering(async (request) => {
        sent += 1;
        return other && request.url === queries ? other : route(service, request);
      }),
    );
    const found = await documents.lists(['a', 'never-written']);
    expect([...found]).toEqual([
      ['a', [{ id: 'one', __etag: 1 }]],
      ['never-written', []],
    ]);
    expect(sent).toBe(requests);
  });
});
