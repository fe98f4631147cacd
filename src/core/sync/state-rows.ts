/** The states of Tasks with what they mean, for the page and for the command line (S41, S42). */
import type { Model } from '../model/model';
import type { StateCategory } from '../model/state-category';
import { mappedCategory } from './states';

/** What a category means for the mitigation. */
export const stateMeanings: Readonly<Record<StateCategory, string>> = {
  Proposed: 'To be done: the mitigation is planned',
  InProgress: 'Being done: the mitigation is in progress',
  Resolved: 'Done, to be verified: still in progress for the risk',
  Completed: 'Done: the mitigation is implemented, and the risk falls',
  Removed: 'Will not be done: you are asked what that means',
};

export interface StateRow {
  readonly type: string;
  readonly state: string;
  /** As the process says; undefined = it says nothing. */
  readonly category: StateCategory | undefined;
  /** As people decided; undefined = nobody did. */
  readonly mapped: StateCategory | undefined;
  /** Where it is decided already, so that it cannot be chosen here. */
  readonly fixed?: string | undefined;
}

/** Each state once: of several rows about one the first counts. */
export function statesOnce(rows: readonly StateRow[]): readonly StateRow[] {
  const once = new Map<string, StateRow>();
  for (const row of rows) {
    const key = `${row.type}\n${row.state}`;
    if (!once.has(key)) once.set(key, row);
  }
  return [...once.values()];
}

/** The states of the Task's type, and every state of a Task that the process does not explain. */
export function taskStates(
  model: Model,
  given: {
    readonly states: ReadonlyMap<string, ReadonlyMap<string, StateCategory>> | undefined;
    readonly taskType: string;
    readonly items: ReadonlyMap<number, { readonly type: string; readonly state: string }>;
  },
): readonly StateRow[] {
  const { states, taskType, items } = given;
  const seen = [...model.realisation.values()].flatMap(({ workItem }) => {
    const item = workItem === null ? undefined : items.get(workItem);
    return item && states?.get(item.type)?.get(item.state) === undefined ? [item] : [];
  });
  const mapped = [...(model.policy?.stateMap ?? []), ...(model.info.stateMap ?? [])];
  const types = [...(states?.get(taskType)?.keys() ?? [])].map((state) => ({ type: taskType, state }));
  return statesOnce(
    [...seen, ...mapped, ...types].map(({ type, state }) => {
      const decided = mappedCategory(model.policy?.stateMap, { type, state });
      return {
        type,
        state,
        category: states?.get(type)?.get(state),
        mapped: decided ?? mappedCategory(model.info.stateMap, { type, state }),
        fixed: decided && 'decided for the project',
      };
    }),
  );
}
