/** Reads who wrote the comments by which risks were accepted: anybody can write a name into a model, nobody into those. */
import type { ReadComment } from '../core/model/comment-proof';
import type { AcceptanceId } from '../core/model/ids';
import type { OpenedModel } from './open-model';
import type { Backlog } from './ports';

/** Comments that are read: one request each, so a model that somebody stuffed with acceptances cannot slow every page. */
const mostComments = 100;

/** What the server says of a comment on a work item. One request. Rejects with AccessError. */
export async function readComment(
  backlog: Pick<Backlog, 'commentAuthor'>,
  { workItem, comment }: { readonly workItem: number; readonly comment: number },
): Promise<ReadComment> {
  const by = await backlog.commentAuthor(workItem, comment);
  return by === undefined ? { kind: 'gone' } : { kind: 'written', by };
}

/** Of the acceptances in force those with a comment, the latest first. What cannot be read is left out: it is not judged. */
export async function readEvidence(
  backlog: Backlog,
  opened: readonly Pick<OpenedModel, 'model'>[],
  today: string,
): Promise<ReadonlyMap<AcceptanceId, ReadComment>> {
  const named = opened
    .flatMap(({ model }) => [...model.acceptance.values()])
    .filter(({ until }) => Date.parse(until) >= Date.parse(today))
    .sort((a, b) => Date.parse(b.at) - Date.parse(a.at))
    .flatMap(({ id, evidence }) => (evidence ? [{ id, evidence }] : []));
  const read = new Map<AcceptanceId, ReadComment>();
  await Promise.all(
    named.slice(0, mostComments).map(async ({ id, evidence }) => {
      const found = await readComment(backlog, evidence).catch(() => undefined);
      if (found) read.set(id, found);
    }),
  );
  return read;
}
