import type { IExtensionDataManager } from 'azure-devops-extension-api';
import { PageDocuments } from '../../src/adapters/azdo/page-documents';
import type { OwnRequests } from '../../src/adapters/azdo/page-documents';
import { SdkDocuments } from '../../src/adapters/azdo/sdk-documents';
import { MemoryDocuments } from '../../src/adapters/memory/memory-documents';
import type { NewDocument, StoredDocument } from '../../src/app/ports';
import { AccessError } from '../../src/app/ports';
import type { ServiceAnswer } from './document-service';
import { DocumentService } from './document-service';
import { runDocumentsContract } from './documents.contract';

/** What the page's message channel does to values: JSON, and keys whose value is null vanish. */
function overChannel(value: unknown): unknown {
  const text = JSON.stringify(value, (_, inner: unknown) => (inner === null ? undefined : inner));
  return text === undefined ? undefined : JSON.parse(text);
}

/** The page's data manager over our small service. Failures are plain objects, as they cross the channel. */
function pageManager(service: DocumentService): IExtensionDataManager {
  const settle = async (answer: Promise<ServiceAnswer>): Promise<unknown> => {
    const { status, body } = await answer;
    if (status < 300) return overChannel(body);
    throw overChannel({ name: 'TFS.WebApi.Exception', message: 'failed', status, serverError: body });
  };
  const unused = () => Promise.reject(new Error('not used'));
  return {
    getDocuments: (collection) => settle(service.list(collection)) as Promise<unknown[]>,
    getDocument: (collection, id) => settle(service.get(collection, id)),
    createDocument: (collection, document: NewDocument) => settle(service.create(collection, document)),
    updateDocument: (collection, document: StoredDocument) => settle(service.update(collection, document)),
    deleteDocument: async (collection, id) => void (await settle(service.remove(collection, id))),
    setDocument: unused,
    getValue: unused,
    setValue: unused,
    queryCollections: unused,
    queryCollectionsByName: unused,
  };
}

runDocumentsContract('through the page', async () => {
  const manager = pageManager(new DocumentService());
  return { documents: new SdkDocuments(async () => manager) };
});

describe('SdkDocuments', () => {
  const failing = (error: unknown): IExtensionDataManager => ({
    ...pageManager(new DocumentService()),
    getDocuments: () => Promise.reject(error),
  });

  test.each([
    [{ status: 403, serverError: { typeKey: 'AccessCheckException', message: 'no' } }, 'forbidden'],
    [{ status: 404, serverError: { typeKey: 'ExtensionDoesNotExistException' } }, 'not-found'],
    [{ status: 503, message: 'busy' }, 'throttled'],
    [{ name: 'TypeError', message: 'Failed to fetch' }, 'unreachable'],
  ])('says what a failure means: %j', async (error, problem) => {
    const documents = new SdkDocuments(async () => failing(error));
    await expect(documents.list('c')).rejects.toMatchObject({ name: 'AccessError', problem });
  });

  test('gets a fresh token once when the old one has expired', async () => {
    const managers = [failing({ status: 401 }), pageManager(new DocumentService())];
    const documents = new SdkDocuments(async () => managers.shift() ?? failing({ status: 401 }));
    expect(await documents.list('c')).toEqual([]);
    expect(managers).toEqual([]);
    const expired = new SdkDocuments(async () => failing({ status: 401 }));
    await expect(expired.list('c')).rejects.toMatchObject({ problem: 'unauthorized' });
  });

  describe('where the page around does not answer', () => {
    beforeEach(() => void jest.useFakeTimers());
    afterEach(() => void jest.useRealTimers());
    const never = () => new Promise<never>(() => undefined);
    const good = pageManager(new DocumentService());

    test('it is asked for its data manager again', async () => {
      const answers = [never, async () => good];
      const read = new SdkDocuments(() => (answers.shift() ?? never)()).list('c');
      await jest.advanceTimersByTimeAsync(5000);
      expect(await read).toEqual([]);
    });

    test('a read is asked again', async () => {
      const lists = [never, good.getDocuments];
      const getDocuments: IExtensionDataManager['getDocuments'] = (...given) =>
        (lists.shift() ?? never)(...given);
      const read = new SdkDocuments(async () => ({ ...good, getDocuments })).list('c');
      await jest.advanceTimersByTimeAsync(31_000);
      expect(await read).toEqual([]);
    });

    test('a write is not: it may have been done, and whoever wrote hears that nobody knows', async () => {
      const createDocument = jest.fn(never);
      const documents = new SdkDocuments(async () => ({ ...good, createDocument }));
      const write = expect(documents.create('c', { id: 'one' })).rejects.toMatchObject({
        problem: 'unreachable',
        message: expect.stringContaining('around this one does not answer') as string,
      });
      await jest.advanceTimersByTimeAsync(91_000);
      await write;
      expect(createDocument).toHaveBeenCalledTimes(1);
    });
  });
});

