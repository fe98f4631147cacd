/**
 * When work items changed their states, with what their revisions told kept in extension data: the second look at a
 * trend reads no revision. Kept are numbers, dates and categories, no text; damaged documents count as none.
 */
import * as v from 'valibot';
import { instant, workItemId } from '../core/model/parts';
import { stateCategories } from '../core/model/state-category';
import type { StateHistory } from '../core/risk/state-history';
import { indexCollection } from '../core/store/collections';
import type { HistoryShelf, KeptHistory, Ports, StoredDocument } from './ports';

/** 49 of at most 100 characters for a GUID. */
export const historiesCollection = (projectId: string): string => `${indexCollection(projectId)}.histories`;
/** By the number of the item; so that many reopened items do not fill one document. Never change: ids are stored. */
const buckets = 16;
/** Bounds of a document: about 60 kB with short histories, at most 200 kB. */
const mostItems = 150;
const mostSteps = 25;

const step = v.object({ at: instant, category: v.picklist(stateCategories) });
const item = v.object({
  id: workItemId,
  rev: v.number(),
  history: v.pipe(v.array(step), v.maxLength(mostSteps)),
});
const document = v.object({ items: v.optional(v.pipe(v.array(item), v.maxLength(mostItems)), []) });
type Item = v.InferOutput<typeof item>;

const bucketOf = (id: number): string => String(id % buckets);

function itemsIn(stored: StoredDocument | undefined): readonly Item[] {
  const parsed = v.safeParse(document, stored);
  return parsed.success ? parsed.output.items : [];
}

async function keepIn(
  { documents }: Pick<Ports, 'documents'>,
  place: { readonly collection: string; readonly id: string },
  fresh: readonly Item[],
): Promise<void> {
  const { collection, id } = place;
  const stored = await documents.get(collection, id);
  const ids = new Set(fresh.map((each) => each.id));
  const others = itemsIn(stored).filter((each) => !ids.has(each.id));
  const content = { id, schema: 1, kind: 'histories', items: [...fresh, ...others].slice(0, mostItems) };
  if (stored) await documents.update(collection, { ...content, __etag: stored.__etag });
  else await documents.create(collection, content);
}

function shelfOf(ports: Pick<Ports, 'documents'>, projectId: string): HistoryShelf {
  const collection = historiesCollection(projectId);
  return {
    known: async () => {
      const all = await ports.documents.list(collection).catch(() => []);
      const items = all.flatMap((each) => [...itemsIn(each)]);
      return new Map(items.map(({ id, rev, history }): [number, KeptHistory] => [id, { rev, history }]));
    },
    keep: async (read) => {
      const groups = new Map<string, Item[]>();
      for (const [id, { rev, history }] of read) {
        if (history.length > mostSteps) continue;
        const group = groups.get(bucketOf(id)) ?? [];
        groups.set(bucketOf(id), [...group, { id, rev, history: [...history] }]);
      }
      // Saved work only: whoever loses a race reads the revisions once more.
      for (const [id, fresh] of groups) await keepIn(ports, { collection, id }, fresh).catch(() => undefined);
    },
  };
}

/** Rejects with AccessError. */
export function readKeptHistories(
  ports: Pick<Ports, 'documents' | 'backlog'>,
  projectId: string,
  ids: readonly number[],
): Promise<ReadonlyMap<number, StateHistory>> {
  return ports.backlog.histories(ids, shelfOf(ports, projectId));
}
