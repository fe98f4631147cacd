/** Reads a rule of a package: every node is checked, and what is wrong is named with its place. */
import * as v from 'valibot';
import { issuePlace } from './issue-place';
import { issueSentence } from './issue-sentence';
import type { ProblemList } from './problem';
import { subjects, unknownAnswers } from './rule';
import type { PropertyTest, Rule } from './rule';

/** Deeper rules are refused before they can exhaust the stack of whoever reads or evaluates them. */
export const deepestRule = 64;

/** The ids that a rule of the package may name; `undefined` from `resolve…` = unknown. */
export interface RuleNames {
  readonly resolveType: (reference: string) => string | undefined;
  readonly resolveProperty: (reference: string) => string | undefined;
  /** The values between which a property of the package chooses; an empty list = any. */
  readonly choicesOf: (property: string) => readonly string[];
}
export interface RuleReading {
  readonly names: RuleNames;
  readonly problems: ProblemList;
}

const texts = v.pipe(v.array(v.string()), v.minLength(1), v.maxLength(500));
const subject = v.picklist(subjects);
const value = v.union([v.string(), v.number(), v.boolean()]);
const optional = v.exactOptional;
const atLeast = optional(v.pipe(v.number(), v.integer(), v.minValue(1)));

/** One schema per node kind, found by the key that only this kind has. Nested rules are read one by one. */
const nodes = {
  all: v.strictObject({ all: v.pipe(v.array(v.unknown()), v.maxLength(500)) }),
  any: v.strictObject({ any: v.pipe(v.array(v.unknown()), v.maxLength(500)) }),
  not: v.strictObject({ not: v.unknown() }),
  is: v.strictObject({ is: subject, of: texts, exact: optional(v.boolean()) }),
  prop: v.strictObject({
    prop: v.string(),
    on: subject,
    eq: optional(value),
    ne: optional(value),
    in: optional(v.array(value)),
    contains: optional(value),
    gt: optional(v.number()),
    lt: optional(v.number()),
    known: optional(v.boolean()),
    ifUnknown: optional(v.picklist(unknownAnswers)),
  }),
  crosses: v.strictObject({
    crosses: v.union([v.literal('any'), texts]),
    direction: optional(v.picklist(['any', 'enter', 'exit'])),
    min: atLeast,
  }),
  inside: v.strictObject({ inside: texts, on: subject }),
  exists: v.strictObject({
    exists: v.picklist(['incoming', 'outgoing', 'flow']),
    on: optional(subject),
    where: optional(v.unknown()),
    min: atLeast,
  }),
  carries: v.strictObject({ carries: texts, on: optional(subject) }),
  tagged: v.strictObject({ tagged: texts, on: optional(subject) }),
  always: v.strictObject({ always: v.boolean() }),
};
type NodeName = keyof typeof nodes;
type Node<K extends NodeName> = v.InferOutput<(typeof nodes)[K]>;
const nodeNames = Object.keys(nodes) as NodeName[];

/** Exactly one test per node: two would leave open how they combine. */
function testOf(node: Node<'prop'>): PropertyTest | undefined {
  const tests: PropertyTest[] = [];
  if (node.eq !== undefined) tests.push({ kind: 'equals', value: String(node.eq) });
  if (node.ne !== undefined) tests.push({ kind: 'differs', value: String(node.ne) });
  if (node.in !== undefined) tests.push({ kind: 'one-of', values: node.in.map(String) });
  if (node.contains !== undefined) tests.push({ kind: 'contains', value: String(node.contains) });
  if (node.gt !== undefined) tests.push({ kind: 'above', limit: node.gt });
  if (node.lt !== undefined) tests.push({ kind: 'below', limit: node.lt });
  if (node.known !== undefined) tests.push({ kind: 'known', expected: node.known });
  return tests.length === 1 ? tests[0] : undefined;
}

class RuleReader {
  constructor(private readonly reading: RuleReading) {}

