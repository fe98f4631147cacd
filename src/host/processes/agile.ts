/** The Agile process: User Stories, four states with Resolved, bugs beside tasks. */
import { requirementColumns } from './backlog-columns';
import { HIDDEN_TYPES } from './hidden-types';
import { backlogsOf, categoriesOf } from './levels';
import { fieldCatalogue, states, workItemType, type ProcessTemplate } from './process';

const FULL = 'New: Proposed, Active: InProgress, Resolved: Resolved, Closed: Completed, Removed: Removed';
const HISTORY = [
  'Common.ActivatedDate',
  'Common.ActivatedBy',
  'Common.ResolvedDate',
  'Common.ResolvedBy',
  'Common.ResolvedReason',
  'Common.ClosedDate',
  'Common.ClosedBy',
];
const PLANNING = ['Common.Priority', 'Common.ValueArea', 'Common.Risk', 'Common.StackRank'];
const PORTFOLIO = [
  ...HISTORY,
  ...PLANNING,
  'Common.BusinessValue',
  'Common.TimeCriticality',
  'Scheduling.Effort',
  'Scheduling.StartDate',
  'Scheduling.TargetDate',
];
const WORK = [
  'Scheduling.OriginalEstimate',
  'Scheduling.RemainingWork',
  'Scheduling.CompletedWork',
  'Common.Activity',
];
const DEFAULTS = { 'Microsoft.VSTS.Common.Priority': 2, 'Microsoft.VSTS.Common.ValueArea': 'Business' };

const KINDS = { epic: 'Epic', feature: 'Feature', requirement: 'User Story', task: 'Task', bug: 'Bug' };

export const agile: ProcessTemplate = {
  key: 'agile',
  name: 'Agile',
  description:
    'This template is flexible and will work great for most teams using Agile planning methods, including those practicing Scrum.',
  templateTypeId: 'adcc42ab-9882-485e-a3ed-7678f01f66bc',
  bugsBehavior: 'asTasks',
  orderField: 'Microsoft.VSTS.Common.StackRank',
  effortField: 'Microsoft.VSTS.Scheduling.StoryPoints',
  activityField: 'Microsoft.VSTS.Common.Activity',
  kinds: KINDS,
  fields: fieldCatalogue(),
  types: [
    workItemType({
      name: 'Bug',
      description: 'Describes a divergence between required and actual behavior.',
      color: 'CC293D',
      icon: 'icon_insect',
      states: states('New: Proposed, Active: InProgress, Resolved: Resolved, Closed: Completed'),
      own: [
        ...HISTORY,
        ...PLANNING,
        ...WORK,
        'Common.Severity',
        'Scheduling.StoryPoints',
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
      states: states(FULL),
      own: PORTFOLIO,
      defaults: DEFAULTS,
    }),
    workItemType({
      name: 'Feature',
      description: 'Tracks a feature that will be released with the product.',
      color: '773B93',
      icon: 'icon_trophy',
      states: states(FULL),
      own: PORTFOLIO,
      defaults: DEFAULTS,
    }),
    workItemType({
      name: 'Issue',
      description: 'Tracks an obstacle to progress.',
      color: 'B4009E',
      icon: 'icon_traffic_cone',
      states: states('Active: InProgress, Closed: Completed'),
      own: [...HISTORY, 'Common.Priority', 'Common.StackRank', 'Scheduling.DueDate'],
      defaults: { 'Microsoft.VSTS.Common.Priority': 2 },
    }),
    workItemType({
      name: 'Task',
      description: 'Tracks work that needs to be done.',
      color: 'F2CB1D',
      icon: 'icon_clipboard',
      states: states('New: Proposed, Active: InProgress, Closed: Completed, Removed: Removed'),
      own: [
        ...HISTORY,
        ...WORK,
        'Common.Priority',
        'Common.StackRank',
        'Scheduling.StartDate',
        'Scheduling.FinishDate',
        'Build.IntegrationBuild',
      ],
      defaults: { 'Microsoft.VSTS.Common.Priority': 2 },
      finished: ['Closed'],
    }),
    workItemType({
      name: 'User Story',
      description: 'Tracks an activity the user will be able to perform with the product.',
      color: '009CCC',
      icon: 'icon_book',
      states: states(FULL),
      own: [
        ...HISTORY,
        ...PLANNING,
        'Common.AcceptanceCriteria',
        'Scheduling.StoryPoints',
        'Scheduling.StartDate',
        'Scheduling.FinishDate',
        'Build.IntegrationBuild',
      ],
      defaults: DEFAULTS,
    }),
    ...HIDDEN_TYPES,
  ],
  categories: categoriesOf(KINDS),
  backlogs: backlogsOf(KINDS, {
    name: 'Stories',
    columns: requirementColumns('Microsoft.VSTS.Scheduling.StoryPoints'),
  }),
};
