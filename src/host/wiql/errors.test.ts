/** Where errors point, in the original's words as far as they are known, and the limits. */
import { Problem } from '../kernel/problem';
import { query } from '../testing/query-world';

const at = (culprit: string): string => `The error is caused by «${culprit}».`;

test.each<[string, string]>([
  ['FIND [System.Id] FROM WorkItems', at('FIND')],
  [
    'SELECT [System.Id] FORM WorkItems',
    `TF51006: The query statement is missing a FROM clause. ${at('FORM')}`,
  ],
  ['SELECT TOP 5000 [System.Id] FROM WorkItems', `missing a FROM clause. ${at('5000')}`],
  ['SELECT [System.Id]\nFROM Stuff', at('Stuff')],
  ['SELECT * FROM WorkItems', `Expecting field name. ${at('*')}`],
  ['SELECT FROM WorkItems', 'missing a FROM clause'],
  ['SELECT [System.Id] FROM WorkItems ORDER [System.Id]', `Expecting BY. ${at('[System.Id]')}`],
  ["SELECT [System.Id] FROM WorkItems ASOF 'never'", `Expecting a date. ${at("'never'")}`],
  ['SELECT [System.Id] FROM WorkItems ASOF 2026', at('2026')],
])('%s is refused', (text, message) => {
  expect(() => query(text)).toThrow(Problem);
  expect(() => query(text)).toThrow(message);
});

test.each<[string, string]>([
  // Grammar
  ['1 = 1', `Expecting field name. ${at('1')}`],
  ['[System.Id] * 2', `Expecting comparison operator. ${at('*')}`],
  ['[System.Id] = ', 'Expecting constant value. The error is caused by «».'],
  ['[System.Id] IN ()', `Expecting constant value. ${at(')')}`],
  ["[System.Title] = 'open", at("'open")],
  ['([System.Id] = 1', 'Expecting ).'],
  ['[System.Id] = 1 GROUP', `Expected end of string. ${at('GROUP')}`],
  ['[System.Id] = 1 AND', 'Expecting field name.'],
  ["[System.IterationPath] = @currentIteration('[Shop]\\Shop Team'", 'Expecting ).'],
  ["[System.Title] = 'a' ; DROP", at(';')],
  // Names
  ['[System.Nope] = 1', `TF51005: The query references a field that does not exist. ${at('[System.Nope]')}`],
  [
    "[System.AreaPath] UNDER 'Shop\\Nope'",
    `TF51011: The specified area path does not exist. ${at("'Shop\\Nope'")}`,
  ],
  [
    "[System.IterationPath] = 'Nope'",
    `TF51011: The specified iteration path does not exist. ${at("'Nope'")}`,
  ],
  ["[System.WorkItemType] IN GROUP 'Nope'", at("'Nope'")],
  // Operators that do not suit
  [
    "[System.IterationPath] CONTAINS 'Sprint'",
    `The specified operator cannot be used with area path fields. ${at("[System.IterationPath] contains 'Sprint'")}`,
  ],
  [
    "[System.Description] = 'x'",
    `The specified operator cannot be used with long-text fields. ${at("[System.Description] = 'x'")}`,
  ],
  ["[System.Description] CONTAINS 'x'", 'long-text fields'],
  ["[System.Tags] = 'Risk'", 'long-text fields'],
  ["[System.Id] CONTAINS '1'", `cannot be used with numeric fields. ${at("[System.Id] contains '1'")}`],
  ["[System.CreatedDate] UNDER '2026'", 'cannot be used with date fields'],
  ['[System.BoardColumnDone] > true', 'cannot be used with Boolean fields'],
  ['[System.AreaPath] = [System.Title]', 'cannot be used with area path fields'],
  ['[System.State] IS EMPTY', 'cannot be used with this field'],
  [
    "[Area Path] UNDER ''",
    `The specified operator cannot be used in conjunction with an empty string. ${at("[Area Path] under ''")}`,
  ],
  ["[System.Title] > ''", 'in conjunction with an empty string'],
  ['[System.Id] IN ([Any], 1)', 'cannot be used with [Any]'],
  // Types that do not suit
  [
    "[Microsoft.VSTS.Common.ClosedDate] = 'undefined'",
    `TF212023: You cannot compare fields with different data types in the WHERE clause of a work item query. ${at("[Microsoft.VSTS.Common.ClosedDate] = 'undefined'")}`,
  ],
  ["[System.Id] = 'one'", 'TF212023'],
  ['[System.Title] = 5', 'TF212023'],
  ['[System.Id] = [System.Title]', 'TF212023'],
  ['[System.CreatedDate] > [System.Id]', 'TF212023'],
  ["[System.BoardColumnDone] = 'maybe'", 'TF212023'],
  [
    "[System.CreatedDate] >= '2026-03-01T15:02:58Z'",
    `You cannot supply a time with the date when running a query using date precision. ${at("[System.CreatedDate] >= '2026-03-01T15:02:58Z'")}`,
  ],
  [`[System.Description] CONTAINS WORDS '${'x'.repeat(101)}'`, 'longer than 100 characters'],
  // EVER
  ["NOT EVER [System.State] = 'New'", `The EVER operator cannot be negated. ${at('EVER')}`],
  ["EVER [System.State] <> 'New'", 'The EVER operator cannot be negated.'],
  // Macros
  ['[System.Title] = @nobody', `The macro '@nobody' is not supported. ${at('@nobody')}`],
  ['[System.Title] = @today', "The macro '@today' cannot be used with the field Title."],
  ['[System.AreaPath] = @currentIteration', 'cannot be used with the field Area Path'],
  ['[System.Id] = @me', 'cannot be used with the field ID'],
  ['[System.AssignedTo] = @me + 1', at('@me')],
  ["[System.CreatedDate] > @startOfWeek('soon')", 'Expecting an offset such as +1w.'],
  ['[System.IterationPath] = @currentIteration + 5', 'has no such iteration'],
  ["[System.IterationPath] = @currentIteration('[Shop]\\Nobody')", 'VS402612'],
])('WHERE %s is refused', (where, message) => {
  const text = `SELECT [System.Id] FROM WorkItems WHERE ${where}`;
  expect(() => query(text)).toThrow(Problem);
  expect(() => query(text)).toThrow(message);
});