  read(json: unknown, place: string, depth: number): Rule | undefined {
    if (depth > deepestRule) return this.refuse(place, `The rule is nested deeper than ${deepestRule}.`);
    const name =
      typeof json === 'object' && json !== null
        ? nodeNames.find((each) => Object.prototype.hasOwnProperty.call(json, each))
        : undefined;
    if (!name) return this.refuse(place, `A rule has one of these keys: ${nodeNames.join(', ')}.`);
    const parsed = v.safeParse(nodes[name], json);
    if (!parsed.success) {
      for (const issue of parsed.issues)
        this.reading.problems.add(`${place}.${issuePlace(issue) || name}`, issueSentence(issue));
      return undefined;
    }
    return this.build(parsed.output, place, depth);
  }

  private refuse(place: string, sentence: string): undefined {
    this.reading.problems.add(place, sentence);
    return undefined;
  }

  private nested(list: readonly unknown[], place: string, depth: number): Rule[] {
    return list.flatMap((each, at) => this.read(each, `${place}[${at}]`, depth + 1) ?? []);
  }

  private types(references: readonly string[], place: string): string[] {
    return references.flatMap((reference) => {
      const type = this.reading.names.resolveType(reference);
      if (type === undefined) this.refuse(place, `There is no entity type "${reference}".`);
      return type ?? [];
    });
  }

  private property(node: Node<'prop'>, place: string): Rule | undefined {
    const property = this.reading.names.resolveProperty(node.prop);
    if (property === undefined) return this.refuse(`${place}.prop`, `There is no property "${node.prop}".`);
    const test = testOf(node);
    if (!test) return this.refuse(place, 'A property rule has exactly one test (eq, ne, in, known, …).');
    this.checkValues(property, test, place);
    return { kind: 'property', subject: node.on, property, test, ifUnknown: node.ifUnknown ?? 'ask' };
  }

  /** A comparison with a value that the property cannot have never holds: nobody means that. */
  private checkValues(property: string, test: PropertyTest, place: string): void {
    const values = this.reading.names.choicesOf(property);
    if (values.length === 0) return;
    const compared = test.kind === 'one-of' ? test.values : 'value' in test ? [test.value] : [];
    // Part of a value is no value.
    if (test.kind === 'contains') return;
    for (const each of compared.filter((value) => !values.includes(value)))
      this.refuse(place, `"${each.slice(0, 60)}" is no value of "${property}".`);
  }

  private exists(node: Node<'exists'>, place: string, depth: number): Rule {
    const where = node.where === undefined ? undefined : this.read(node.where, `${place}.where`, depth + 1);
    return { kind: 'exists', flows: node.exists, subject: node.on ?? 'element', where, min: node.min ?? 1 };
  }

  private build(node: Node<NodeName>, place: string, depth: number): Rule | undefined {
    if ('all' in node) return { kind: 'all', rules: this.nested(node.all, `${place}.all`, depth) };
    if ('any' in node) return { kind: 'any', rules: this.nested(node.any, `${place}.any`, depth) };
    if ('not' in node) {
      const rule = this.read(node.not, `${place}.not`, depth + 1);
      return rule && { kind: 'not', rule };
    }
    if ('is' in node) {
      const types = this.types(node.of, `${place}.of`);
      return { kind: 'is', subject: node.is, types, exact: node.exact ?? false };
    }
    if ('prop' in node) return this.property(node, place);
    if ('crosses' in node) {
      const types = node.crosses === 'any' ? node.crosses : this.types(node.crosses, `${place}.crosses`);
      return { kind: 'crosses', types, direction: node.direction ?? 'any', min: node.min ?? 1 };
    }
    if ('inside' in node)
      return { kind: 'inside', subject: node.on, types: this.types(node.inside, `${place}.inside`) };
    if ('exists' in node) return this.exists(node, place, depth);
    if ('carries' in node)
      return { kind: 'carries', subject: node.on ?? 'flow', classifications: node.carries };
    if ('tagged' in node) return { kind: 'tagged', subject: node.on ?? 'element', tags: node.tagged };
    return { kind: 'always', value: node.always };
  }
}

/** The rule, or undefined after naming what is wrong in `reading.problems`. Never throws, whatever `json` is. */
export function readRule(json: unknown, place: string, reading: RuleReading): Rule | undefined {
  return new RuleReader(reading).read(json, place, 1);
}
