/**
 * The language as Microsoft's syntax reference lists it: every operator against every type of field, every macro, clause
 * and mode. What a type does not take is refused; nothing is left out, which the tables are held against.
 */
import { Problem } from '../kernel/problem';
import { users } from '../organisation/types';
import { ids, pairs, query, world } from '../testing/query-world';

const OPERATORS = [
  ...['=', '<>', '<', '>', '<=', '>='],
  ...['=[Field]', '<>[Field]', '<[Field]', '>[Field]', '<=[Field]', '>=[Field]'],
  ...['Contains', 'Not Contains', 'Contains Words', 'Not Contains Words', 'In', 'Not In'],
  ...['In Group', 'Not In Group', 'Under', 'Not Under', 'Is Empty', 'Is Not Empty', 'Ever'],
] as const;
type Listed = (typeof OPERATORS)[number];
type Answers = Readonly<Partial<Record<Listed, readonly [where: string, ids: readonly number[]]>>>;

const ALL = [1, 2, 3, 4, 5];
/** What stands in the five items is told by `query-world.ts`; what is not here is refused for the type. */
const TYPES: Readonly<Record<string, readonly [field: string, Answers]>> = {
  boolean: [
    '[System.BoardColumnDone]',
    {
      '=': ['[System.BoardColumnDone] = false', [1, 2, 3]],
      '<>': ['[System.BoardColumnDone] <> false', [4, 5]],
      '=[Field]': ['[System.BoardColumnDone] = [System.BoardColumnDone]', ALL],
      '<>[Field]': ['[System.BoardColumnDone] <> [System.BoardColumnDone]', []],
      // The syntax reference leaves it out; the original's own list of what the type can do has it.
      Ever: ['EVER [System.BoardColumnDone] = true', []],
    },
  ],
  dateTime: [
    '[System.ChangedDate]',
    {
      '=': ["[System.ChangedDate] = '2026-03-08'", [1, 3, 5]],
      '<>': ["[System.ChangedDate] <> '2026-03-08'", [2, 4]],
      '<': ["[System.ChangedDate] < '2026-03-08'", [4]],
      '>': ["[System.ChangedDate] > '2026-03-08'", [2]],
      '<=': ["[System.ChangedDate] <= '2026-03-08'", [1, 3, 4, 5]],
      '>=': ["[System.ChangedDate] >= '2026-03-08'", [1, 2, 3, 5]],
      '=[Field]': ['[System.ChangedDate] = [System.CreatedDate]', [4]],
      '<>[Field]': ['[System.ChangedDate] <> [System.CreatedDate]', [1, 2, 3, 5]],
      '<[Field]': ['[System.CreatedDate] < [System.ChangedDate]', [1, 2, 3, 5]],
      '>[Field]': ['[System.ChangedDate] > [Microsoft.VSTS.Common.ClosedDate]', [3]],
      '<=[Field]': ['[System.ChangedDate] <= [Microsoft.VSTS.Common.ActivatedDate]', [1, 2]],
      '>=[Field]': ['[System.ChangedDate] >= [Microsoft.VSTS.Common.ActivatedDate]', [1, 2]],
      In: ["[System.ChangedDate] IN ('2026-03-09', '2026-02-18')", [2, 4]],
      'Not In': ["[System.ChangedDate] NOT IN ('2026-03-09', '2026-02-18')", [1, 3, 5]],
      Ever: ["EVER [System.ChangedDate] = '2026-02-18'", [2, 3, 4]],
    },
  ],
  double: [
    '[Microsoft.VSTS.Scheduling.StoryPoints]',
    {
      '=': ['[Microsoft.VSTS.Scheduling.StoryPoints] = 8.0', [2]],
      '<>': ['[Microsoft.VSTS.Scheduling.StoryPoints] <> 8', [1, 3, 4, 5]],
      '<': ['[Microsoft.VSTS.Scheduling.StoryPoints] < 7.5', [3]],
      '>': ['[Microsoft.VSTS.Scheduling.StoryPoints] > 3', [2]],
      '<=': ['[Microsoft.VSTS.Scheduling.StoryPoints] <= 3', [3]],
      '>=': ['[Microsoft.VSTS.Scheduling.StoryPoints] >= 3', [2, 3]],
      '=[Field]': ['[Microsoft.VSTS.Scheduling.StoryPoints] = [System.Id]', [3]],
      '<>[Field]': ['[Microsoft.VSTS.Scheduling.StoryPoints] <> [System.Id]', [1, 2, 4, 5]],
      '<[Field]': ['[Microsoft.VSTS.Scheduling.StoryPoints] < [Microsoft.VSTS.Common.StackRank]', [2, 3]],
      '>[Field]': ['[Microsoft.VSTS.Scheduling.StoryPoints] > [System.Id]', [2]],
      '<=[Field]': ['[Microsoft.VSTS.Scheduling.StoryPoints] <= [System.Id]', [3]],
      '>=[Field]': ['[Microsoft.VSTS.Scheduling.StoryPoints] >= [System.Id]', [2, 3]],
      In: ['[Microsoft.VSTS.Scheduling.StoryPoints] IN (3, 5)', [3]],
      'Not In': ['[Microsoft.VSTS.Scheduling.StoryPoints] NOT IN (3, 5)', [1, 2, 4, 5]],
      Ever: ['[Microsoft.VSTS.Scheduling.StoryPoints] EVER 8', [2]],
    },
  ],
  integer: [
    '[Microsoft.VSTS.Common.Priority]',
    {
      '=': ['[Microsoft.VSTS.Common.Priority] = 2', [1, 4, 5]],
      '<>': ['[Microsoft.VSTS.Common.Priority] <> 2', [2, 3]],
      '<': ['[Microsoft.VSTS.Common.Priority] < 2', [2]],
      '>': ['[Microsoft.VSTS.Common.Priority] > 2', [3]],
      '<=': ['[Microsoft.VSTS.Common.Priority] <= 2', [1, 2, 4, 5]],
      '>=': ['[Microsoft.VSTS.Common.Priority] >= 2', [1, 3, 4, 5]],
      '=[Field]': ['[Microsoft.VSTS.Common.Priority] = [System.Id]', [3]],
      '<>[Field]': ['[Microsoft.VSTS.Common.Priority] <> [System.Id]', [1, 2, 4, 5]],
      '<[Field]': ['[Microsoft.VSTS.Common.Priority] < [System.Id]', [2, 4, 5]],
      '>[Field]': ['[Microsoft.VSTS.Common.Priority] > [System.Id]', [1]],
      '<=[Field]': ['[Microsoft.VSTS.Common.Priority] <= [System.Id]', [2, 3, 4, 5]],
      '>=[Field]': ['[Microsoft.VSTS.Common.Priority] >= [System.Id]', [1, 3]],
      In: ['[Microsoft.VSTS.Common.Priority] IN (1, 3)', [2, 3]],
      'Not In': ['[Microsoft.VSTS.Common.Priority] NOT IN (1, 3)', [1, 4, 5]],
      Ever: ['EVER [Microsoft.VSTS.Common.Priority] = 2', [1, 4, 5]],
    },
  ],
  identity: [
    '[System.AssignedTo]',
    {
      '=': ["[System.AssignedTo] = 'Sam Security <sam@shop.example>'", [2]],
      '<>': ["[System.AssignedTo] <> 'Sam Security'", [1, 3, 4, 5]],
      '<': ["[System.AssignedTo] < 'T'", [2]],
      '>': ["[System.AssignedTo] > 'R'", [2]],
      '<=': ["[System.AssignedTo] <= 'Sam Security'", [2]],
      '>=': ["[System.AssignedTo] >= 'Sam Security'", [2]],
      '=[Field]': ['[Assigned To] = [Changed By]', [2]],
      '<>[Field]': ['[System.ChangedBy] <> [System.CreatedBy]', [2]],
      '<[Field]': ['[System.CreatedBy] < [System.ChangedBy]', [2]],
      '>[Field]': ['[System.AssignedTo] > [System.CreatedBy]', [2]],
      '<=[Field]': ['[System.AssignedTo] <= [System.ChangedBy]', [2]],
      '>=[Field]': ['[System.AssignedTo] >= [System.ChangedBy]', [2]],
      Contains: ["[System.AssignedTo] CONTAINS 'security'", [2]],
      'Not Contains': ["[System.ChangedBy] NOT CONTAINS 'Olivia'", [2]],
      In: ["[System.AssignedTo] IN ('Rita Reader', @me, 'Sam Security')", [2]],
      'Not In': ["[System.AssignedTo] NOT IN ('Rita Reader', 'Sam Security')", [1, 3, 4, 5]],
      'In Group': ["[System.AssignedTo] IN GROUP '[Shop]\\Catalogue Team'", [2]],
      'Not In Group': ["[System.AssignedTo] NOT IN GROUP '[Shop]\\Catalogue Team'", [1, 3, 4, 5]],
      Ever: ["EVER [System.ChangedBy] = 'Olivia Owner'", ALL],
    },
  ],
  plainText: [
    '[Microsoft.VSTS.Feedback.ApplicationStartInformation]',
    {
      'Contains Words': ["[Application Start Information] CONTAINS WORDS 'start'", []],
      'Not Contains Words': ["[Application Start Information] NOT CONTAINS WORDS 'start'", ALL],
      'Is Empty': ['[Application Start Information] IS EMPTY', ALL],
      'Is Not Empty': ['[Application Start Information] IS NOT EMPTY', []],
    },
  ],
  html: [
    '[System.Description]',
    {
      'Contains Words': ["[System.Description] CONTAINS WORDS 'custom* pay'", [2]],
      'Not Contains Words': ["[System.Description] NOT CONTAINS WORDS 'customer'", [1, 3, 4, 5]],
      'Is Empty': ['[System.Description] IS EMPTY', [1, 3, 4, 5]],
      'Is Not Empty': ['[System.Description] IS NOT EMPTY', [2]],
    },
  ],
  history: [
    '[System.History]',
    {
      'Contains Words': ["[System.History] CONTAINS WORDS 'nothing'", []],
      'Not Contains Words': ["[System.History] NOT CONTAINS WORDS 'nothing'", ALL],
    },
  ],
  string: [
    '[System.State]',
    {
      '=': ["[System.State] = 'New'", [4, 5]],
      '<>': ["[System.State] <> 'New'", [1, 2, 3]],
      '<': ["[System.State] < 'Closed'", [1, 2]],
      '>': ["[System.State] > 'Closed'", [4, 5]],
      '<=': ["[System.State] <= 'Closed'", [1, 2, 3]],
      '>=': ["[System.State] >= 'Closed'", [3, 4, 5]],
      '=[Field]': ['[System.State] = [System.Reason]', [4, 5]],
      '<>[Field]': ['[System.State] <> [System.Reason]', [1, 2, 3]],
      '<[Field]': ['[System.State] < [System.Reason]', [1, 2, 3]],
      '>[Field]': ['[System.State] > [System.WorkItemType]', [5]],
      '<=[Field]': ['[System.State] <= [System.Reason]', ALL],
      '>=[Field]': ['[System.State] >= [System.Reason]', [4, 5]],
      Contains: ["[System.State] CONTAINS 'los'", [3]],
      'Not Contains': ["[System.State] NOT CONTAINS 'los'", [1, 2, 4, 5]],
      In: ["[System.State] IN ('New', 'Closed')", [3, 4, 5]],
      'Not In': ["[System.State] NOT IN ('New', 'Closed')", [1, 2]],
      'In Group': ["[System.WorkItemType] IN GROUP 'Microsoft.RequirementCategory'", [2, 3]],
      'Not In Group': ["[System.State] NOT IN GROUP '[Shop]\\Catalogue Team'", ALL],
      Ever: ["[System.State] WAS EVER 'Active'", [1, 2]],
    },
  ],
  treePath: [
    '[System.AreaPath]',
    {
      '=': ["[System.AreaPath] = 'Shop\\Catalogue'", [3]],
      '<>': ["[System.AreaPath] <> 'Shop\\Catalogue'", [1, 2, 4, 5]],
      In: ["[System.AreaPath] IN ('Shop\\Catalogue', 'Shop\\Checkout\\Card')", [2, 3]],
      'Not In': ["[System.AreaPath] NOT IN ('Shop\\Catalogue', 'Shop\\Checkout\\Card')", [1, 4, 5]],
      Under: ["[System.AreaPath] UNDER 'Shop\\Checkout'", [2]],
      'Not Under': ["[System.AreaPath] NOT UNDER 'Shop\\Checkout'", [1, 3, 4, 5]],
      // Not offered by the editor; the reference's own example of items that left a sprint is written so.
      Ever: ["EVER [System.IterationPath] = 'Shop\\Sprint 1'", [3]],
    },
  ],
};

