/** What is said of one place: written and taken back under the name that the model already uses for it. */
import type { Edit } from '../../model/edit';
import type { Model } from '../../model/model';
import type { Place } from '../../model/threat';
import type { KnowledgeProperty } from '../package';

export type Said = Readonly<Record<string, string>>;
/** Property as a person calls it -> value, or undefined to take back what was said. */
export interface Saying {
  readonly property: Pick<KnowledgeProperty, 'label' | 'names'>;
  readonly value: string | undefined;
}

/** Undefined where the place is gone. */
export function saidAt(model: Model, place: Place): Said | undefined {
  switch (place.kind) {
    case 'element':
      return model.element.get(place.id)?.properties;
    case 'flow':
      return model.flow.get(place.id)?.properties;
    case 'boundary':
      return model.boundary.get(place.id)?.properties;
    case 'model':
      return model.info.properties ?? {};
  }
}

/** Another tool's name for the property stays, so that its file still finds it. */
function put(said: Said, { property, value }: Saying): Said {
  const known = Object.keys(said).filter((name) => property.names.has(name.toLowerCase()));
  const rest = Object.entries(said).filter(([name]) => !known.includes(name));
  if (value === undefined) return Object.fromEntries(rest);
  const [name = property.label] = known;
  return { ...Object.fromEntries(rest), [name]: value };
}

/** The edit that says these things of the place; nothing but its label where the place is gone. */
export function say(model: Model, place: Place, given: { sayings: readonly Saying[]; label: string }): Edit {
  const { sayings, label } = given;
  const before = saidAt(model, place);
  if (!before) return { label };
  const properties = sayings.reduce(put, before);
  switch (place.kind) {
    case 'element':
      return { label, element: { put: rewritten(model.element.get(place.id), properties) } };
    case 'flow':
      return { label, flow: { put: rewritten(model.flow.get(place.id), properties) } };
    case 'boundary':
      return { label, boundary: { put: rewritten(model.boundary.get(place.id), properties) } };
    case 'model':
      return { label, info: { ...model.info, properties } };
  }
}

function rewritten<T>(thing: T | undefined, properties: Said): readonly T[] {
  return thing === undefined ? [] : [{ ...thing, properties }];
}
