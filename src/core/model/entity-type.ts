/** What kind of thing stands at a place: the rung of the cascade between the whole model and one place. */
import type { Mitigation, Status } from './mitigation';
import type { Model } from './model';
import type { Place } from './threat';

export interface EntityType {
  /** The id of the type in its knowledge base, or the drawn kind where it has none. Stored, so it never changes. */
  readonly key: string;
  readonly name: string;
}

const drawn = {
  process: { key: 'kind:process', name: 'Process' },
  store: { key: 'kind:store', name: 'Data store' },
  external: { key: 'kind:external', name: 'External entity' },
  flow: { key: 'kind:flow', name: 'Data flow' },
  boundary: { key: 'kind:boundary', name: 'Trust boundary' },
  model: { key: 'kind:model', name: 'The whole model' },
} as const satisfies Record<string, EntityType>;

interface Typed {
  readonly type?: { readonly id: string; readonly name: string };
}

const typeOf = ({ type }: Typed, other: EntityType): EntityType =>
  type ? { key: type.id, name: type.name || type.id } : other;

/** The type of what is drawn at a place; undefined where that is gone. */
export function entityTypeAt(model: Model, place: Place): EntityType | undefined {
  switch (place.kind) {
    case 'element': {
      const element = model.element.get(place.id);
      return element && typeOf(element, drawn[element.kind]);
    }
    case 'flow': {
      const flow = model.flow.get(place.id);
      return flow && typeOf(flow, drawn.flow);
    }
    case 'boundary': {
      const boundary = model.boundary.get(place.id);
      return boundary && typeOf(boundary, drawn.boundary);
    }
    case 'model':
      return drawn.model;
  }
}

export interface TypeStatus {
  readonly type: EntityType;
  readonly status: Status;
}

/** What the mitigation says for all places of the type that stands there; undefined where it says nothing of the type. */
export function typeStatusAt(model: Model, mitigation: Mitigation, place: Place): TypeStatus | undefined {
  if (!mitigation.byType) return undefined;
  const type = entityTypeAt(model, place);
  const said = type && mitigation.byType.find((each) => each.type === type.key);
  return said && { type, status: said.status };
}