/** Any sensible use of an operator, for the types that do not take it. */
function sample(operator: Listed, field: string): string {
  if (operator.endsWith('[Field]')) return `${field} ${operator.replace('[Field]', '')} ${field}`;
  if (operator.startsWith('Is')) return `${field} ${operator}`;
  if (operator === 'In' || operator === 'Not In') return `${field} ${operator} ('x')`;
  return operator === 'Ever' ? `EVER ${field} = 'x'` : `${field} ${operator} 'x'`;
}

const answered = Object.entries(TYPES).flatMap(([type, [, answers]]) =>
  Object.entries(answers).map(([operator, [where, found]]) => [type, operator, where, found] as const),
);
const refused = Object.entries(TYPES).flatMap(([type, [field, answers]]) =>
  OPERATORS.filter((one) => answers[one] === undefined).map(
    (operator) => [type, operator, sample(operator, field)] as const,
  ),
);

test('every operator has an answer or a refusal for every type of field that the organisation has', () => {
  expect(answered.length + refused.length).toBe(OPERATORS.length * Object.keys(TYPES).length);
  const present = new Set(world.process.fields.all.map(({ type }) => type));
  expect(new Set(Object.keys(TYPES))).toEqual(present);
});

test.each(answered)('%s %s: WHERE %s finds %j', (_type, _operator, where, found) => {
  expect(ids(where)).toEqual(found);
});

