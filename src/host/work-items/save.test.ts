/** The rules of work items, through the wire. */
import { outcome, restCaller, testWorld, type TestAnswer } from '../testing/test-world';

const V = '?api-version=7.1';
const add = (path: string, value: unknown) => ({ op: 'add', path, value });
const title = add('/fields/System.Title', 'T');
const linkTo = (rel: string, id: number, comment?: string) =>
  add('/relations/-', {
    rel: `System.LinkTypes.${rel}`,
    url: `http://any/_apis/wit/workItems/${id}`,
    attributes: { comment },
  });

/** 1 epic, 2 feature below it, 3 story below that, 4 story alone. */
function prepared() {
  const rest = restCaller(
    testWorld([
      { key: 'e', kind: 'epic', title: 'Epic', category: 'Proposed' },
      { key: 'f', kind: 'feature', title: 'Feature', category: 'Proposed', parent: 'e' },
      { key: 's', kind: 'requirement', title: 'Story', category: 'Proposed', parent: 'f' },
      { key: 'l', kind: 'requirement', title: 'Alone', category: 'Proposed' },
    ]),
  );
  return {
    rest,
    patch: (id: number, body: unknown, query = ''): TestAnswer =>
      rest({ method: 'PATCH', path: `/_apis/wit/workItems/${id}${V}${query}`, body }),
    create: (type: string, body: unknown, query = ''): TestAnswer =>
      rest({
        method: 'POST',
        path: `/Shop/_apis/wit/workItems/$${encodeURIComponent(type)}${V}${query}`,
        body,
      }),
    get: (id: number, query = '?$expand=all') =>
      rest({ path: `/_apis/wit/workItems/${id}${query}` }).json as Item,
  };
}

interface Item {
  readonly rev: number;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly relations?: readonly { rel: string; url: string; attributes: Record<string, unknown> }[];
  readonly multilineFieldsFormat?: unknown;
}

test.each<[string, unknown, string | number]>([
  ['a fitting test of rev', [{ op: 'test', path: '/rev', value: 1 }, title], 200],
  [
    'a failing test of rev',
    [{ op: 'test', path: '/rev', value: 9 }, title],
    '412 TestPatchOperationFailedException',
  ],
  [
    'an unknown field',
    [add('/fields/Custom.Nope', 1)],
    '400 WorkItemTrackingFieldDefinitionNotFoundException',
  ],
  ['an illegal state', [add('/fields/System.State', 'Done')], '400 RuleValidationException'],
  ['a state in another case', [add('/fields/System.State', 'active')], 200],
  ['an empty title', [add('/fields/System.Title', ' ')], '400 RuleValidationException'],
  ['a removed title', [{ op: 'remove', path: '/fields/System.Title' }], '400 RuleValidationException'],
  [
    'a remove with a value',
    [{ op: 'remove', path: '/fields/System.Tags', value: 'x' }],
    '400 PatchOperationFailedException',
  ],
  ['a read-only field', [add('/fields/System.CreatedDate', '2020-01-01')], '400 RuleValidationException'],
  ['the parent as a field', [add('/fields/System.Parent', 1)], '400 RuleValidationException'],
  [
    'a text for a number',
    [add('/fields/Microsoft.VSTS.Common.Priority', 'high')],
    '400 RuleValidationException',
  ],
  [
    'a number out of the list',
    [add('/fields/Microsoft.VSTS.Common.Priority', 5)],
    '400 RuleValidationException',
  ],
  ['an unknown person', [add('/fields/System.AssignedTo', 'Nobody')], '400 RuleValidationException'],
  [
    'an unknown path',
    [add('/fields/System.AreaPath', 'Shop\\Nope')],
    '400 WorkItemFieldInvalidTreeNameException',
  ],
  [
    'a title of 256 characters',
    [add('/fields/System.Title', 'x'.repeat(256))],
    '400 RuleValidationException',
  ],
  ['no operations', [], '400 VssPropertyValidationException'],
  [
    'an unknown operation',
    [{ op: 'set', path: '/fields/System.Title', value: 1 }],
    '400 InvalidPatchFieldNameException',
  ],
  ['an unknown link type', [linkTo('Nope', 1)], '400 WorkItemLinkTypeNotFoundException'],
  ['a link to nothing', [linkTo('Related', 99)], '404 WorkItemUnauthorizedAccessException'],
  ['a link to itself', [linkTo('Related', 4)], '400 WorkItemLinkInvalidException'],
  ['the same link twice', [linkTo('Related', 1), linkTo('Related', 1)], '400 RelationAlreadyExistsException'],
  ['a child that has a parent', [linkTo('Hierarchy-Forward', 3)], '400 WorkItemLinkAddExtraParentException'],
  ['a first parent', [linkTo('Hierarchy-Reverse', 2)], 200],
  [
    'two parents at once',
    [linkTo('Hierarchy-Reverse', 1), linkTo('Hierarchy-Reverse', 2)],
    '400 WorkItemLinkAddExtraParentException',
  ],
  [
    'a relation index out of range',
    [{ op: 'remove', path: '/relations/0' }],
    '400 PatchOperationFailedException',
  ],
])('updating with %s', (_, body, expected) => {
  expect(outcome(prepared().patch(4, body))).toBe(expected);
});

