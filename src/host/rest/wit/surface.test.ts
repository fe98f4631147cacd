/** Comments, tags, areas and iterations, and what becomes of deleted items. */
import { outcome, OWNER_TOKEN, restCaller, testWorld, type TestAnswer } from '../../testing/test-world';

const SAM = ':sam';
const RITA = ':rita';

function callers(
  world = testWorld([
    { key: 'a', kind: 'requirement', title: 'A story', category: 'Proposed', tags: ['Alpha', 'Beta'] },
  ]),
) {
  const rest = restCaller(world);
  const send = (method: string, path: string, body?: unknown, user = ''): TestAnswer =>
    rest({
      method,
      path: `${path}${path.includes('?') ? '&' : '?'}api-version=7.1-preview`,
      ...(body === undefined ? {} : { body }),
      headers: { 'content-type': 'application/json', authorization: `Bearer ${OWNER_TOKEN}${user}` },
    });
  return { rest, send, get: (path: string) => rest({ path }).json };
}

describe('comments', () => {
  const { rest, send, get } = callers();
  const path = '/Shop/_apis/wit/workItems/1/comments';

  test('are changed and deleted, every version kept, each with a revision of the item', () => {
    expect(send('POST', path, { text: 'first' }).json).toMatchObject({ version: 1, format: 'html' });
    expect(send('PATCH', `${path}/1?format=markdown`, { text: '**second** <b>' }).json).toMatchObject({
      id: 1,
      version: 2,
      text: '**second** <b>',
      format: 'markdown',
    });
    expect(get('/_apis/wit/workItems/1')).toMatchObject({ rev: 3, fields: { 'System.CommentCount': 1 } });
    expect(get(`${path}/1/versions`)).toMatchObject({
      value: [{ version: 1, text: 'first' }, { version: 2 }],
    });
    expect(get(`${path}/1/versions/1`)).toMatchObject({ text: 'first', isDeleted: false });
    expect(outcome(rest({ path: `${path}/1/versions/9` }))).toBe('404 CommentNotFoundException');
    expect(get(`${path}/1?$expand=renderedText`)).toMatchObject({
      renderedText: '<p>**second** &lt;b&gt;</p>',
    });
    expect(send('DELETE', `${path}/1`).status).toBe(204);
    expect(get('/_apis/wit/workItems/1')).toMatchObject({ rev: 4, fields: { 'System.CommentCount': 0 } });
    expect(get(path)).toMatchObject({ totalCount: 0, comments: [] });
    expect(get(`${path}?includeDeleted=true`)).toMatchObject({
      comments: [{ id: 1, isDeleted: true, version: 3 }],
    });
    expect(outcome(rest({ path: `${path}/1` }))).toBe('404 CommentNotFoundException');
  });

  test('come in pages, the newest first or the oldest', () => {
    for (const text of ['a', 'b', 'c']) send('POST', path, { text });
    const first = get(`${path}?$top=2`) as { continuationToken: string };
    expect(first).toMatchObject({ totalCount: 3, count: 2, comments: [{ text: 'c' }, { text: 'b' }] });
    const last = get(`${path}?$top=2&continuationToken=${first.continuationToken}`);
    expect(last).toMatchObject({ count: 1, comments: [{ text: 'a' }] });
    expect(last).not.toHaveProperty('continuationToken');
    expect(get(`${path}?order=1`)).toMatchObject({ comments: [{ text: 'a' }, { text: 'b' }, { text: 'c' }] });
    expect(get(`${path}?ids=2,4`)).toMatchObject({ comments: [{ id: 4 }, { id: 2 }] });
  });

  test('up to 5.0 they are those of revisions', () => {
    const old = get(`${path}?api-version=5.0-preview.2`) as { comments: { revision: number }[] };
    expect(old.comments.map((one) => one.revision)).toEqual([5, 6, 7]);
    expect(get(`${path}/6?api-version=5.0-preview.2`)).toMatchObject({ revision: 6, text: 'b' });
    expect(get(`${path}?fromRevision=6&api-version=5.0-preview.2`)).toMatchObject({
      fromRevisionCount: 2,
      count: 2,
    });
  });

  test.each([
    ['PATCH', `${path}/2`, { text: '' }, '', '400 VssPropertyValidationException'],
    ['PATCH', `${path}/99`, { text: 'x' }, '', '404 CommentNotFoundException'],
    ['PATCH', `${path}/2`, { text: 'x' }, SAM, '403 CommentUpdatePermissionException'],
    ['DELETE', `${path}/2`, undefined, SAM, '403 CommentUpdatePermissionException'],
    ['DELETE', `${path}/2`, undefined, RITA, '403 PermissionDeniedException'],
    ['GET', `${path}?$top=201`, undefined, '', '400 VssPropertyValidationException'],
  ] as const)('%s %s %j of "%s" is refused', (method, at, body, user, expected) =>
    expect(outcome(send(method, at, body, user))).toBe(expected),
  );
});

