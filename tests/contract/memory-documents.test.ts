import { MemoryDocuments } from '../../src/adapters/memory/memory-documents';
import { runDocumentsContract } from './documents.contract';

runDocumentsContract('in memory', async () => ({ documents: new MemoryDocuments() }));

describe('MemoryDocuments', () => {
  test('hands out copies only', async () => {
    const documents = new MemoryDocuments();
    const list = [1];
    await documents.create('c', { id: 'a', list });
    list.push(2);
    expect(await documents.get('c', 'a')).toEqual({ id: 'a', list: [1], __etag: 1 });
  });

  test('fails the wanted call before or after its effect', async () => {
    const documents = new MemoryDocuments();
    documents.failAt({ call: 2, when: 'before' });
    await documents.create('c', { id: 'a' });
    await expect(documents.create('c', { id: 'b' })).rejects.toMatchObject({ problem: 'unreachable' });
    documents.failAt({ call: 1, when: 'after' });
    await expect(documents.create('c', { id: 'd' })).rejects.toMatchObject({ problem: 'unreachable' });
    expect((await documents.list('c')).map(({ id }) => id)).toEqual(['a', 'd']);
    expect(documents.requests).toBe(4);
  });
});
