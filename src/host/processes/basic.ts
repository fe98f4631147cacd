/** The Basic process: Epics, Issues and Tasks, three states, no bugs of their own. */
import { columnsOf } from './backlog-columns';
import { HIDDEN_TYPES } from './hidden-types';
import { backlogsOf, categoriesOf } from './levels';
import { fieldCatalogue, states, workItemType, type ProcessTemplate } from './process';

const STATES = 'To Do: Proposed, Doing: InProgress, Done: Completed';
const HISTORY = ['Common.ActivatedDate', 'Common.ActivatedBy', 'Common.ClosedDate', 'Common.ClosedBy'];
const EFFORT = 'Microsoft.VSTS.Scheduling.Effort';
const DEFAULTS = { 'Microsoft.VSTS.Common.Priority': 2 };

const KINDS = { epic: 'Epic', feature: 'Epic', requirement: 'Issue', task: 'Task', bug: 'Issue' };

export const basic: ProcessTemplate = {
  key: 'basic',
  name: 'Basic',
  description:
    'This template is flexible for any process and great for teams getting started with Azure DevOps.',
  templateTypeId: 'b8a3a935-7e91-48b8-a94c-606d37c3e9f2',
  bugsBehavior: 'off',
  orderField: 'Microsoft.VSTS.Common.StackRank',
  effortField: EFFORT,
  activityField: 'Microsoft.VSTS.Common.Activity',
  kinds: KINDS,
  fields: fieldCatalogue(),
  types: [
    workItemType({
      name: 'Epic',
      description: 'Epics help teams effectively manage and groom their product backlog.',
      color: 'E06C00',
      icon: 'icon_crown',
      states: states(STATES),
      own: [
        ...HISTORY,
        'Common.Priority',
        'Common.StackRank',
        'Scheduling.Effort',
        'Scheduling.StartDate',
        'Scheduling.TargetDate',
      ],
      defaults: DEFAULTS,
    }),
    workItemType({
      name: 'Issue',
      description: 'Tracks an obstacle or a piece of work worth talking about.',
      color: '009CCC',
      icon: 'icon_book',
      states: states(STATES),
      own: [...HISTORY, 'Common.Priority', 'Common.StackRank', 'Scheduling.Effort'],
      defaults: DEFAULTS,
    }),
    workItemType({
      name: 'Task',
      description: 'Tracks work that needs to be done.',
      color: 'F2CB1D',
      icon: 'icon_clipboard',
      states: states(STATES),
      own: [...HISTORY, 'Common.Priority', 'Common.StackRank', 'Common.Activity', 'Scheduling.RemainingWork'],
      defaults: DEFAULTS,
    }),
    ...HIDDEN_TYPES,
  ],
  categories: categoriesOf(KINDS),
  backlogs: backlogsOf(KINDS, { name: 'Issues', columns: columnsOf(EFFORT) }, columnsOf(EFFORT)),
};
