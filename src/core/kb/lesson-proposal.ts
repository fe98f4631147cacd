/** A lesson of an incident as a project proposes it to those who keep the knowledge base, and what came of it. */
import * as v from 'valibot';
import type { KnowledgePackage } from './package';
import { overlaySchema } from './overlay-schema';
import type { Operation, Overlay } from './overlay-schema';

const line = v.pipe(v.string(), v.maxLength(1000));
const instant = v.pipe(v.string(), v.isoTimestamp());

const proposal = v.object({
  schema: v.literal(1),
  kind: v.literal('lesson'),
  /** The mitigation that it adds; the same in every proposal of the incident. */
  lesson: v.pipe(line, v.minLength(1)),
  /** Where it comes from, in words: the model, and its project by id. */
  model: line,
  project: line,
  /** As the page that wrote it said; the store records no author. */
  by: line,
  at: instant,
  overlay: overlaySchema,
  declined: v.exactOptional(
    v.object({ by: line, reason: v.pipe(v.string(), v.maxLength(10_000)), at: instant }),
  ),
});
export type LessonProposal = v.InferOutput<typeof proposal>;

/** Any member can write these documents: what does not hold is undefined. */
export function readLessonProposal(document: unknown): LessonProposal | undefined {
  const read = v.safeParse(proposal, document);
  return read.success ? read.output : undefined;
}

export type LessonFate = 'proposed' | 'accepted' | 'declined';

/** Accepted is what everybody's packages say, so that a draft that nobody published counts for nothing. */
export function lessonFate(
  { lesson, declined }: Pick<LessonProposal, 'lesson' | 'declined'>,
  packages: readonly Pick<KnowledgePackage, 'mitigations'>[],
): LessonFate {
  if (packages.some(({ mitigations }) => mitigations.some(({ id }) => id === lesson))) return 'accepted';
  return declined ? 'declined' : 'proposed';
}

export interface LessonOperations {
  readonly ops: readonly Operation[];
  /** Links that cannot come along: their threats are in other packages. */
  readonly left: number;
}

const packageOf = (reference: string): string => reference.slice(0, Math.max(0, reference.indexOf(':')));
const plain = (reference: string): string => reference.slice(reference.indexOf(':') + 1);

/** What of the proposal changes one package: everything that it adds, and the links to threats of that package. */
export function lessonOperations({ ops }: Overlay, target: string): LessonOperations {
  const kept = ops.flatMap((op): readonly Operation[] => {
    if (op.op !== 'link') return [op];
    const own = packageOf(op.threat) === target;
    return own ? [{ ...op, threat: plain(op.threat), mitigation: plain(op.mitigation) }] : [];
  });
  return { ops: kept, left: ops.length - kept.length };
}
