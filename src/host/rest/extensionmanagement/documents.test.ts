/** Etags, scopes and first-run errors of extension data, through the wire. */
import { outcome, restCaller, testWorld, type TestCall } from '../../testing/test-world';

const BASE = '/_apis/ExtensionManagement/InstalledExtensions/pub/ext/Data/Scopes';
const DOCUMENTS = `${BASE}/Default/Current/Collections/coll/Documents`;
const V = '?api-version=7.2-preview.1';
const send = (method: string, body: unknown): TestCall => ({ method, path: DOCUMENTS + V, body });

/** A collection holding d1 at etag 2. */
function prepared(): ReturnType<typeof restCaller> {
  const rest = restCaller(testWorld());
  rest(send('POST', { id: 'd1', v: 1 }));
  rest(send('PUT', { id: 'd1', v: 2, __etag: 1 }));
  return rest;
}

test.each<[string, TestCall, string | number]>([
  ['create takes a new id', send('POST', { id: 'd2' }), 201],
  ['create refuses a known id', send('POST', { id: 'd1' }), '400 DocumentExistsException'],
  ['set with the current etag', send('PUT', { id: 'd1', __etag: 2 }), 200],
  ['set with -1', send('PUT', { id: 'd1', __etag: -1 }), 200],
  ['set with a stale etag', send('PUT', { id: 'd1', __etag: 1 }), '400 InvalidDocumentVersionException'],
  ['set without an etag means 1', send('PUT', { id: 'd1' }), '400 InvalidDocumentVersionException'],
  ['set of a new id', send('PUT', { id: 'new' }), 200],
  ['update with the current etag', send('PATCH', { id: 'd1', __etag: 2 }), 200],
  ['update with a stale etag', send('PATCH', { id: 'd1', __etag: 9 }), '400 InvalidDocumentVersionException'],
  ['update without an etag', send('PATCH', { id: 'd1' }), '400 InvalidExtensionDataException'],
  ['update of a missing id', send('PATCH', { id: 'no', __etag: 1 }), '404 DocumentDoesNotExistException'],
  ['set of a new id with any etag', send('PUT', { id: 'new', __etag: 9 }), 200],
  ['an etag that is a text', send('PUT', { id: 'd1', __etag: '2' }), '400 InvalidExtensionDataException'],
  ['an etag that is a fraction', send('PUT', { id: 'd1', __etag: 1.5 }), '400 InvalidExtensionDataException'],
  ['update without an id', send('PATCH', { v: 1, __etag: -1 }), '400 InvalidExtensionDataException'],
  ['update with -1', send('PATCH', { id: 'd1', __etag: -1 }), 200],
  ['a text', send('POST', '"x"'), '400 InvalidExtensionDataException'],
  ['broken JSON', send('POST', '{"id":'), '400 VssPropertyValidationException'],
  [
    'update in a collection never written',
    { ...send('PATCH', { id: 'd1', __etag: 1 }), path: DOCUMENTS.replace('coll', 'other') + V },
    '404 DocumentCollectionDoesNotExistException',
  ],
  [
    'delete in a collection never written',
    { method: 'DELETE', path: `${DOCUMENTS.replace('coll', 'other')}/d1${V}` },
    '404 DocumentCollectionDoesNotExistException',
  ],
  ['a collection name in another case', { path: `${DOCUMENTS.replace('coll', 'COLL')}/d1` }, 200],
  [
    'a collection name of 100 characters',
    { ...send('POST', {}), path: DOCUMENTS.replace('coll', 'c'.repeat(100)) + V },
    201,
  ],
  [
    'another extension',
    { path: `${DOCUMENTS.replace('/ext/', '/other/')}/d1` },
    '404 DocumentCollectionDoesNotExistException',
  ],
  [
    'another user, for all see the same',
    { path: `${DOCUMENTS}/d1`, headers: { authorization: 'Bearer secret:sam' } },
    200,
  ],
  ['an id of 50 characters', send('POST', { id: 'x'.repeat(50) }), 201],
  ['an id of 51 characters', send('POST', { id: 'x'.repeat(51) }), '400 InvalidExtensionDataException'],
  ['an id with a slash', send('POST', { id: 'a/b' }), '400 InvalidExtensionDataException'],
  [
    'an array',
    { ...send('PUT', [1]), headers: { 'content-type': 'application/json' } },
    '400 InvalidExtensionDataException',
  ],
  ['5,244,928 bytes', send('POST', { id: 'b', t: 'x'.repeat(5_244_928 - 17) }), 201],
  [
    '5,244,929 bytes',
    send('POST', { id: 'b', t: 'x'.repeat(5_244_928 - 16) }),
    '400 MaximumDocumentSizeException',
  ],
  ['get', { path: `${DOCUMENTS}/d1` }, 200],
  ['get of a missing id', { path: `${DOCUMENTS}/no` }, '404 DocumentDoesNotExistException'],
  ['delete', { method: 'DELETE', path: `${DOCUMENTS}/d1${V}` }, 204],
  [
    'delete of a missing id',
    { method: 'DELETE', path: `${DOCUMENTS}/no${V}` },
    '404 DocumentDoesNotExistException',
  ],
  [
    'list of a collection never written',
    { path: DOCUMENTS.replace('coll', 'other') },
    '404 DocumentCollectionDoesNotExistException',
  ],
  [
    'get from a collection never written',
    { path: `${DOCUMENTS.replace('coll', 'other')}/d1` },
    '404 DocumentCollectionDoesNotExistException',
  ],
  [
    'a scope that does not exist',
    { path: `${BASE}/Project/Current/Collections/coll/Documents` },
    '400 InvalidExtensionDataException',
  ],
  [
    'a collection name of 101 characters',
    { path: DOCUMENTS.replace('coll', 'c'.repeat(101)) },
    '400 InvalidExtensionDataException',
  ],
])('%s', (_, call, expected) => {
  expect(outcome(prepared()(call))).toBe(expected);
});

