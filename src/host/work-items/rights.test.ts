import type { SeedWorkItem } from '../seeds/seed-file';
import { outcome, OWNER_TOKEN, restCaller, testWorld } from '../testing/test-world';

const patch = (...fields: readonly (readonly [string, unknown])[]) =>
  fields.map(([field, value]) => ({ op: 'add', path: `/fields/${field}`, value }));
const users = [
  { displayName: 'Olivia Owner', uniqueName: 'olivia@shop.example', role: 'Owner' },
  { displayName: 'Sam Security', uniqueName: 'sam@shop.example', role: 'Security analyst' },
  {
    displayName: 'Stella Stakeholder',
    uniqueName: 'stella@shop.example',
    role: 'Stakeholder',
    level: 'stakeholder',
  },
  { displayName: 'Kai Kept Out', uniqueName: 'kai@shop.example', role: 'Developer' },
  { displayName: 'Lou Looks On', uniqueName: 'lou@shop.example', role: 'Developer' },
] as const;
const items = [
  {
    key: 'a',
    kind: 'requirement',
    title: 'Open',
    category: 'Proposed',
    area: 'Shop\\Catalogue',
    tags: ['Known'],
  },
  { key: 'b', kind: 'requirement', title: 'Shut', category: 'Proposed', area: 'Shop\\Checkout\\Card' },
] as const;
const task = { kind: 'task', category: 'Proposed', iteration: 'Sprint 2' } as const;

function organisation(further: readonly SeedWorkItem[] = []) {
  const world = testWorld([...items, ...further], 'agile', {
    users,
    areaDenials: [
      { area: 'Shop\\Checkout', user: 'kai@shop.example', denied: 'read' },
      { area: 'Shop\\Checkout', user: 'lou@shop.example', denied: 'write' },
    ],
  });
  const call = restCaller(world);
  return (user: string, method: string, path: string, body?: unknown) =>
    call({
      method,
      path,
      headers: { authorization: `Bearer ${OWNER_TOKEN}:${user}` },
      ...(body === undefined ? {} : { body }),
    });
}
const one = (id: number): string => `/_apis/wit/workItems/${id}?api-version=7.1`;

