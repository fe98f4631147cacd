/** Reads the vocabulary of a package: properties with their values, entity types with what they inherit. */
import type { EntityType, KnowledgeProperty, RootType } from './package';
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
    label: value.label,
    names: namesOf([value.id, value.label, ...(value.aliases ?? [])], undefined),
  }));
  return {
    id: file.id,
    label: file.label,
    help: file.help ?? '',
    type: file.type,
    names: namesOf([file.id, file.label], file.aliases),
    values,
  };
}

/** A type of this file still has its parent; one of an extended package brings its whole line. */
interface Line {
  readonly own: readonly EntityTypeFile[];
  readonly inherited: EntityType | undefined;
}

/** For a type whose line ends nowhere: it is named as a problem, so the package is refused. */
const noRoot: RootType = 'process';

class TypeReader {
  readonly #files: ReadonlyMap<string, EntityTypeFile>;
  readonly #extended: ReadonlyMap<string, EntityType>;

  constructor(
    private readonly file: PackageFile,
    private readonly names: PackageNames,
    private readonly problems: ProblemList,
  ) {
    this.#files = new Map((file.entityTypes ?? []).map((type) => [type.id, type]));
    this.#extended = new Map(
      names.extended.flatMap(({ entityTypes }) => entityTypes.map((type) => [type.id, type])),
    );
  }

  /** Ends at a root, which has a `base`, or at a type of an extended package; a circle or a missing parent is named. */
  private lineage(type: EntityTypeFile, place: string): Line {
    const own = [type];
    let current = type;
    while (current.parent !== undefined) {
      const id = this.names.find('entityTypes', current.parent) ?? '';
      const inherited = this.#extended.get(id);
      if (inherited) return { own, inherited };
      const parent = this.#files.get(id);
      if (!parent || own.includes(parent)) {
        const sentence = parent
          ? 'The parents go in a circle.'
          : `There is no entity type "${current.parent}".`;
        this.problems.add(`${place}.parent`, sentence);
        return { own, inherited };
      }
      own.push(parent);
      current = parent;
    }
    if (current.base === undefined)
      this.problems.add(place, 'A type has a parent, or a base if it is a root.');
    return { own, inherited: undefined };
  }

  private values(
    { own, inherited }: Line,
    part: 'fixed' | 'defaults',
    place: string,
  ): ReadonlyMap<string, string> {
    const values = new Map<string, string>();
    for (const type of own) {
      for (const [reference, value] of Object.entries(type[part] ?? {})) {
        const id = this.names.find('properties', reference);
        if (id === undefined) this.problems.add(`${place}.${part}`, `There is no property "${reference}".`);
        else if (type === own[0] && this.isForeign(id, String(value)))
          // Said at the type itself, not again at each of its children.
          this.problems.add(
            `${place}.${part}.${reference}`,
            `"${String(value)}" is no value of "${reference}".`,
          );
        else if (!values.has(id)) values.set(id, String(value));
      }
    }
    for (const [id, value] of inherited?.[part] ?? []) if (!values.has(id)) values.set(id, value);
    return values;
  }

  private isForeign(property: string, value: string): boolean {
    const choices = this.names.choicesOf(property);
    return choices.length > 0 && !choices.includes(value);
  }

  readAll(): EntityType[] {
    return (this.file.entityTypes ?? []).map((type, at) => {
      const place = `entityTypes[${at}]`;
      this.names.findAll('properties', type.properties, `${place}.properties`);
      const line = this.lineage(type, place);
      const asked = line.own.flatMap(({ properties = [] }) => properties);
      const tags = line.own.flatMap((each) => each.tags ?? []).map((tag) => tag.toLowerCase());
      return {
        id: type.id,
        name: type.name,
        base: line.inherited?.base ?? line.own.at(-1)?.base ?? noRoot,
        properties: [
          ...new Set([
            ...asked.flatMap((each) => this.names.find('properties', each) ?? []),
            ...(line.inherited?.properties ?? []),
          ]),
        ],
        tags: new Set([...tags, ...(line.inherited?.tags ?? [])]),
        names: namesOf([type.id, type.name], type.aliases),
        lineage: [...line.own.map(({ id }) => id), ...(line.inherited?.lineage ?? [])],
        fixed: this.values(line, 'fixed', place),
        defaults: this.values(line, 'defaults', place),
      };
    });
  }
}

export function readEntityTypes(file: PackageFile, names: PackageNames, problems: ProblemList): EntityType[] {
  return new TypeReader(file, names, problems).readAll();
}
