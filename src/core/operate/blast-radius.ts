/** The blast radius of events or threats as marks on a drawing, and as an address that leads there. */
import type { Marks } from '../diagram/excerpt';
import type { Place, Threat } from '../model/threat';
import type { DiagramId } from '../model/ids';
import type { Model } from '../model/model';
import { reachedFrom } from './root-cause';

export interface BlastRadius {
  /** Of the one event or threat that was asked for; of several, how many threats there are. */
  readonly title: string;
  readonly threats: readonly Threat[];
  /** Ids of elements, flows and boundaries. */
  readonly marks: Marks;
  readonly flows: number;
  readonly elements: number;
  /** The diagram that shows most of it; undefined = none shows any. */
  readonly diagram: DiagramId | undefined;
}

/** More in one address than anybody wants to see at once. */
const mostIds = 20;

/** The value of the address's parameter for these events or threats. */
export const blastParameter = (ids: readonly string[]): string => ids.slice(0, mostIds).join(',');

const markedPlace = ({ place }: Threat): readonly string[] => (place.kind === 'model' ? [] : [place.id]);

function diagramOf(model: Model, marks: Marks): DiagramId | undefined {
  const counts = new Map<DiagramId, number>();
  const count = (diagram: DiagramId | undefined) =>
    diagram !== undefined && counts.set(diagram, (counts.get(diagram) ?? 0) + 1);
  for (const id of marks.keys())
    for (const each of [model.element, model.flow, model.boundary] as const) {
      const part = [...each.values()].find((one: { readonly id: string }) => one.id === id);
      count(part?.drawing?.diagram);
    }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}

function threatsOf(model: Model, ids: readonly string[]): readonly Threat[] {
  const wanted = new Set(ids);
  for (const event of model.event.values())
    if (wanted.has(event.id)) for (const threat of event.threats) wanted.add(threat);
  return [...model.threat.values()].filter(({ id }) => wanted.has(id));
}

/** What an address asks for; undefined when it names nothing that the model has. O(threats + events + flows). */
export function blastRadius(model: Model, parameter: string): BlastRadius | undefined {
  const ids = parameter.split(',').slice(0, mostIds);
  const threats = threatsOf(model, ids);
  const [first] = threats;
  if (!first) return undefined;
  const places = threats.map(({ place }): Place => place);
  const { elements, reach } = reachedFrom(model, places);
  const marks = new Map<string, 'strike' | 'reached'>([
    ...elements.map(({ id }) => [id as string, 'reached'] as const),
    ...reach.map(({ flow }) => [flow.id as string, 'reached'] as const),
    ...threats.flatMap(markedPlace).map((id) => [id, 'strike'] as const),
  ]);
  const event = [...model.event.values()].find(({ id }) => id === ids[0]);
  const title = event?.title ?? (threats.length === 1 ? first.title : `${threats.length} threats`);
  return {
    title,
    threats,
    marks,
    flows: reach.length,
    elements: elements.length,
    diagram: diagramOf(model, marks),
  };
}
