/** A condition chosen from lists, as text for the rule: for who does not know the words of the language yet. Pure. */
import type { Anchor, EntityType, KnowledgePackage } from '../../core/kb/package';
import { parseRuleText } from '../../core/kb/rule-text/parse-rule';
import { written } from '../../core/kb/rule-text/tokens';
import type { Subject } from '../../core/kb/rule';

export const conditionTests = ['is', 'is-not', 'property', 'inside', 'crosses'] as const;
export type ConditionTest = (typeof conditionTests)[number];
export const comparisons = ['equals', 'differs', 'unknown', 'known'] as const;
export type Comparison = (typeof comparisons)[number];

export interface Condition {
  readonly subject: Subject;
  readonly test: ConditionTest;
  /** A kind of thing, or a property. */
  readonly name: string;
  /** Of a property. */
  readonly compare: Comparison;
  /** Of a property: what it equals or differs from. */
  readonly value: string;
}

/** Whom a rule can ask at each place, the nearest first. */
export const subjectsOf: Readonly<Record<Anchor, readonly Subject[]>> = {
  element: ['element', 'model'],
  boundary: ['element', 'model'],
  flow: ['flow', 'source', 'target', 'model'],
  model: ['model'],
};

export function testsOf(subject: Subject): readonly ConditionTest[] {
  if (subject === 'model') return ['property'];
  return subject === 'flow'
    ? ['is', 'is-not', 'property', 'crosses']
    : ['is', 'is-not', 'property', 'inside'];
}

function fits(
  anchor: Anchor,
  { subject, test }: Pick<Condition, 'subject' | 'test'>,
  base: EntityType['base'],
) {
  if (test === 'crosses' || test === 'inside') return base === 'trust-boundary';
  if (subject === 'flow') return base === 'data-flow';
  const isBoundary = anchor === 'boundary' && subject === 'element';
  return isBoundary ? base === 'trust-boundary' : base !== 'data-flow' && base !== 'trust-boundary';
}

/** What can be named there, by id and as a person reads it; sorted by the latter. */
export function namesFor(
  known: KnowledgePackage,
  anchor: Anchor,
  condition: Pick<Condition, 'subject' | 'test'>,
): readonly { readonly value: string; readonly label: string }[] {
  const named =
    condition.test === 'property'
      ? known.properties.map(({ id, label }) => ({ value: id, label }))
      : known.entityTypes
          .filter(({ base }) => fits(anchor, condition, base))
          .map(({ id, name }) => ({ value: id, label: name }));
  return [...named].sort((a, b) => a.label.localeCompare(b.label));
}

function comparedText({ compare, value }: Pick<Condition, 'compare' | 'value'>): string {
  if (compare === 'equals') return `= ${written(value)}`;
  return compare === 'differs' ? `!= ${written(value)}` : `is ${compare}`;
}

export const needsValue = ({ test, compare }: Pick<Condition, 'test' | 'compare'>): boolean =>
  test === 'property' && (compare === 'equals' || compare === 'differs');

export function conditionText(condition: Condition): string {
  const { subject, test, name } = condition;
  switch (test) {
    case 'is':
      return `${subject} is ${written(name)}`;
    case 'is-not':
      return `not ${subject} is ${written(name)}`;
    case 'inside':
      return `${subject} inside ${written(name)}`;
    case 'crosses':
      return `flow crosses ${written(name)}`;
    case 'property':
      return `${subject}.${written(name)} ${comparedText(condition)}`;
  }
}

/** The rule with one more condition that must hold too. A rule that does not read stays as it is. */
export function withCondition(rule: string, condition: Condition): string {
  const more = conditionText(condition);
  if (rule.trim() === '') return more;
  const reading = parseRuleText(rule);
  if (reading.kind === 'error') return rule;
  if (reading.rule.kind === 'always') return more;
  return `${reading.rule.kind === 'any' ? `(${rule.trim()})` : rule.trim()}\nand ${more}`;
}
