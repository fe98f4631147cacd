/** What a package may refer to: its own ids, with or without its name, each id once. */
import type { PackageFile } from './package-schema';
import type { ProblemList } from './problem';

export type EntryKind = 'properties' | 'entityTypes' | 'threats' | 'mitigations' | 'questions' | 'events';
const entryKinds: readonly EntryKind[] = [
  'properties',
  'entityTypes',
  'threats',
  'mitigations',
  'questions',
  'events',
];
const words: Readonly<Record<EntryKind, string>> = {
  properties: 'property',
  entityTypes: 'entity type',
  threats: 'threat',
  mitigations: 'mitigation',
  questions: 'question',
  events: 'event',
};

const retiredAs = { ...words, entityTypes: 'entityType' };

/** A package stands alone for now: what it takes from packages that it extends counts as missing. */
export class PackageNames {
  readonly #ids: ReadonlyMap<EntryKind, ReadonlySet<string>>;

  /** Names ids that are there twice, and retired ones that are used again. */
  constructor(
    private readonly file: PackageFile,
    private readonly problems: ProblemList,
  ) {
    this.#ids = new Map(entryKinds.map((kind) => [kind, this.collect(kind)]));
  }

  private collect(kind: EntryKind): ReadonlySet<string> {
    const retired = new Set(
      (this.file.retired ?? []).filter(({ type }) => type === retiredAs[kind]).map(({ id }) => id),
    );
    const ids = new Set<string>();
    (this.file[kind] ?? []).forEach(({ id }, at) => {
      if (ids.has(id)) this.problems.add(`${kind}[${at}].id`, `The id "${id}" is there twice.`);
      if (retired.has(id)) this.problems.add(`${kind}[${at}].id`, `The id "${id}" is retired.`);
      ids.add(id);
    });
    return ids;
  }

  /** The plain id of an entry of this package, or undefined. Entries of other packages are not known here. */
  find(kind: EntryKind, reference: string): string | undefined {
    const own = `${this.file.id}:`;
    const id = reference.startsWith(own) ? reference.slice(own.length) : reference;
    return this.#ids.get(kind)?.has(id) ? id : undefined;
  }

  /** The same for a list; each unknown one is named. */
  findAll(kind: EntryKind, references: readonly string[] | undefined, place: string): string[] {
    return (references ?? []).flatMap((reference, at) => {
      const id = this.find(kind, reference);
      if (id === undefined)
        this.problems.add(`${place}[${at}]`, `There is no ${words[kind]} "${reference}".`);
      return id ?? [];
    });
  }
}