test.each<[string, number, unknown, string]>([
  ['a second parent', 3, [linkTo('Hierarchy-Reverse', 1)], '400 WorkItemLinkAddExtraParentException'],
  ['a circle from below', 1, [linkTo('Hierarchy-Reverse', 3)], '400 WorkItemLinkCircularException'],
])('%s is refused and changes nothing', (_, id, body, expected) => {
  const { patch, get } = prepared();
  const before = [1, 2, 3].map((one) => get(one));
  expect(outcome(patch(id, body))).toBe(expected);
  expect([1, 2, 3].map((one) => get(one))).toEqual(before);
});

test('the words of a failed test name both revisions', () => {
  expect(prepared().patch(4, [{ op: 'test', path: '/rev', value: 9 }]).json).toMatchObject({
    message: 'VS403351: Test Operation for path /rev failed, value 1 was not equal to test value 9.',
    eventId: 3000,
  });
});

test('both ends of a link change together and know each other', () => {
  const { patch, get } = prepared();
  patch(4, [linkTo('Hierarchy-Reverse', 2, 'why')]);
  expect(get(4)).toMatchObject({ rev: 2, fields: { 'System.Parent': 2 } });
  const parent = get(2);
  expect(parent.relations?.find((one) => one.url.endsWith('/4'))).toMatchObject({
    rel: 'System.LinkTypes.Hierarchy-Forward',
    attributes: { isLocked: false, comment: 'why', name: 'Child' },
  });
  patch(2, [
    {
      op: 'remove',
      path: `/relations/${parent.relations?.findIndex((one) => one.url.endsWith('/4')) ?? -1}`,
    },
  ]);
  expect(get(4)).toMatchObject({ rev: 3 });
  expect(get(4).fields['System.Parent']).toBeUndefined();
  expect(get(2).rev).toBe(parent.rev + 1);
});

test('every change makes one revision, and a patch that changes nothing makes none', () => {
  const { patch, get, rest } = prepared();
  patch(4, [add('/fields/System.Tags', 'b; A;a ,b')]);
  patch(4, [add('/fields/System.Tags', 'A; b')]);
  expect(get(4)).toMatchObject({ rev: 2, fields: { 'System.Tags': 'A; b' } });
  const updates = rest({ path: '/_apis/wit/workItems/4/updates' }).json;
  expect(updates).toMatchObject({
    count: 2,
    value: [{ rev: 1 }, { rev: 2, fields: { 'System.Tags': { newValue: 'A; b' } } }],
  });
});

test('progress leaves its dates, and going back takes them away', () => {
  const { patch, get } = prepared();
  const common = 'Microsoft.VSTS.Common.';
  patch(4, [add('/fields/System.State', 'Active')]);
  patch(4, [add('/fields/System.State', 'Closed')]);
  expect(get(4).fields).toMatchObject({
    [`${common}ActivatedDate`]: '2026-03-11T10:00:00Z',
    [`${common}ClosedDate`]: '2026-03-11T10:00:00Z',
    [`${common}ClosedBy`]: { displayName: 'Olivia Owner' },
    'System.BoardColumn': 'Closed',
  });
  patch(4, [add('/fields/System.State', 'New')]);
  expect(get(4).fields[`${common}ClosedDate`]).toBeUndefined();
});

test('markdown is kept per field and cannot be taken back', () => {
  const { patch, get } = prepared();
  patch(4, [
    add('/fields/System.Description', '# Hi'),
    add('/multilineFieldsFormat/System.Description', 'Markdown'),
  ]);
  expect(get(4).multilineFieldsFormat).toEqual({ 'System.Description': 'markdown' });
  expect(outcome(patch(4, [add('/multilineFieldsFormat/System.Description', 'Html')]))).toBe(
    '400 PatchOperationFailedException',
  );
});

