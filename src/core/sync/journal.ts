/** What a sync did, line by line: ids, revisions and reasons, and what an undo needs. No text of a work item (S71). */
import * as v from 'valibot';
import { mitigationId, realisationId } from '../model/ids';
import { realisation, status } from '../model/mitigation';
import type { Model } from '../model/model';
import type { Change, WritingStep } from './plan';

const text = v.pipe(v.string(), v.maxLength(1024));
// What is null may come back as an absent key (app/ports).
const number = v.optional(v.nullable(v.pipe(v.number(), v.integer())), null);
const person = v.object({ id: text, name: text });

export const journalLine = v.object({
  kind: v.picklist(['create', 'adopt', 'update', 'restore', 'delete', 'note']),
  mitigation: mitigationId,
  realisation: realisationId,
  workItem: number,
  /** The revision before the step, and after it. */
  before: number,
  after: number,
  changed: v.array(text),
  because: text,
  result: v.picklist(['begun', 'done', 'refused', 'outdated', 'unsure', 'not-tried']),
  /** The model's side before the step: null = there was no realisation. */
  was: v.object({ realisation: v.optional(v.nullable(realisation), null), status: v.exactOptional(status) }),
});
export type JournalLine = v.InferOutput<typeof journalLine>;

export const journalEntry = v.object({
  id: text,
  kind: v.picklist(['sync', 'undo']),
  at: text,
  by: v.optional(v.nullable(person), null),
  /** `begun` for good: whoever did it never got to the end. */
  state: v.picklist(['begun', 'ended']),
  /** The entry that an undo took back. */
  undoes: v.exactOptional(text),
  lines: v.array(journalLine),
});
export type JournalEntry = v.InferOutput<typeof journalEntry>;

/** The line of a step that is about to be done; the executor fills in what came of it. */
export function lineOf(model: Model, step: WritingStep): JournalLine {
  const known = model.realisation.get(step.realisation);
  const mitigation = model.mitigation.get(step.mitigation);
  const changed: readonly Change[] = step.kind === 'update' ? step.changes : [];
  return {
    kind: step.kind,
    mitigation: step.mitigation,
    realisation: step.realisation,
    workItem: 'workItem' in step ? step.workItem : null,
    before: 'rev' in step ? step.rev : null,
    after: null,
    changed: [...new Set(changed.map(({ what }) => what))],
    because: step.because.slice(0, 1024),
    result: 'begun',
    was: { realisation: known ?? null, ...(mitigation ? { status: mitigation.status } : {}) },
  };
}
