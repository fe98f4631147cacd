/** The types that every process has beside its backlogs: tests, reviews and feedback. Their home is the hidden category. */
import { states, workItemType, type Category, type WorkItemTypeDefinition } from './process';

interface Row {
  readonly name: string;
  readonly description: string;
  readonly color: string;
  readonly icon: string;
  readonly states: string;
  readonly own?: readonly string[];
}

const CLOSED = ['Common.ActivatedDate', 'Common.ActivatedBy', 'Common.ClosedDate', 'Common.ClosedBy'];

const ROWS: readonly Row[] = [
  {
    name: 'Code Review Request',
    description: 'Tracks the request of a review of changes.',
    color: 'FF9D00',
    icon: 'icon_code_review',
    states: 'Requested: InProgress, Closed: Completed',
    own: ['CodeReview.Context'],
  },
  {
    name: 'Code Review Response',
    description: 'Tracks what one reviewer answers.',
    color: 'FF9D00',
    icon: 'icon_code_response',
    states: 'Requested: InProgress, Closed: Completed',
  },
  {
    name: 'Feedback Request',
    description: 'Tracks what stakeholders are asked about the software.',
    color: 'FF9D00',
    icon: 'icon_review',
    states: 'Active: InProgress, Closed: Completed',
    own: ['Feedback.ApplicationType'],
  },
  {
    name: 'Feedback Response',
    description: 'Tracks what one stakeholder answers.',
    color: 'FF9D00',
    icon: 'icon_response',
    states: 'Active: InProgress, Closed: Completed',
    own: ['Feedback.ApplicationType'],
  },
  {
    name: 'Shared Parameter',
    description: 'Data that several test cases use.',
    color: '004B50',
    icon: 'icon_test_parameter',
    states: 'Active: InProgress, Inactive: Completed',
    own: ['Common.Priority', 'TCM.Parameters'],
  },
  {
    name: 'Shared Steps',
    description: 'Steps that several test cases use.',
    color: '004B50',
    icon: 'icon_test_step',
    states: 'Active: InProgress, Closed: Completed',
    own: ['Common.Priority', 'TCM.Steps', 'TCM.Parameters'],
  },
  {
    name: 'Test Case',
    description: 'Server-side data for a set of steps to be tested.',
    color: '004B50',
    icon: 'icon_test_case',
    states: 'Design: Proposed, Ready: InProgress, Closed: Completed',
    own: ['Common.Priority', 'TCM.Steps', 'TCM.Parameters'],
  },
  {
    name: 'Test Plan',
    description: 'Tracks the testing of one iteration or release.',
    color: '004B50',
    icon: 'icon_test_plan',
    states: 'Active: InProgress, Inactive: Completed',
    own: ['Scheduling.StartDate', 'Scheduling.FinishDate'],
  },
  {
    name: 'Test Suite',
    description: 'Groups the test cases of a plan.',
    color: '004B50',
    icon: 'icon_test_suite',
    states: 'In Planning: Proposed, In Progress: InProgress, Completed: Completed',
    own: ['TCM.TestSuiteType'],
  },
];

export const HIDDEN_TYPES: readonly WorkItemTypeDefinition[] = ROWS.map(
  ({ states: text, own = [], ...row }) =>
    workItemType({
      ...row,
      states: states(text),
      own: [...CLOSED, ...own],
      defaults: own.includes('Common.Priority') ? { 'Microsoft.VSTS.Common.Priority': 2 } : {},
    }),
);

const single = (category: string, type: string): Category => ({
  referenceName: `Microsoft.${category.replace(/ /g, '')}Category`,
  name: `${category} Category`,
  types: [type],
});

/** `Microsoft.HiddenCategory` keeps types out of the lists in which people choose one. */
export const HIDDEN_CATEGORY: Category = {
  referenceName: 'Microsoft.HiddenCategory',
  name: 'Hidden Types Category',
  types: ROWS.map((row) => row.name),
};

export const HIDDEN_CATEGORIES: readonly Category[] = [
  single('Code Review Request', 'Code Review Request'),
  single('Code Review Response', 'Code Review Response'),
  single('Feedback Request', 'Feedback Request'),
  single('Feedback Response', 'Feedback Response'),
  HIDDEN_CATEGORY,
  single('Shared Parameter', 'Shared Parameter'),
  single('Shared Step', 'Shared Steps'),
  single('Test Case', 'Test Case'),
  single('Test Plan', 'Test Plan'),
  single('Test Suite', 'Test Suite'),
];