/** Requests beside the page, answered by the same store. */
function requestsTo(documents: MemoryDocuments): OwnRequests {
  const list = (collection: string) => documents.list(collection);
  const each = async (name: string) => [name, await list(name)] as const;
  return { list, lists: async (names) => new Map(await Promise.all(names.map(each))) };
}

runDocumentsContract('of a page with requests of its own', async () => {
  const host = new MemoryDocuments();
  return {
    documents: new PageDocuments({ host, own: async () => requestsTo(host), clock: () => 0 }),
  };
});

describe('PageDocuments', () => {
  const refusing = (error: Error): OwnRequests => ({
    list: () => Promise.reject(error),
    lists: () => Promise.reject(error),
  });
  const unreachable = new AccessError('unreachable', 'no');
  async function world({ own }: { readonly own?: OwnRequests } = {}) {
    const host = new MemoryDocuments();
    await host.create('c', { id: 'one' });
    const requests = own ?? requestsTo(host);
    const lists = jest.spyOn(requests, 'lists');
    const list = jest.spyOn(requests, 'list');
    const hostList = jest.spyOn(host, 'list');
    const time = { now: 0 };
    const documents = new PageDocuments({ host, own: async () => requests, clock: () => time.now });
    return { host, documents, lists, list, hostList, time };
  }

  test('lists through the page around where its own requests fail, and asks them no more', async () => {
    const { documents, list, hostList } = await world({ own: refusing(unreachable) });
    expect(await documents.list('c')).toMatchObject([{ id: 'one' }]);
    expect(await documents.list('c')).toMatchObject([{ id: 'one' }]);
    expect([list.mock.calls.length, hostList.mock.calls.length]).toEqual([1, 2]);
  });

  test('keeps its own requests where neither way works for a while', async () => {
    const { documents, list, hostList } = await world({ own: refusing(unreachable) });
    hostList.mockRejectedValueOnce(new AccessError('unreachable', 'offline'));
    await expect(documents.list('c')).rejects.toMatchObject({ message: 'offline' });
    await documents.list('c');
    expect(list).toHaveBeenCalledTimes(2);
  });

  test('asks nobody else where the service has no time', async () => {
    const { documents, hostList } = await world({ own: refusing(new AccessError('throttled', 'busy')) });
    await expect(documents.list('c')).rejects.toMatchObject({ problem: 'throttled' });
    expect(hostList).not.toHaveBeenCalled();
  });

  test('what was asked ahead answers each read once', async () => {
    const { documents, lists, list, host } = await world();
    documents.ahead(['c', 'other']);
    expect(await documents.get('c', 'one')).toMatchObject({ id: 'one' });
    expect(await documents.get('c', 'two')).toBeUndefined();
    expect(await documents.list('c')).toMatchObject([{ id: 'one' }]);
    expect(await documents.list('other')).toEqual([]);
    await host.create('c', { id: 'two' });
    expect(await documents.list('c')).toHaveLength(2);
    expect(await documents.get('c', 'two')).toMatchObject({ id: 'two' });
    expect([lists.mock.calls.length, list.mock.calls.length]).toEqual([1, 1]);
  });

  test.each<[string, (given: Awaited<ReturnType<typeof world>>) => unknown]>([
    ['some time has gone by', ({ time }) => (time.now = 10_001)],
    ['this page wrote there', ({ documents }) => documents.create('c', { id: 'mine' })],
  ])('what was asked ahead counts no more once %s', async (_, happens) => {
    const given = await world();
    given.documents.ahead(['c']);
    await happens(given);
    await given.host.create('c', { id: 'later' });
    expect((await given.documents.list('c')).map(({ id }) => id)).toContain('later');
  });

  test('what could not be asked ahead is asked when it is wanted', async () => {
    const { documents } = await world({ own: refusing(unreachable) });
    documents.ahead(['c']);
    expect(await documents.get('c', 'one')).toMatchObject({ id: 'one' });
    expect(await documents.list('c')).toMatchObject([{ id: 'one' }]);
  });
});