test.each(refused)('%s %s: WHERE %s is refused', (_type, _operator, where) => {
  expect(() => ids(where)).toThrow(Problem);
  expect(() => ids(where)).toThrow(/The specified operator cannot be used with .*«.*»/s);
});

/** Today is Wednesday, 11 March 2026, in Sprint 2 of two. */
const MACROS: Readonly<Record<string, readonly (readonly [where: string, ids: readonly number[]])[]>> = {
  '@Me': [['[System.ChangedBy] = @Me', [1, 3, 4, 5]]],
  '@Project': [
    ['[System.TeamProject] = @Project', ALL],
    ['[System.TeamProject] <> @Project', []],
  ],
  '@Today': [
    ['[System.ChangedDate] >= @Today', []],
    ['[System.ChangedDate] = @Today - 2', [2]],
    ['[System.ChangedDate] < @today + 1', ALL],
  ],
  '@StartOfDay': [
    ['[System.ChangedDate] = @StartOfDay - 2', [2]],
    ["[System.ChangedDate] = @StartOfDay('-2d')", [2]],
    ['[System.ChangedDate] = @StartOfDay("-2")', [2]],
    ["[System.ChangedDate] = @StartOfDay('-40h')", [2]],
    ["[System.ChangedDate] = @StartOfDay('-2400m')", [2]],
  ],
  '@StartOfWeek': [
    ['[System.ChangedDate] >= @StartOfWeek', [1, 2, 3, 5]],
    ["[System.ChangedDate] > @StartOfWeek('+1d') - 1", [1, 2, 3, 5]],
    ['[System.ChangedDate] = @StartOfWeek', [1, 3, 5]],
    ['[System.CreatedDate] < @StartOfWeek - 2', ALL],
    ["[System.CreatedDate] >= @StartOfWeek('-3w')", ALL],
  ],
  '@StartOfMonth': [
    ['[System.ChangedDate] >= @StartOfMonth', [1, 2, 3, 5]],
    ["[System.ChangedDate] >= @StartOfMonth('8d')", [2]],
    ['[System.CreatedDate] >= @StartOfMonth - 1', ALL],
  ],
  '@StartOfYear': [
    ['[System.CreatedDate] < @StartOfYear', []],
    ["[System.ChangedDate] >= @StartOfYear('+2M')", [1, 2, 3, 5]],
    ["[System.ChangedDate] < @StartOfYear('+14M') - 1", [4]],
    ["[System.CreatedDate] >= @StartOfYear('-1y')", ALL],
  ],
  '@CurrentIteration': [
    ['[System.IterationPath] = @CurrentIteration', [2, 4]],
    ['[System.IterationPath] = @CurrentIteration - 1', [3]],
    ['[System.IterationPath] <> @CurrentIteration - 1', [1, 2, 4, 5]],
    ["[System.IterationPath] = @CurrentIteration('[Shop]\\Shop Team <id:any>') - 1", [3]],
    ['[System.IterationPath] IN (@CurrentIteration, @CurrentIteration - 1)', [2, 3, 4]],
    ['[System.IterationPath] UNDER @CurrentIteration', [2, 4]],
  ],
  '@TeamAreas': [
    ['[System.AreaPath] = @TeamAreas', ALL],
    ["[System.AreaPath] = @TeamAreas('[Shop]\\Catalogue Team')", [3]],
  ],
  // Nobody can follow an item here.
  '@Follows': [['[System.Id] IN (@Follows)', []]],
  '@MyRecentActivity': [['[System.Id] IN (@MyRecentActivity)', ALL]],
  '@RecentMentions': [['[System.Id] IN (@RecentMentions)', []]],
  '@RecentProjectActivity': [['[System.Id] NOT IN (@RecentProjectActivity)', []]],
  '[Any]': [
    ['[System.WorkItemType] = [Any]', ALL],
    ["[System.State] = '[Any]'", ALL],
  ],
};

