/** What every exporter asks of a model: its threats with their risk, and each treatment with the status that counts. */
import type { ThreatId } from '../model/ids';
import type { Model } from '../model/model';
import { assess } from '../risk/assess';
import type { ThreatRisk } from '../risk/assess';
import { effectOf } from '../risk/effective-status';
import type { ExportInput } from './export-result';

/** Every threat of the model, in its order. O(model). */
export const treatedThreats = ({ model, states }: ExportInput): readonly ThreatRisk[] => [
  ...assess(model, states).threats.values(),
];

/** Tools that know one word for a threat call it mitigated when something stands against it today. */
export const isMitigated = ({ factors }: ThreatRisk): boolean =>
  factors.some(({ effective }) => effectOf(effective.status.kind) === 'now');

export const partsOf = (model: Model): number => model.element.size + model.flow.size + model.boundary.size;

/** Threat -> the ids of its stories, ascending, each once. */
export function storiesOf(model: Pick<Model, 'storyLink'>): ReadonlyMap<ThreatId, readonly number[]> {
  const stories = new Map<ThreatId, Set<number>>();
  for (const { threat, story } of model.storyLink.values())
    stories.set(threat, (stories.get(threat) ?? new Set<number>()).add(story));
  return new Map([...stories].map(([threat, ids]) => [threat, [...ids].sort((a, b) => a - b)]));
}
