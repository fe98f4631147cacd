/** Filters of card rules: the one spelling the settings page of the original can show again. */
import { agile } from '../processes/agile';
import { readFilter } from './card-filter';

const read = (filter: string): unknown => {
  const result = readFilter(filter, (reference) => agile.fields.byReferenceName(reference));
  return result.kind === 'invalid'
    ? result.message
    : result.clauses.map(({ index, logicalOperator, fieldName, operator, value }) =>
        [index, logicalOperator, fieldName, operator, value].join(' ').replace(/\s+/g, ' '),
      );
};

test.each([
  ["[System.Tags] contains 'Threat-High'", ['1 System.Tags CONTAINS Threat-High']],
  [
    "[System.Tags] contains 'A' and [System.State] <> 'Closed'",
    ['1 System.Tags CONTAINS A', '2 AND System.State <> Closed'],
  ],
  ["[System.Title] not contains 'it''s'", ["1 System.Title NOT CONTAINS it's"]],
  ['[system.assignedto] = @me', ['1 System.AssignedTo = @me']],
  ['[System.ChangedDate] < @today - 7', ['1 System.ChangedDate < @today - 7']],
  ["[Microsoft.VSTS.Common.Priority] >= '2'", ['1 Microsoft.VSTS.Common.Priority >= 2']],
  ["[System.AreaPath] not under 'Shop\\Checkout'", ['1 System.AreaPath NOT UNDER Shop\\Checkout']],
  ["[System.Description] contains words 'card'", ['1 System.Description CONTAINS WORDS card']],
  ['', []],
])('%s', (filter, expected) => expect(read(filter)).toEqual(expected));

test.each([
  ["[System.State] = 'a' or [System.State] = 'b'", /joined by AND/],
  ["([System.State] = 'a')", /cannot be read/],
  ["[System.State] in ('a', 'b')", /cannot be read/],
  ["ever [System.State] = 'a'", /cannot be read/],
  ["[System.State] = 'a' [System.State] = 'b'", /joined by AND/],
  ["[System.State] = 'a", /cannot be read/],
  ["[System.State] > 'a'", /operator > cannot be used/],
  ["[System.Description] = 'a'", /operator = cannot be used/],
  ["[System.Id] contains '1'", /operator CONTAINS cannot be used/],
  ["[System.Nonsense] = 'a'", /System.Nonsense does not exist/],
  ["[Microsoft.VSTS.Common.Priority] = 'high'", /does not fit/],
  ['[System.Title] = @me', /does not fit/],
  ["[System.ChangedDate] > 'soon'", /does not fit/],
  [Array.from({ length: 6 }, () => "[System.State] = 'a'").join(' and '), /at most 5 conditions/],
])('%s is refused', (filter, expected) => expect(String(read(filter))).toMatch(expected));
