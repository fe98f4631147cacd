/** Every journal entry ever saved still opens and can be taken back. Files are added under journal/, never changed. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MemoryDocuments } from '../../src/adapters/memory/memory-documents';
import { beginEntry, journalCollection, readJournal } from '../../src/app/sync-journal';
import type { RawDocument } from '../../src/core/store/collections';
import type { TaskItem } from '../../src/core/sync/backlog-picture';
import { journalLine } from '../../src/core/sync/journal';
import { planUndo } from '../../src/core/sync/plan-undo';
import { aMitigation, aModel, aRealisation } from '../fixtures/sample-model';

interface SavedFile {
  readonly about: string;
  readonly document: RawDocument & { readonly lines: readonly { readonly was: object }[] };
  /** The steps that take it back, with their work items. */
  readonly undo: readonly string[];
}

const folder = join(__dirname, 'journal');
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.json'),
);
const read = (name: string) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as SavedFile;

const model = aModel({
  mitigations: [aMitigation(1, { kind: 'approved' }), aMitigation(2, { kind: 'approved' })],
  realisations: [aRealisation(1, 1, 50), aRealisation(2, 2, 51), aRealisation(3, 2, 52)],
});
const projectId = '7c1b9b52-3f0c-4e0a-9d55-5b1f0f2a6c10';

async function opened(document: RawDocument) {
  const documents = new MemoryDocuments();
  await documents.create(journalCollection(projectId, model.info.id), document);
  const [entry] = await readJournal({ documents, projectId, model: model.info.id });
  if (!entry) throw new Error('The entry does not open.');
  return entry;
}

const task = (id: number, rev: number): TaskItem => ({
  id,
  rev,
  type: 'Task',
  title: `Task ${id}`,
  state: 'New',
  category: 'Proposed',
  tags: [],
  areaPath: 'Shop',
  iterationPath: 'Shop',
  parent: undefined,
  order: undefined,
  hyperlinks: [],
  project: 'Shop',
  description: { text: '', format: 'html' },
  related: [],
});

/** What the sync changed was otherwise before. */
const older = {
  title: 'Older',
  state: 'Active',
  tags: ['older'],
  areaPath: 'Shop\\Older',
  iterationPath: 'Shop\\Older',
  parent: 1,
  hyperlinks: ['https://example.org/older'],
  description: { text: 'Older', format: 'html' },
  related: [1],
} as const;

test.each(files)('%s opens and can be taken back', async (name) => {
  const { document, undo } = read(name);
  const entry = await opened(document);
  const tasks = new Map(
    entry.lines.flatMap(({ workItem, after }) =>
      workItem === null ? [] : [[workItem, task(workItem, after ?? 1)] as const],
    ),
  );
  const before = new Map([...tasks].map(([id, each]) => [id, { ...each, ...older }]));
  const { steps } = planUndo({ model, entry, tasks, before });
  expect(steps.map((step) => `${step.kind} ${'workItem' in step ? step.workItem : ''}`)).toEqual(undo);
});

test.each(files)('%s is the same when it is saved again', async (name) => {
  const entry = await opened(read(name).document);
  const documents = new MemoryDocuments();
  await beginEntry({ documents, projectId, model: model.info.id }, entry);
  expect(await readJournal({ documents, projectId, model: model.info.id })).toEqual([entry]);
});

test('every property of a line, and of what it says that was, is in at least one file', () => {
  const lines = files.flatMap((name) => read(name).document.lines);
  const used = (rows: readonly object[]) => [...new Set(rows.flatMap(Object.keys))].sort();
  expect(used(lines)).toEqual(Object.keys(journalLine.entries).sort());
  expect(used(lines.map(({ was }) => was))).toEqual(Object.keys(journalLine.entries.was.entries).sort());
});