test.each([
  ['[System.IterationPath] = @currentIteration', 'VS402612', { team: undefined }],
  ['[System.AreaPath] = @teamAreas', 'VS402612', { team: undefined }],
  ['[System.TeamProject] = @project', 'without a project context', { project: undefined }],
])('%s needs its surroundings', (where, message, without) => {
  expect(() => query(`SELECT [System.Id] FROM WorkItems WHERE ${where}`, without)).toThrow(message);
});

test('a text of 32,000 characters is read, and one more is refused', () => {
  const text = 'SELECT [System.Id] FROM WorkItems'.padEnd(32_000);
  expect(query(text)).toMatchObject({ queryType: 'flat' });
  expect(() => query(`${text} `)).toThrow('32000 characters');
});

test('20,000 results are the most; a limit of one’s own takes the first of more', () => {
  const found = query('SELECT [System.Id] FROM WorkItems');
  const one = found.queryType === 'flat' ? found.items[0] : undefined;
  if (!one) throw new Error('Nothing was found.');
  const many = (count: number) => {
    const items = Array.from({ length: count }, (_, index) => ({ ...one, id: index + 1 }));
    return { get: () => undefined, all: () => items as never };
  };
  const text = 'SELECT [System.Id] FROM WorkItems';
  expect(query(text, { reader: many(20_000) })).toMatchObject({ items: { length: 20_000 } });
  expect(() => query(text, { reader: many(20_001) })).toThrow(
    'VS402337: The number of work items returned exceeds the size limit of 20000. Change the query to return fewer items.',
  );
  expect(query(text, { reader: many(20_001) }, 50)).toMatchObject({ items: { length: 50 } });
});
