/** Mitigations (one per kind in a model), treatments (threat x mitigation), realisations (the work items). */
import * as v from 'valibot';
import { clauseId, mitigationId, realisationId, storyLinkId, threatId, treatmentId } from './ids';
import { line, origin, ownTexts, prose, workItemId } from './parts';
import { basis } from './threat';

export const strengthLevels = ['negligible', 'weak', 'average', 'strong', 'maximum'] as const;
export type StrengthLevel = (typeof strengthLevels)[number];

export const plainStatuses = [
  'open',
  'existing',
  'proposed',
  'approved',
  'planned',
  'in-progress',
  'implemented',
] as const;
export const reasonedStatuses = ['rejected', 'not-applicable'] as const;
/** Rejecting and ruling out want a reason (paper, R4): so it is part of the status. */
export const status = v.variant('kind', [
  v.object({ kind: v.picklist(plainStatuses) }),
  v.object({ kind: v.picklist(reasonedStatuses), reason: prose }),
]);
export type Status = v.InferOutput<typeof status>;
export type StatusKind = Status['kind'];

export const controlTypes = ['preventive', 'detective', 'corrective', 'recovery', 'other'] as const;

export const mitigation = v.object({
  id: mitigationId,
  origin,
  title: line,
  /** How to implement, how to verify: what a developer and a tester need (R1, R2). Empty = not written yet. */
  implement: prose,
  verify: prose,
  controlType: v.exactOptional(v.picklist(controlTypes)),
  status,
  /** What the knowledge base says of everybody, such as what a platform does for all; counts while nobody decides here. */
  given: v.exactOptional(status),
  /** What counts at all places of one entity type (`entityTypeAt`), each type once. */
  byType: v.exactOptional(v.pipe(v.array(v.object({ type: line, status })), v.maxLength(200))),
  /** Of these only the strongest has effect at a threat: they replace one another. The relation holds both ways. */
  alternatives: v.exactOptional(v.pipe(v.array(mitigationId), v.maxLength(100))),
  /** It has no effect before these have. */
  requires: v.exactOptional(v.pipe(v.array(mitigationId), v.maxLength(100))),
  /** What it costs, in the unit of the team's backlog (story points or days), as long as no Task says better. */
  effort: v.exactOptional(v.pipe(v.number(), v.minValue(0), v.maxValue(100_000))),
  /** Free words by which requirements and filters find families of mitigations. */
  tags: v.exactOptional(v.pipe(v.array(line), v.maxLength(50))),
  /** Texts that came from the knowledge base and were rewritten here. */
  edited: v.exactOptional(ownTexts),
  /** Present when a newer version of the imported file does not have it any more: why. */
  stale: v.exactOptional(prose),
});
export type Mitigation = v.InferOutput<typeof mitigation>;

export const treatment = v.object({
  id: treatmentId,
  threat: threatId,
  mitigation: mitigationId,
  strength: v.object({ level: v.picklist(strengthLevels), basis, reason: v.exactOptional(prose) }),
  /** The exception at this place; absent = what the mitigation or its work item says. */
  status: v.exactOptional(status),
});
export type Treatment = v.InferOutput<typeof treatment>;

/** The sync baseline: what the work item held when both sides last agreed. Hashes, never texts (design: storage). */
export const baseline = v.object({
  rev: v.pipe(v.number(), v.integer()),
  /** Owned field -> hash; the keys are in core/sync. */
  hashes: v.record(line, line),
  /** The story that it stood under, null for none; absent in a baseline that was made before this was kept. */
  parent: v.exactOptional(v.nullable(workItemId)),
  /** The stories that it was related to by us. */
  related: v.exactOptional(v.pipe(v.array(workItemId), v.maxLength(1000))),
  /** What the model said then, in one hash: while it is the same, the work item need not be read to know. */
  model: v.exactOptional(line),
});
export type Baseline = v.InferOutput<typeof baseline>;

/** What a person decided about something odd of a Task, so that nobody is asked twice (core/sync, S33). */
export const syncDecision = v.variant('about', [
  /** It is as people made it, and that is fine. `title`: the title is theirs from then on. */
  v.object({ about: v.picklist(['title', 'tag', 'link', 'type', 'project', 'removed', 'foreign']) }),
  /** Their wording of our section stays until the model says something else than this hash. */
  v.object({ about: v.literal('section'), hash: line }),
  /** That other work item carries our link, and is none of ours. */
  v.object({ about: v.literal('copy'), item: workItemId }),
]);
export type SyncDecision = v.InferOutput<typeof syncDecision>;

export const realisation = v.object({
  id: realisationId,
  mitigation: mitigationId,
  /** `all` until somebody splits the mitigation over several work items. */
  covers: v.union([v.literal('all'), v.array(treatmentId)]),
  workItem: v.nullable(workItemId),
  baseline: v.exactOptional(baseline),
  decided: v.exactOptional(v.pipe(v.array(syncDecision), v.maxLength(100))),
  /** Work items that were this one before and were let go of: one that comes back is known. */
  earlier: v.exactOptional(v.pipe(v.array(workItemId), v.maxLength(50))),
  /** While it has no Task: what the one that was let go of stood under. The next one goes there. */
  stood: v.exactOptional(v.union([v.literal('nothing'), workItemId])),
});
export type Realisation = v.InferOutput<typeof realisation>;

/** Where a Task that is let go of stood, as it is kept: no null, since the store may drop it. */
export const stoodUnder = (parent: number | null | undefined): Pick<Realisation, 'stood'> =>
  parent === undefined ? {} : { stood: parent ?? 'nothing' };

export const clauseFields = ['title', 'description', 'acceptanceCriteria'] as const;
export type ClauseField = (typeof clauseFields)[number];

/** A WITHOUT clause of a story, known by the hash of its text and its place; the text itself stays in the story. */
export const clause = v.object({
  id: clauseId,
  story: workItemId,
  field: v.picklist(clauseFields),
  /** textHash of the normalised text (core/clauses). */
  hash: line,
  /** Place among the clauses of the field, from 0. */
  ordinal: v.pipe(v.number(), v.integer(), v.minValue(0)),
});
export type Clause = v.InferOutput<typeof clause>;

/**
 * A threat is why a story needs protection; absent clause = the story as a whole, or one that has none yet. Such a link
 * answers for one clause of the story (nobody said which), never for those that are added later.
 */
export const storyLink = v.object({
  id: storyLinkId,
  threat: threatId,
  story: workItemId,
  clause: v.exactOptional(clauseId),
});
export type StoryLink = v.InferOutput<typeof storyLink>;
