/** Finds threats by words over all models: simple, but the likely one stands first. Pure. */
import type { ModelId } from '../../core/model/ids';
import type { Model } from '../../core/model/model';
import { placeName } from '../../core/model/model-index';
import type { Threat } from '../../core/model/threat';
import { scaleOf } from '../../core/model/project-policy';
import { inherentPoints, severityName } from '../../core/risk/severity';
import type { SeverityName } from '../../core/risk/severity';

export interface ThreatCandidate {
  readonly model: ModelId;
  readonly modelName: string;
  readonly threat: Threat;
  readonly place: string;
  /** Inherent, by the scale of the project. */
  readonly points: number;
  readonly severity: SeverityName;
}

/** The threats of a model that apply. */
export function candidatesOf(model: Model): readonly ThreatCandidate[] {
  return [...model.threat.values()]
    .filter((threat) => threat.status.kind !== 'not-applicable')
    .map((threat) => ({
      model: model.info.id,
      modelName: model.info.name,
      threat,
      place: placeName(model, threat.place),
      points: inherentPoints(threat, scaleOf(model)),
      severity: severityName(inherentPoints(threat, scaleOf(model)), scaleOf(model)),
    }));
}

/** Words of a search or a story; short ones say nothing. */
function wordsOf(text: string, shortest: number): readonly string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return [...new Set(words)].filter((word) => word.length >= shortest);
}

/** Words in the title count twice those in the place. */
function score({ threat, place }: ThreatCandidate, words: readonly string[]): number {
  const [title, where] = [threat.title.toLowerCase(), place.toLowerCase()];
  return words.reduce(
    (sum, word) => sum + (title.includes(word) ? 2 : 0) + (where.includes(word) ? 1 : 0),
    0,
  );
}

/**
 * The candidates that hold every word of the search, those that share words with the story first, then by severity.
 * At most `limit`.
 */
export function rankThreats(
  candidates: readonly ThreatCandidate[],
  given: { readonly search: string; readonly story: string; readonly limit: number },
): readonly ThreatCandidate[] {
  const searched = wordsOf(given.search, 1);
  const story = wordsOf(given.story, 4);
  const hit = (candidate: ThreatCandidate) =>
    searched.every(
      (word) => score(candidate, [word]) > 0 || candidate.modelName.toLowerCase().includes(word),
    );
  return candidates
    .filter(hit)
    .map((candidate) => ({
      candidate,
      rank: score(candidate, searched) * 10 + score(candidate, story),
    }))
    .sort((a, b) => b.rank - a.rank || b.candidate.points - a.candidate.points)
    .slice(0, given.limit)
    .map(({ candidate }) => candidate);
}
