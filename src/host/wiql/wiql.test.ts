/** Queries over a handful of items: which ids come back, and where errors point. */
import { Problem } from '../kernel/problem';
import { defaultTeam, firstProject } from '../organisation/projects';
import { ownerOf, testWorld, TODAY } from '../testing/test-world';
import { runWiql } from './run';

/** 1 epic · 2 story in progress, this sprint, Sam · 3 closed story, last sprint · 4 task below 2 · 5 new bug */
const world = testWorld([
  { key: 'e', kind: 'epic', title: 'Buying', category: 'InProgress' },
  {
    key: 's',
    kind: 'requirement',
    title: "Pay by card, the customer's way",
    description: '<p>As a customer I pay by <b>card</b></p>',
    category: 'InProgress',
    iteration: 'Sprint 2',
    area: 'Shop\\Checkout\\Card',
    parent: 'e',
    points: 8,
    priority: 1,
    assignedTo: 'sam@shop.example',
    tags: ['Payment', 'Risk-High'],
  },
  {
    key: 'c',
    kind: 'requirement',
    title: 'Search',
    category: 'Completed',
    iteration: 'Sprint 1',
    area: 'Shop\\Catalogue',
    points: 3,
    priority: 3,
    tags: ['Risk'],
  },
  {
    key: 't',
    kind: 'task',
    title: 'Embed the form',
    category: 'Proposed',
    iteration: 'Sprint 2',
    parent: 's',
    remaining: 4,
  },
  { key: 'b', kind: 'bug', title: 'Double order', category: 'Proposed', related: ['c'] },
]);

function query(text: string, scope: 'project' | 'team' = 'team') {
  const { store: reader, process } = world;
  const project = firstProject(reader);
  return runWiql(
    {
      text,
      reader,
      process,
      user: ownerOf(world),
      now: TODAY,
      project,
      team: scope === 'team' ? defaultTeam(reader, project) : undefined,
      precision: 'day',
    },
    undefined,
  );
}

function ids(where: string): readonly number[] {
  const result = query(`SELECT [System.Id] FROM WorkItems WHERE ${where}`);
  return result.queryType === 'flat' ? result.items.map((item) => item.id) : [];
}

test.each<[string, readonly number[]]>([
  ["[System.WorkItemType] = 'user story'", [2, 3]],
  ["[Work Item Type] <> 'User Story'", [1, 4, 5]],
  ["System.State = 'New'", [4, 5]],
  ["[System.Title] = 'Pay by card, the customer''s way'", [2]],
  ['[System.Title] CONTAINS "card"', [2]],
  ["[System.Tags] CONTAINS 'risk'", [3]],
  ["[System.Tags] CONTAINS 'Risk-High'", [2]],
  ["[System.Tags] NOT CONTAINS 'risk'", [1, 2, 4, 5]],
  ["[System.Description] CONTAINS WORDS 'customer pay'", [2]],
  ["[System.Description] CONTAINS WORDS 'custom'", []],
  ["[System.Description] CONTAINS WORDS 'custom*'", [2]],
  ['[System.Description] IS EMPTY', [1, 3, 4, 5]],
  ['[System.Description] IS NOT EMPTY', [2]],
  ["[System.AreaPath] UNDER 'Shop\\Checkout'", [2]],
  ["[System.AreaPath] NOT UNDER 'Shop\\Checkout'", [1, 3, 4, 5]],
  ["[System.AreaPath] UNDER 'shop'", [1, 2, 3, 4, 5]],
  ["[System.WorkItemType] IN GROUP 'Microsoft.RequirementCategory'", [2, 3]],
  ["[System.WorkItemType] NOT IN GROUP 'Requirement Category'", [1, 4, 5]],
  ['[System.Id] IN (1, 3, 99)', [1, 3]],
  ['[System.Id] NOT IN (1, 3)', [2, 4, 5]],
  ['[System.Id] >= 2 AND [System.Id] < 4', [2, 3]],
  ['[Microsoft.VSTS.Scheduling.StoryPoints] > 3', [2]],
  ['[Microsoft.VSTS.Scheduling.StoryPoints] <= 3', [3]],
  ["[Microsoft.VSTS.Scheduling.StoryPoints] = ''", [1, 4, 5]],
  ["[System.AssignedTo] = 'Sam Security'", [2]],
  ["[System.AssignedTo] = 'Sam Security <sam@shop.example>'", [2]],
  ["[System.AssignedTo] = ''", [1, 3, 4, 5]],
  ['[System.CreatedBy] = @me AND [System.Id] = 1', [1]],
  ['[System.TeamProject] = @project', [1, 2, 3, 4, 5]],
  ['[System.IterationPath] = @currentIteration', [2, 4]],
  ['[System.IterationPath] = @currentIteration - 1', [3]],
  ["[System.IterationPath] = @currentIteration('[Shop]\\Shop Team <id:x>')", [2, 4]],
  ['[System.CreatedDate] > @today - 7', []],
  ['[System.CreatedDate] <= @today', [1, 2, 3, 4, 5]],
  ['[System.Parent] = 1', [2]],
  ['[System.ChangedDate] >= [System.CreatedDate]', [1, 2, 3, 4, 5]],
  ['[System.Id] = 1 OR [System.Id] = 2 AND [System.Id] = 3', [1]],
  ['([System.Id] = 1 OR [System.Id] = 2) AND [System.Id] = 3', []],
  ['NOT [System.Id] = 1 AND NOT ([System.Id] = 2 OR [System.Id] = 3)', [4, 5]],
])('WHERE %s finds %j', (where, expected) => {
  expect(ids(where)).toEqual(expected);
});

