/** The grid columns of the backlog levels; processes differ in the effort field. */

type Columns = readonly (readonly [field: string, width: number])[];

const HEAD: Columns = [
  ['System.WorkItemType', 100],
  ['System.Title', 400],
  ['System.State', 100],
];

export const PORTFOLIO_COLUMNS: Columns = [
  ...HEAD,
  ['Microsoft.VSTS.Scheduling.Effort', 50],
  ['Microsoft.VSTS.Common.BusinessValue', 50],
  ['Microsoft.VSTS.Common.ValueArea', 100],
  ['System.Tags', 200],
];

export const TASK_COLUMNS: Columns = [
  ['System.Title', 400],
  ['System.State', 100],
  ['System.AssignedTo', 100],
  ['Microsoft.VSTS.Scheduling.RemainingWork', 50],
];

export function requirementColumns(effortField: string): Columns {
  return [
    ...HEAD,
    [effortField, 50],
    ['Microsoft.VSTS.Common.ValueArea', 100],
    ['System.IterationPath', 200],
    ['System.Tags', 200],
  ];
}

/** The short grid of Basic, which has no value areas. */
export function columnsOf(effortField: string): Columns {
  return [...HEAD, [effortField, 50], ['System.IterationPath', 200], ['System.Tags', 200]];
}
