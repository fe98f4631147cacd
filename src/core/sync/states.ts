/** The category of a state: the service's, else what people decided for it: for the project, else for the model. Never by its name (S41, S42). */
import type { ModelInfo } from '../model/model';
import type { ProjectPolicy } from '../model/project-policy';
import type { StateCategory } from '../model/state-category';
import type { Meaning } from './plan';

export interface HasState {
  readonly type: string;
  readonly state: string;
  readonly category: StateCategory | undefined;
}

type StateMap = NonNullable<ModelInfo['stateMap']>;
/** Where it is decided: the project goes before the model. */
export interface MapsStates {
  readonly info?: Pick<ModelInfo, 'stateMap'>;
  readonly policy?: Pick<ProjectPolicy, 'stateMap'>;
}

/** What people said that the state means; undefined = nobody did. */
export function mappedCategory(
  map: StateMap | undefined,
  item: Pick<HasState, 'type' | 'state'>,
): StateCategory | undefined {
  return map?.find(({ type, state }) => type === item.type && state === item.state)?.category;
}

/** What the state means: the process says it first, then the project's policy, then the model (S41, S42). */
export function categoryOf(item: HasState, { info, policy }: MapsStates): StateCategory | undefined {
  return item.category ?? mappedCategory(policy?.stateMap, item) ?? mappedCategory(info?.stateMap, item);
}

/** The items with the categories that people decided; the very map when there is nothing to add. */
export function withMappedStates<T extends HasState>(
  items: ReadonlyMap<number, T>,
  decided: MapsStates,
): ReadonlyMap<number, T> {
  if ((decided.info?.stateMap ?? []).length + (decided.policy?.stateMap ?? []).length === 0) return items;
  if ([...items.values()].every(({ category }) => category !== undefined)) return items;
  return new Map([...items].map(([id, item]) => [id, { ...item, category: categoryOf(item, decided) }]));
}

interface HasStateMap {
  readonly stateMap?: StateMap;
}

/** The same with the state mapped; another decision about the same state is replaced. */
export function mapState<T extends HasStateMap>(
  info: T,
  mapped: { readonly type: string; readonly state: string; readonly category: StateCategory },
): T {
  const others = (info.stateMap ?? []).filter(
    ({ type, state }) => type !== mapped.type || state !== mapped.state,
  );
  return { ...info, stateMap: [...others, mapped] };
}

/** The same without a decision about that state: it is asked for again. */
export function unmapState<T extends HasStateMap>(
  info: T,
  about: { readonly type: string; readonly state: string },
): Omit<T, 'stateMap'> & HasStateMap {
  const { stateMap: _before, ...rest } = info;
  const left = (info.stateMap ?? []).filter(
    ({ type, state }) => type !== about.type || state !== about.state,
  );
  return left.length > 0 ? { ...rest, stateMap: left } : rest;
}

/** The same with what states are said to mean from now on. */
export function withMeanings(info: ModelInfo, meanings: readonly Meaning[]): ModelInfo {
  return meanings.reduce<ModelInfo>(
    (next, { category, ...about }) =>
      category ? mapState(next, { ...about, category }) : unmapState(next, about),
    info,
  );
}
