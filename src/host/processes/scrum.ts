/** The Scrum process: Product Backlog Items with Approved and Committed, bugs beside them. */
import { requirementColumns } from './backlog-columns';
import { HIDDEN_TYPES } from './hidden-types';
import { backlogsOf, categoriesOf } from './levels';
import { fieldCatalogue, states, workItemType, type ProcessTemplate } from './process';

const BACKLOG_STATES =
  'New: Proposed, Approved: Proposed, Committed: InProgress, Done: Completed, Removed: Removed';
const PORTFOLIO_STATES = 'New: Proposed, In Progress: InProgress, Done: Completed, Removed: Removed';
const HISTORY = ['Common.ActivatedDate', 'Common.ActivatedBy', 'Common.ClosedDate', 'Common.ClosedBy'];
const PLANNING = ['Common.Priority', 'Common.ValueArea', 'Common.BacklogPriority'];
const PORTFOLIO = [
  ...HISTORY,
  ...PLANNING,
  'Common.AcceptanceCriteria',
  'Common.BusinessValue',
  'Common.TimeCriticality',
  'Scheduling.Effort',
  'Scheduling.StartDate',
  'Scheduling.TargetDate',
];
const DEFAULTS = { 'Microsoft.VSTS.Common.Priority': 2, 'Microsoft.VSTS.Common.ValueArea': 'Business' };

const KINDS = {
  epic: 'Epic',
  feature: 'Feature',
  requirement: 'Product Backlog Item',
  task: 'Task',
  bug: 'Bug',
};

export const scrum: ProcessTemplate = {
  key: 'scrum',
  name: 'Scrum',
  description: 'This template is for teams who follow the Scrum framework.',
  templateTypeId: '6b724908-ef14-45cf-84f8-768b5384da45',
  bugsBehavior: 'asRequirements',
  orderField: 'Microsoft.VSTS.Common.BacklogPriority',
  effortField: 'Microsoft.VSTS.Scheduling.Effort',
  activityField: 'Microsoft.VSTS.Common.Activity',
  kinds: KINDS,
  fields: fieldCatalogue(),
  types: [
    workItemType({
      name: 'Bug',
      description: 'Describes a divergence between required and actual behavior.',
      color: 'CC293D',
      icon: 'icon_insect',
      states: states(BACKLOG_STATES),
      own: [
        ...HISTORY,
        ...PLANNING,
        'Common.Severity',
        'Common.AcceptanceCriteria',
        'Common.Activity',
        'Scheduling.Effort',
        'Scheduling.RemainingWork',
        'TCM.ReproSteps',
        'TCM.SystemInfo',
        'Build.FoundIn',
        'Build.IntegrationBuild',
      ],
      defaults: { ...DEFAULTS, 'Microsoft.VSTS.Common.Severity': '3 - Medium' },
    }),
    workItemType({
      name: 'Epic',
      description: 'Tracks a business initiative that spans several releases.',
      color: 'E06C00',
      icon: 'icon_crown',
      states: states(PORTFOLIO_STATES),
      own: PORTFOLIO,
      defaults: DEFAULTS,
    }),
    workItemType({
      name: 'Feature',
      description: 'Tracks a feature that will be released with the product.',
      color: '773B93',
      icon: 'icon_trophy',
      states: states(PORTFOLIO_STATES),
      own: PORTFOLIO,
      defaults: DEFAULTS,
    }),
    workItemType({
      name: 'Impediment',
      description: 'Tracks an obstacle to progress.',
      color: 'B4009E',
      icon: 'icon_traffic_cone',
      states: states('Open: InProgress, Closed: Completed'),
      own: [...HISTORY, 'Common.Priority'],
      defaults: { 'Microsoft.VSTS.Common.Priority': 2 },
    }),
    workItemType({
      name: 'Product Backlog Item',
      description: 'Tracks an activity the user will be able to perform with the product.',
      color: '009CCC',
      icon: 'icon_list',
      states: states(BACKLOG_STATES),
      own: [
        ...HISTORY,
        ...PLANNING,
        'Common.AcceptanceCriteria',
        'Common.BusinessValue',
        'Scheduling.Effort',
      ],
      defaults: DEFAULTS,
    }),
    workItemType({
      name: 'Task',
      description: 'Tracks work that needs to be done.',
      color: 'F2CB1D',
      icon: 'icon_clipboard',
      states: states('To Do: Proposed, In Progress: InProgress, Done: Completed, Removed: Removed'),
      own: [
        ...HISTORY,
        'Common.Priority',
        'Common.Activity',
        'Common.BacklogPriority',
        'Scheduling.RemainingWork',
        'CMMI.Blocked',
      ],
      defaults: {},
      finished: ['Done', 'Removed'],
    }),
    ...HIDDEN_TYPES,
  ],
  categories: categoriesOf(KINDS),
  backlogs: backlogsOf(KINDS, {
    name: 'Backlog items',
    columns: requirementColumns('Microsoft.VSTS.Scheduling.Effort'),
  }),
};