describe('what one may not read is not there', () => {
  test('neither is that something was linked with it', () => {
    const call = organisation();
    const value = { rel: 'System.LinkTypes.Related', url: 'http://127.0.0.1:9/local/_apis/wit/workItems/2' };
    call('sam', 'PATCH', one(1), [{ op: 'add', path: '/relations/-', value }]);
    const told = [
      '/_apis/wit/workItems/1/updates?api-version=7.1',
      '/_apis/wit/workItems/1/revisions?$expand=relations&api-version=7.1',
      '/Shop/_apis/wit/reporting/workItemLinks?api-version=7.1',
    ];
    for (const path of told) {
      expect(call('kai', 'GET', path).text).not.toContain('System.LinkTypes.Related');
      expect(call('sam', 'GET', path).text).toContain('System.LinkTypes.Related');
    }
    // Whoever does not see a link takes nothing of it away either.
    call('kai', 'PATCH', one(1), patch(['System.Title', 'Renamed']));
    expect(call('sam', 'GET', `${one(1)}&$expand=relations`).text).toContain('workItems/2');
  });

  test('one, many, a query and a link', () => {
    const call = organisation();
    const alone = call('kai', 'GET', one(2));
    expect(outcome(alone)).toBe('404 WorkItemUnauthorizedAccessException');
    expect(alone.text).toContain('TF401232');
    // In the very words that are used for an item that never was.
    expect(alone.text.replace(/\b2\b/g, '9')).toBe(call('kai', 'GET', one(9)).text);
    const some = call('kai', 'GET', '/_apis/wit/workItems?ids=1,2&errorPolicy=omit&api-version=7.1');
    expect(JSON.parse(some.text).value.map((item: { id: number } | null) => item?.id ?? null)).toEqual([
      1,
      null,
    ]);
    const query = { query: 'SELECT [System.Id] FROM WorkItems' };
    const found = call('kai', 'POST', '/Shop/_apis/wit/wiql?api-version=7.1', query);
    expect(JSON.parse(found.text).workItems.map(({ id }: { id: number }) => id)).toEqual([1]);
    const link = [
      {
        op: 'add',
        path: '/relations/-',
        value: { rel: 'System.LinkTypes.Related', url: 'http://127.0.0.1:9/local/_apis/wit/workItems/2' },
      },
    ];
    expect(outcome(call('kai', 'PATCH', one(1), link))).toMatch(/^404 /);
    expect(outcome(call('sam', 'PATCH', one(1), link))).toBe(200);
  });

  const lists: readonly [string, string, string, object | undefined][] = [
    ['reported revisions', 'GET', '/Shop/_apis/wit/reporting/workItemRevisions?api-version=7.1', undefined],
    [
      'a batch',
      'POST',
      '/Shop/_apis/wit/workItemsBatch?api-version=7.1',
      { ids: [1, 2], errorPolicy: 'omit' },
    ],
    [
      'a backlog',
      'GET',
      '/Shop/Shop%20Team/_apis/work/backlogs/Microsoft.RequirementCategory/workItems',
      undefined,
    ],
    ['the recycle bin', 'GET', '/Shop/_apis/wit/recyclebin?api-version=7.1', undefined],
    [
      'a query of links',
      'POST',
      '/Shop/_apis/wit/wiql?api-version=7.1',
      {
        query: `SELECT [System.Id] FROM WorkItemLinks WHERE [Source].[System.Id] > 0 AND [Target].[System.Id] > 0 MODE (MayContain)`,
      },
    ],
  ];
  test.each(lists)('%s', (what, method, path, body) => {
    const call = organisation();
    if (what === 'the recycle bin')
      for (const id of [1, 2]) expect(outcome(call('sam', 'DELETE', one(id)))).toBe(200);
    const ids = (user: string): readonly string[] =>
      [...call(user, method, path, body).text.matchAll(/"id":(\d+)\b/g)].map(([, id = '']) => id);
    expect(ids('sam')).toEqual(expect.arrayContaining(['1', '2']));
    expect(ids('kai')).toContain('1');
    expect(ids('kai')).not.toContain('2');
  });

  test('on the taskboard and in the sprint it is neither seen nor moved, and only looked at where it may not be written', () => {
    const call = organisation([
      { ...task, key: 'c', title: 'Open task', area: 'Shop\\Catalogue' },
      { ...task, key: 'd', title: 'Shut task', area: 'Shop\\Checkout' },
    ]);
    const team = '/Shop/Shop%20Team/_apis/work';
    const sprints = call('sam', 'GET', `${team}/teamsettings/iterations?$timeframe=current&api-version=7.1`);
    const sprint = String(/"id":"([^"]+)"/.exec(sprints.text)?.[1]);
    const board = `${team}/taskboardworkitems/${sprint}`;
    const ids = (user: string, path: string): readonly number[] =>
      [...call(user, 'GET', path).text.matchAll(/"(?:id|workItemId)":(\d+)\b/g)].map(([, id]) => Number(id));
    for (const path of [
      `${board}?api-version=7.1-preview.1`,
      `${team}/teamsettings/iterations/${sprint}/workitems?api-version=7.1`,
    ]) {
      expect([path, ids('lou', path)]).toEqual([path, [3, 4]]);
      expect([path, ids('kai', path)]).toEqual([path, [3]]);
    }
    const move = (user: string, id: number): string | number =>
      outcome(call(user, 'PATCH', `${board}/${id}?api-version=7.1-preview.1`, { newColumn: 'Active' }));
    expect(move('lou', 3)).toBe(200);
    expect(move('lou', 4)).toBe('403 PermissionDeniedException');
    expect(move('kai', 4)).toBe('404 WorkItemUnauthorizedAccessException');
  });

  test('a parent that one may not see is neither named nor counted, and is the only parent all the same', () => {
    const call = organisation([{ ...task, key: 'c', title: 'Below', area: 'Shop\\Catalogue', parent: 'b' }]);
    const seen = (user: string) =>
      call(user, 'GET', '/_apis/wit/workItems/3?$expand=all&api-version=7.1').json as {
        fields: object;
        relations?: readonly object[];
      };
    expect(seen('sam')).toMatchObject({ fields: { 'System.Parent': 2, 'System.RelatedLinkCount': 1 } });
    expect(seen('kai').relations).toBeUndefined();
    expect(seen('kai').fields).not.toHaveProperty(['System.Parent']);
    expect(seen('kai').fields).toMatchObject({ 'System.RelatedLinkCount': 0 });
    const url = 'http://127.0.0.1:9/local/_apis/wit/workItems/1';
    const link = [
      { op: 'add', path: '/relations/-', value: { rel: 'System.LinkTypes.Hierarchy-Reverse', url } },
    ];
    expect(outcome(call('kai', 'PATCH', one(3), link))).toBe('400 WorkItemLinkAddExtraParentException');
    expect(seen('sam')).toMatchObject({ fields: { 'System.Parent': 2 } });
  });

  test('its comments and its past are not there either', () => {
    const call = organisation();
    for (const path of [
      '/Shop/_apis/wit/workItems/2/comments?api-version=7.1-preview.4',
      '/Shop/_apis/wit/workItems/2/revisions?api-version=7.1',
    ])
      expect([path, outcome(call('kai', 'GET', path))]).toEqual([path, expect.stringMatching(/^404 /)]);
  });
});

