/** Which mitigations somebody decided not to do with their story for now. Pure. */
import { dismissalsOf } from '../alignment/dismissals';
import type { DismissedFinding } from '../alignment/dismissals';
import { findingKey } from '../alignment/finding-key';
import type { AlignmentPicture } from '../alignment/picture';
import type { MitigationId, ModelId } from '../model/ids';
import type { SprintAdvice, Suggestion } from './sprint-advice';
import { notPlanned } from './story-advice';
import type { MitigationAdvice, StoryAdvice } from './story-advice';

export interface PlaceOfWork {
  readonly model: ModelId;
  readonly mitigation: MitigationId;
  readonly story: number;
}

/** The findings that a postponement answers: it is not planned with its story, or planned after it. */
export const postponedFindings = (at: PlaceOfWork): readonly [string, string] => [
  findingKey('mitigation-not-planned-with-its-story', at),
  findingKey('mitigation-planned-after-its-story', at),
];

export type Postponement = Omit<DismissedFinding, 'finding'>;

/** The postponement that holds at a place, if there is one. */
export function postponements(
  picture: Pick<AlignmentPicture, 'models' | 'today'>,
): (at: PlaceOfWork) => Postponement | undefined {
  const held = dismissalsOf(picture);
  return (at) => held.get(postponedFindings(at)[0]);
}

export interface Decided<T> {
  /** What still waits for a decision. */
  readonly open: readonly T[];
  readonly postponed: readonly T[];
}

const parted = <T>(all: readonly T[], isPostponed: (one: T) => boolean): Decided<T> => ({
  open: all.filter((one) => !isPostponed(one)),
  postponed: all.filter(isPostponed),
});

/** What is not planned with a story, told apart by whether somebody postponed it. */
export function missingOf(
  advice: StoryAdvice,
  of: ReturnType<typeof postponements>,
): Decided<MitigationAdvice> {
  const story = advice.story.item.id;
  return parted(
    notPlanned(advice),
    ({ model, mitigation }) => of({ model, mitigation: mitigation.id, story }) !== undefined,
  );
}

/** A suggestion is postponed when it is at every story that it is for; the ranking stays. */
export function suggestionsOf(
  { suggestions }: Pick<SprintAdvice, 'suggestions'>,
  of: ReturnType<typeof postponements>,
): Decided<Suggestion> {
  return parted(
    suggestions,
    ({ model, mitigation, stories }) =>
      stories.length > 0 &&
      stories.every((story) => of({ model, mitigation: mitigation.id, story }) !== undefined),
  );
}

export interface MissingCount {
  /** Mitigations, each once; one that is open at any story is open. */
  readonly open: number;
  readonly postponed: number;
  /** Stories with something open. */
  readonly stories: number;
}

export function countMissing(
  { stories }: Pick<SprintAdvice, 'stories'>,
  of: ReturnType<typeof postponements>,
): MissingCount {
  const key = ({ model, mitigation }: MitigationAdvice) => `${model}/${mitigation.id}`;
  const missing = stories.map((story) => missingOf(story, of));
  const open = new Set(missing.flatMap((each) => each.open.map(key)));
  const postponed = new Set(missing.flatMap((each) => each.postponed.map(key)));
  return {
    open: open.size,
    postponed: [...postponed].filter((each) => !open.has(each)).length,
    stories: missing.filter((each) => each.open.length > 0).length,
  };
}