describe('tags', () => {
  const { send, get } = callers();
  const path = '/Shop/_apis/wit/tags';

  test('are renamed and deleted where they are worn, without a revision', () => {
    expect(get(`${path}/alpha`)).toMatchObject({ name: 'Alpha' });
    expect(send('PATCH', `${path}/Alpha`, { name: 'Omega' }).json).toMatchObject({ name: 'Omega' });
    expect(get('/_apis/wit/workItems/1')).toMatchObject({ rev: 1, fields: { 'System.Tags': 'Beta; Omega' } });
    expect(send('DELETE', `${path}/beta`).status).toBe(204);
    expect(send('DELETE', `${path}/Omega`).status).toBe(204);
    expect(get('/_apis/wit/workItems/1')).not.toHaveProperty(['fields', 'System.Tags']);
    expect(get(path)).toMatchObject({ count: 0 });
  });

  test.each([
    ['GET', `${path}/None`, undefined, '', '404 TagNotFoundException'],
    ['DELETE', `${path}/None`, undefined, '', '404 TagNotFoundException'],
    ['DELETE', `${path}/None`, undefined, RITA, '403 AccessCheckException'],
    ['PATCH', `${path}/None`, { name: 'a;b' }, '', '400 InvalidTagNameException'],
    ['PATCH', `${path}/None`, { name: 'x'.repeat(401) }, '', '400 InvalidTagNameException'],
  ] as const)('%s %s %j of "%s" is refused', (method, at, body, user, expected) =>
    expect(outcome(send(method, at, body, user))).toBe(expected),
  );

  test('two tags do not become one by renaming', () => {
    const own = callers();
    expect(outcome(own.send('PATCH', `${path}/Alpha`, { name: 'beta' }))).toBe(
      '409 TagAlreadyExistsException',
    );
    expect(own.send('PATCH', `${path}/Alpha`, { name: 'ALPHA' }).json).toMatchObject({ name: 'ALPHA' });
  });
});

