/** Reads the service's work items and backlog configuration: every answer is checked, nothing is believed. */
import * as v from 'valibot';
import { AccessError } from '../../app/ports';
import type { ProjectFacts, ProjectPlace, Story } from '../../app/ports';
import { asStateCategory } from '../../core/model/state-category';
import type { StateCategory } from '../../core/model/state-category';
import type { WorkItem } from '../../core/sync/backlog-picture';
import { pageTitleOf } from './http';

const relation = v.object({ rel: v.string(), url: v.string() });
export const answeredItem = v.object({
  id: v.number(),
  rev: v.number(),
  fields: v.record(v.string(), v.unknown()),
  /** Field -> "Markdown"; a field that is absent is HTML (platform facts 5.2). */
  multilineFieldsFormat: v.optional(v.record(v.string(), v.string())),
  relations: v.optional(v.array(relation)),
});
/** `errorPolicy: omit` puts null where an item is missing or may not be read. */
export const answeredItems = v.object({ value: v.array(v.nullable(answeredItem)) });

const mappedStates = v.object({ workItemTypeName: v.string(), states: v.record(v.string(), v.string()) });
const level = v.object({
  workItemTypes: v.array(v.object({ name: v.string() })),
  defaultWorkItemType: v.optional(v.object({ name: v.string() })),
});
export const backlogConfiguration = v.object({
  taskBacklog: level,
  requirementBacklog: level,
  workItemTypeMappedStates: v.array(mappedStates),
});
export const answeredProject = v.object({ id: v.string(), name: v.string() });
export const queryAnswer = v.object({ workItems: v.array(v.object({ id: v.number() })) });
export const batchAnswer = v.object({ value: v.array(v.object({ code: v.number(), body: v.string() })) });

/** The answer in its promised shape, or an AccessError that names the place where it differs. */
export function understood<S extends v.GenericSchema>(
  schema: S,
  body: unknown,
  what: string,
): v.InferOutput<S> {
  const result = v.safeParse(schema, body);
  if (result.success) return result.output;
  const page = pageTitleOf(body);
  if (page !== undefined)
    throw new AccessError(
      'unexpected',
      `A web page, ${page}, came instead of the answer of Azure DevOps about ${what}: a proxy or a sign-in page stands in between.`,
    );
  const issue = result.issues[0];
  const at = issue.path?.map((item) => String(item.key)).join('.') ?? 'the top';
  throw new AccessError(
    'unexpected',
    `Azure DevOps answered ${what} in a form that is not understood (at ${at}).`,
  );
}

export type StateTable = ReadonlyMap<string, ReadonlyMap<string, StateCategory>>;

function stateTable(rows: readonly v.InferOutput<typeof mappedStates>[]): StateTable {
  return new Map(
    rows.map((row) => {
      const states = new Map<string, StateCategory>();
      for (const [state, word] of Object.entries(row.states)) {
        const category = asStateCategory(word);
        if (category) states.set(state, category);
      }
      return [row.workItemTypeName, states];
    }),
  );
}

/** The facts of a project: which it is, and what its backlog configuration says. */
export function projectFacts(
  place: ProjectPlace,
  configuration: v.InferOutput<typeof backlogConfiguration>,
): ProjectFacts {
  const tasks = configuration.taskBacklog;
  return {
    ...place,
    taskType: tasks.defaultWorkItemType?.name ?? tasks.workItemTypes[0]?.name ?? 'Task',
    storyTypes: configuration.requirementBacklog.workItemTypes.map((type) => type.name),
    states: stateTable(configuration.workItemTypeMappedStates),
  };
}

/** The fields that `toWorkItem` reads; asked for by name to keep descriptions off the wire. */
export const workItemFields = [
  'System.Id',
  'System.WorkItemType',
  'System.Title',
  'System.State',
  'System.Tags',
  'System.AreaPath',
  'System.IterationPath',
  'System.Parent',
  'System.CreatedDate',
  'Microsoft.VSTS.Common.StackRank',
  'Microsoft.VSTS.Common.BacklogPriority',
  'Microsoft.VSTS.Scheduling.RemainingWork',
  'Microsoft.VSTS.Scheduling.OriginalEstimate',
];

/** One work item of an answer. Hyperlinks are there only when relations were asked for. */
export function toWorkItem(answer: v.InferOutput<typeof answeredItem>, states: StateTable): WorkItem {
  const text = (name: string): string => {
    const value = answer.fields[name];
    return typeof value === 'string' ? value : '';
  };
  const number = (name: string): number | undefined => {
    const value = answer.fields[name];
    return typeof value === 'number' ? value : undefined;
  };
  const effort =
    number('Microsoft.VSTS.Scheduling.RemainingWork') ?? number('Microsoft.VSTS.Scheduling.OriginalEstimate');
  const type = text('System.WorkItemType');
  const state = text('System.State');
  return {
    id: answer.id,
    rev: answer.rev,
    type,
    title: text('System.Title'),
    state,
    category: states.get(type)?.get(state),
    tags: text('System.Tags')
      .split(';')
      .map((tag) => tag.trim())
      .filter((tag) => tag !== ''),
    areaPath: text('System.AreaPath'),
    iterationPath: text('System.IterationPath'),
    parent: number('System.Parent'),
    // Agile orders by stack rank, Scrum by backlog priority (platform facts 6).
    order: number('Microsoft.VSTS.Common.StackRank') ?? number('Microsoft.VSTS.Common.BacklogPriority'),
    hyperlinks: (answer.relations ?? []).filter((r) => r.rel === 'Hyperlink').map((r) => r.url),
    ...(effort === undefined ? {} : { effort }),
    ...(text('System.CreatedDate') === '' ? {} : { created: text('System.CreatedDate') }),
  };
}

const description = 'System.Description';
const acceptanceCriteria = 'Microsoft.VSTS.Common.AcceptanceCriteria';

/** A story with its texts. */
export function toStory(answer: v.InferOutput<typeof answeredItem>, states: StateTable): Story {
  const item = toWorkItem(answer, states);
  const text = (name: string): string => {
    const value = answer.fields[name];
    return typeof value === 'string' ? value : '';
  };
  const format = (name: string) =>
    answer.multilineFieldsFormat?.[name]?.toLowerCase() === 'markdown'
      ? ('markdown' as const)
      : ('html' as const);
  return {
    ...item,
    text: {
      title: item.title,
      description: text(description),
      acceptanceCriteria: text(acceptanceCriteria),
      formats: { description: format(description), acceptanceCriteria: format(acceptanceCriteria) },
    },
  };
}

export const storyFields = [...workItemFields, description, acceptanceCriteria];

export const answeredSprints = v.object({
  value: v.array(
    v.object({
      id: v.string(),
      name: v.string(),
      path: v.string(),
      attributes: v.optional(
        v.object({ startDate: v.nullish(v.string()), finishDate: v.nullish(v.string()) }),
      ),
    }),
  ),
});