test.each<[string, readonly number[]]>([
  ['[System.Id] DESC', [5, 4, 3, 2, 1]],
  ['[System.WorkItemType], [System.Title] DESC', [5, 1, 4, 3, 2]],
  ['[Microsoft.VSTS.Scheduling.StoryPoints] DESC', [2, 3, 1, 4, 5]],
])('ORDER BY %s gives %j', (order, expected) => {
  expect(ids(`[System.Id] > 0 ORDER BY ${order}`)).toEqual(expected);
});

const CHILDREN = "[System.Links.LinkType] = 'System.LinkTypes.Hierarchy-Forward'";
test.each<[string, string, readonly (readonly [number | null, number])[]]>([
  [
    `[Source].[System.Id] > 0 AND ${CHILDREN}`,
    'MustContain',
    [
      [null, 1],
      [1, 2],
      [null, 2],
      [2, 4],
    ],
  ],
  [
    `[Source].[System.Id] IN (1, 5) AND ${CHILDREN} AND [Target].[System.State] = 'New'`,
    'MayContain',
    [
      [null, 1],
      [null, 5],
    ],
  ],
  [`[Source].[System.WorkItemType] = 'User Story' AND ${CHILDREN}`, 'DoesNotContain', [[null, 3]]],
  [
    "[Source].[System.Id] = 3 AND [System.Links.LinkType] = 'Related'",
    'MustContain',
    [
      [null, 3],
      [3, 5],
    ],
  ],
  [
    `[Source].[System.Id] > 0 AND ${CHILDREN}`,
    'Recursive',
    [
      [null, 1],
      [1, 2],
      [2, 4],
      [null, 3],
      [null, 5],
    ],
  ],
])('links WHERE %s MODE (%s)', (where, mode, expected) => {
  const result = query(`SELECT [System.Id] FROM WorkItemLinks WHERE ${where} MODE (${mode})`);
  expect(result.queryType === 'flat' ? [] : result.links.map((link) => [link.source, link.target])).toEqual(
    expected,
  );
});

test.each<[string, string]>([
  ['SELECT [System.Id] FORM WorkItems', '«FORM» at line 1, column 20'],
  ['SELECT [System.Id]\nFROM Stuff', '«Stuff» at line 2, column 6'],
  ['SELECT FROM WorkItems', 'missing a FROM clause'],
  ['SELECT [System.Id] FROM WorkItems WHERE [System.Id] = ', '«end of query» at line 1, column 55'],
  ["SELECT [System.Id] FROM WorkItems WHERE [System.Title] = 'open", "«'open»"],
  ['SELECT [System.Id] FROM WorkItems WHERE ([System.Id] = 1', 'Expecting ).'],
  ['SELECT [System.Id] FROM WorkItems WHERE [System.Id] = 1 GROUP', '«GROUP»'],
  ['SELECT [System.Nope] FROM WorkItems', 'TF51535: Cannot find field System.Nope'],
  ["SELECT [System.Id] FROM WorkItems WHERE [System.AreaPath] UNDER 'Shop\\Nope'", 'TF51011'],
  [
    "SELECT [System.Id] FROM WorkItems WHERE [System.Id] CONTAINS '1'",
    'CONTAINS cannot be used with the field ID',
  ],
  ["SELECT [System.Id] FROM WorkItems WHERE [System.Description] CONTAINS 'x'", 'cannot be used'],
  ["SELECT [System.Id] FROM WorkItems WHERE [System.Id] = 'one'", 'Expecting a number'],
  ['SELECT [System.Id] FROM WorkItems WHERE [System.Title] = @nobody', "macro '@nobody'"],
])('%s is refused', (text, message) => {
  expect(() => query(text)).toThrow(Problem);
  expect(() => query(text)).toThrow(message);
});

test('the current iteration needs a team', () => {
  const text = 'SELECT [System.Id] FROM WorkItems WHERE [System.IterationPath] = @currentIteration';
  expect(() => query(text, 'project')).toThrow('team context');
});