describe('areas and iterations', () => {
  const { rest, send, get } = callers(
    testWorld([
      {
        key: 'a',
        kind: 'requirement',
        title: 'A',
        category: 'Proposed',
        area: 'Shop\\Checkout\\Card',
        iteration: 'Sprint 2',
      },
    ]),
  );
  const areas = '/Shop/_apis/wit/classificationNodes/areas';
  const iterations = '/Shop/_apis/wit/classificationNodes/iterations';
  const fields = (): unknown => (get('/_apis/wit/workItems/1') as { fields: unknown }).fields;

  test('are made, with a location; an iteration with its dates', () => {
    const made = send('POST', areas, { name: 'Returns' });
    expect([made.status, made.headers['location']]).toEqual([
      201,
      expect.stringMatching(/classificationNodes\/Areas\/Returns$/),
    ]);
    expect(made.json).toMatchObject({
      path: '\\Shop\\Area\\Returns',
      structureType: 'area',
      hasChildren: false,
    });
    const dates = { startDate: '2026-04-01T00:00:00', finishDate: '2026-04-14T00:00:00Z' };
    expect(send('POST', `${iterations}/Sprint%202`, { name: 'Half', attributes: dates }).json).toMatchObject({
      path: '\\Shop\\Iteration\\Sprint 2\\Half',
      attributes: { startDate: '2026-04-01T00:00:00Z', finishDate: '2026-04-14T00:00:00Z' },
    });
  });

  test('are found by a path with backslashes, as callers of the original send it', () => {
    expect(get(`${areas}/%5CCheckout%5CCard`)).toMatchObject({ path: '\\Shop\\Area\\Checkout\\Card' });
  });

  test('a new name is a new path for everything below and for the items there, without a revision', () => {
    expect(send('PATCH', `${areas}/Checkout`, { name: 'Till' }).json).toMatchObject({
      path: '\\Shop\\Area\\Till',
      hasChildren: true,
    });
    expect(fields()).toMatchObject({ 'System.AreaPath': 'Shop\\Till\\Card' });
    expect(get('/_apis/wit/workItems/1')).toMatchObject({ rev: 1 });
    send('PATCH', `${iterations}/Sprint%202`, { name: 'Sprint Two', attributes: {} });
    expect(fields()).toMatchObject({ 'System.IterationPath': 'Shop\\Sprint Two' });
    expect(get(`${iterations}/Sprint%20Two`)).toHaveProperty('attributes.startDate');
  });

  test('a node moves by its id', () => {
    const till = get(`${areas}/Till`) as { id: number };
    expect(send('POST', `${areas}/Returns`, { id: till.id })).toMatchObject({ status: 200 });
    expect(fields()).toMatchObject({ 'System.AreaPath': 'Shop\\Returns\\Till\\Card' });
    expect(outcome(send('POST', `${areas}/Returns/Till/Card`, { id: till.id }))).toBe(
      '400 ClassificationNodeCircularException',
    );
  });

  test('what stood in a deleted node goes where the caller says, or to the parent', () => {
    const catalogue = get(`${areas}/Catalogue`) as { id: number };
    expect(send('DELETE', `${areas}/Returns/Till?$reclassifyId=${catalogue.id}`).status).toBe(204);
    expect(fields()).toMatchObject({ 'System.AreaPath': 'Shop\\Catalogue' });
    send('DELETE', `${iterations}/Sprint%20Two`);
    expect(fields()).toMatchObject({ 'System.IterationPath': 'Shop' });
    expect(get('/Shop/_apis/work/teamsettings/iterations')).toMatchObject({ count: 1 });
    expect(outcome(rest({ path: `${areas}/Returns/Till` }))).toBe('404 ClassificationNodeNotFoundException');
  });

  test('several are read by their ids, in the order asked for', () => {
    const [a, b] = [get(`${areas}/Catalogue`), get(areas)] as { id: number }[];
    const path = `/Shop/_apis/wit/classificationNodes?ids=${a?.id ?? 0},${b?.id ?? 0}`;
    expect(get(path)).toMatchObject({ value: [{ id: a?.id }, { id: b?.id }] });
    expect(outcome(rest({ path: `${path},9999` }))).toBe('404 ClassificationNodeNotFoundException');
    expect(get(`${path},9999&errorPolicy=omit`)).toMatchObject({ count: 3, value: [{}, {}, null] });
  });

  test.each([
    ['POST', areas, { name: '' }, '', '400 InvalidClassificationNodeNameException'],
    ['POST', areas, { name: 'a/b' }, '', '400 InvalidClassificationNodeNameException'],
    ['POST', areas, { name: 'x'.repeat(256) }, '', '400 InvalidClassificationNodeNameException'],
    ['POST', areas, { name: 'catalogue' }, '', '409 ClassificationNodeDuplicateNameException'],
    ['POST', areas, { id: 4711 }, '', '404 ClassificationNodeNotFoundException'],
    ['POST', `${areas}/None`, { name: 'a' }, '', '404 ClassificationNodeNotFoundException'],
    [
      'POST',
      iterations,
      { name: 'a', attributes: { startDate: '2026-01-02' } },
      '',
      '400 InvalidClassificationNodeDatesException',
    ],
    [
      'PATCH',
      `${iterations}/Sprint%201`,
      { attributes: { finishDate: '1999-01-01' } },
      '',
      '400 InvalidClassificationNodeDatesException',
    ],
    ['PATCH', areas, { name: 'Another' }, '', '400 ClassificationNodeRootException'],
    ['DELETE', areas, undefined, '', '400 ClassificationNodeRootException'],
    ['POST', areas, { name: 'Mine' }, SAM, '403 ClassificationNodeAccessException'],
    ['POST', '/Shop/_apis/wit/classificationNodes/walls', { name: 'a' }, '', '400 HttpError'],
  ] as const)('%s %s %j of "%s" is refused', (method, at, body, user, expected) =>
    expect(outcome(send(method, at, body, user))).toBe(expected),
  );

  test('a tree has at most 14 levels', () => {
    let at = areas;
    for (let depth = 1; depth <= 14; depth += 1) {
      expect(send('POST', at, { name: `d${depth}` }).status).toBe(201);
      at += `/d${depth}`;
    }
    expect(outcome(send('POST', at, { name: 'd15' }))).toBe(
      '400 ClassificationNodeMaxDepthExceededException',
    );
  });
});