test('a document keeps its properties, except those that begin with two underscores', () => {
  const rest = restCaller(testWorld());
  const made = rest(
    send('POST', { id: 'd', __secret: 1, nested: { __kept: 2, url: 'http://x' }, __etag: 7 }),
  );
  expect(made.json).toEqual({ id: 'd', __etag: 1, nested: { __kept: 2, url: 'http://x' } });
  expect(rest(send('PUT', { id: 'd', __etag: 1 })).json).toEqual({ id: 'd', __etag: 2 });
  expect(rest({ path: DOCUMENTS }).json).toEqual([{ id: 'd', __etag: 2 }]);
});

test('a document that was deleted begins anew', () => {
  const rest = prepared();
  rest({ method: 'DELETE', path: `${DOCUMENTS}/d1${V}` });
  expect(rest(send('PUT', { id: 'd1', v: 3, __etag: 2 })).json).toEqual({ id: 'd1', v: 3, __etag: 1 });
});

test('of all who write the version they read one wins', () => {
  const rest = prepared();
  const answers = [1, 2, 3].map((v) => outcome(rest(send('PUT', { id: 'd1', v, __etag: 2 }))));
  expect(answers).toEqual([200, ...Array<string>(2).fill('400 InvalidDocumentVersionException')]);
  expect(rest({ path: `${DOCUMENTS}/d1` }).json).toEqual({ id: 'd1', v: 1, __etag: 3 });
});

test('an id is made when none is given', () => {
  expect(restCaller(testWorld())(send('POST', {})).json).toEqual({
    id: expect.stringMatching(/^[0-9a-f-]{36}$/),
    __etag: 1,
  });
});

test('a collection stays when its last document goes', () => {
  const rest = prepared();
  rest({ method: 'DELETE', path: `${DOCUMENTS}/d1${V}` });
  expect(rest({ path: DOCUMENTS }).json).toEqual([]);
});

test('the user scope belongs to the caller', () => {
  const rest = restCaller(testWorld());
  const path = `${BASE}/User/Me/Collections/%24settings/Documents`;
  rest({ method: 'PUT', path: path + V, body: { id: 'k', value: 1, __etag: -1 } });
  expect(rest({ path: `${path}/k` }).json).toEqual({ id: 'k', value: 1, __etag: 1 });
  expect(outcome(rest({ path: `${path}/k`, headers: { authorization: 'Bearer secret:sam' } }))).toBe(
    '404 DocumentCollectionDoesNotExistException',
  );
});

test('a query leaves missing collections out', () => {
  const body = {
    collections: ['coll', 'none'].map((collectionName) => ({
      collectionName,
      scopeType: 'Default',
      scopeValue: 'Current',
    })),
  };
  const path = `/_apis/ExtensionManagement/InstalledExtensions/pub/ext/ExtensionDataCollectionQuery${V}`;
  expect(prepared()({ method: 'POST', path, body }).json).toEqual({
    count: 1,
    value: [
      {
        collectionName: 'coll',
        scopeType: 'Default',
        scopeValue: 'Current',
        documents: [{ id: 'd1', v: 2, __etag: 2 }],
      },
    ],
  });
});
