/** The project's own types, states and backlog levels, read from the server: none of them is assumed. */
import type { Connection, Listed } from './connection';

export type StateCategory = 'Proposed' | 'InProgress' | 'Resolved' | 'Completed' | 'Removed';

export interface State {
  readonly name: string;
  readonly color: string;
  readonly category: StateCategory;
}

export interface WorkItemType {
  readonly name: string;
  readonly color: string;
  readonly states: readonly State[];
  readonly fields: readonly { readonly referenceName: string; readonly name: string }[];
}

export interface BacklogLevel {
  readonly id: string;
  readonly name: string;
  readonly rank: number;
  readonly types: readonly string[];
  readonly defaultType: string;
}

export interface Process {
  readonly types: ReadonlyMap<string, WorkItemType>;
  /** Highest level (epics) first, then down to requirements. */
  readonly levels: readonly BacklogLevel[];
  readonly requirements: BacklogLevel;
  readonly tasks: BacklogLevel;
  readonly effortField: string;
  /** As the process calls it: Story Points, Effort or Size. */
  readonly effortName: string;
  readonly orderField: string;
  readonly activityField: string;
}

interface LevelAnswer {
  readonly id: string;
  readonly name: string;
  readonly rank: number;
  readonly workItemTypes: readonly { readonly name: string }[];
  readonly defaultWorkItemType: { readonly name: string };
}

interface ConfigurationAnswer {
  readonly taskBacklog: LevelAnswer;
  readonly requirementBacklog: LevelAnswer;
  readonly portfolioBacklogs: readonly LevelAnswer[];
  readonly backlogFields: { readonly typeFields: Readonly<Record<string, string>> };
}

interface TypeAnswer {
  readonly name: string;
  readonly color?: string;
  readonly states?: readonly State[];
  readonly fields?: readonly { readonly referenceName: string; readonly name: string }[];
  readonly fieldInstances?: readonly { readonly referenceName: string; readonly name: string }[];
}

function level(answer: LevelAnswer): BacklogLevel {
  return {
    id: answer.id,
    name: answer.name,
    rank: answer.rank,
    types: answer.workItemTypes.map((type) => type.name),
    defaultType: answer.defaultWorkItemType.name,
  };
}

async function completeType(connection: Connection, root: string, answer: TypeAnswer): Promise<WorkItemType> {
  // Servers may list types without their states; then each is asked for its own.
  const states =
    answer.states ??
    (
      await connection.send<Listed<State>>({
        path: `${root}/_apis/wit/workitemtypes/${encodeURIComponent(answer.name)}/states`,
      })
    ).value;
  return {
    name: answer.name,
    color: answer.color ?? '666666',
    states,
    fields: answer.fields ?? answer.fieldInstances ?? [],
  };
}

/** @throws ServerProblem */
export async function readProcess(connection: Connection, project: string, team: string): Promise<Process> {
  const root = `/${encodeURIComponent(project)}`;
  const [configuration, listed] = await Promise.all([
    connection.send<ConfigurationAnswer>({
      path: `${root}/${encodeURIComponent(team)}/_apis/work/backlogconfiguration`,
    }),
    connection.send<Listed<TypeAnswer>>({ path: `${root}/_apis/wit/workitemtypes` }),
  ]);
  const used = new Set(
    [...configuration.portfolioBacklogs, configuration.requirementBacklog, configuration.taskBacklog].flatMap(
      (each) => each.workItemTypes.map((type) => type.name),
    ),
  );
  const types = await Promise.all(
    listed.value.filter((type) => used.has(type.name)).map((type) => completeType(connection, root, type)),
  );
  const requirements = level(configuration.requirementBacklog);
  const portfolio = configuration.portfolioBacklogs.map(level).sort((a, b) => b.rank - a.rank);
  const effortField =
    configuration.backlogFields.typeFields['Effort'] ?? 'Microsoft.VSTS.Scheduling.StoryPoints';
  const effort = types.flatMap(({ fields }) => fields).find((one) => one.referenceName === effortField);
  return {
    types: new Map(types.map((type) => [type.name, type])),
    levels: [...portfolio, requirements],
    requirements,
    tasks: level(configuration.taskBacklog),
    effortField,
    effortName: effort?.name ?? 'Effort',
    activityField: configuration.backlogFields.typeFields['Activity'] ?? 'Microsoft.VSTS.Common.Activity',
    orderField: configuration.backlogFields.typeFields['Order'] ?? 'Microsoft.VSTS.Common.StackRank',
  };
}

export function stateOf(process: Process, type: string, name: string): State | undefined {
  return process.types.get(type)?.states.find((state) => state.name === name);
}

/** The first state of a type in a category: what a checkbox or a column means for that type. */
export function stateIn(process: Process, type: string, category: StateCategory): State | undefined {
  return process.types.get(type)?.states.find((state) => state.category === category);
}

/** Every type of the backlogs, top level first, tasks last, without repeats. */
export function backlogTypes(process: Process): string[] {
  return [...new Set([...process.levels.flatMap((each) => each.types), ...process.tasks.types])];
}