test.each(Object.entries(MACROS).flatMap(([name, rows]) => rows.map((row) => [name, ...row] as const)))(
  '%s: WHERE %s finds %j',
  (_name, where, found) => {
    expect(ids(where)).toEqual(found);
  },
);

/** A macro beside a field of another kind. */
test.each(Object.keys(MACROS).filter((name) => name !== '[Any]' && name !== '@Me' && name !== '@Project'))(
  '%s is refused for a title',
  (name) => {
    expect(() => ids(`[System.Title] = ${name}`)).toThrow(/cannot be used with the field Title/);
  },
);

test('@RecentMentions and @MyRecentActivity are about the caller', () => {
  const rita = world.store.all(users).find(({ displayName }) => displayName === 'Rita Reader');
  expect(ids('[System.Id] IN (@MyRecentActivity)', rita ? { user: rita } : {})).toEqual([]);
});

const CHILD = "[System.Links.LinkType] = 'System.LinkTypes.Hierarchy-Forward'";
const SOURCE = '[Source].[System.Id] > 0';
const TASK = "[Target].[System.WorkItemType] = 'Task'";
const MODES: readonly (readonly [string, string, readonly (readonly [number | null, number])[]])[] = [
  [
    'the default',
    `${SOURCE} AND ${CHILD} AND ${TASK}`,
    [
      [null, 2],
      [2, 4],
    ],
  ],
  [
    'MustContain',
    `${SOURCE} AND ${CHILD} AND ${TASK} MODE (MustContain)`,
    [
      [null, 2],
      [2, 4],
    ],
  ],
  [
    'MayContain',
    `${SOURCE} AND ${CHILD} AND ${TASK} MODE (MayContain)`,
    [
      [null, 1],
      [null, 2],
      [2, 4],
      [null, 3],
      [null, 4],
      [null, 5],
    ],
  ],
  [
    'DoesNotContain',
    `${SOURCE} AND ${CHILD} AND ${TASK} MODE (DoesNotContain)`,
    [
      [null, 1],
      [null, 3],
      [null, 4],
      [null, 5],
    ],
  ],
  [
    'Recursive',
    `[Source].[System.Id] = 1 AND ${CHILD} AND [Target].[System.Id] > 0 MODE (Recursive)`,
    [
      [null, 1],
      [1, 2],
      [2, 4],
    ],
  ],
  [
    'Recursive, ReturnMatchingChildren',
    `${SOURCE} AND ${CHILD} AND ${TASK} MODE (Recursive, ReturnMatchingChildren)`,
    [
      [null, 1],
      [1, 2],
      [2, 4],
    ],
  ],
];