describe('what one may not write', () => {
  const title = patch(['System.Title', 'Other']);
  const writes: readonly [string, string, number, unknown, string | number][] = [
    ['in an area that is shut for writing', 'lou', 2, title, '403 PermissionDeniedException'],
    ['in another area', 'lou', 1, title, 200],
    [
      'a move into the area',
      'lou',
      1,
      patch(['System.AreaPath', 'Shop\\Checkout']),
      '403 PermissionDeniedException',
    ],
    ['a tag that is there, by a stakeholder', 'stella', 2, patch(['System.Tags', 'Known']), 200],
    [
      'a new tag by a stakeholder',
      'stella',
      1,
      patch(['System.Tags', 'Known; New']),
      '403 PermissionDeniedException',
    ],
    [
      'another type by a stakeholder',
      'stella',
      1,
      patch(['System.WorkItemType', 'Bug']),
      '403 PermissionDeniedException',
    ],
    ['another type', 'sam', 1, patch(['System.WorkItemType', 'Bug']), 200],
  ];
  test.each(writes)('%s', (_what, user, id, body, expected) => {
    expect(outcome(organisation()(user, 'PATCH', one(id), body))).toBe(expected);
  });

  test.each<[string, string, string, object | undefined]>([
    ['a new comment', 'POST', '', { text: 'Hear!' }],
    ['another text of a comment', 'PATCH', '/1', { text: 'Hear!' }],
    ['the end of a comment', 'DELETE', '/1', undefined],
  ])('%s, after the item went into a closed area', (_what, method, comment, body) => {
    const call = organisation();
    const version = '?api-version=7.1-preview.4';
    const comments = '/Shop/_apis/wit/workItems/1/comments';
    const ask = (user: string): string | number =>
      outcome(call(user, method, `${comments}${comment}${version}`, body));
    expect(outcome(call('lou', 'POST', `${comments}${version}`, { text: 'My own words' }))).toBe(200);
    call('sam', 'PATCH', one(1), patch(['System.AreaPath', 'Shop\\Checkout']));
    expect(ask('lou')).toBe('403 PermissionDeniedException');
    expect(ask('kai')).toBe('404 WorkItemUnauthorizedAccessException');
    call('sam', 'PATCH', one(1), patch(['System.AreaPath', 'Shop\\Catalogue']));
    expect(ask('lou')).toBe(method === 'DELETE' ? 204 : 200);
  });

  test('a stakeholder deletes nothing', () => {
    expect(outcome(organisation()('stella', 'DELETE', one(1)))).toBe('403 PermissionDeniedException');
    expect(outcome(organisation()('sam', 'DELETE', one(1)))).toBe(200);
  });
});

