/** The category of a state: the service's, else what a person decided for it. Never by its name (S41, S42). */
import type { ModelInfo } from '../model/model';
import type { StateCategory } from '../model/state-category';

export interface HasState {
  readonly type: string;
  readonly state: string;
  readonly category: StateCategory | undefined;
}

export function categoryOf(item: HasState, info: Pick<ModelInfo, 'stateMap'>): StateCategory | undefined {
  if (item.category !== undefined) return item.category;
  return info.stateMap?.find(({ type, state }) => type === item.type && state === item.state)?.category;
}

/** The items with the categories that people decided; the very map when there is nothing to add. */
export function withMappedStates<T extends HasState>(
  items: ReadonlyMap<number, T>,
  info: Pick<ModelInfo, 'stateMap'>,
): ReadonlyMap<number, T> {
  if (!info.stateMap || info.stateMap.length === 0) return items;
  if ([...items.values()].every(({ category }) => category !== undefined)) return items;
  return new Map([...items].map(([id, item]) => [id, { ...item, category: categoryOf(item, info) }]));
}

/** The info with the state mapped; another decision about the same state is replaced. */
export function mapState(
  info: ModelInfo,
  mapped: { readonly type: string; readonly state: string; readonly category: StateCategory },
): ModelInfo {
  const others = (info.stateMap ?? []).filter(
    ({ type, state }) => type !== mapped.type || state !== mapped.state,
  );
  return { ...info, stateMap: [...others, mapped] };
}

/** The info without a decision about that state: it is asked for again. */
export function unmapState(
  info: ModelInfo,
  about: { readonly type: string; readonly state: string },
): ModelInfo {
  const { stateMap: _before, ...rest } = info;
  const left = (info.stateMap ?? []).filter(
    ({ type, state }) => type !== about.type || state !== about.state,
  );
  return left.length > 0 ? { ...rest, stateMap: left } : rest;
}
