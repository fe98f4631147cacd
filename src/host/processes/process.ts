/** What a process is: work item types with states and fields, their categories, and the backlogs built on them. */
import { FieldCatalogue, type FieldDefinition } from './field';
import { COMMON_FIELDS, SYSTEM_FIELDS } from './fields';

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
  readonly key: 'agile' | 'scrum';
  readonly name: string;
  readonly templateTypeId: string;
  readonly types: readonly WorkItemTypeDefinition[];
  readonly categories: readonly Category[];
  /** Highest first: portfolio levels, requirements, tasks. */
  readonly backlogs: readonly BacklogLevel[];
  readonly bugsBehavior: 'off' | 'asRequirements' | 'asTasks';
  readonly orderField: string;
  readonly effortField: string;
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

/** The catalogue all processes share; the original keeps fields per organisation too. */
export function fieldCatalogue(): FieldCatalogue {
  return CATALOGUE;
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
  const field = COMMON_FIELDS.find((one) => one.referenceName === `Microsoft.VSTS.${shortName}`);
  if (!field) throw new Error(`No field Microsoft.VSTS.${shortName}`);
  return field;
}

export function typeNamed(process: ProcessTemplate, name: string): WorkItemTypeDefinition | undefined {
  return process.types.find((type) => type.name.toLowerCase() === name.toLowerCase());
}

/** The types a backlog shows: its own and, by the team's setting, bugs. */
export function typesOnBacklog(process: ProcessTemplate, level: BacklogLevel): readonly string[] {
  const withBugs =
    (level.type === 'requirement' && process.bugsBehavior === 'asRequirements') ||
    (level.type === 'task' && process.bugsBehavior === 'asTasks');
  return withBugs ? [...level.types, process.kinds.bug] : level.types;
}
