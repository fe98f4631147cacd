/** What the wire asks of every call. */
import { outcome, OWNER_TOKEN, restCaller, testWorld } from '../testing/test-world';

const rest = restCaller(
  testWorld([{ key: 'a', kind: 'requirement', title: 'A story', category: 'Proposed' }]),
);
const ALL_FLAGS =
  'application/json;api-version=7.2-preview.1;excludeUrls=true;enumsAsNumbers=true;msDateFormat=true;noArrayWrap=true';
const basic = (text: string): string => `Basic ${Buffer.from(text).toString('base64')}`;

test.each([
  ['Bearer secret', 200],
  ['bearer secret', 200],
  ['Bearer secret:sam', 200],
  ['Bearer secret:sam@shop.example', 200],
  [basic('PAT:secret'), 200],
  [basic(':secret:sam'), 200],
  ['Bearer secret:nobody', 401],
  ['Bearer secre', 401],
  ['Bearer secrets', 401],
  [basic('secret'), 401],
  ['', 401],
])('Authorization "%s" is answered with %i', (authorization, status) => {
  const answer = rest({ path: '/_apis/projects', headers: { authorization } });
  expect(answer.status).toBe(status);
  expect(answer.headers['www-authenticate'] !== undefined).toBe(status === 401);
});

test.each([
  [`Bearer ${OWNER_TOKEN}:nobody`, "TF400813: The user 'nobody' is not authorized to access this resource."],
  ['Bearer wrong:nobody', "TF400813: The user '' is not authorized to access this resource."],
])('"%s" is refused by name only where the token is right', (authorization, message) => {
  expect(rest({ path: '/_apis/projects', headers: { authorization } }).json).toMatchObject({ message });
});

test('a user token acts as that user', () => {
  const answer = rest({
    path: '/_apis/connectionData',
    headers: { authorization: `Bearer ${OWNER_TOKEN}:sam` },
  });
  expect(answer.json).toMatchObject({ authenticatedUser: { providerDisplayName: 'Sam Security' } });
});

test('lists are wrapped unless noArrayWrap', () => {
  expect(rest({ path: '/_apis/projects' }).json).toMatchObject({ count: 1, value: [{ name: 'Shop' }] });
  expect(rest({ path: '/_apis/projects', headers: { accept: ALL_FLAGS } }).json).toMatchObject([
    { name: 'Shop' },
  ]);
});

