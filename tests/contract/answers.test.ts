/**
 * What queries find and what is refused, asked over plain HTTP: of a local Azure DevOps, or of a real organisation. It
 * makes three work items with a tag of their own, asks for these alone, and deletes them.
 */
import { randomUUID } from 'node:crypto';
import { live, openPlace, type Place } from './live-place';

if (live) jest.setTimeout(300_000);

/** On every item of this run, and on no other. */
const mark = `w${randomUUID().slice(0, 8)}`;
const made: number[] = [];
let place: Place;
/** Two stories, and a task below the first. */
let ids: { readonly first: number; readonly second: number; readonly task: number };

const PATCH = 'application/json-patch+json';
type Method = 'GET' | 'POST' | 'PATCH';

function ask(method: Method, path: string, body?: unknown) {
  const contentType = Array.isArray(body) ? PATCH : 'application/json';
  const { http, root } = place;
  return http.send({ method, url: `${root}${path}`, ...(body === undefined ? {} : { body, contentType }) });
}
const inProject = (path: string): string => `${encodeURIComponent(place.project)}/${path}`;
const item = (id: number): string => `_apis/wit/workItems/${id}?api-version=7.1`;
const fields = (values: Readonly<Record<string, unknown>>) =>
  Object.entries(values).map(([name, value]) => ({ op: 'add', path: `/fields/${name}`, value }));
const parent = (id: number) => ({
  op: 'add',
  path: '/relations/-',
  value: { rel: 'System.LinkTypes.Hierarchy-Reverse', url: `${place.root}_apis/wit/workItems/${id}` },
});

async function create(type: string, values: Readonly<Record<string, unknown>>, under?: number) {
  const body = [...fields(values), ...(under === undefined ? [] : [parent(under)])];
  const path = inProject(`_apis/wit/workItems/$${encodeURIComponent(type)}?api-version=7.1`);
  const answer = await ask('POST', path, body);
  expect(answer).toMatchObject({ status: 200, body: { id: expect.any(Number) } });
  const { id } = answer.body as { id: number };
  made.push(id);
  return id;
}

beforeAll(async () => {
  place = await openPlace('empty');
  const priority = 'Microsoft.VSTS.Common.Priority';
  const first = await create('User Story', {
    'System.Title': `Unload in the harbour's basin`,
    'System.Tags': `${mark}; ${mark} Red`,
    [priority]: 1,
  });
  const second = await create('User Story', {
    'System.Title': 'Load at the pier',
    'System.Tags': `${mark}; ${mark} Red Fish`,
    [priority]: 3,
  });
  const task = await create(
    'Task',
    { 'System.Title': 'Paint the crane', 'System.Tags': mark, [priority]: 2 },
    first,
  );
  ids = { first, second, task };
  for (const state of ['Active', 'New'])
    expect((await ask('PATCH', item(first), fields({ 'System.State': state }))).status).toBe(200);
});
afterAll(() => place?.close(made));

type Name = keyof typeof ids;
const named = (id: number): Name => (Object.keys(ids) as Name[]).find((name) => ids[name] === id) ?? 'second';

