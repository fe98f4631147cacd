/** The levels that the system processes share, from epics down to tasks: their categories and the backlogs built on them. */
import { PORTFOLIO_COLUMNS, TASK_COLUMNS } from './backlog-columns';
import { HIDDEN_CATEGORIES } from './hidden-types';
import type { BacklogLevel, Category, ProcessTemplate } from './process';

type Kinds = ProcessTemplate['kinds'];

/** A process without a level of its own for features seeds them as epics. */
const hasFeatures = (kinds: Kinds) => kinds.feature !== kinds.epic;

const category = (kind: string, type: string): Category => ({
  referenceName: `Microsoft.${kind}Category`,
  name: `${kind} Category`,
  types: [type],
});

/** The categories of a process in the original's order; each of its levels has one type. */
export function categoriesOf(kinds: Kinds): readonly Category[] {
  return [
    category('Bug', kinds.bug),
    category('Epic', kinds.epic),
    ...(hasFeatures(kinds) ? [category('Feature', kinds.feature)] : []),
    category('Requirement', kinds.requirement),
    category('Task', kinds.task),
    ...HIDDEN_CATEGORIES,
  ];
}

/** The backlogs of a process, highest first. `requirements` is what it calls its middle level, with its grid. */
export function backlogsOf(
  kinds: Kinds,
  requirements: Pick<BacklogLevel, 'name' | 'columns'>,
  portfolio: BacklogLevel['columns'] = PORTFOLIO_COLUMNS,
): readonly BacklogLevel[] {
  const epics: BacklogLevel = {
    id: 'Microsoft.EpicCategory',
    name: 'Epics',
    type: 'portfolio',
    rank: 4,
    color: 'E06C00',
    types: [kinds.epic],
    columns: portfolio,
  };
  const features: BacklogLevel = {
    id: 'Microsoft.FeatureCategory',
    name: 'Features',
    type: 'portfolio',
    rank: 3,
    color: '773B93',
    types: [kinds.feature],
    columns: portfolio,
  };
  return [
    epics,
    ...(hasFeatures(kinds) ? [features] : []),
    {
      id: 'Microsoft.RequirementCategory',
      type: 'requirement',
      rank: 2,
      color: '009CCC',
      types: [kinds.requirement],
      ...requirements,
    },
    {
      id: 'Microsoft.TaskCategory',
      name: 'Tasks',
      type: 'task',
      rank: 1,
      color: 'F2CB1D',
      types: [kinds.task],
      columns: TASK_COLUMNS,
    },
  ];
}
