/** The counts of findings over time, in extension data: kept by whoever looks at alignment. */
import { readFindingDays, withDay } from '../core/alignment/finding-days';
import type { FindingDay } from '../core/alignment/finding-days';
import { indexCollection } from '../core/store/collections';
import type { Ports } from './ports';

/** 48 of at most 100 characters for a GUID. */
const collectionOf = (projectId: string): string => `${indexCollection(projectId)}.findings`;
const id = 'days';

/** The days with today's count, stored if it is new. Never rejects: a count that is lost comes again tomorrow. */
export async function keepFindingDay(
  { documents }: Pick<Ports, 'documents'>,
  projectId: string,
  today: FindingDay,
): Promise<readonly FindingDay[]> {
  const collection = collectionOf(projectId);
  try {
    const stored = await documents.get(collection, id);
    const before = readFindingDays(stored?.['days']);
    const days = withDay(before, today);
    if (days === before) return days;
    const content = { id, schema: 1, kind: 'findings', days };
    // Two who look at once count the same: the one who comes second need not write.
    if (stored)
      await documents.update(collection, { ...content, __etag: stored.__etag }).catch(() => undefined);
    else await documents.create(collection, content).catch(() => undefined);
    return days;
  } catch {
    return [today];
  }
}
