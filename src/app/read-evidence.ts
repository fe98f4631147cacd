/** Reads who wrote the comments by which risks were accepted: anybody can write a name into a model, nobody into those. */
import type { Evidence } from '../core/alignment/picture';
import type { AcceptanceId } from '../core/model/ids';
import type { OpenedModel } from './open-model';
import type { Backlog } from './ports';

/** Comments that are read: one request each, so a model that somebody stuffed with acceptances cannot slow every page. */
const mostComments = 100;

async function evidenceOf(backlog: Backlog, id: number, comment: number): Promise<Evidence> {
  const by = await backlog.commentAuthor(id, comment);
  return by === undefined ? { kind: 'gone' } : { kind: 'written', by };
}

/** Of the acceptances in force those with a comment, the latest first. What cannot be read is left out: it is not judged. */
export async function readEvidence(
  backlog: Backlog,
  opened: readonly Pick<OpenedModel, 'model'>[],
  today: string,
): Promise<ReadonlyMap<AcceptanceId, Evidence>> {
  const named = opened
    .flatMap(({ model }) => [...model.acceptance.values()])
    .filter(({ until }) => Date.parse(until) >= Date.parse(today))
    .sort((a, b) => Date.parse(b.at) - Date.parse(a.at))
    .flatMap(({ id, evidence }) => (evidence ? [{ id, evidence }] : []));
  const read = new Map<AcceptanceId, Evidence>();
  await Promise.all(
    named.slice(0, mostComments).map(async ({ id, evidence: { workItem, comment } }) => {
      const found = await evidenceOf(backlog, workItem, comment).catch(() => undefined);
      if (found) read.set(id, found);
    }),
  );
  return read;
}
