/** Edits of a story's links: a threat to the story or to one of its clauses, and back. Clauses come and go with links. */
import type { Edit } from '../edit';
import { clauseId, mint, storyLinkId } from '../ids';
import type { ClauseId, NewId, StoryLinkId, ThreatId } from '../ids';
import type { Clause, StoryLink } from '../mitigation';
import type { Model } from '../model';

/** Where a clause stands and what it says, as core/clauses found it. */
export type ClauseAt = Pick<Clause, 'field' | 'hash' | 'ordinal'>;

const bareAt = ({ field, hash, ordinal }: ClauseAt): ClauseAt => ({ field, hash, ordinal });

/** The clauses of the model that are this one: two people who link the same words at once make twins. */
const clausesAt = (model: Model, story: number, { field, hash, ordinal }: ClauseAt): readonly Clause[] =>
  [...model.clause.values()].filter(
    (known) =>
      known.story === story && known.field === field && known.hash === hash && known.ordinal === ordinal,
  );

const unused = (model: Model, ids: readonly ClauseId[], gone: ReadonlySet<StoryLinkId>): ClauseId[] => {
  const links = [...model.storyLink.values()].filter((link) => !gone.has(link.id));
  return [...new Set(ids)].filter((id) => !links.some((link) => link.clause === id));
};

export interface StoryLinkDraft {
  readonly threat: ThreatId;
  readonly story: number;
  /** Absent = the story as a whole. */
  readonly clause?: ClauseAt;
}

/**
 * Links a threat to a story or to one clause of it. A link of the two without a clause becomes the clause's; one to
 * another clause stays, since a threat may be behind several. What is there already is not made twice.
 */
export function linkClause(model: Model, draft: StoryLinkDraft, newId: NewId): Edit {
  const { threat, story } = draft;
  const label = `Link story #${story}`;
  const links = [...model.storyLink.values()].filter(
    (link) => link.story === story && link.threat === threat,
  );
  if (!draft.clause) {
    const put: StoryLink[] = links.length > 0 ? [] : [{ id: mint(storyLinkId, newId), threat, story }];
    return { label, storyLink: { put } };
  }
  const known = clausesAt(model, story, draft.clause);
  if (links.some((link) => known.some(({ id }) => id === link.clause))) return { label };
  const clause = known[0] ?? { id: mint(clauseId, newId), story, ...bareAt(draft.clause) };
  const open = links.find((link) => link.clause === undefined);
  const link = { id: open?.id ?? mint(storyLinkId, newId), threat, story, clause: clause.id };
  return { label, clause: { put: [clause] }, storyLink: { put: [link] } };
}

/** Takes links away, with the clauses that no other link names. */
export function unlinkClauses(model: Model, ids: readonly StoryLinkId[]): Edit {
  const gone = new Set(ids);
  const clauses = ids.flatMap((id) => model.storyLink.get(id)?.clause ?? []);
  return {
    label: 'Unlink story',
    storyLink: { remove: ids },
    clause: { remove: unused(model, clauses, gone) },
  };
}

/**
 * Says that a clause which was moved or reworded is still the same one: its links stay, its place and words are new. So
 * are its twins', which would else be looked for under the old words.
 */
export function confirmClause(model: Model, id: ClauseId, at: ClauseAt): Edit {
  const clause = model.clause.get(id);
  const twins = clause ? clausesAt(model, clause.story, clause) : [];
  return { label: 'Confirm clause', clause: { put: twins.map((each) => ({ ...each, ...bareAt(at) })) } };
}
