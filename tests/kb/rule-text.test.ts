/** Every rule of the packages that ship can be shown as text and read back, by the vocabulary of its package. */
import type { KnowledgePackage } from '../../src/core/kb/package';
import { parseRuleText } from '../../src/core/kb/rule-text/parse-rule';
import { printRule } from '../../src/core/kb/rule-text/print-rule';
import { vocabularyOf } from '../../src/core/kb/rule-text/vocabulary';
import type { Rule } from '../../src/core/kb/rule';
import { foldersWithThreats, packageIn } from './knowledge-folders';

function rulesOf({ threats, mitigations, questions }: KnowledgePackage): readonly Rule[] {
  const optional = [
    ...threats.flatMap(({ when, unless, treatments, adjustments }) => [
      when,
      unless,
      ...treatments.map((each) => each.when),
      ...adjustments.map((each) => each.when),
    ]),
    ...mitigations.map(({ satisfiedWhen }) => satisfiedWhen),
    ...questions.map(({ when }) => when),
  ];
  return optional.flatMap((rule) => rule ?? []);
}

test.each(foldersWithThreats)('%s', (folder) => {
  const known = packageIn(folder);
  const rules = rulesOf(known);
  expect(rules.length).toBeGreaterThan(20);
  for (const rule of rules)
    expect(parseRuleText(printRule(rule), vocabularyOf(known))).toEqual({ kind: 'rule', rule });
});
