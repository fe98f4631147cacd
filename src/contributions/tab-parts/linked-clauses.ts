/** The clauses of stories by what links and findings say of them. */
import type { AlignmentPicture, StoryPicture } from '../../core/alignment/picture';
import { foundClause, liveLinks } from '../../core/alignment/story-links';
import type { FoundClause } from '../../core/clauses/clause';
import type { ClauseId, ModelId } from '../../core/model/ids';

/** The stored clause of the model that was recognised in a found one, so that a new link shares it. */
export function knownClause(
  picture: AlignmentPicture,
  model: ModelId,
  found: FoundClause,
): ClauseId | undefined {
  const own = liveLinks(picture).find(
    ({ at, clause }) => at.model.info.id === model && foundClause(clause) === found,
  );
  return own?.link.clause;
}

/** The clause at a place of the story as it is now. */
export function clauseAt(
  story: StoryPicture | undefined,
  place: { readonly field: string; readonly ordinal: number } | undefined,
): FoundClause | undefined {
  return story?.clauses.find((each) => each.field === place?.field && each.ordinal === place.ordinal);
}
