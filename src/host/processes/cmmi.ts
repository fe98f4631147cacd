/** The CMMI process: Requirements sized and reviewed, with risks, reviews and change requests beside the backlogs. */
import { requirementColumns } from './backlog-columns';
import { HIDDEN_TYPES } from './hidden-types';
import { backlogsOf, categoriesOf } from './levels';
import { fieldCatalogue, states, workItemType, type ProcessTemplate } from './process';

/** In this process work that is resolved still counts as in progress, but for bugs. */
const BACKLOG_STATES =
  'Proposed: Proposed, Active: InProgress, Resolved: InProgress, Closed: Completed, Removed: Removed';
const WORK_STATES = 'Proposed: Proposed, Active: InProgress, Resolved: InProgress, Closed: Completed';
const HISTORY = [
  'Common.ActivatedDate',
  'Common.ActivatedBy',
  'Common.ResolvedDate',
  'Common.ResolvedBy',
  'Common.ResolvedReason',
  'Common.ClosedDate',
  'Common.ClosedBy',
];
const PLANNING = ['Common.Priority', 'Common.Triage', 'Common.StackRank', 'CMMI.Blocked'];
const PORTFOLIO = [
  ...HISTORY,
  'Common.Priority',
  'Common.ValueArea',
  'Common.Risk',
  'Common.StackRank',
  'Common.BusinessValue',
  'Common.TimeCriticality',
  'Scheduling.Effort',
  'Scheduling.StartDate',
  'Scheduling.TargetDate',
];
const WORK = ['Scheduling.OriginalEstimate', 'Scheduling.RemainingWork', 'Scheduling.CompletedWork'];
const C = 'Microsoft.VSTS.Common.';
const M = 'Microsoft.VSTS.CMMI.';
const PRIORITY = { [`${C}Priority`]: 2 };
const TRIAGED = { ...PRIORITY, [`${C}Triage`]: 'Pending', [`${M}Blocked`]: 'No' };
const VALUED = { ...PRIORITY, [`${C}ValueArea`]: 'Business' };

const KINDS = { epic: 'Epic', feature: 'Feature', requirement: 'Requirement', task: 'Task', bug: 'Bug' };

