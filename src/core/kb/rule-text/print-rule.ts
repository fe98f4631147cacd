/** Writes a rule as the text that parseRuleText reads back: the same rule, in the shortest usual form. */
import type { PropertyTest, Rule } from '../rule';
import { written } from './tokens';

/** Joints longer than this are written line by line. Characters. */
const lineLength = 80;

const list = (texts: readonly string[]) => `(${texts.map(written).join(', ')})`;
const names = (texts: readonly string[]) => {
  const [only] = texts;
  return only !== undefined && texts.length === 1 ? written(only) : list(texts);
};
const atLeast = (min: number) => (min === 1 ? '' : `at least ${min} `);

function tested(test: PropertyTest): string {
  switch (test.kind) {
    case 'equals':
      return `= ${written(test.value)}`;
    case 'differs':
      return `!= ${written(test.value)}`;
    case 'one-of':
      return `in ${list(test.values)}`;
    case 'contains':
      return `contains ${written(test.value)}`;
    case 'above':
      return `> ${test.limit}`;
    case 'below':
      return `< ${test.limit}`;
    case 'known':
      return test.expected ? 'is known' : 'is unknown';
  }
}

const unknownWords = { ask: '', match: ' if unknown yes', 'no-match': ' if unknown no' } as const;
const crossingWords = { any: 'crosses', enter: 'enters', exit: 'leaves' } as const;

function joint(rule: Extract<Rule, { kind: 'all' | 'any' }>): string {
  const { kind, rules } = rule;
  // One or none cannot be joined by a word: those are written as a list.
  if (rules.length < 2) return `${kind}(${rules.map((each) => printed(each)).join('')})`;
  const parts = rules.map((each) => {
    const needsParentheses = each.kind === kind || (kind === 'all' && each.kind === 'any');
    return needsParentheses && 'rules' in each && each.rules.length > 1
      ? `(${printed(each)})`
      : printed(each);
  });
  return parts.join(kind === 'all' ? ' and ' : ' or ');
}

const isJoint = (rule: Rule) => (rule.kind === 'all' || rule.kind === 'any') && rule.rules.length > 1;
const asOperand = (rule: Rule) => (isJoint(rule) ? `(${printed(rule)})` : printed(rule));

function printed(rule: Rule): string {
  switch (rule.kind) {
    case 'all':
    case 'any':
      return joint(rule);
    case 'not':
      return `not ${asOperand(rule.rule)}`;
    case 'is':
      return `${rule.subject} is ${rule.exact ? 'exactly ' : ''}${names(rule.types)}`;
    case 'property': {
      const { subject, property, test, ifUnknown } = rule;
      return `${subject}.${written(property)} ${tested(test)}${unknownWords[ifUnknown]}`;
    }
    case 'crosses': {
      const types = rule.types === 'any' ? 'any' : names(rule.types);
      return `flow ${crossingWords[rule.direction]} ${atLeast(rule.min)}${types}`;
    }
    case 'inside':
      return `${rule.subject} inside ${names(rule.types)}`;
    case 'exists': {
      const which = rule.flows === 'flow' ? 'any' : rule.flows;
      const where = rule.where ? ` where ${asOperand(rule.where)}` : '';
      return `${rule.subject} has ${atLeast(rule.min)}${which} ${rule.min === 1 ? 'flow' : 'flows'}${where}`;
    }
    case 'carries':
      return `${rule.subject} carries ${names(rule.classifications)}`;
    case 'tagged':
      return `${rule.subject} tagged ${names(rule.tags)}`;
    case 'always':
      return rule.value ? 'always' : 'never';
  }
}

/** A long `and` or `or` at the top has a line for each part. */
export function printRule(rule: Rule): string {
  const text = printed(rule);
  if (text.length <= lineLength || (rule.kind !== 'all' && rule.kind !== 'any') || rule.rules.length < 2)
    return text;
  const word = rule.kind === 'all' ? 'and' : 'or';
  return rule.rules
    .map((each, at) => {
      const part =
        each.kind === rule.kind || (rule.kind === 'all' && each.kind === 'any')
          ? asOperand(each)
          : printed(each);
      return at === 0 ? part : `${word} ${part}`;
    })
    .join('\n');
}
