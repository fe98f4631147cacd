/** The places of a model at which rules are asked. */
import type { Model } from '../model/model';
import type { Place } from '../model/threat';
import type { Anchor } from './package';

/** The same place has the same key, whatever else changes. Never change: keys are stored. */
export const placeKey = (place: Place): string =>
  place.kind === 'model' ? 'model' : `${place.kind}:${place.id}`;

/** The places of a model that an anchor stands for. */
export function placesOf(model: Model, anchor: Anchor): readonly Place[] {
  switch (anchor) {
    case 'flow':
      return [...model.flow.keys()].map((id) => ({ kind: 'flow', id }));
    case 'element':
      return [...model.element.keys()].map((id) => ({ kind: 'element', id }));
    case 'boundary':
      return [...model.boundary.keys()].map((id) => ({ kind: 'boundary', id }));
    case 'model':
      return [{ kind: 'model' }];
  }
}

/** Whether anything can threaten there: the drawing must be finished and the place in scope. */
export function isAsked(model: Model, place: Place): boolean {
  if (place.kind === 'flow') {
    const flow = model.flow.get(place.id);
    if (!flow || flow.outOfScope !== undefined || flow.stale !== undefined) return false;
    const isConnected = (end: 'source' | 'target') =>
      flow[end] !== null || flow.endsAtNote?.includes(end) === true;
    return isConnected('source') && isConnected('target');
  }
  if (place.kind === 'model') return true;
  const drawn = place.kind === 'element' ? model.element.get(place.id) : model.boundary.get(place.id);
  return drawn?.outOfScope === undefined && drawn?.stale === undefined;
}

/** A place at which rules are asked, with its key. */
export interface AskedPlace {
  readonly place: Place;
  readonly key: string;
}

export const askedPlaces = (model: Model, anchor: Anchor): readonly AskedPlace[] =>
  placesOf(model, anchor)
    .filter((place) => isAsked(model, place))
    .map((place) => ({ place, key: placeKey(place) }));
