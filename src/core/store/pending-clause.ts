/**
 * Clauses that somebody wrote for a threat and that wait for the save of their story. "Save and close" takes a form's
 * frame away before it hears of the save, so the wish is kept beside the views: the next look at the story, which reads
 * that document anyway, completes the link. Ids and hashes only; a wish whose clause was never saved is never fulfilled.
 */
import * as v from 'valibot';
import { modelId, threatId } from '../model/ids';
import { instant } from '../model/parts';
import type { RawDocument } from './collections';
import { asRecord, foreignSchema, schemaVersion } from './collections';

export const pendingClause = v.object({
  model: modelId,
  threat: threatId,
  /** The threat's, for sentences. */
  title: v.pipe(v.string(), v.maxLength(1024)),
  hash: v.pipe(v.string(), v.maxLength(64)),
  at: instant,
});
export type PendingClause = v.InferOutput<typeof pendingClause>;

/** More than anybody writes before a save. */
const most = 20;
/** Days after which nobody saves what was typed then. */
const kept = 7;

const pendingOf = (document: RawDocument | undefined) => asRecord(document?.['pending']) ?? {};

/** What waits on a work item; anything that is not ours is nothing. */
export function readPending(document: RawDocument | undefined, item: number): readonly PendingClause[] {
  const parsed = v.safeParse(
    v.pipe(v.array(pendingClause), v.maxLength(most)),
    pendingOf(document)[String(item)],
  );
  return parsed.success ? parsed.output : [];
}

/**
 * The document with what waits on the item replaced, everything else as it was; old wishes of other items go. `now` is
 * an ISO instant. Undefined when nothing changes, or the document is of a newer version.
 */
export function withPending(
  before: RawDocument | undefined,
  given: {
    readonly id: string;
    readonly item: number;
    readonly clauses: readonly PendingClause[];
    readonly now: string;
  },
): RawDocument | undefined {
  const { id, item, clauses, now } = given;
  if (before && foreignSchema(before) !== undefined) return undefined;
  if (clauses.length === 0 && pendingOf(before)[String(item)] === undefined) return undefined;
  const oldest = Date.parse(now) - kept * 24 * 3600 * 1000;
  const others = Object.keys(pendingOf(before))
    .filter((key) => key !== String(item))
    .flatMap((key) => {
      const fresh = readPending(before, Number(key)).filter(({ at }) => Date.parse(at) > oldest);
      return fresh.length > 0 ? [[key, fresh] as const] : [];
    });
  const own = clauses.length > 0 ? [[String(item), clauses.slice(-most)] as const] : [];
  const rest = Object.entries(before ?? {}).filter(([name]) => !name.startsWith('__'));
  return {
    ...Object.fromEntries(rest),
    id,
    schema: schemaVersion,
    kind: 'by-work-item',
    models: asRecord(before?.['models']) ?? {},
    pending: Object.fromEntries([...others, ...own]),
  };
}
