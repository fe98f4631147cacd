/** Reads the vocabulary of a package: properties with their values, entity types with what they inherit. */
import type { EntityType, KnowledgeProperty } from './package';
import type { PackageNames } from './package-names';
import type { EntityTypeFile, PackageFile, PropertyFile } from './package-schema';
import type { ProblemList } from './problem';

/** Everything that a thing is called, here and in other tools, for comparing without regard to capitals. */
function namesOf(
  own: readonly string[],
  aliases: Readonly<Record<string, readonly string[] | undefined>> | undefined,
): ReadonlySet<string> {
  const foreign = Object.values(aliases ?? {}).flatMap((names) => names ?? []);
  return new Set([...own, ...foreign].map((name) => name.trim().toLowerCase()));
}

export function readProperty(file: PropertyFile): KnowledgeProperty {
  const values = (file.values ?? []).map((value) => ({
    id: value.id,
    names: namesOf([value.id, value.label, ...(value.aliases ?? [])], undefined),
  }));
  return { id: file.id, names: namesOf([file.id, file.label], file.aliases), values };
}

class TypeReader {
  readonly #files: ReadonlyMap<string, EntityTypeFile>;

  constructor(
    private readonly file: PackageFile,
    private readonly names: PackageNames,
    private readonly problems: ProblemList,
  ) {
    this.#files = new Map((file.entityTypes ?? []).map((type) => [type.id, type]));
  }

  /** Ends at a root, which has a `base`; a circle or a missing parent is named. */
  private lineage(type: EntityTypeFile, place: string): readonly EntityTypeFile[] {
    const line = [type];
    let current = type;
    while (current.parent !== undefined) {
      const id = this.names.find('entityTypes', current.parent);
      const parent = id === undefined ? undefined : this.#files.get(id);
      if (!parent || line.includes(parent)) {
        const sentence = parent
          ? 'The parents go in a circle.'
          : `There is no entity type "${current.parent}".`;
        this.problems.add(`${place}.parent`, sentence);
        return line;
      }
      line.push(parent);
      current = parent;
    }
    if (current.base === undefined)
      this.problems.add(place, 'A type has a parent, or a base if it is a root.');
    return line;
  }

  private values(
    line: readonly EntityTypeFile[],
    part: 'fixed' | 'defaults',
    place: string,
  ): ReadonlyMap<string, string> {
    const values = new Map<string, string>();
    for (const type of line) {
      for (const [reference, value] of Object.entries(type[part] ?? {})) {
        const id = this.names.find('properties', reference);
        if (id === undefined) this.problems.add(`${place}.${part}`, `There is no property "${reference}".`);
        else if (!values.has(id)) values.set(id, String(value));
      }
    }
    return values;
  }

  readAll(): EntityType[] {
    return (this.file.entityTypes ?? []).map((type, at) => {
      const place = `entityTypes[${at}]`;
      this.names.findAll('properties', type.properties, `${place}.properties`);
      const line = this.lineage(type, place);
      return {
        id: type.id,
        names: namesOf([type.id, type.name], type.aliases),
        lineage: line.map(({ id }) => id),
        fixed: this.values(line, 'fixed', place),
        defaults: this.values(line, 'defaults', place),
      };
    });
  }
}

export function readEntityTypes(file: PackageFile, names: PackageNames, problems: ProblemList): EntityType[] {
  return new TypeReader(file, names, problems).readAll();
}
