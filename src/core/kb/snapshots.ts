/** Snapshots: the entries that a model uses, kept in it as they were. */
import type { KnowledgeEntry } from '../model/knowledge';
import { knowledgeEntryId, mint } from '../model/ids';
import type { NewId } from '../model/ids';
import type { Model } from '../model/model';
import { asRecord } from './json-record';
import type { KnowledgePackage } from './package';

type EntryType = KnowledgeEntry['type'];
interface Entry {
  readonly package: string;
  readonly version: string;
  readonly id: string;
  readonly hash: string;
}

const lists: Readonly<Record<EntryType, string>> = {
  threat: 'threats',
  mitigation: 'mitigations',
  question: 'questions',
};

/** Collects what a plan uses; each entry once per content. */
export class Snapshots {
  readonly #there: ReadonlySet<string>;
  readonly #added = new Map<string, KnowledgeEntry>();

  constructor(
    model: Model,
    private readonly packages: readonly KnowledgePackage[],
    private readonly newId: NewId,
  ) {
    this.#there = new Set([...model.knowledge.values()].map((each) => `${each.type} ${each.hash}`));
  }

  keep(type: EntryType, entry: Entry): void {
    const key = `${type} ${entry.hash}`;
    if (this.#there.has(key) || this.#added.has(key)) return;
    const content = this.contentOf(type, entry);
    if (content === undefined) return;
    this.#added.set(key, {
      id: mint(knowledgeEntryId, this.newId),
      type,
      package: entry.package,
      version: entry.version,
      entry: entry.id,
      hash: entry.hash,
      content,
    });
  }

  get added(): readonly KnowledgeEntry[] {
    return [...this.#added.values()];
  }

  private contentOf(type: EntryType, entry: Entry): string | undefined {
    const known = this.packages.find(({ id }) => id === entry.package);
    const list = known?.file[lists[type]];
    const found: unknown = Array.isArray(list)
      ? list.find((each: unknown) => asRecord(each)?.['id'] === entry.id)
      : undefined;
    if (found === undefined) return undefined;
    const text = JSON.stringify(found);
    // Entries are sized to fit (package schema); one that is larger stays outside rather than spoil the save.
    return text.length > 65_000 ? undefined : text;
  }
}

/** The snapshot of an entry by its hash. */
export function snapshotOf(model: Model, type: EntryType, hash: string): KnowledgeEntry | undefined {
  for (const each of model.knowledge.values()) if (each.type === type && each.hash === hash) return each;
  return undefined;
}
