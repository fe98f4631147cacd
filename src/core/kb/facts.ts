/** Single facts of a model in words, as the leaves of rules see them, and what would make them otherwise. */
import { holdsFor } from './compile-rule';
import type { Answer } from './compile-rule';
import type { KnowledgePackage, KnowledgeProperty } from './package';
import type { PropertyTest, Rule, Subject } from './rule';
import type { Scene } from './scene';

export type Leaf = Exclude<Rule, { kind: 'all' | 'any' | 'not' }>;

export interface Change {
  /** Goes on after "unless" or "if": “Encrypted in transit” of pay were “Yes”. */
  readonly sentence: string;
  /** The value that does it, where it is one. */
  readonly set?: { readonly subject: Subject; readonly property: string; readonly value: string };
}

const nobody: Readonly<Record<Subject, string>> = {
  element: 'the element',
  source: 'the source',
  target: 'the target',
  flow: 'the data flow',
  peer: 'the other end',
  model: 'the system',
};

const list = (words: readonly string[], joint: string): string =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} ${joint} ${words.at(-1) ?? ''}`;

/** Labels are words of their own ("Support works as a customer"): without the marks no sentence around them reads. */
const marked = (label: string): string => `“${label}”`;

/** The marked labels of a property and of its values: nearly every sentence has some. */
interface Words {
  readonly label: string;
  readonly values: ReadonlyMap<string, string>;
}

const wordsOf = ({ label, values }: KnowledgeProperty): Words => ({
  label: marked(label),
  values: new Map(values.map((value) => [value.id, marked(value.label)])),
});

export class FactWriter {
  readonly #types: ReadonlyMap<string, string>;
  readonly #properties: ReadonlyMap<string, KnowledgeProperty>;
  readonly #words: ReadonlyMap<string, Words>;
  /** The list of a rule is the same array each time. */
  readonly #typeLists = new WeakMap<readonly string[], string>();

  constructor(known: KnowledgePackage) {
    this.#types = new Map(known.entityTypes.map(({ id, name }) => [id, name]));
    this.#properties = new Map(known.properties.map((property) => [property.id, property]));
    this.#words = new Map(known.properties.map((property) => [property.id, wordsOf(property)]));
  }

  private who(subject: Subject, scene: Scene): string {
    if (subject === 'model') return nobody.model;
    return scene[subject]?.name || nobody[subject];
  }

  private types(ids: readonly string[]): string {
    const there = this.#typeLists.get(ids);
    if (there !== undefined) return there;
    const made = list(ids.map((id) => this.#types.get(id) ?? id).slice(0, 6), 'or');
    this.#typeLists.set(ids, made);
    return made;
  }

  private label(property: string): string {
    return this.#words.get(property)?.label ?? marked(property);
  }

  private value(property: string, id: string): string {
    return this.#words.get(property)?.values.get(id) ?? marked(id);
  }

  /** What holds, as it is. */
  sentence(rule: Rule, scene: Scene, answer: Answer): string {
    switch (rule.kind) {
      case 'is':
        return `${this.who(rule.subject, scene)} is ${answer === 'no' ? 'no ' : answer === 'unknown' ? 'perhaps ' : 'of the kind '}${this.types(rule.types)}`;
      case 'property':
        return this.propertySentence(rule, scene);
      case 'crosses':
        return this.crosses(rule, scene, answer);
      case 'inside': {
        const verb = { yes: 'is inside', no: 'is not inside', unknown: 'may be inside' }[answer];
        return `${this.who(rule.subject, scene)} ${verb} ${this.types(rule.types)}`;
      }
      case 'exists': {
        const verb = { yes: 'has', no: 'does not have', unknown: 'may have' }[answer];
        return `${this.who(rule.subject, scene)} ${verb} such ${rule.flows === 'flow' ? 'a' : `an ${rule.flows}`} data flow`;
      }
      case 'carries': {
        const verb = { yes: 'holds', no: 'does not hold', unknown: 'may hold' }[answer];
        return `${this.who(rule.subject, scene)} ${verb} ${list(rule.classifications, 'or')} data`;
      }
      case 'tagged': {
        const verb = { yes: 'is tagged', no: 'is not tagged', unknown: 'may be tagged' }[answer];
        return `${this.who(rule.subject, scene)} ${verb} ${list(rule.tags, 'or')}`;
      }
      default:
        return answer === 'yes' ? 'the rule asks for nothing' : 'the rule never holds';
    }
  }

  private propertySentence(rule: Extract<Rule, { kind: 'property' }>, scene: Scene): string {
    const value = scene[rule.subject]?.value(rule.property);
    const what = `${this.label(rule.property)} of ${this.who(rule.subject, scene)}`;
    return value === undefined ? `${what} is not known` : `${what} is ${this.value(rule.property, value)}`;
  }

  private crosses(rule: Extract<Rule, { kind: 'crosses' }>, scene: Scene, answer: Answer): string {
    const who = this.who('flow', scene);
    const verb = { any: 'cross', enter: 'enter', exit: 'leave' }[rule.direction];
    const { types } = rule;
    const wanted = types === 'any' ? 'a trust boundary' : this.types(types);
    if (answer === 'no') return `${who} does not ${verb} ${wanted}`;
    if (answer === 'unknown')
      return `it is not known whether ${who} ${verb}${verb === 'cross' ? 'es' : 's'} ${wanted}`;
    const crossed = (scene.flow?.crossings?.() ?? [])
      .filter(({ boundary }) => types === 'any' || types.some((type) => boundary.types.has(type)))
      .map(({ boundary }) => boundary.name);
    return `${who} ${verb}${verb === 'cross' ? 'es' : 's'} ${list([...new Set(crossed)], 'and') || wanted}`;
  }

  /** What would make the leaf answer as wanted. */
  change(rule: Leaf, scene: Scene, wanted: 'yes' | 'no'): Change {
    if (rule.kind === 'property') return this.propertyChange(rule, scene, wanted);
    const not = wanted === 'no' ? 'not ' : '';
    switch (rule.kind) {
      case 'is':
        return {
          sentence: `${this.who(rule.subject, scene)} were ${not}of the kind ${this.types(rule.types)}`,
        };
      case 'crosses': {
        const what = rule.types === 'any' ? 'a trust boundary' : this.types(rule.types);
        return { sentence: `${this.who('flow', scene)} did ${not}cross ${what}` };
      }
      case 'inside':
        return { sentence: `${this.who(rule.subject, scene)} were ${not}inside ${this.types(rule.types)}` };
      case 'carries':
        return {
          sentence: `${this.who(rule.subject, scene)} held ${not === '' ? '' : 'no '}${list(rule.classifications, 'or')} data`,
        };
      case 'tagged':
        return { sentence: `${this.who(rule.subject, scene)} were ${not}tagged ${list(rule.tags, 'or')}` };
      default:
        return {
          sentence: `${rule.kind === 'exists' ? this.who(rule.subject, scene) : 'it'} had ${not === '' ? 'such a' : 'no such'} data flow`,
        };
    }
  }

  private propertyChange(
    { subject, property, test }: Extract<Rule, { kind: 'property' }>,
    scene: Scene,
    wanted: 'yes' | 'no',
  ): Change {
    const value = this.settling(property, test, wanted);
    const what = `${this.label(property)} of ${this.who(subject, scene)}`;
    if (value === undefined) return { sentence: `${what} were otherwise` };
    return { sentence: `${what} were ${this.value(property, value)}`, set: { subject, property, value } };
  }

  /** A value with which the test answers as wanted; undefined when the property's values give none. */
  private settling(property: string, test: PropertyTest, wanted: 'yes' | 'no'): string | undefined {
    const values = this.#properties.get(property)?.values ?? [];
    // Any value turns a test for "known", or none does: no value stands for that.
    if (test.kind === 'known') return test.expected === (wanted === 'yes') ? values[0]?.id : undefined;
    for (const { id } of values) if (holdsFor(test, id) === (wanted === 'yes')) return id;
    return wanted === 'yes' && (test.kind === 'equals' || test.kind === 'contains') ? test.value : undefined;
  }
}
