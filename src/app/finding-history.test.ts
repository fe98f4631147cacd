import { MemoryDocuments } from '../adapters/memory/memory-documents';
import type { FindingDay } from '../core/alignment/finding-days';
import { keepFindingDay } from './finding-history';
import type { Documents } from './ports';

const day = (date: string, count: number): FindingDay => ({ day: date, rules: { rule: count } });

test('the first who looks on a day keeps its count; the same count is not written again', async () => {
  const documents = new MemoryDocuments();
  await keepFindingDay({ documents }, 'p', day('2026-05-01', 3));
  const days = await keepFindingDay({ documents }, 'p', day('2026-05-02', 2));
  expect(days).toEqual([day('2026-05-01', 3), day('2026-05-02', 2)]);
  const before = documents.requests;
  expect(await keepFindingDay({ documents }, 'p', day('2026-05-02', 2))).toEqual(days);
  expect(documents.requests - before).toBe(1);
});

test('a store that answers nothing, or that somebody else just wrote, leaves the count of today', async () => {
  const documents = new MemoryDocuments();
  const refuses: Documents = {
    list: (name) => documents.list(name),
    get: () => Promise.reject(new Error('away')),
    create: (name, document) => documents.create(name, document),
    update: (name, document) => documents.update(name, document),
    remove: (name, id) => documents.remove(name, id),
  };
  expect(await keepFindingDay({ documents: refuses }, 'p', day('2026-05-01', 3))).toEqual([
    day('2026-05-01', 3),
  ]);
});
