/**
 * A process that inherits from Agile and changes what an organisation may change: stories and tasks are replaced by
 * types of its own with states of its own, the replaced types and Issue are hidden, the bug has one state more and one
 * less, and work cannot be written down without a cost centre.
 */
import { agile } from './agile';
import { HIDDEN_CATEGORIES, HIDDEN_CATEGORY } from './hidden-types';
import {
  customFieldCatalogue,
  states,
  workItemType,
  type BacklogLevel,
  type ProcessTemplate,
  type WorkItemTypeDefinition,
} from './process';

const STORY = 'Customer Need';
const TASK = 'Work Step';
const HIDDEN = ['Issue', 'Task', 'User Story'];

const HISTORY = [
  'Common.ActivatedDate',
  'Common.ActivatedBy',
  'Common.ResolvedDate',
  'Common.ResolvedBy',
  'Common.ClosedDate',
  'Common.ClosedBy',
];

const own: readonly WorkItemTypeDefinition[] = [
  workItemType({
    name: STORY,
    referenceName: 'ShopFlow.CustomerNeed',
    description: 'What a customer wants to be able to do, and why.',
    color: '00643A',
    icon: 'icon_gift',
    states: states(
      'Drafted: Proposed, Agreed: Proposed, Building: InProgress, In Review: Resolved, Accepted: Completed, Dropped: Removed',
    ),
    own: [
      ...HISTORY,
      'Common.Priority',
      'Common.ValueArea',
      'Common.Risk',
      'Common.StackRank',
      'Common.AcceptanceCriteria',
      'Scheduling.StoryPoints',
      'Custom.Requester',
    ],
    defaults: { 'Microsoft.VSTS.Common.Priority': 2, 'Microsoft.VSTS.Common.ValueArea': 'Business' },
  }),
  workItemType({
    name: TASK,
    referenceName: 'ShopFlow.WorkStep',
    description: 'One piece of work towards a customer need.',
    color: '5C2D91',
    icon: 'icon_gear',
    states: states('Waiting: Proposed, Underway: InProgress, Checked: Completed, Skipped: Removed'),
    own: [
      ...HISTORY,
      'Common.Priority',
      'Common.StackRank',
      'Common.Activity',
      'Scheduling.OriginalEstimate',
      'Scheduling.RemainingWork',
      'Scheduling.CompletedWork',
      'Custom.CostCentre',
    ],
    defaults: { 'Microsoft.VSTS.Common.Priority': 2 },
    required: ['Custom.CostCentre'],
  }),
];

function changed(type: WorkItemTypeDefinition): WorkItemTypeDefinition {
  if (HIDDEN.includes(type.name)) return { ...type, isDisabled: true };
  if (type.name !== 'Bug') return type;
  return {
    ...type,
    // An organisation may hide inherited states and add its own, but not rename them.
    states: states('New: Proposed, Triaged: Proposed, Active: InProgress, Closed: Completed'),
  };
}

function replaced(level: BacklogLevel): BacklogLevel {
  if (level.type === 'requirement') return { ...level, name: 'Needs', color: '00643A', types: [STORY] };
  return level.type === 'task' ? { ...level, color: '5C2D91', types: [TASK] } : level;
}

export const inherited: ProcessTemplate = {
  ...agile,
  key: 'inherited',
  name: 'Shop Flow',
  description: 'Agile with customer needs, work steps and cost centres.',
  templateTypeId: '4b1c4c1e-6f1f-4d6e-9a43-2f3d1c0a7b55',
  parentTemplateTypeId: agile.templateTypeId,
  kinds: { ...agile.kinds, requirement: STORY, task: TASK },
  fields: customFieldCatalogue(),
  types: [...agile.types.map(changed), ...own],
  categories: [
    ...agile.categories.flatMap((category) => {
      if (category.referenceName === 'Microsoft.RequirementCategory')
        return [{ ...category, types: [STORY] }];
      if (category.referenceName === 'Microsoft.TaskCategory') return [{ ...category, types: [TASK] }];
      return HIDDEN_CATEGORIES.includes(category) ? [] : [category];
    }),
    ...HIDDEN_CATEGORIES.filter((category) => category !== HIDDEN_CATEGORY),
    { ...HIDDEN_CATEGORY, types: [...HIDDEN_CATEGORY.types, ...HIDDEN] },
  ],
  backlogs: agile.backlogs.map(replaced),
};
