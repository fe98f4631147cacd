/** What a process is: work item types with states and fields, their categories, and the backlogs built on them. */
import { FieldCatalogue, type FieldDefinition } from './field';
import { COMMON_FIELDS, CUSTOM_FIELDS, SYSTEM_FIELDS } from './fields';

export type ProcessKey = 'agile' | 'scrum' | 'basic' | 'cmmi' | 'inherited';

export type StateCategory = 'Proposed' | 'InProgress' | 'Resolved' | 'Completed' | 'Removed';

export interface WorkItemState {
  readonly name: string;
  /** Six hexadecimal digits without #. */
  readonly color: string;
  readonly category: StateCategory;
}

export interface WorkItemTypeDefinition {
  readonly name: string;
  readonly referenceName: string;
  readonly description: string;
  readonly color: string;
  readonly icon: string;
  /** The first is where a new item starts. */
  readonly states: readonly WorkItemState[];
  /** System fields first, then its own. */
  readonly fields: readonly FieldDefinition[];
  readonly defaults: Readonly<Record<string, string | number>>;
  /** Reference names of the fields that must have a value, beside the title. */
  readonly required?: readonly string[];
  /**
   * The states in which nothing remains to be done: they empty the remaining work, and none can be given with them. The
   * published templates have the rule for tasks; what it says is seen in github.com/ipatalas/vscode-sprint-planner/issues/40.
   */
  readonly finished?: readonly string[];
  /** Hidden by an inherited process: items of it live on, new ones cannot be made. */
  readonly isDisabled?: true;
}

export interface Category {
  readonly referenceName: string;
  readonly name: string;
  readonly types: readonly string[];
}

export interface BacklogLevel {
  /** The reference name of its category. */
  readonly id: string;
  readonly name: string;
  readonly type: 'portfolio' | 'requirement' | 'task';
  readonly rank: number;
  readonly color: string;
  readonly types: readonly string[];
  readonly columns: readonly (readonly [field: string, width: number])[];
}

export interface ProcessTemplate {
  readonly key: ProcessKey;
  readonly name: string;
  readonly description: string;
  readonly templateTypeId: string;
  /** The template of the process that this one inherits from; system processes have none. */
  readonly parentTemplateTypeId?: string;
  readonly types: readonly WorkItemTypeDefinition[];
  readonly categories: readonly Category[];
  /** Highest first: portfolio levels, requirements, tasks. */
  readonly backlogs: readonly BacklogLevel[];
  /** What a new team of this process starts with. */
  readonly bugsBehavior: BugsBehavior;
  readonly orderField: string;
  readonly effortField: string;
  /** Disciplines of work: where capacities and the taskboard group by activity. */
  readonly activityField: string;
  /** Where each kind of seed item goes. */
  readonly kinds: Readonly<Record<'epic' | 'feature' | 'requirement' | 'task' | 'bug', string>>;
  readonly fields: FieldCatalogue;
}

const COLORS: Readonly<Record<StateCategory, string>> = {
  Proposed: 'b2b2b2',
  InProgress: '007acc',
  Resolved: 'ff9d00',
  Completed: '339933',
  Removed: 'ffffff',
};

/** Reads "New: Proposed, Active: InProgress": states in order with the original's colour for the category. */
export function states(text: string): readonly WorkItemState[] {
  return text.split(',').map((part) => {
    const [name = '', category = ''] = part.split(':').map((word) => word.trim());
    return { name, category: category as StateCategory, color: COLORS[category as StateCategory] };
  });
}

const CATALOGUE = new FieldCatalogue([...SYSTEM_FIELDS, ...COMMON_FIELDS]);
const ALL_FIELDS = [...COMMON_FIELDS, ...CUSTOM_FIELDS];

/** The catalogue all system processes share; the original keeps fields per organisation too. */
export function fieldCatalogue(): FieldCatalogue {
  return CATALOGUE;
}

/** The same with the fields that an inherited process added. */
export function customFieldCatalogue(): FieldCatalogue {
  return new FieldCatalogue([...SYSTEM_FIELDS, ...ALL_FIELDS]);
}

/** Completes a type: adds the system fields and looks its own up. @throws Error for a field nobody declared. */
export function workItemType(
  definition: Omit<WorkItemTypeDefinition, 'fields' | 'referenceName'> & {
    readonly referenceName?: string;
    readonly own: readonly string[];
  },
): WorkItemTypeDefinition {
  const { own, ...rest } = definition;
  return {
    referenceName: `Microsoft.VSTS.WorkItemTypes.${definition.name.replace(/ /g, '')}`,
    ...rest,
    fields: [...SYSTEM_FIELDS, ...own.map(ownField)],
  };
}

function ownField(shortName: string): FieldDefinition {
  const field = ALL_FIELDS.find((one) =>
    [`Microsoft.VSTS.${shortName}`, shortName].includes(one.referenceName),
  );
  if (!field) throw new Error(`No field Microsoft.VSTS.${shortName}`);
  return field;
}

export function typeNamed(process: ProcessTemplate, name: string): WorkItemTypeDefinition | undefined {
  return process.types.find((type) => type.name.toLowerCase() === name.toLowerCase());
}

/** The category of a state of a type; undefined for names the type does not have. */
export function stateCategory(
  process: ProcessTemplate,
  type: string,
  state: string,
): StateCategory | undefined {
  return typeNamed(process, type)?.states.find((one) => one.name === state)?.category;
}

export type BugsBehavior = 'off' | 'asRequirements' | 'asTasks';

/** The types a backlog shows: its own and, by the team's setting, bugs; never hidden ones. */
export function typesOnBacklog(
  process: ProcessTemplate,
  level: BacklogLevel,
  bugs: BugsBehavior = process.bugsBehavior,
): readonly string[] {
  const withBugs =
    (level.type === 'requirement' && bugs === 'asRequirements') ||
    (level.type === 'task' && bugs === 'asTasks');
  return withBugs ? [...new Set([...level.types, process.kinds.bug])] : level.types;
}
