/** Puts the names of a place into a text of the knowledge base: `{target.name}` becomes "Orders". */
import type { Model } from '../model/model';
import { placeName } from '../model/model-index';
import type { Place } from '../model/threat';

/** Said where the place does not tell who is meant. */
const somebody: Readonly<Record<string, string>> = {
  source: 'the sender',
  target: 'the receiver',
  flow: 'the data flow',
  element: 'the element',
};

function namesAt(model: Model, place: Place): Readonly<Record<string, string | undefined>> {
  const here = placeName(model, place);
  if (place.kind === 'element') return { place: here, element: here, target: here };
  const flow = place.kind === 'flow' ? model.flow.get(place.id) : undefined;
  if (!flow) return { place: here, element: here, target: here };
  const end = (id: typeof flow.source) => (id ? model.element.get(id)?.name : undefined);
  const target = end(flow.target);
  return {
    place: here,
    flow: flow.name || undefined,
    source: end(flow.source),
    target,
    element: target,
  };
}

/** `{target}` and `{target.name}` are the same; an unknown placeholder stands for the place. */
export function fillPlaceholders(text: string, model: Model, place: Place): string {
  const names = new Map(Object.entries(namesAt(model, place)));
  return text.replace(
    /\{([a-z]{1,20})(?:\.name)?\}/g,
    (_, subject: string) =>
      names.get(subject) ??
      (Object.hasOwn(somebody, subject) ? somebody[subject] : undefined) ??
      names.get('place') ??
      '',
  );
}