describe('what a query finds', () => {
  test.each<[string, readonly Name[]]>([
    [`[System.Title] CONTAINS 'harbour'`, ['first']],
    [`[System.Title] NOT CONTAINS 'harbour'`, ['second', 'task']],
    [`[System.Title] = 'Unload in the harbour''s basin'`, ['first']],
    [`[System.Title] <> 'Load at the pier'`, ['first', 'task']],
    [`[System.Tags] CONTAINS '${mark} Red'`, ['first']],
    [`[System.Tags] CONTAINS '${mark} red fish'`, ['second']],
    [`[System.Tags] NOT CONTAINS '${mark} Red'`, ['second', 'task']],
    [`[System.WorkItemType] IN ('Task', 'Bug')`, ['task']],
    [`[System.WorkItemType] NOT IN ('Task', 'Bug')`, ['first', 'second']],
    [`[System.WorkItemType] IN GROUP 'Microsoft.RequirementCategory'`, ['first', 'second']],
    [`[Microsoft.VSTS.Common.Priority] > 1`, ['second', 'task']],
    [`[Microsoft.VSTS.Common.Priority] <= 2`, ['first', 'task']],
    [`[System.State] = 'Active'`, []],
    [`EVER [System.State] = 'Active'`, ['first']],
    [`[System.AreaPath] UNDER @project`, ['first', 'second', 'task']],
    [`[System.CreatedDate] >= @Today - 2`, ['first', 'second', 'task']],
    [`[System.CreatedDate] > @Today + 2`, []],
    [`[System.AssignedTo] = ''`, ['first', 'second', 'task']],
    [`[System.CreatedBy] = @Me`, ['first', 'second', 'task']],
    // AND binds before OR.
    [
      `([Microsoft.VSTS.Common.Priority] = 1 OR [Microsoft.VSTS.Common.Priority] = 2 AND [System.WorkItemType] = 'Bug')`,
      ['first'],
    ],
    [`NOT ([System.WorkItemType] = 'Task')`, ['first', 'second']],
  ])('%s', async (condition, expected) => {
    const query = `SELECT [System.Id] FROM WorkItems WHERE [System.TeamProject] = @project AND [System.Tags] CONTAINS '${mark}' AND ${condition} ORDER BY [System.Id]`;
    const { status, body } = await ask('POST', inProject('_apis/wit/wiql?api-version=7.1'), { query });
    expect({ status, body }).toMatchObject({ status: 200, body: { queryType: 'flat' } });
    const { workItems } = body as { workItems: readonly { id: number }[] };
    expect(workItems.map(({ id }) => named(id))).toEqual(expected);
  });

  test('the order that it asks for', async () => {
    const query = `SELECT [System.Id] FROM WorkItems WHERE [System.TeamProject] = @project AND [System.Tags] CONTAINS '${mark}' ORDER BY [Microsoft.VSTS.Common.Priority] DESC`;
    const { body } = await ask('POST', inProject('_apis/wit/wiql?api-version=7.1'), { query });
    const { workItems } = body as { workItems: readonly { id: number }[] };
    expect(workItems.map(({ id }) => named(id))).toEqual(['second', 'task', 'first']);
  });

  test.each<[string, readonly (readonly [Name | null, Name])[]]>([
    [
      'MustContain',
      [
        [null, 'first'],
        ['first', 'task'],
      ],
    ],
    [
      'MayContain',
      [
        [null, 'first'],
        ['first', 'task'],
        [null, 'second'],
      ],
    ],
    ['DoesNotContain', [[null, 'second']]],
    [
      'Recursive',
      [
        [null, 'first'],
        ['first', 'task'],
        [null, 'second'],
      ],
    ],
  ])('links below stories, in the mode %s', async (mode, expected) => {
    const query = `SELECT [System.Id] FROM WorkItemLinks WHERE ([Source].[System.TeamProject] = @project AND [Source].[System.WorkItemType] = 'User Story' AND [Source].[System.Tags] CONTAINS '${mark}') AND ([System.Links.LinkType] = 'System.LinkTypes.Hierarchy-Forward') AND ([Target].[System.WorkItemType] = 'Task' OR [Target].[System.WorkItemType] = 'User Story') MODE (${mode})`;
    const { status, body } = await ask('POST', inProject('_apis/wit/wiql?api-version=7.1'), { query });
    expect(status).toBe(200);
    const { workItemRelations } = body as {
      workItemRelations: readonly { source?: { id: number } | null; target: { id: number } }[];
    };
    const found = workItemRelations.map(({ source, target }) => [
      source ? named(source.id) : null,
      named(target.id),
    ]);
    expect(found).toEqual(expect.arrayContaining([...expected]));
    expect(found).toHaveLength(expected.length);
  });
});

