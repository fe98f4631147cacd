/** Rules between a package's file (JSON) and the editor: references stay as they are written, `package:id` included. */
import { ProblemList } from '../problem';
import type { Problem } from '../problem';
import { readRule } from '../read-rule';
import type { PropertyTest, Rule } from '../rule';

export type RuleData = Readonly<Record<string, unknown>>;

function testData(test: PropertyTest): RuleData {
  switch (test.kind) {
    case 'equals':
      return { eq: test.value };
    case 'differs':
      return { ne: test.value };
    case 'one-of':
      return { in: test.values };
    case 'contains':
      return { contains: test.value };
    case 'above':
      return { gt: test.limit };
    case 'below':
      return { lt: test.limit };
    case 'known':
      return { known: test.expected };
  }
}

/** The rule as a package file has it; what the format takes for granted is left out. */
export function ruleData(rule: Rule): RuleData {
  switch (rule.kind) {
    case 'all':
      return { all: rule.rules.map(ruleData) };
    case 'any':
      return { any: rule.rules.map(ruleData) };
    case 'not':
      return { not: ruleData(rule.rule) };
    case 'is':
      return { is: rule.subject, of: rule.types, ...(rule.exact ? { exact: true } : {}) };
    case 'property': {
      const { subject: on, property: prop, test, ifUnknown } = rule;
      return { prop, on, ...testData(test), ...(ifUnknown === 'ask' ? {} : { ifUnknown }) };
    }
    case 'crosses': {
      const { types: crosses, direction, min } = rule;
      return { crosses, ...(direction === 'any' ? {} : { direction }), ...(min === 1 ? {} : { min }) };
    }
    case 'inside':
      return { inside: rule.types, on: rule.subject };
    case 'exists': {
      const { flows: exists, subject: on, where, min } = rule;
      return { exists, on, ...(where ? { where: ruleData(where) } : {}), ...(min === 1 ? {} : { min }) };
    }
    case 'carries':
      return { carries: rule.classifications, on: rule.subject };
    case 'tagged':
      return { tagged: rule.tags, on: rule.subject };
    case 'always':
      return { always: rule.value };
  }
}

/** A rule of a file without asking whether its names exist; the problems when it is no rule. Never throws. */
export function ruleOfData(json: unknown): Rule | readonly Problem[] {
  const problems = new ProblemList();
  const same = (reference: string) => reference;
  const names = { resolveType: same, resolveProperty: same, choicesOf: () => [] };
  const rule = readRule(json, 'rule', { names, problems });
  return rule && problems.found.length === 0 ? rule : problems.found;
}