test.each(MODES)('MODE: %s', (_mode, clauses, found) => {
  expect(pairs(clauses)).toEqual(found);
});

test.each([
  'System.LinkTypes.Hierarchy-Forward',
  'System.LinkTypes.Hierarchy-Reverse',
  'System.LinkTypes.Related',
  'System.LinkTypes.Dependency-Forward',
  'System.LinkTypes.Dependency-Reverse',
  'System.LinkTypes.Duplicate-Forward',
  'System.LinkTypes.Duplicate-Reverse',
  'Microsoft.VSTS.Common.Affects-Forward',
  'Microsoft.VSTS.Common.TestedBy-Forward',
])('the link type %s is known', (type) => {
  const found = pairs(`${SOURCE} AND [System.Links.LinkType] = '${type}' MODE (MustContain)`);
  const linked = { 'System.LinkTypes.Related': 4, 'System.LinkTypes.Dependency-Forward': 0 }[type];
  expect(found.length).toBe(linked ?? (type.includes('Hierarchy') ? 4 : 0));
});

/** Words of the language in every writing. */
test.each([
  "select [System.Id] from workitems where [System.State] = 'New' order by [System.Id] desc",
  "SELECT ID, Title FROM WorkItems WHERE State = 'New' ORDER BY ID DESC",
  "Select [ID] From WORKITEMS Where not (State <> 'New') Order By [ID] Desc",
])('%s', (text) => {
  const result = query(text);
  expect(result.queryType === 'flat' && result.items.map(({ id }) => id)).toEqual([5, 4]);
});

test.each([
  ['@Nobody', '[System.Title] = @Nobody', "The macro '@Nobody' is not supported."],
  ['a recursive query of the past', `${CHILD} ASOF '2026-03-01' MODE (Recursive)`, 'ASOF cannot be used'],
  ['NOT EVER', "NOT EVER [System.State] = 'New'", 'The EVER operator cannot be negated.'],
])('%s is refused with its place', (_what, where, message) => {
  const from = where.includes('LinkType') ? 'WorkItemLinks' : 'WorkItems';
  expect(() => query(`SELECT [System.Id] FROM ${from} WHERE ${where}`)).toThrow(
    new RegExp(message.replace(/[.()]/g, '\\$&'), 'i'),
  );
});