test('deleted items are read, restored or destroyed in the bin; several go at once', () => {
  const items = [1, 2, 3].map((n) => ({
    key: `i${n}`,
    kind: 'task' as const,
    title: `T${n}`,
    category: 'Proposed' as const,
  }));
  const { rest, send, get } = callers(testWorld(items));
  const bin = '/Shop/_apis/wit/recyclebin';
  expect(send('POST', '/Shop/_apis/wit/workitemsdelete', { ids: [1, 2, 99] }).json).toMatchObject({
    results: [
      { id: 1, code: 200 },
      { id: 2, code: 200 },
      { id: 99, code: 404 },
    ],
  });
  expect(get(`${bin}/1`)).toMatchObject({ id: 1, name: 'T1', resource: { fields: {} } });
  expect(get(`${bin}?ids=1,2`)).toMatchObject({ count: 2, value: [{ id: 1, name: 'T1', type: 'Task' }, {}] });
  expect(send('DELETE', `${bin}/1`).status).toBe(204);
  expect(outcome(rest({ path: `${bin}/1` }))).toBe('404 WorkItemUnauthorizedAccessException');
  expect(send('PATCH', `${bin}/2`, { isDeleted: false }).json).toMatchObject({ id: 2 });
  expect(outcome(rest({ path: `${bin}/2` }))).toBe('404 WorkItemUnauthorizedAccessException');
  send('POST', '/_apis/wit/workitemsdelete', { ids: [3], destroy: true });
  expect(get(bin)).toMatchObject({ count: 0 });
  expect(outcome(send('POST', '/_apis/wit/workitemsdelete', { ids: [] }))).toBe(
    '400 VssPropertyValidationException',
  );
});

test('the beginning of a new item, which nobody saved', () => {
  const { rest, get } = callers();
  expect(get('/Shop/_apis/wit/workItems/$User%20Story')).toMatchObject({
    id: 0,
    fields: { 'System.WorkItemType': 'User Story', 'System.State': 'New', 'System.AreaPath': 'Shop' },
  });
  expect(outcome(rest({ path: '/Shop/_apis/wit/workItems/$Unicorn' }))).toBe(
    '404 WorkItemTypeNotFoundException',
  );
  expect(get('/_apis/wit/workItems/1')).toMatchObject({ id: 1 });
});

