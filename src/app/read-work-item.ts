/** What a work item's form shows: what the models say about the item, and the states of the Tasks they name. */
import type { ModelId } from '../core/model/ids';
import type { Model } from '../core/model/model';
import type { StateCategory } from '../core/model/state-category';
import type { FormPolicy } from '../core/model/project-policy';
import type { BucketReading, ItemPart } from '../core/store/by-work-item';
import type { PendingClause } from '../core/store/pending-clause';
import { mappedCategory } from '../core/sync/states';
import { modelOfView } from '../core/store/work-item-view';
import type { Ports, TaskState } from './ports';
import { readWorkItemView } from './work-item-views';

/** What one model says about the item. */
export interface ItemModel {
  readonly id: ModelId;
  readonly name: string;
  /** Only what concerns the item, as a model, so that risk and matching work as everywhere. */
  readonly model: Model;
  /** Threat id -> the name of the place where it strikes. */
  readonly places: ReadonlyMap<string, string>;
  /** Threats of the item that are left out here. */
  readonly more: number;
}

export interface WorkItemReading {
  readonly id: number;
  readonly models: readonly ItemModel[];
  /** The Tasks that the models name, as far as the reader may see them. */
  readonly tasks: ReadonlyMap<number, TaskState>;
  /** Work item types that are stories; undefined where no model was stored yet. */
  readonly storyTypes: readonly string[] | undefined;
  /** Clauses of the item that wait for its save. */
  readonly pending: readonly PendingClause[];
  readonly problems: readonly string[];
}

/** The service reads so many work items in one request (platform facts 4.1); a form shows far fewer. */
const maxTasks = 200;

function itemModel({ model: id, name, view }: ItemPart, policy: FormPolicy | undefined): ItemModel {
  const places = new Map(Object.entries(view.places));
  return { id, name, model: modelOfView(view, { id, name }, policy), places, more: view.more };
}

function tasksOf(models: readonly ItemModel[]): readonly number[] {
  const ids = models.flatMap(({ model }) =>
    [...model.realisation.values()].flatMap((each) => each.workItem ?? []),
  );
  return [...new Set(ids)].slice(0, maxTasks);
}

/** The process goes before the project's policy, as everywhere. */
function categoryOf(
  task: TaskState,
  { process, policy }: Pick<BucketReading, 'process' | 'policy'>,
): StateCategory | undefined {
  return task.category ?? process?.states[task.type]?.[task.state] ?? mappedCategory(policy?.stateMap, task);
}

/**
 * Two requests for an item that a model names, one for any other (design: storage). Rejects with AccessError when the
 * models cannot be asked; a reader who may not see the Tasks gets none of them.
 */
export async function readWorkItem(
  ports: Pick<Ports, 'documents' | 'backlog' | 'taskStates'>,
  projectId: string,
  id: number,
): Promise<WorkItemReading> {
  const { parts, process, policy, pending, problems } = await readWorkItemView(ports, projectId, id);
  const models = parts.map((part) => itemModel(part, policy));
  const wanted = tasksOf(models);
  const read = ports.taskStates ?? ports.backlog;
  const tasks = wanted.length === 0 ? new Map<number, TaskState>() : await read.read(wanted);
  return {
    id,
    models,
    tasks: new Map(
      [...tasks].map(([number, task]) => [
        number,
        { ...task, category: categoryOf(task, { process, policy }) },
      ]),
    ),
    storyTypes: process?.storyTypes,
    pending,
    problems,
  };
}