test('the flags reach typed properties and leave work item fields alone', () => {
  const iterations = rest({
    path: '/Shop/_apis/work/teamsettings/iterations',
    headers: { accept: ALL_FLAGS },
  });
  expect(iterations.text).toContain(
    '"startDate":"\\/Date(1772323200000)\\/"'.replace('1772323200000', String(Date.UTC(2026, 1, 22))),
  );
  expect(iterations.text).toContain('"timeFrame":0');
  expect(iterations.text).not.toContain('"url"');
  const item = rest({
    path: '/Shop/_apis/wit/workItems/1',
    headers: { accept: ALL_FLAGS.replace('7.2-preview.1', '5.0-preview.3') },
  });
  expect(item.text).toMatch(/"System.CreatedDate":"2026-02-\d\dT/);
  expect(item.text).not.toContain('_links');
});

test('the content type echoes the version asked for', () => {
  const answer = rest({
    path: '/_apis/projects',
    headers: { accept: 'application/json;api-version=7.2-preview.4' },
  });
  expect(answer.headers['content-type']).toBe('application/json; charset=utf-8; api-version=7.2-preview.4');
  for (const name of ['activityid', 'x-tfs-session', 'x-tfs-processid', 'x-vss-e2eid', 'x-vss-userdata'])
    expect(answer.headers[name]).toBeTruthy();
});

test.each([
  ['GET', '/_apis/projects', '', 200],
  ['GET', '/_apis/projects?api-version=7.1', '', 200],
  ['GET', '/_apis/projects?api-version=7.2', '', '400 VssInvalidPreviewVersionException'],
  ['GET', '/_apis/projects?api-version=9.0', '', '400 VssVersionOutOfRangeException'],
  ['GET', '/_apis/projects?api-version=new', '', '400 VssInvalidApiResourceVersionException'],
  ['GET', '/_apis/connectionData', '', 200],
  ['GET', '/_apis/wit/workItems/2147483647', '', '404 WorkItemUnauthorizedAccessException'],
  ['GET', '/_apis/wit/workItems/2147483648', '', '400 HttpError'],
  [
    'POST',
    '/Shop/_apis/wit/wiql',
    { query: 'SELECT [System.Id] FROM WorkItems' },
    '400 VssVersionNotSpecifiedException',
  ],
  ['POST', '/Shop/_apis/wit/wiql?api-version=7.1', { query: 'SELECT [System.Id] FROM WorkItems' }, 200],
  ['POST', '/Shop/_apis/wit/wiql?api-version=7.1', '{"query":', '400 VssPropertyValidationException'],
  [
    'PATCH',
    '/_apis/wit/workItems/1?api-version=7.1',
    { op: 'add' },
    '415 VssRequestContentTypeNotSupportedException',
  ],
  ['GET', '/Nope/_apis/wit/fields', '', '404 ProjectDoesNotExistWithNameException'],
  ['GET', '/00000000-0000-4000-8000-00000000000a/_apis/wit/fields', '', '404 ProjectDoesNotExistException'],
  ['GET', '/Shop/Nope/_apis/work/boards', '', '404 TeamNotFoundException'],
  ['GET', '/7C1B9B52-3F0C-4E0A-9D55-5B1F0F2A6C10/shop%20team/_apis/work/boards', '', 200],
  ['GET', '/Shop/_apis/wit/nonsense', '', '404 HttpException'],
  ['GET', '/Shop/_apis/wit/%zz', '', '404 HttpException'],
  ['GET', '/_apis/projects?api-version=0.9', '', '400 VssVersionOutOfRangeException'],
  ['GET', '/_apis/projects?api-version=7.1-preview.4', '', 200],
  ['GET', '/_apis/projects?api-version=7.1-preview.9', '', '400 VssVersionOutOfRangeException'],
  ['GET', '/_apis/projects?stateFilter=gone', '', '400 HttpError'],
  [
    'POST',
    '/_apis/wit/reporting/workItemRevisions?api-version=7.1',
    { fields: 'System.Id' },
    '400 VssPropertyValidationException',
  ],
  ['GET', '/_apis/wit/workItems/abc', '', '400 HttpError'],
  ['GET', '/_apis/wit/workItems/1?$expand=much', '', '400 HttpError'],
  ['GET', '/_apis/wit/workItems?ids=1,two', '', '400 HttpError'],
  ['GET', '/_apis/wit/fields?$expand=all', '', '400 HttpError'],
  ['GET', '/Shop/_apis/wit/workItemTypes/Task/fields?$expand=much', '', '400 HttpError'],
  ['GET', '/Shop/_apis/wit/classificationNodes?ids=1&errorPolicy=skip', '', '400 HttpError'],
  ['GET', '/Shop/_apis/wit/workItems/1/comments?$expand=much', '', '400 HttpError'],
  ['GET', '/Shop/_apis/wit/classificationNodes?ids=one', '', '400 HttpError'],
  ['GET', '/Shop/_apis/wit/recyclebin?ids=one', '', '400 HttpError'],
  ['GET', '/_apis/teams?$top=all', '', '400 HttpError'],
  ['GET', '/_apis/teams?$top=-1', '', '400 VssPropertyValidationException'],
  ['GET', '/_apis/teams?$mine=', '', 200],
  ['DELETE', '/_apis/wit/workItems/1?api-version=7.1&destroy=perhaps', '', '400 HttpError'],
  [
    'PATCH',
    '/_apis/wit/workItems/1?api-version=7.1&validateOnly=yes',
    [{ op: 'add', path: '/fields/System.Title', value: 'Not saved' }],
    '400 HttpError',
  ],
  ['GET', '/_apis/wit/workItems/4711', '', '404 WorkItemUnauthorizedAccessException'],
] as const)('%s %s %j is answered with %s', (method, path, body, expected) => {
  expect(outcome(rest({ method, path, ...(body === '' ? {} : { body }) }))).toBe(expected);
});

test.each([
  ['', 1],
  ['wellFormed', 1],
  ['all', 1],
  ['unchanged', 1],
  ['deleted', 0],
  ['createPending', 0],
])('projects whose state is "%s": %i', (state, count) => {
  expect(rest({ path: `/_apis/projects?stateFilter=${state}` }).json).toMatchObject({ count });
});

test('a parameter that is no value of its type is named, in the form of the web framework', () => {
  expect(rest({ path: '/_apis/teams?$top=all' }).json).toEqual({
    count: 1,
    value: { Message: "The value 'all' is not valid for $top." },
  });
});

test('a resource of the original that is missing here says which file to write', () => {
  const log = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
  const answer = rest({ path: '/Shop/_apis/wit/artifactUriQuery?api-version=7.1', method: 'POST', body: {} });
  expect(outcome(answer)).toBe('501 NotImplementedException');
  expect(answer.text).toContain('POST /Shop/_apis/wit/artifactUriQuery');
  expect(answer.text).toContain('create src/host/rest/wit/post-artifact-uri-query.ts');
  expect(log).toHaveBeenCalledTimes(1);
  log.mockRestore();
});

test.each([
  ['GET', '/Shop/Shop%20Team/_apis/work/taskboard/cardrulesettings'],
  ['PUT', '/_apis/wit/workItems/1'],
  ['PATCH', '/_apis/wit/workItemRelationTypes'],
  ['HEAD', '/_apis/projects'],
  ['DELETE', '/Shop/_apis/wit/tags'],
  ['DELETE', '/Shop/_apis/wit/workItems/1/comments'],
  ['PUT', '/_apis/ExtensionManagement/InstalledExtensions/p/e/Data/Scopes/User/Me/Collections/c/Documents/d'],
  ['GET', '/Shop/_apis/wit/wiql'],
])('%s %s, which is published nowhere, is no gap of this server', (method, path) => {
  expect(rest({ method, path: `${path}?api-version=7.1` })).toMatchObject({
    status: 405,
    json: {
      count: 1,
      value: { Message: `The requested resource does not support http method '${method}'.` },
    },
  });
});

test.each(['/_apis/projects/Shop', '/Shop/Shop%20Team/_apis/work/teamsettings/iterations/1'])(
  'DELETE %s is published and missing here',
  (path) => {
    const log = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
    expect(outcome(rest({ method: 'DELETE', path: `${path}?api-version=7.1` }))).toBe(
      '501 NotImplementedException',
    );
    log.mockRestore();
  },
);

test('a preflight needs no token, discovery does', () => {
  const preflight = { origin: 'http://x', 'access-control-request-method': 'GET', authorization: '' };
  const answer = rest({ method: 'OPTIONS', path: '/_apis/projects', headers: preflight });
  expect(answer.status).toBe(200);
  expect(answer.headers).toMatchObject({
    'access-control-allow-origin': '*',
    'access-control-expose-headers':
      'ActivityId,X-TFS-Session,X-MS-ContinuationToken,X-VSS-GlobalMessage,ETag',
  });
  expect(rest({ method: 'OPTIONS', path: '/_apis', headers: { authorization: '' } }).status).toBe(401);
  expect(rest({ method: 'OPTIONS', path: '/_apis' }).text).toMatch(/^\{"value":\[.*\],"count":191\}$/);
  const wit = rest({ method: 'OPTIONS', path: '/_apis/wit' });
  expect(wit.json).toMatchObject({ count: 57 });
  expect(wit.text).toContain(
    '{"id":"72c7ddf8-2cdc-4f60-90cd-ab71c14a399b","area":"wit","resourceName":"workItems","routeTemplate":"{project}/_apis/{area}/{resource}/{id}","resourceVersion":3,"minVersion":"1.0","maxVersion":"7.2","releasedVersion":"7.1"}',
  );
});
