/** Flat queries over a handful of items: which ids come back, and in which order. */
import { ids, query } from '../testing/query-world';

test.each<[string, readonly number[]]>([
  // Names and constants
  ["[System.WorkItemType] = 'user story'", [2, 3]],
  ["[Work Item Type] <> 'User Story'", [1, 4, 5]],
  ["System.State = 'New'", [4, 5]],
  ["State = 'New' and ID > 4", [5]],
  ["[System.Title] = 'Pay by card, the customer''s way'", [2]],
  ['[System.Title] CONTAINS "card"', [2]],
  ["[System.Title] NOT CONTAINS 'card'", [1, 3, 4, 5]],
  ["[System.Title] > 'e' AND [System.Title] <= 'search'", [2, 3, 4]],
  // Tags match as a whole
  ["[System.Tags] CONTAINS 'risk'", [3]],
  ["[System.Tags] CONTAINS 'Risk-High'", [2]],
  ["[System.Tags] CONTAINS 'Pay'", []],
  ["[System.Tags] NOT CONTAINS 'risk'", [1, 2, 4, 5]],
  ['[System.Tags] IS EMPTY', [1, 4, 5]],
  ['[System.Tags] IS NOT EMPTY', [2, 3]],
  // Words
  ["[System.Description] CONTAINS WORDS 'customer pay'", [2]],
  ["[System.Description] NOT CONTAINS WORDS 'customer pay'", [1, 3, 4, 5]],
  ["[System.Description] CONTAINS WORDS 'custom'", []],
  ["[System.Description] CONTAINS WORDS 'custom*'", [2]],
  ["[System.Title] CONTAINS WORDS 'CARD'", [2]],
  ['[System.Description] IS EMPTY', [1, 3, 4, 5]],
  ['[System.Description] IS NOT EMPTY', [2]],
  // Paths
  ["[System.AreaPath] UNDER 'Shop\\Checkout'", [2]],
  ["[System.AreaPath] NOT UNDER 'Shop\\Checkout'", [1, 3, 4, 5]],
  ["NOT [System.AreaPath] UNDER 'Shop\\Checkout'", [1, 3, 4, 5]],
  ["[System.AreaPath] UNDER 'shop'", [1, 2, 3, 4, 5]],
  ["[System.AreaPath] = '\\Shop\\Catalogue\\'", [3]],
  ["[System.AreaPath] IN ('Shop\\Catalogue', 'Shop\\Checkout\\Card')", [2, 3]],
  ["[System.IterationPath] NOT IN ('Shop', 'Shop\\Sprint 1')", [2, 4]],
  // Groups
  ["[System.WorkItemType] IN GROUP 'Microsoft.RequirementCategory'", [2, 3]],
  ["[System.WorkItemType] NOT IN GROUP 'Requirement Category'", [1, 4, 5]],
  ["[System.AssignedTo] IN GROUP '[Shop]\\Catalogue Team'", [2]],
  ["[System.AssignedTo] NOT IN GROUP '[Shop]\\Catalogue Team'", [1, 3, 4, 5]],
  ["[System.AssignedTo] IN GROUP '[Shop]\\Nobody'", []],
  // Numbers
  ['[System.Id] IN (1, 3, 99)', [1, 3]],
  ['[System.Id] NOT IN (1, 3)', [2, 4, 5]],
  ["[System.Id] = '2'", [2]],
  ['[System.Id] >= 2 AND [System.Id] < 4', [2, 3]],
  ['[Microsoft.VSTS.Scheduling.StoryPoints] > 3', [2]],
  ['[Microsoft.VSTS.Scheduling.StoryPoints] <= 3.5', [3]],
  ['[Microsoft.VSTS.Scheduling.StoryPoints] > -1', [2, 3]],
  ["[Microsoft.VSTS.Scheduling.StoryPoints] = ''", [1, 4, 5]],
  ["[Microsoft.VSTS.Scheduling.StoryPoints] <> ''", [2, 3]],
  ['[System.Parent] = 1', [2]],
  ['[System.BoardColumnDone] = false', [1, 2, 3]],
  // People
  ["[System.AssignedTo] = 'Sam Security'", [2]],
  ["[System.AssignedTo] = 'Sam Security <sam@shop.example>'", [2]],
  ["[System.AssignedTo] CONTAINS 'security'", [2]],
  ["[System.AssignedTo] IN ('Sam Security', 'Rita Reader')", [2]],
  ["[System.AssignedTo] > 'R'", [2]],
  ["[System.AssignedTo] = ''", [1, 3, 4, 5]],
  // Any value there is, and another field
  ['[System.WorkItemType] = [Any]', [1, 2, 3, 4, 5]],
  ["[System.AssignedTo] = '[Any]' AND [System.Id] < 3", [1, 2]],
  ['[System.State] <> [any]', []],
  ['[System.ChangedDate] >= [System.CreatedDate]', [1, 2, 3, 4, 5]],
  ['[System.ChangedDate] > [Created Date]', [1, 2, 3, 5]],
  ['[System.AssignedTo] = [System.ChangedBy]', [2]],
  ['[System.Id] < [Microsoft.VSTS.Scheduling.StoryPoints]', [2]],
  // Precedence
  ['[System.Id] = 1 OR [System.Id] = 2 AND [System.Id] = 3', [1]],
  ['([System.Id] = 1 OR [System.Id] = 2) AND [System.Id] = 3', []],
  ['NOT [System.Id] = 1 AND NOT ([System.Id] = 2 OR [System.Id] = 3)', [4, 5]],
  ['NOT NOT [System.Id] = 1', [1]],
  ['NOT [System.Id] = 1 OR [System.Id] = 1 AND [System.Id] = 2', [2, 3, 4, 5]],
])('WHERE %s finds %j', (where, expected) => {
  expect(ids(where)).toEqual(expected);
});

test.each<[string, readonly number[]]>([
  ['[System.Id] DESC', [5, 4, 3, 2, 1]],
  ['[System.WorkItemType], [System.Title] DESC', [5, 1, 4, 3, 2]],
  ['[System.WorkItemType] ASC, [System.Id] DESC', [5, 1, 4, 3, 2]],
  ['[Microsoft.VSTS.Scheduling.StoryPoints] DESC', [2, 3, 1, 4, 5]],
  ['[Microsoft.VSTS.Scheduling.StoryPoints]', [1, 4, 5, 3, 2]],
  // Olivia before Sam, nobody first: names, not ids.
  ['[System.ChangedBy] DESC, [System.Id]', [2, 1, 3, 4, 5]],
])('ORDER BY %s gives %j', (order, expected) => {
  expect(ids(`[System.Id] > 0 ORDER BY ${order}`)).toEqual(expected);
});

test('columns and their order are told, whatever they are called', () => {
  const { columns, sortColumns } = query(
    'SELECT ID, [Title], System.State FROM workItems ORDER BY [Changed Date] DESC',
  );
  expect(columns.map((field) => field.referenceName)).toEqual(['System.Id', 'System.Title', 'System.State']);
  expect(sortColumns.map(({ field, direction }) => [field.referenceName, direction])).toEqual([
    ['System.ChangedDate', 'descending'],
  ]);
});
