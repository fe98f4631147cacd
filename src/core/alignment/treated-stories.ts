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
  /** Two links of a threat to the same story, by two clauses, are still one treatment. */
  readonly factors: Map<MitigationId, Map<Treatment, { readonly factor: Factor; readonly threat: Threat }>>;
}

function gather(picture: AlignmentPicture): readonly Gathered[] {
  const groups: Gathered[] = [];
  let group: Gathered | undefined;
  for (const { at, story, threat } of applyingLinks(picture)) {
    // The links of a model to a story stand side by side.
    if (group?.at !== at || group.story !== story) {
      group = { at, story, factors: new Map() };
      groups.push(group);
    }
    for (const factor of at.assessment.threats.get(threat.id)?.factors ?? []) {
      if (!isAwaited(factor)) continue;
      const { id } = factor.mitigation;
      const own = group.factors.get(id);
      if (own) own.set(factor.treatment, { factor, threat });
      else group.factors.set(id, new Map([[factor.treatment, { factor, threat }]]));
    }
  }
  return groups;
}

function awaitedIn(picture: AlignmentPicture): readonly Awaited[] {
  const awaited: Awaited[] = [];
  for (const { at, story, factors } of gather(picture))
    for (const own of factors.values()) {
      const parts = [...own.values()];
      const first = parts[0];
      if (!first) continue;
      awaited.push({
        at,
        story,
        mitigation: first.factor.mitigation,
        treatments: parts.map(({ factor }) => factor.treatment),
        threats: [...new Set(parts.map(({ threat }) => threat))],
        decided: parts.some(({ factor }) => factor.effect === 'planned') ? 'yes' : 'no',
      });
    }
  return awaited;
}

/** One answer per picture: four rules ask for the same, and a picture never changes. */
const known = new WeakMap<AlignmentPicture, readonly Awaited[]>();

/** One for each story and mitigation that has no effect yet on a threat of the story. */
export function awaitedMitigations(picture: AlignmentPicture): readonly Awaited[] {
  const ready = known.get(picture);
  if (ready) return ready;
  const awaited = awaitedIn(picture);
  known.set(picture, awaited);
  return awaited;
}