test.each<[string, string | undefined, unknown]>([
  ['all fields', undefined, { 'System.Description': 'markdown' }],
  ['the field, by its friendly name', 'Title,Description', { 'System.Description': 'markdown' }],
  ['other fields', 'System.Title', undefined],
])('formats come with %s, however the item is read and at any version', (_, fields, expected) => {
  const { patch, rest } = prepared();
  patch(4, [
    add('/fields/System.Description', '# Hi'),
    add('/multilineFieldsFormat/System.Description', 'Markdown'),
  ]);
  const chosen = fields === undefined ? '' : `&fields=${fields}`;
  const one = rest({ path: `/_apis/wit/workItems/4?api-version=5.0${chosen}` }).json as Item;
  const many = rest({ path: `/_apis/wit/workItems?ids=4&api-version=7.1${chosen}` }).json;
  const batch = rest({
    method: 'POST',
    path: `/Shop/_apis/wit/workItemsBatch${V}`,
    body: { ids: [4], ...(fields === undefined ? {} : { fields: fields.split(',') }) },
  }).json;
  const items = [one, ...[many, batch].flatMap((answer) => (answer as { value: Item[] }).value)];
  expect(items.map((item) => item.multilineFieldsFormat)).toEqual([expected, expected, expected]);
});

test('validateOnly answers with the item and saves nothing', () => {
  const { create, get } = prepared();
  expect(create('Task', [title], '&validateOnly=true').json).toMatchObject({
    fields: { 'System.Title': 'T' },
  });
  expect(outcome(create('Task', [], '&validateOnly=true'))).toBe('400 VssPropertyValidationException');
  expect(create('Task', [title]).json).toMatchObject({ id: 5, rev: 1 });
  expect(get(5)).toMatchObject({ rev: 1 });
});

test('a type the process does not have is not found', () => {
  expect(outcome(prepared().create('Story', [title]))).toBe('404 WorkItemTypeNotFoundException');
});

test('hyperlinks belong to one end', () => {
  const { patch, get } = prepared();
  patch(4, [
    add('/relations/-', { rel: 'Hyperlink', url: 'https://example.org', attributes: { comment: 'c' } }),
  ]);
  expect(get(4).relations).toMatchObject([
    { rel: 'Hyperlink', url: 'https://example.org', attributes: { comment: 'c' } },
  ]);
});

test('indexes of relations count what the operations before have left, as JSON Patch says', () => {
  const { patch, get } = prepared();
  const page = (name: string) =>
    add('/relations/-', { rel: 'Hyperlink', url: `https://example.org/${name}` });
  patch(4, ['a', 'b', 'c', 'd'].map(page));
  const pages = () =>
    get(4)
      .relations?.map((one) => one.url.slice(-1))
      .join('');
  const outOfRange = patch(4, [
    { op: 'test', path: '/rev', value: 2 },
    { op: 'remove', path: '/relations/3' },
    { op: 'remove', path: '/relations/3' },
  ]);
  expect(outcome(outOfRange)).toBe('400 PatchOperationFailedException');
  expect(pages()).toBe('abcd');
  patch(4, [
    { op: 'test', path: '/rev', value: 2 },
    { op: 'remove', path: '/relations/0' },
    { op: 'remove', path: '/relations/1' },
    add('/relations/1/attributes/comment', 'the last'),
  ]);
  expect(pages()).toBe('bd');
  expect(get(4).relations?.[1]).toMatchObject({ attributes: { comment: 'the last' } });
  expect(outcome(patch(4, [{ op: 'test', path: '/rev', value: 2 }, page('e')]))).toMatch(/^412/);
  expect(pages()).toBe('bd');
});

test('a deleted item is gone with its links until it is restored', () => {
  const { rest, get } = prepared();
  const links = () => get(2).relations?.map((one) => one.rel.split('-')[1]);
  expect(rest({ method: 'DELETE', path: `/Shop/_apis/wit/workItems/3${V}` }).json).toMatchObject({
    id: 3,
    code: 200,
  });
  expect(links()).toEqual(['Reverse']);
  expect(outcome(rest({ path: '/_apis/wit/workItems/3' }))).toBe('404 WorkItemUnauthorizedAccessException');
  expect(rest({ path: '/Shop/_apis/wit/recyclebin' }).json).toMatchObject({ count: 1, value: [{ id: 3 }] });
  rest({ method: 'PATCH', path: `/Shop/_apis/wit/recyclebin/3${V}`, body: { isDeleted: false } });
  expect(links()).toEqual(['Reverse', 'Forward']);
  expect(get(3)).toMatchObject({ rev: 3, fields: { 'System.Parent': 2 } });
});