describe('rules are bypassed by administrators of the project', () => {
  const imported = patch(
    ['System.Title', 'Imported'],
    ['System.CreatedBy', 'sam@shop.example'],
    ['System.CreatedDate', '2020-01-01T00:00:00Z'],
    ['System.ChangedDate', '2020-01-02T00:00:00Z'],
    ['System.State', 'Waiting for somebody'],
    ['Microsoft.VSTS.Common.Priority', 9],
  );
  const create = (user: string, more = '&bypassRules=true') =>
    organisation()(user, 'POST', `/Shop/_apis/wit/workItems/$Task?api-version=7.1${more}`, imported);

  test.each<[string, string | number]>([
    ['olivia', 200],
    ['sam', '403 AccessCheckException'],
    ['stella', '403 AccessCheckException'],
  ])('%s', (user, expected) => {
    expect(outcome(create(user))).toBe(expected);
  });

  test('what is bypassed is kept, and without it refused', () => {
    expect(create('olivia').json).toMatchObject({
      fields: {
        'System.CreatedBy': { displayName: 'Sam Security' },
        'System.CreatedDate': '2020-01-01T00:00:00Z',
        'System.ChangedDate': '2020-01-02T00:00:00Z',
        'System.State': 'Waiting for somebody',
        'Microsoft.VSTS.Common.Priority': 9,
      },
    });
    expect(outcome(create('olivia', ''))).toBe('400 RuleValidationException');
  });
});

test.each<[string, string | number]>([
  ['2020-01-02T00:00:00Z', '400 WorkItemDatesNotIncreasingException'],
  ['2020-01-01T00:00:00Z', '400 WorkItemDatesNotIncreasingException'],
  ['2020-01-02T00:00:00.001Z', 200],
])('a revision dated %s after one of 2020-01-02', (date, expected) => {
  const call = organisation();
  const dated = (at: string, title: string) => patch(['System.ChangedDate', at], ['System.Title', title]);
  const made = call(
    'olivia',
    'POST',
    '/Shop/_apis/wit/workItems/$Task?api-version=7.1&bypassRules=true',
    dated('2020-01-02T00:00:00Z', 'Imported'),
  );
  const { id } = made.json as { id: number };
  expect(outcome(call('olivia', 'PATCH', `${one(id)}&bypassRules=true`, dated(date, 'Again')))).toBe(
    expected,
  );
});

describe('moves', () => {
  test('another type begins in a state that it has and keeps what it carried', () => {
    const call = organisation();
    const answer = call('sam', 'PATCH', one(1), patch(['System.WorkItemType', 'Task']));
    expect(JSON.parse(answer.text).fields).toMatchObject({
      'System.WorkItemType': 'Task',
      'System.State': 'New',
      'System.Tags': 'Known',
    });
  });

  test('a path of another project is refused', () => {
    const answer = organisation()('sam', 'PATCH', one(1), patch(['System.AreaPath', 'Elsewhere\\Attic']));
    expect(outcome(answer)).toMatch(/^400 /);
  });
});

test('a tag that a tag colour made may be used by a stakeholder before anybody else uses it', () => {
  const call = organisation();
  const colour = { name: 'Made', isEnabled: 'true', settings: { color: '#000000' } };
  const rules = '/Shop/_apis/work/boards/Stories/cardrulesettings?api-version=7.1-preview.2';
  expect(outcome(call('olivia', 'PATCH', rules, { rules: { tagStyle: [colour] } }))).toBe(200);
  const tag = (name: string) => call('stella', 'PATCH', one(2), patch(['System.Tags', name]));
  expect(outcome(tag('Unmade'))).toBe('403 PermissionDeniedException');
  expect(outcome(tag('Made'))).toBe(200);
});