export const cmmi: ProcessTemplate = {
  key: 'cmmi',
  name: 'CMMI',
  description:
    'This template is for more formal projects requiring a framework for process improvement and an auditable record of decisions.',
  templateTypeId: '27450541-8e31-4150-9947-dc59f998fc01',
  bugsBehavior: 'asRequirements',
  orderField: `${C}StackRank`,
  effortField: 'Microsoft.VSTS.Scheduling.Size',
  activityField: `${C}Discipline`,
  kinds: KINDS,
  fields: fieldCatalogue(),
  types: [
    workItemType({
      name: 'Bug',
      description: 'Describes a divergence between required and actual behavior.',
      color: 'CC293D',
      icon: 'icon_insect',
      states: states('Proposed: Proposed, Active: InProgress, Resolved: Resolved, Closed: Completed'),
      own: [
        ...HISTORY,
        ...PLANNING,
        ...WORK,
        'Common.Severity',
        'Common.Discipline',
        'Scheduling.Size',
        'CMMI.RootCause',
        'CMMI.Symptom',
        'CMMI.ProposedFix',
        'CMMI.FoundInEnvironment',
        'CMMI.HowFound',
        'TCM.ReproSteps',
        'TCM.SystemInfo',
        'Build.FoundIn',
        'Build.IntegrationBuild',
      ],
      defaults: { ...TRIAGED, [`${C}Severity`]: '3 - Medium', [`${M}RootCause`]: 'Unknown' },
      required: [`${C}Priority`, `${C}Severity`, `${C}Triage`],
    }),
    workItemType({
      name: 'Change Request',
      description: 'Tracks a proposed change to some part of the product baseline.',
      color: 'B4009E',
      icon: 'icon_asterisk',
      states: states(WORK_STATES),
      own: [
        ...HISTORY,
        ...PLANNING,
        'Common.Discipline',
        'CMMI.Analysis',
        'CMMI.Justification',
        'CMMI.ImpactAssessmentHtml',
      ],
      defaults: TRIAGED,
      required: [`${C}Priority`, `${C}Triage`],
    }),
    workItemType({
      name: 'Epic',
      description: 'Tracks a business initiative that spans several releases.',
      color: 'E06C00',
      icon: 'icon_crown',
      states: states(BACKLOG_STATES),
      own: PORTFOLIO,
      defaults: VALUED,
    }),
    workItemType({
      name: 'Feature',
      description: 'Tracks a feature that will be released with the product.',
      color: '773B93',
      icon: 'icon_trophy',
      states: states(BACKLOG_STATES),
      own: PORTFOLIO,
      defaults: VALUED,
    }),
    workItemType({
      name: 'Issue',
      description: 'Tracks an obstacle to progress.',
      color: 'B4009E',
      icon: 'icon_traffic_cone',
      states: states(WORK_STATES),
      own: [
        ...HISTORY,
        ...PLANNING,
        'CMMI.Analysis',
        'CMMI.CorrectiveActionPlan',
        'CMMI.CorrectiveActionActualResolution',
        'CMMI.Escalate',
        'CMMI.TargetResolveDate',
      ],
      defaults: { ...TRIAGED, [`${M}Escalate`]: 'No' },
      required: [`${C}Priority`, `${C}Triage`],
    }),
    workItemType({
      name: 'Requirement',
      description: 'Tracks what the product needs to do.',
      color: '009CCC',
      icon: 'icon_book',
      states: states(BACKLOG_STATES),
      own: [
        ...HISTORY,
        ...PLANNING,
        'Common.ValueArea',
        'Common.Discipline',
        'Scheduling.Size',
        'Scheduling.OriginalEstimate',
        'Scheduling.StartDate',
        'Scheduling.FinishDate',
        'CMMI.RequirementType',
        'CMMI.Committed',
        'CMMI.UserAcceptanceTest',
        'CMMI.ImpactAssessmentHtml',
        'CMMI.SubjectMatterExpert1',
        'Build.IntegrationBuild',
      ],
      defaults: {
        ...TRIAGED,
        [`${C}ValueArea`]: 'Business',
        [`${M}RequirementType`]: 'Functional',
        [`${M}Committed`]: 'No',
        [`${M}UserAcceptanceTest`]: 'Not Ready',
      },
      required: [`${C}Priority`, `${C}Triage`, `${M}RequirementType`],
    }),
    workItemType({
      name: 'Review',
      description: 'Documents the results of a design or code review.',
      color: '339947',
      icon: 'icon_people',
      states: states('Active: InProgress, Resolved: InProgress, Closed: Completed'),
      own: [
        ...HISTORY,
        'Common.StackRank',
        'CMMI.Purpose',
        'CMMI.Comments',
        'CMMI.MeetingType',
        'CMMI.CalledBy',
        'CMMI.CalledDate',
        'CMMI.ActualAttendee1',
      ],
      defaults: { [`${M}MeetingType`]: 'Meeting' },
    }),
    workItemType({
      name: 'Risk',
      description: 'Tracks a probable event that could hurt the project.',
      color: 'CC293D',
      icon: 'icon_diamond',
      states: states('Proposed: Proposed, Active: InProgress, Closed: Completed'),
      own: [
        ...HISTORY,
        ...PLANNING,
        'Common.Severity',
        'CMMI.Probability',
        'CMMI.Estimate',
        'CMMI.MitigationPlan',
        'CMMI.MitigationTriggers',
        'CMMI.ContingencyPlan',
      ],
      defaults: { ...TRIAGED, [`${C}Severity`]: '3 - Medium' },
      required: [`${C}Priority`, `${C}Severity`],
    }),
    workItemType({
      name: 'Task',
      description: 'Tracks work that needs to be done.',
      color: 'F2CB1D',
      icon: 'icon_clipboard',
      states: states(WORK_STATES),
      own: [
        ...HISTORY,
        ...PLANNING,
        ...WORK,
        'Common.Discipline',
        'Scheduling.StartDate',
        'Scheduling.FinishDate',
        'CMMI.TaskType',
        'CMMI.RequiresReview',
        'CMMI.RequiresTest',
        'Build.IntegrationBuild',
      ],
      defaults: { ...TRIAGED, [`${M}RequiresReview`]: 'No', [`${M}RequiresTest`]: 'No' },
      required: [`${C}Priority`, `${C}Triage`],
      finished: ['Closed'],
    }),
    ...HIDDEN_TYPES,
  ],
  categories: categoriesOf(KINDS),
  backlogs: backlogsOf(KINDS, {
    name: 'Requirements',
    columns: requirementColumns('Microsoft.VSTS.Scheduling.Size'),
  }),
};