test('comments count and make revisions', () => {
  const { rest, get } = prepared();
  const path = '/Shop/_apis/wit/workItems/4/comments';
  expect(
    rest({ method: 'POST', path: `${path}?api-version=7.1-preview.4`, body: { text: 'Hello' } }).json,
  ).toMatchObject({
    workItemId: 4,
    version: 1,
    text: 'Hello',
    format: 'html',
  });
  expect(get(4)).toMatchObject({ rev: 2, fields: { 'System.CommentCount': 1 } });
  expect(rest({ path }).json).toMatchObject({ totalCount: 1, count: 1, comments: [{ text: 'Hello' }] });
  expect(rest({ path: `${path}?api-version=5.0-preview.2` }).json).toMatchObject({
    totalCount: 1,
    fromRevisionCount: 0,
    comments: [{ revision: 2, text: 'Hello' }],
  });
});

test.each([
  ['an item twice', ['/_apis/wit/workitems/4?api-version=7.1', '/_apis/wit/workitems/4?api-version=7.1']],
  ['mixed flags', ['/_apis/wit/workitems/3?bypassRules=true', '/_apis/wit/workitems/4?bypassRules=false']],
])('a batch with %s fails in every entry', (_, uris) => {
  const { rest, get } = prepared();
  const body = uris.map((uri) => ({ method: 'PATCH', uri, body: [title] }));
  const answer = rest({ method: 'POST', path: `/_apis/wit/$batch${V}`, body });
  expect(answer).toMatchObject({ status: 200, json: { value: [{ code: 400 }, { code: 400 }] } });
  expect([get(3).rev, get(4).rev]).toEqual([1, 1]);
});

test('a batch deletes items and takes them back', () => {
  const { rest, get } = prepared();
  const batch = (method: string, uri: string, body?: unknown) =>
    rest({ method: 'PATCH', path: `/_apis/wit/$batch${V}`, body: [{ method, uri, body }] }).json;
  expect(batch('DELETE', '/_apis/wit/workitems/4')).toMatchObject({ value: [{ code: 200 }] });
  const bin = '/_apis/wit/recyclebin/4?api-version=7.1';
  expect(batch('PATCH', bin, { isDeleted: true })).toMatchObject({ value: [{ code: 400 }] });
  expect(batch('PATCH', bin, { isDeleted: false })).toMatchObject({ value: [{ code: 200 }] });
  expect(batch('PATCH', bin, { isDeleted: false })).toMatchObject({ value: [{ code: 404 }] });
  expect(get(4).rev).toBe(3);
});

test('a batch answers each entry and lets new items be linked by their temporary ids', () => {
  const { rest, get } = prepared();
  const entry = (method: string, uri: string, body: unknown) => ({
    method,
    uri: `${uri}?api-version=7.1`,
    body,
  });
  const answer = rest({
    method: 'PATCH',
    path: `/_apis/wit/$batch${V}`,
    body: [
      entry('PATCH', '/Shop/_apis/wit/workitems/$User%20Story', [title, add('/id', '-1')]),
      entry('PATCH', '/_apis/wit/workitems/4', [{ op: 'test', path: '/rev', value: 9 }]),
      entry('PATCH', '/Shop/_apis/wit/workitems/$Task', [
        title,
        add('/id', '-2'),
        linkTo('Hierarchy-Reverse', -1),
      ]),
    ],
  });
  expect(answer.json).toMatchObject({ count: 3, value: [{ code: 200 }, { code: 412 }, { code: 200 }] });
  expect(get(6).fields['System.Parent']).toBe(5);
});

test.each<[string, string, object | undefined]>([
  ['fail', '404 WorkItemUnauthorizedAccessException', undefined],
  ['omit', '200', { count: 2, value: [{ id: 4, fields: { 'System.Title': 'Alone' } }, null] }],
])('the error policy %s decides about missing items', (errorPolicy, expected, json) => {
  const answer = prepared().rest({
    method: 'POST',
    path: `/Shop/_apis/wit/workItemsBatch${V}`,
    body: { ids: [4, 99], fields: ['System.Title'], errorPolicy },
  });
  expect(String(outcome(answer))).toBe(expected);
  if (json !== undefined) expect(answer.json).toMatchObject(json);
});
