/** Finds the rules that could hold at a scene without asking all of them: most name the type of one thing. */
import type { Rule, Subject } from './rule';
import type { Scene } from './scene';

/** One of the types, at the subject, is needed for the rule to hold or to stay open. */
interface Need {
  readonly subject: Subject;
  readonly types: readonly string[];
}

/** Where looking first excludes most: flows and elements are of few kinds, targets of many. */
const order: readonly Subject[] = ['target', 'source', 'element', 'flow', 'peer', 'model'];

const rank = (need: Need) => order.indexOf(need.subject);

/** Undefined = the rule may hold whatever the types are. */
function needOf(rule: Rule): Need | undefined {
  if (rule.kind === 'is') return { subject: rule.subject, types: rule.types };
  if (rule.kind === 'always' && !rule.value) return { subject: 'target', types: [] };
  if (rule.kind === 'all') {
    const needs = rule.rules.flatMap((each) => needOf(each) ?? []);
    return needs.sort((a, b) => rank(a) - rank(b) || a.types.length - b.types.length)[0];
  }
  if (rule.kind === 'any') {
    const needs = rule.rules.map(needOf);
    const [first] = needs;
    if (!first || needs.some((need) => need?.subject !== first.subject)) return undefined;
    return { subject: first.subject, types: [...new Set(needs.flatMap((need) => need?.types ?? []))] };
  }
  return undefined;
}

/** The index keeps candidates per set of types; sets are shared between things of one type, so there are few. */
export class RuleIndex<T> {
  readonly #always: readonly T[];
  readonly #byType = new Map<Subject, Map<string, Set<T>>>();
  readonly #known = new Map<Subject, Map<ReadonlySet<string>, readonly T[]>>();
  readonly #anything = new Map<Subject, readonly T[]>();
  /** `any`: those that ask for no type. */
  readonly #subjects: readonly (Subject | 'any')[];

  constructor(entries: Iterable<readonly [Rule, T]>) {
    const always: T[] = [];
    for (const [rule, entry] of entries) {
      const need = needOf(rule);
      if (!need) always.push(entry);
      else this.add(need, entry);
    }
    this.#always = always;
    const subjects = [...this.#byType.keys()];
    this.#subjects = always.length > 0 ? ['any', ...subjects] : subjects;
  }

  /** True when nothing was put in. */
  get isEmpty(): boolean {
    return this.#subjects.length === 0;
  }

  private add({ subject, types }: Need, entry: T): void {
    const byType = this.#byType.get(subject) ?? new Map<string, Set<T>>();
    this.#byType.set(subject, byType);
    for (const type of types) byType.set(type, (byType.get(type) ?? new Set<T>()).add(entry));
  }

  private at(subject: Subject, types: ReadonlySet<string>): readonly T[] {
    const there = this.#known.get(subject)?.get(types);
    if (there) return there;
    const byType = this.#byType.get(subject);
    const found = new Set<T>();
    for (const type of types) for (const entry of byType?.get(type) ?? []) found.add(entry);
    const made = [...found];
    const known = this.#known.get(subject) ?? new Map<ReadonlySet<string>, readonly T[]>();
    this.#known.set(subject, known.set(types, made));
    return made;
  }

  /** Whatever names a type of the subject: a thing that nobody knows may be any of them. */
  private unknownAt(subject: Subject): readonly T[] {
    const there = this.#anything.get(subject);
    if (there) return there;
    const made = [...new Set([...(this.#byType.get(subject)?.values() ?? [])].flatMap((each) => [...each]))];
    this.#anything.set(subject, made);
    return made;
  }

  /** Everything that may hold there, each once, in one list per subject; what is in none certainly does not. */
  candidates(scene: Scene): readonly (readonly T[])[] {
    return this.#subjects.map((subject) => {
      if (subject === 'any') return this.#always;
      const thing = scene[subject];
      return thing ? this.at(subject, thing.types) : this.unknownAt(subject);
    });
  }
}
