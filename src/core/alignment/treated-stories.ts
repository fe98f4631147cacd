/** Which mitigations a story waits for, through the threats that are linked to it (Figure 2 of the paper). */
import type { Mitigation, Treatment } from '../model/mitigation';
import type { MitigationId } from '../model/ids';
import type { Threat } from '../model/threat';
import { isRuledOut } from '../risk/assess';
import type { Factor } from '../risk/assess';
import type { AlignmentPicture, ModelPicture, StoryPicture } from './picture';
import { applyingLinks } from './story-links';

export interface Awaited {
  readonly at: ModelPicture;
  readonly story: StoryPicture;
  readonly mitigation: Mitigation;
  /** The treatments of the story's threats that have no effect yet; at least one. */
  readonly treatments: readonly Treatment[];
  /** The threats they treat, each once. */
  readonly threats: readonly Threat[];
  /** Is any of it decided on (approved, planned or in progress)? */
  readonly decided: 'yes' | 'no';
}

/** Rejected and not applicable are decisions: nobody waits for those. */
const isAwaited = (factor: Factor): boolean => factor.effect !== 'now' && !isRuledOut(factor);

interface Gathered {
  readonly at: ModelPicture;
  readonly story: StoryPicture;
  readonly factors: Map<MitigationId, Map<Treatment, { readonly factor: Factor; readonly threat: Threat }>>;
}

function gather(picture: AlignmentPicture): Iterable<Gathered> {
  const groups = new Map<string, Gathered>();
  for (const { at, story, threat } of applyingLinks(picture)) {
    const key = `${at.model.info.id} ${story.item.id}`;
    const group = groups.get(key) ?? { at, story, factors: new Map() };
    groups.set(key, group);
    for (const factor of at.assessment.threats.get(threat.id)?.factors ?? []) {
      if (!isAwaited(factor)) continue;
      const own = group.factors.get(factor.mitigation.id) ?? new Map();
      // Two links of a threat to the same story, by two clauses, are still one treatment.
      group.factors.set(factor.mitigation.id, own.set(factor.treatment, { factor, threat }));
    }
  }
  return groups.values();
}

/** One for each story and mitigation that has no effect yet on a threat of the story. */
export function* awaitedMitigations(picture: AlignmentPicture): Generator<Awaited> {
  for (const { at, story, factors } of gather(picture))
    for (const own of factors.values()) {
      const parts = [...own.values()];
      const first = parts[0];
      if (!first) continue;
      yield {
        at,
        story,
        mitigation: first.factor.mitigation,
        treatments: parts.map(({ factor }) => factor.treatment),
        threats: [...new Set(parts.map(({ threat }) => threat))],
        decided: parts.some(({ factor }) => factor.effect === 'planned') ? 'yes' : 'no',
      };
    }
}
