/** A condition from lists is text that the language reads, and joins the rule so that both must hold. */
import { parseRuleText } from '../../core/kb/rule-text/parse-rule';
import { withCondition } from './rule-builder';
import type { Condition } from './rule-builder';

const isVault: Condition = { subject: 'element', test: 'is', name: 'vault', compare: 'equals', value: '' };
const oneKey: Condition = { ...isVault, test: 'property', name: 'keys', value: 'one key' };

test.each<[string, string, Condition, string]>([
  ['nothing yet', ' ', isVault, 'element is vault'],
  ['a rule that never holds', 'never', isVault, 'element is vault'],
  ['one condition', 'element is vault', oneKey, 'element is vault\nand element.keys = "one key"'],
  ['a choice', 'always or never', isVault, '(always or never)\nand element is vault'],
  ['what does not read', 'element is', isVault, 'element is'],
  ['no such kind', '', { ...isVault, test: 'is-not' }, 'not element is vault'],
  ['another value', '', { ...oneKey, compare: 'differs' }, 'element.keys != "one key"'],
  ['nobody knows', '', { ...oneKey, compare: 'unknown' }, 'element.keys is unknown'],
  ['a place', '', { ...isVault, test: 'inside', name: 'zone' }, 'element inside zone'],
  ['a border', '', { ...isVault, subject: 'flow', test: 'crosses', name: 'zone' }, 'flow crosses zone'],
])('%s', (_, rule, condition, expected) => {
  const made = withCondition(rule, condition);
  expect(made).toBe(expected);
  expect(parseRuleText(made).kind).toBe(rule === 'element is' ? 'error' : 'rule');
});