describe('what is refused', () => {
  interface Refusal {
    readonly method: Method;
    readonly path: () => string;
    readonly body?: () => unknown;
    readonly status: number;
    readonly typeKey: string;
    readonly says: RegExp;
  }
  const wiql = (query: string): Pick<Refusal, 'method' | 'path' | 'body'> => ({
    method: 'POST',
    path: () => inProject('_apis/wit/wiql?api-version=7.1'),
    body: () => ({ query }),
  });
  const save = (body: () => unknown): Pick<Refusal, 'method' | 'path' | 'body'> => ({
    method: 'PATCH',
    path: () => item(ids.task),
    body,
  });
  test.each<[string, Refusal]>([
    [
      'an item that is not there',
      {
        method: 'GET',
        path: () => item(2_000_000_000),
        status: 404,
        typeKey: 'WorkItemUnauthorizedAccessException',
        says: /TF401232/,
      },
    ],
    [
      'a test of the revision that fails',
      {
        ...save(() => [{ op: 'test', path: '/rev', value: 999 }, ...fields({ 'System.Title': 'x' })]),
        status: 412,
        typeKey: 'TestPatchOperationFailedException',
        says: /VS403351.*999/,
      },
    ],
    [
      'a field that is not there',
      {
        ...save(() => fields({ 'No.Such': 'x' })),
        status: 400,
        typeKey: 'WorkItemTrackingFieldDefinitionNotFoundException',
        says: /TF51535.*No\.Such/,
      },
    ],
    [
      'no title',
      {
        ...save(() => fields({ 'System.Title': '' })),
        status: 400,
        typeKey: 'RuleValidationException',
        says: /TF401320.*Title/,
      },
    ],
    [
      'a state that the type does not have',
      {
        ...save(() => fields({ 'System.State': 'Half done' })),
        status: 400,
        typeKey: 'RuleValidationException',
        says: /TF401320.*State/,
      },
    ],
    [
      'a second parent',
      {
        ...save(() => [parent(ids.second)]),
        status: 400,
        typeKey: 'WorkItemLinkAddExtraParentException',
        says: /TF201036/,
      },
    ],
    [
      'a link that is there already',
      {
        ...save(() => [parent(ids.first)]),
        status: 400,
        typeKey: 'RelationAlreadyExistsException',
        says: /./,
      },
    ],
    [
      'a link to nothing',
      {
        ...save(() => [
          {
            op: 'add',
            path: '/relations/-',
            value: { ...parent(2_000_000_000).value, rel: 'System.LinkTypes.Related' },
          },
        ]),
        status: 404,
        typeKey: 'WorkItemUnauthorizedAccessException',
        says: /TF401232/,
      },
    ],
    [
      'a field in a query that is not there',
      {
        ...wiql('SELECT [System.Id] FROM WorkItems WHERE [No.Such] = 1'),
        status: 400,
        typeKey: 'WorkItemTrackingFieldDefinitionNotFoundException',
        says: /TF51005.*No\.Such/,
      },
    ],
    [
      'a query that breaks off',
      {
        ...wiql('SELECT [System.Id] FROM WorkItems WHERE'),
        status: 400,
        typeKey: 'SyntaxException',
        says: /./,
      },
    ],
    [
      'more than 200 items at once',
      {
        method: 'POST',
        path: () => inProject('_apis/wit/workItemsBatch?api-version=7.1'),
        body: () => ({ ids: Array.from({ length: 201 }, (_, index) => index + 1) }),
        status: 400,
        typeKey: 'VssPropertyValidationException',
        says: /200/,
      },
    ],
    [
      'fields and expansion together',
      {
        method: 'GET',
        path: () => `${item(ids.task)}&fields=System.Id&$expand=relations`,
        status: 400,
        typeKey: 'ConflictingParametersException',
        says: /expand/i,
      },
    ],
    [
      'a version that is still to come',
      {
        method: 'GET',
        path: () => `_apis/projects?api-version=99.0`,
        status: 400,
        typeKey: 'VssVersionOutOfRangeException',
        says: /99\.0/,
      },
    ],
  ])('%s', async (_what, { method, path, body, status, typeKey, says }) => {
    const answer = await ask(method, path(), body?.());
    expect(answer).toMatchObject({ status, body: { typeKey, message: expect.stringMatching(says) } });
  });

  test('nothing of it changed an item', async () => {
    const { body } = await ask('GET', item(ids.task));
    expect(body).toMatchObject({
      rev: 1,
      fields: { 'System.Title': 'Paint the crane', 'System.Parent': ids.first },
    });
  });
});
