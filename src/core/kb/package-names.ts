/** What a package may refer to: its own ids, with or without its name, and `package:id` of those it extends. */
import { acceptsVersion } from './accepts-version';
import type { KnowledgePackage } from './package';
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

/** Entries of other packages that can be named: rules and types share one vocabulary, links may point abroad. */
const lent = ['properties', 'entityTypes', 'mitigations', 'events'] as const;

const retiredAs = { ...words, entityTypes: 'entityType' };

export class PackageNames {
  readonly #ids: ReadonlyMap<EntryKind, ReadonlySet<string>>;
  /** Full references such as `without.core:process`. */
  readonly #lent = new Map<EntryKind, ReadonlySet<string>>();
  /** Those of `available` that the package extends. */
  readonly extended: readonly KnowledgePackage[];

  /** Names ids that are there twice, retired ones that are used again, and extended packages that are not there. */
  constructor(
    private readonly file: PackageFile,
    available: readonly KnowledgePackage[],
    private readonly problems: ProblemList,
  ) {
    this.extended = this.findExtended(available);
    for (const kind of lent)
      this.#lent.set(
        kind,
        new Set(this.extended.flatMap((known) => known[kind].map(({ id }) => `${known.id}:${id}`))),
      );
    this.#ids = new Map(entryKinds.map((kind) => [kind, this.collect(kind)]));
  }

  private findExtended(available: readonly KnowledgePackage[]): readonly KnowledgePackage[] {
    return (this.file.extends ?? []).flatMap(({ id, range }, at) => {
      const found = available.find((known) => known.id === id);
      if (found && acceptsVersion(range, found.version)) return found;
      const sentence = found
        ? `"${id}" is here in version ${found.version}, which is not in "${range}".`
        : `There is no package "${id}".`;
      this.problems.add(`extends[${at}]`, sentence);
      return [];
    });
  }

  /** Types and properties of extended packages are seen by their plain ids, so these are taken. */
  private isTaken(kind: EntryKind, id: string): boolean {
    if (kind !== 'properties' && kind !== 'entityTypes') return false;
    return this.extended.some((known) => known[kind].some((each) => each.id === id));
  }

  private collect(kind: EntryKind): ReadonlySet<string> {
    const retired = new Set(
      (this.file.retired ?? []).filter(({ type }) => type === retiredAs[kind]).map(({ id }) => id),
    );
    const ids = new Set<string>();
    (this.file[kind] ?? []).forEach(({ id }, at) => {
      if (ids.has(id)) this.problems.add(`${kind}[${at}].id`, `The id "${id}" is there twice.`);
      if (this.isTaken(kind, id))
        this.problems.add(`${kind}[${at}].id`, `The id "${id}" belongs to a package that is extended.`);
      if (retired.has(id)) this.problems.add(`${kind}[${at}].id`, `The id "${id}" is retired.`);
      ids.add(id);
    });
    return ids;
  }

  /**
   * The plain id of an entry of this package or of an extended one, or undefined. Of an extended package, types and
   * properties may be named plainly, everything else as `package:id`.
   */
  find(kind: EntryKind, reference: string): string | undefined {
    if (this.#lent.get(kind)?.has(reference)) return reference.slice(reference.indexOf(':') + 1);
    const own = `${this.file.id}:`;
    const id = reference.startsWith(own) ? reference.slice(own.length) : reference;
    // Plain ids of extended packages cannot be mistaken: no package may use them for something else.
    return this.#ids.get(kind)?.has(id) || this.isTaken(kind, id) ? id : undefined;
  }

  /** A property by its plain id, of this package or of an extended one. */
  private property(
    id: string,
  ): { readonly type: string; readonly values: readonly { id: string }[] } | undefined {
    const own = this.file.properties?.find((each) => each.id === id);
    if (own) return { type: own.type, values: own.values ?? [] };
    return this.extended.flatMap(({ properties }) => properties).find((each) => each.id === id);
  }

  /** Whether a property (by its plain id) may have the value; one without a list of values takes any. */
  accepts(id: string, value: string): boolean {
    const { values = [] } = this.property(id) ?? {};
    return values.length === 0 || values.some((each) => each.id === value);
  }

  /** The values between which a property chooses; an empty list = any text, number, or several values at once. */
  choicesOf(id: string): readonly string[] {
    const found = this.property(id);
    return found?.type === 'enum' ? found.values.map((each) => each.id) : [];
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
