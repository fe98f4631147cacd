import type { IExtensionDataManager } from 'azure-devops-extension-api';
import { SdkDocuments } from '../../src/adapters/azdo/sdk-documents';
import type { NewDocument, StoredDocument } from '../../src/app/ports';
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
