/** Edits around WITHOUT clauses: which clause a threat is the reason for, new words, and the project's two policies. */
import type { Edit } from '../edit';
import { clauseId, mint, storyLinkId } from '../ids';
import type { ClauseId, NewId, StoryLinkId, ThreatId } from '../ids';
import type { Clause, ClauseField, StoryLink } from '../mitigation';
import type { Model, ModelInfo } from '../model';

/** A clause as it is found in a story; structurally what core/clauses finds. */
export interface ClausePlace {
  readonly field: ClauseField;
  /** From 0, among the explicit clauses of the field. */
  readonly ordinal: number;
  readonly hash: string;
}

export interface ClauseLink {
  readonly threats: readonly ThreatId[];
  readonly story: number;
  readonly clause: ClausePlace;
  /** The stored clause that `matchClauses` recognised in it, if any: it stands elsewhere, or has other words, by now. */
  readonly known?: ClauseId | undefined;
  readonly newId: NewId;
}

/** The model's clause with exactly these words at this place of the story. */
export function findClause(model: Model, story: number, place: ClausePlace): Clause | undefined {
  for (const clause of model.clause.values())
    if (
      clause.story === story &&
      clause.field === place.field &&
      clause.ordinal === place.ordinal &&
      clause.hash === place.hash
    )
      return clause;
  return undefined;
}

/** One entity for one clause of a story, whatever the number of threats; two would fight over the same words. */
function clauseFor(model: Model, given: ClauseLink): Clause {
  const exact = findClause(model, given.story, given.clause);
  if (exact) return exact;
  const known = given.known && model.clause.get(given.known);
  const { field, ordinal, hash } = given.clause;
  return { id: known?.id ?? mint(clauseId, given.newId), story: given.story, field, ordinal, hash };
}

/**
 * Links threats to a clause of a story, and makes the clause where the model does not know it yet. A link to the story
 * that names no clause gets this one; a link to another clause of it stays beside.
 */
export function linkClause(model: Model, given: ClauseLink): Edit {
  const clause = clauseFor(model, given);
  const links = [...model.storyLink.values()].filter((link) => link.story === given.story);
  const put = given.threats.flatMap((threat): StoryLink[] => {
    const own = links.filter((link) => link.threat === threat);
    if (own.some((link) => link.clause === clause.id)) return [];
    const bare = own.find((link) => link.clause === undefined);
    return [
      { id: bare?.id ?? mint(storyLinkId, given.newId), threat, story: given.story, clause: clause.id },
    ];
  });
  return {
    label: `Link WITHOUT clause of #${given.story}`,
    ...(model.clause.get(clause.id) === clause ? {} : { clause: { put: [clause] } }),
    storyLink: { put },
  };
}

/** The clauses that no link names once `gone` is gone. */
function orphans(model: Model, gone: ReadonlySet<StoryLinkId>): readonly ClauseId[] {
  const touched = new Set<ClauseId>();
  for (const id of gone) {
    const clause = model.storyLink.get(id)?.clause;
    if (clause) touched.add(clause);
  }
  for (const link of model.storyLink.values())
    if (link.clause && !gone.has(link.id)) touched.delete(link.clause);
  return [...touched];
}

/** Takes links away, and the clauses that nothing names any more: a clause is kept only for its links. */
export function unlinkClauses(model: Model, ids: readonly StoryLinkId[]): Edit {
  const clauses = orphans(model, new Set(ids));
  return {
    label: ids.length === 1 ? 'Unlink story' : 'Unlink stories',
    storyLink: { remove: ids },
    ...(clauses.length > 0 ? { clause: { remove: clauses } } : {}),
  };
}

/** Accepts the words, and the place, that a known clause has now. */
export function rewordClause(model: Model, id: ClauseId, now: ClausePlace): Edit {
  const clause = model.clause.get(id);
  const { field, ordinal, hash } = now;
  return {
    label: 'Accept the new words',
    clause: { put: clause ? [{ ...clause, field, ordinal, hash }] : [] },
  };
}

/** Points one link at another clause of its story, or of another story. */
export function relinkClause(model: Model, id: StoryLinkId, given: Omit<ClauseLink, 'threats'>): Edit {
  const link = model.storyLink.get(id);
  if (!link) return { label: 'Link another clause' };
  const clause = clauseFor(model, { ...given, threats: [link.threat] });
  const twin = [...model.storyLink.values()].some(
    (other) => other.id !== id && other.threat === link.threat && other.clause === clause.id,
  );
  const left = orphans(model, new Set([id])).filter((each) => each !== clause.id);
  return {
    label: 'Link another clause',
    clause: { put: model.clause.get(clause.id) === clause ? [] : [clause], remove: left },
    storyLink: twin ? { remove: [id] } : { put: [{ ...link, story: given.story, clause: clause.id }] },
  };
}

export type Policies = NonNullable<ModelInfo['policies']>;

/** What the paper leaves open; absent in a model means allowed. */
export const allowAll: Policies = { oneThreatPerStory: 'allow', oneClausePerStory: 'allow' };

/** Sets the two policies of a model. */
export function setPolicies(model: Model, change: Partial<Policies>): Edit {
  const policies = { ...(model.info.policies ?? allowAll), ...change };
  return { label: 'Change policy', info: { ...model.info, policies } };
}
