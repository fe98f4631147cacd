/** The enums of the REST contract: their numbers on the way out, numbers or names on the way in. */
import { problem } from './problem';
import { EnumValue } from './wire';

/** Names and numbers as both official clients carry them; DayOfWeek and ProjectState follow .NET and the server. */
export const ENUMS = {
  BacklogType: { portfolio: 0, requirement: 1, task: 2 },
  BoardColumnType: { incoming: 0, inProgress: 1, outgoing: 2 },
  BugsBehavior: { off: 0, asRequirements: 1, asTasks: 2 },
  CommentExpandOptions: {
    none: 0,
    reactions: 1,
    renderedText: 8,
    renderedTextOnly: 16,
    children: 32,
    all: -17,
  },
  CommentFormat: { markdown: 0, html: 1 },
  CommentSortOrder: { asc: 1, desc: 2 },
  ContributedFeatureEnabledValue: { undefined: -1, disabled: 0, enabled: 1 },
  DayOfWeek: { sunday: 0, monday: 1, tuesday: 2, wednesday: 3, thursday: 4, friday: 5, saturday: 6 },
  DeploymentFlags: { none: 0, hosted: 1, onPremises: 2 },
  ExtensionStateFlags: { none: 0, disabled: 1, builtIn: 2, trusted: 32 },
  /** Of fields of work items; processes number the same words otherwise. */
  FieldType: {
    string: 0,
    integer: 1,
    dateTime: 2,
    plainText: 3,
    html: 4,
    treePath: 5,
    history: 6,
    double: 7,
    boolean: 9,
    identity: 10,
  },
  FieldUsage: { none: 0, workItem: 1, workItemLink: 2, tree: 3, workItemTypeExtension: 4 },
  ProjectState: { deleting: 2, new: 0, wellFormed: 1, createPending: 3, all: -1, unchanged: -2, deleted: 4 },
  ProjectVisibility: { private: 0, organization: 1, public: 2 },
  QueryResultType: { workItem: 1, workItemLink: 2 },
  QueryType: { flat: 1, tree: 2, oneHop: 3 },
  TimeFrame: { past: 0, current: 1, future: 2 },
  TreeNodeStructureType: { area: 0, iteration: 1 },
  TreeStructureGroup: { areas: 0, iterations: 1 },
  WorkItemErrorPolicy: { fail: 1, omit: 2 },
  WorkItemExpand: { none: 0, relations: 1, fields: 2, links: 3, all: 4 },
  ClassificationNodesErrorPolicy: { fail: 1, omit: 2 },
  CommentReactionType: { like: 0, dislike: 1, heart: 2, hooray: 3, smile: 4, confused: 5 },
  DashboardScope: { collection_User: 0, project_Team: 1, project: 2 },
  GroupMemberPermission: { none: 0, edit: 1, manage: 2, managePermissions: 3 },
  LinkQueryMode: {
    workItems: 0,
    linksOneHopMustContain: 1,
    linksOneHopMayContain: 2,
    linksOneHopDoesNotContain: 3,
    linksRecursiveMustContain: 4,
    linksRecursiveMayContain: 5,
    linksRecursiveDoesNotContain: 6,
  },
  LogicalOperation: { none: 0, and: 1, or: 2 },
  ProcessType: { system: 0, custom: 1, inherited: 2 },
  QueryErrorPolicy: { fail: 1, omit: 2 },
  QueryExpand: { none: 0, wiql: 1, clauses: 2, all: 3, minimal: 4 },
  QueryRecursionOption: { parentFirst: 0, childFirst: 1 },
  ReportingRevisionsExpand: { none: 0, fields: 1 },
  GetFieldsExpand: { none: 0, extensionFields: 1, includeDeleted: 2 },
  WorkItemTypeFieldsExpandLevel: { none: 0, allowedValues: 1, dependentFields: 2, all: 3 },
  WidgetScope: { collection_User: 0, project_Team: 1 },
} as const;

type Enums = typeof ENUMS;
export type EnumName = keyof Enums;
export type Member<E extends EnumName> = keyof Enums[E] & string;

/** An enum member that is written as the caller wants it. */
export function enumValue<E extends EnumName>(of: E, member: Member<E>): EnumValue {
  const numbers: Readonly<Record<string, number>> = ENUMS[of];
  return new EnumValue(member, numbers[member] ?? 0);
}

/** A member by its name in any case or by its number, as clients send it; undefined for anything else. */
export function readMember<E extends EnumName>(of: E, raw: unknown): Member<E> | undefined {
  const text = String(raw).toLowerCase();
  return Object.entries(ENUMS[of])
    .map(([name, number]) => ({ name: name as Member<E>, number }))
    .find(({ name, number }) => text === name.toLowerCase() || text === String(number))?.name;
}

/** Reads a member from a body. @throws Problem 400 for anything else. */
export function readEnum<E extends EnumName>(of: E, raw: unknown): Member<E> {
  const member = readMember(of, raw);
  if (member !== undefined) return member;
  throw problem(400, 'VssPropertyValidationException', `The value '${String(raw)}' is not a valid ${of}.`);
}