test('one field of a type, one link type, one update', () => {
  const { rest, get } = callers();
  const type = '/Shop/_apis/wit/workItemTypes/User%20Story/fields';
  expect(get(`${type}/Title`)).toMatchObject({ referenceName: 'System.Title', alwaysRequired: true });
  expect(rest({ path: `${type}/Nonsense` }).status).toBe(400);
  expect(get('/_apis/wit/workItemRelationTypes/Hyperlink')).toMatchObject({ name: 'Hyperlink' });
  expect(rest({ path: '/_apis/wit/workItemRelationTypes/None' }).status).toBe(404);
  expect(get('/_apis/wit/workItems/1/updates/1')).toMatchObject({ rev: 1 });
  expect(rest({ path: '/_apis/wit/workItems/1/updates/2' }).status).toBe(404);
});

test('what a field of a type allows, and what depends on it, is told to those who ask', () => {
  const { get } = callers();
  const type = '/Shop/_apis/wit/workItemTypes/User%20Story/fields';
  const field = (name: string, expand = ''): unknown => get(`${type}/${name}${expand}`);
  expect(field('System.State')).not.toHaveProperty('allowedValues');
  expect(field('System.State')).not.toHaveProperty('dependentFields');
  expect(field('System.State', '?$expand=1')).toMatchObject({
    allowedValues: ['New', 'Active', 'Resolved', 'Closed', 'Removed'],
  });
  expect(field('System.Title', '?$expand=allowedValues')).toMatchObject({ allowedValues: [] });
  expect(field('System.IterationPath', '?$expand=dependentFields')).toMatchObject({
    dependentFields: [{ referenceName: 'System.IterationId', name: 'Iteration ID' }],
  });
  expect(get(`${type}?$expand=all`)).toMatchObject({
    value: expect.arrayContaining([
      expect.objectContaining({ referenceName: 'System.Title', allowedValues: [], dependentFields: [] }),
    ]) as unknown,
  });
});

test('a call that is refused for how it wants its answer saves nothing', () => {
  const { rest, get } = callers();
  const body = [{ op: 'add', path: '/fields/System.Title', value: 'Saved all the same' }];
  const wrong = '?api-version=7.1&$expand=everything';
  const made = rest({ method: 'POST', path: `/Shop/_apis/wit/workItems/$Task${wrong}`, body });
  const changed = rest({ method: 'PATCH', path: `/_apis/wit/workItems/1${wrong}`, body });
  expect([made, changed].map(outcome)).toEqual(['400 HttpError', '400 HttpError']);
  expect(get('/_apis/wit/workItems/1')).toMatchObject({ rev: 1 });
  expect(rest({ path: '/_apis/wit/workItems/2' }).status).toBe(404);
});

test('names in a body are bound in any case, as scripts in PowerShell and C# write them', () => {
  const { rest, send } = callers();
  const patch = (path: string, body: unknown): TestAnswer =>
    rest({ method: 'PATCH', path: `${path}?api-version=7.1`, body });
  const title = { Op: 'Add', Path: '/fields/System.Title', Value: 'Another story' };
  const link = { Op: 'Add', Path: '/relations/-', Value: { Rel: 'Hyperlink', Url: 'https://a.example/' } };
  expect(patch('/_apis/wit/workItems/1', [title, link]).json).toMatchObject({
    fields: { 'System.Title': 'Another story' },
    relations: [{ rel: 'Hyperlink', url: 'https://a.example/' }],
  });
  const query = { Query: 'SELECT [System.Id] FROM WorkItems' };
  expect(send('POST', '/Shop/_apis/wit/wiql', query).json).toMatchObject({ workItems: [{ id: 1 }] });
  const batch = { Ids: [1], Fields: ['System.Title'] };
  expect(send('POST', '/_apis/wit/workItemsBatch', batch).json).toMatchObject({
    value: [{ fields: { 'System.Title': 'Another story' } }],
  });
  expect(send('DELETE', '/_apis/wit/workItems/1').status).toBe(200);
  expect(send('PATCH', '/_apis/wit/recyclebin/1', { IsDeleted: false }).status).toBe(200);
  expect(rest({ path: '/_apis/wit/workItems/1' }).status).toBe(200);
});
