/** Queries as rows, and back to text: what a row does not show keeps its text. */
import { rowsOf, withRows, type ClauseRow } from './clause-rows';
import { errorPlace } from './error-place';

const select = 'SELECT [System.Id] FROM WorkItems';
const bare = (field: string): boolean => field === 'System.Id';

test.each<[string, readonly Partial<ClauseRow>[]]>([
  [select, []],
  [`${select} WHERE [System.State] = 'New'`, [{ field: 'System.State', operator: '=', value: 'New' }]],
  [
    `${select} WHERE [System.Id] > 5 AND [System.AssignedTo] = @me OR [System.Title] contains 'it''s' ORDER BY [System.Id]`,
    [
      { joint: 'AND', field: 'System.Id', operator: '>', value: '5' },
      { joint: 'AND', field: 'System.AssignedTo', value: '@me' },
      { joint: 'OR', field: 'System.Title', operator: 'contains', value: "it's" },
    ],
  ],
  [
    `${select} WHERE [System.WorkItemType] IN ('Task', 'Bug') AND [System.Description] IS NOT EMPTY ASOF '2026-03-01'`,
    [
      { operator: 'in', value: 'Task, Bug' },
      { operator: 'is not empty', value: '' },
    ],
  ],
  [
    `${select} WHERE [System.ChangedDate] >= @today - 7 AND EVER [System.State] = 'New'`,
    [{ value: '@today - 7' }, { operator: 'ever', value: 'New' }],
  ],
])('%s has rows, and the rows are its text', (wiql, expected) => {
  const read = rowsOf(wiql);
  expect(read).toMatchObject({ kind: 'rows', rows: expected });
  if (read.kind !== 'rows') return;
  const again = withRows(wiql, read.rows, bare);
  expect(rowsOf(again)).toEqual(read);
  expect(again).toContain(wiql.includes('ORDER BY') ? '\nORDER BY [System.Id]' : 'FROM WorkItems');
  expect(again.includes('ASOF')).toBe(wiql.includes('ASOF'));
});

test.each([
  [`${select} WHERE ([System.Id] = 1 OR [System.Id] = 2) AND [System.State] = 'New'`, /groups/],
  [`${select} WHERE NOT [System.Id] = 1`, /groups/],
  [`${select} WHERE [System.Title] = '@me'`, /groups/],
  [`${select} WHERE [System.Title] IN ('a, b')`, /groups/],
  ['SELECT [System.Id] FROM WorkItemLinks WHERE [Source].[System.Id] = 1', /links/],
  [`${select} WHERE [System.Id] ==`, /Expecting constant value/],
])('%s has none', (wiql, reason) => {
  expect(rowsOf(wiql)).toEqual({ kind: 'text', reason: expect.stringMatching(reason) });
});

test('rows are put where no condition was, and the last one takes WHERE with it', () => {
  const row: ClauseRow = { joint: 'OR', field: 'System.Id', operator: '=', value: '7' };
  const ordered = `${select} ORDER BY [System.Id]`;
  const one = withRows(ordered, [row], bare);
  expect(one).toBe('SELECT [System.Id] FROM WorkItems\nWHERE [System.Id] = 7\nORDER BY [System.Id]');
  expect(withRows(one, [], bare)).toBe('SELECT [System.Id] FROM WorkItems\nORDER BY [System.Id]');
});

test.each([
  ['SELECT [System.Id]\nFORM WorkItems', 'Missing FROM. The error is caused by «FORM».', [2, 1, 'FORM']],
  ['a\n [x]  CONTAINS\n1', 'No. The error is caused by «[x] contains 1».', [2, 2, '[x]  CONTAINS\n1']],
  ['SELECT', 'Expecting field name. The error is caused by «».', [1, 7, '']],
  ['a b a', 'The error is caused by «a».', undefined],
  ['a b', 'The error is caused by «c».', undefined],
  ['a b', 'The server does not answer.', undefined],
])('in %j the culprit of %j is found', (text, message, expected) => {
  const place = errorPlace(text, message);
  expect(place && [place.line, place.column, text.slice(place.start, place.end)]).toEqual(expected);
});
