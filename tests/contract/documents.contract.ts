/** What every adapter of extension data must do alike; the app relies on each of these lines. */
import { randomUUID } from 'node:crypto';
import type { Documents } from '../../src/app/ports';
import { DocumentError } from '../../src/app/ports';

export interface DocumentsSetup {
  readonly documents: Documents;
  /** Ends what the setup began. */
  readonly close?: () => Promise<void>;
}

async function problemOf(call: Promise<unknown>): Promise<unknown> {
  return call.then(
    () => 'none',
    (error: unknown) => (error instanceof DocumentError ? { problem: error.problem, id: error.id } : error),
  );
}

/** Runs the suite. `setup` is called once; the tests keep apart by collections of their own. */
export function runDocumentsContract(name: string, setup: () => Promise<DocumentsSetup>): void {
  describe(`documents: ${name}`, () => {
    let adapter: DocumentsSetup;
    let documents: Documents;
    let collection: string;
    beforeAll(async () => {
      adapter = await setup();
      documents = adapter.documents;
    });
    afterAll(() => adapter.close?.());
    beforeEach(() => {
      collection = `w1.${randomUUID()}.${randomUUID()}`;
    });
    const document = {
      id: 'threat.x0',
      schema: 1,
      text: 'Grüße, 世界 🔒',
      list: [1, { deep: [] }],
      flag: false,
    };

    test('a collection that was never written is empty', async () => {
      expect(await documents.list(collection)).toEqual([]);
      expect(await documents.get(collection, 'a')).toBeUndefined();
    });

    test('create stores the document as version 1 and makes the collection', async () => {
      const created = await documents.create(collection, document);
      expect(created).toEqual({ ...document, __etag: 1 });
      expect(await documents.get(collection, document.id)).toEqual(created);
      expect(await documents.list(collection)).toEqual([created]);
      expect(await documents.get(collection, 'another')).toBeUndefined();
    });

    test('create refuses an id that exists, and changes nothing', async () => {
      await documents.create(collection, document);
      expect(await problemOf(documents.create(collection, { id: document.id }))).toEqual({
        problem: 'exists',
        id: document.id,
      });
      expect(await documents.get(collection, document.id)).toEqual({ ...document, __etag: 1 });
    });

    test('only one of several creates of an id wins', async () => {
      const made = await Promise.all(
        [1, 2, 3].map((by) => problemOf(documents.create(collection, { id: 'c', by }))),
      );
      expect(made.filter((outcome) => outcome === 'none')).toHaveLength(1);
    });

    test('update replaces the whole document and counts its version', async () => {
      const { __etag } = await documents.create(collection, document);
      const updated = await documents.update(collection, { id: document.id, fresh: 'yes', __etag });
      expect(updated).toEqual({ id: document.id, fresh: 'yes', __etag: 2 });
      expect(await documents.get(collection, document.id)).toEqual(updated);
    });

    test('update refuses a version that is not the stored one', async () => {
      await documents.create(collection, document);
      await documents.update(collection, { ...document, __etag: 1 });
      for (const __etag of [1, 3]) {
        expect(await problemOf(documents.update(collection, { ...document, __etag }))).toEqual({
          problem: 'version-mismatch',
          id: document.id,
        });
      }
    });

    test('update refuses a document that is gone, and a collection that never was', async () => {
      const missing = { problem: 'missing', id: document.id };
      expect(await problemOf(documents.update(collection, { ...document, __etag: 1 }))).toEqual(missing);
      await documents.create(collection, { id: 'other' });
      expect(await problemOf(documents.update(collection, { ...document, __etag: 1 }))).toEqual(missing);
    });

    test('remove removes, and is content when there is nothing to remove', async () => {
      await documents.remove(collection, 'a');
      await documents.create(collection, document);
      await documents.remove(collection, document.id);
      await documents.remove(collection, document.id);
      expect(await documents.list(collection)).toEqual([]);
      expect(await documents.create(collection, document)).toEqual({ ...document, __etag: 1 });
    });

    test('collections do not see one another', async () => {
      await documents.create(collection, document);
      expect(await documents.list(collection.slice(0, 39))).toEqual([]);
    });

    test('a document of a megabyte comes back whole', async () => {
      const large = { id: 'large', text: 'ü'.repeat(500_000) };
      expect(await documents.create(collection, large)).toEqual({ ...large, __etag: 1 });
    });

    test('a document beyond the limit of the service is refused', async () => {
      const huge = { id: 'huge', text: 'x'.repeat(5_300_000) };
      expect(await problemOf(documents.create(collection, huge))).toEqual({
        problem: 'too-large',
        id: 'huge',
      });
    });

    test.each([
      ['an id of 51 characters', 'w1', 'x'.repeat(51)],
      ['an id with a slash', 'w1', 'a/b'],
      ['a collection of 101 characters', 'x'.repeat(101), 'a'],
    ])('%s is a fault of the caller', async (_, where, id) => {
      await expect(documents.create(where, { id })).rejects.toThrow(RangeError);
      await expect(documents.get(where, id)).rejects.toThrow(RangeError);
      await expect(documents.remove(where, id)).rejects.toThrow(RangeError);
    });

    test('a version of -1, which would overwrite anything, is never sent', async () => {
      await documents.create(collection, document);
      await expect(documents.update(collection, { ...document, __etag: -1 })).rejects.toThrow(RangeError);
      expect(await documents.get(collection, document.id)).toEqual({ ...document, __etag: 1 });
    });
  });
}
