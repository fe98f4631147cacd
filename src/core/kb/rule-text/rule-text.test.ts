import * as fc from 'fast-check';
import { runs } from '../../../../tests/fixtures/runs';
import { subjects, unknownAnswers } from '../rule';
import type { PropertyTest, Rule } from '../rule';
import { parseRuleText } from './parse-rule';
import type { RuleVocabulary } from './parse-rule';
import { printRule } from './print-rule';
import { ruleData, ruleOfData } from './rule-data';
import { keywords } from './tokens';

function read(text: string, vocabulary?: RuleVocabulary): Rule {
  const reading = parseRuleText(text, vocabulary);
  if (reading.kind === 'error') throw new Error(JSON.stringify(reading.error));
  return reading.rule;
}

test.each<[string, unknown]>([
  [
    'flow crosses trust-boundary and flow.encrypted = no',
    { all: [{ crosses: ['trust-boundary'] }, { prop: 'encrypted', on: 'flow', eq: 'no' }] },
  ],
  ['flow crosses any', { crosses: 'any' }],
  ['flow enters at least 2 internet', { crosses: ['internet'], direction: 'enter', min: 2 }],
  ['flow leaves (dmz, vnet)', { crosses: ['dmz', 'vnet'], direction: 'exit' }],
  ['target is exactly without.core:process', { is: 'target', of: ['without.core:process'], exact: true }],
  ['source is (browser, mobile-app)', { is: 'source', of: ['browser', 'mobile-app'] }],
  ['element.rows > 1000', { prop: 'rows', on: 'element', gt: 1000 }],
  ['element.rows < -0.5', { prop: 'rows', on: 'element', lt: -0.5 }],
  ['model.hosting in (cloud, "on premises")', { prop: 'hosting', on: 'model', in: ['cloud', 'on premises'] }],
  ['peer.name contains "a\\"b"', { prop: 'name', on: 'peer', contains: 'a"b' }],
  ['flow.authn is unknown', { prop: 'authn', on: 'flow', known: false }],
  ['flow.authn = none if unknown yes', { prop: 'authn', on: 'flow', eq: 'none', ifUnknown: 'match' }],
  ['flow."is it?" != "not"', { prop: 'is it?', on: 'flow', ne: 'not' }],
  ['element inside vnet', { inside: ['vnet'], on: 'element' }],
  [
    'element has at least 2 incoming flows where (flow carries personal or source tagged public)',
    {
      exists: 'incoming',
      on: 'element',
      where: {
        any: [
          { carries: ['personal'], on: 'flow' },
          { tagged: ['public'], on: 'source' },
        ],
      },
      min: 2,
    },
  ],
  ['not element has any flow', { not: { exists: 'flow', on: 'element' } }],
  ['always', { always: true }],
  ['never', { always: false }],
  ['all()', { all: [] }],
  ['any(always)', { any: [{ always: true }] }],
])('%s', (text, json) => {
  const rule = read(text);
  expect(ruleData(rule)).toEqual(json);
  expect(ruleOfData(json)).toEqual(rule);
  expect(printRule(rule)).toBe(text);
});

test.each<[string, string, string]>([
  ['and before or', 'always or never and never', 'always or never and never'],
  ['parentheses that say nothing go', '((always)) and (never)', 'always and never'],
  ['parentheses that group stay', '(always and never) and always', '(always and never) and always'],
  ['an or inside an and', 'always and (never or always)', 'always and (never or always)'],
  ['capitals and lines', '\n FLOW Crosses ANY\n  AND\tnot Always ', 'flow crosses any and not always'],
  [
    'a name that is a keyword',
    'target is "process" and flow.x = "any"',
    'target is process and flow.x = "any"',
  ],
])('%s', (_, text, expected) => {
  expect(printRule(read(text))).toBe(expected);
});

test('a long rule has a line for each part', () => {
  const text = Array.from({ length: 3 }, (_, at) => `flow."a property with a long name ${at}" = no`).join(
    ' and ',
  );
  const printed = printRule(read(`${text} and (always or never)`));
  expect(printed.split('\n')).toEqual([
    'flow."a property with a long name 0" = no',
    'and flow."a property with a long name 1" = no',
    'and flow."a property with a long name 2" = no',
    'and (always or never)',
  ]);
  expect(read(printed)).toEqual(read(`${text} and (always or never)`));
});

const vocabulary: RuleVocabulary = {
  types: new Set(['trust-boundary', 'process', 'web-api']),
  properties: new Map([
    ['encrypted', ['yes', 'no']],
    ['rows', []],
  ]),
};

describe('what is wrong is said with its place', () => {
  test.each<[string, number, number, RegExp, readonly string[]]>([
    ['', 1, 1, /The rule ends here/, ['not', 'flow']],
    ['flow crosses', 1, 13, /The rule ends here: an entity type is expected/, ['an entity type']],
    ['flow crosses trust-boundary flow.rows = 1', 1, 29, /"flow.rows" is not expected/, ['and', 'or']],
    ['flow crosses trust-boundary\n  and flw.encrypted = no', 2, 7, /"flw.encrypted"/, ['flow']],
    ['flow crosses internet', 1, 14, /There is no entity type "internet"/, []],
    ['target is web', 1, 11, /There is no entity type "web"/, ['web-api']],
    ['flow.encrypt = no', 1, 6, /There is no property "encrypt"/, ['encrypted']],
    ['flow.encrypted = maybe', 1, 18, /"maybe" is no value/, ['yes', 'no']],
    ['flow.encrypted no', 1, 16, /"no" is not expected/, ['=', '!=', 'in']],
    ['flow.encrypted is', 1, 18, /ends here/, ['known', 'unknown']],
    ['flow.rows > many', 1, 13, /a number is expected/, ['a number']],
    ['element has at least 0 incoming flows', 1, 22, /whole number from 1/, ['a number']],
    ['(always', 1, 8, /ends here/, ['and', 'or', '")"']],
    ['flow.rows = "open', 1, 13, /quotation mark is not closed/, []],
    ['flow.rows = 5 & always', 1, 15, /"&" has no meaning/, []],
    ['element crosses any', 1, 9, /"crosses" is not expected/, ['inside', 'has', 'element.property']],
    ['flow.rows = 1 if unknown maybe', 1, 26, /yes or no is expected/, ['yes', 'no']],
  ])('%j', (text, line, column, sentence, expected) => {
    const reading = parseRuleText(text, vocabulary);
    expect(reading).toMatchObject({ kind: 'error', error: { line, column } });
    if (reading.kind !== 'error') return;
    expect(reading.error.sentence).toMatch(sentence);
    expect(reading.error.expected).toEqual(expect.arrayContaining([...expected]));
  });

  test.each<[string, string, RegExp]>([
    ['10,000 parentheses', `${'('.repeat(10_000)}always`, /nested deeper/],
    ['1,000 times not', `${'not '.repeat(1000)}always`, /nested deeper/],
    ['65 deep', `${'not '.repeat(64)}always`, /nested deeper than 64/],
    ['501 parts', Array(501).fill('always').join(' and '), /more than 500/],
    ['501 values', `flow.rows in (${Array(501).fill('1').join(', ')})`, /more than 500/],
    ['20,001 characters', ' '.repeat(20_001), /at most 20000 characters/],
  ])('%s are refused', (_, text, sentence) => {
    const reading = parseRuleText(text);
    expect(reading.kind === 'error' && reading.error.sentence).toMatch(sentence);
  });
});

const name = fc.oneof(
  fc.constantFrom('process', 'without.core:web-api', 'is', 'any', '', 'a.b', '-', '1', '(', '\\"\n\t\r'),
  fc.constantFrom(...keywords),
  fc.string({ unit: 'binary', maxLength: 8 }),
);
const some = fc.array(name, { minLength: 1, maxLength: 3 });
const number = fc
  .oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }))
  .map((each) => each + 0);
const propertyTest: fc.Arbitrary<PropertyTest> = fc.oneof(
  fc.record({ kind: fc.constantFrom('equals', 'differs', 'contains'), value: name }),
  fc.record({ kind: fc.constant('one-of' as const), values: fc.array(name, { maxLength: 3 }) }),
  fc.record({ kind: fc.constantFrom('above', 'below'), limit: number }),
  fc.record({ kind: fc.constant('known' as const), expected: fc.boolean() }),
);
const subject = fc.constantFrom(...subjects);
const min = fc.constantFrom(1, 2, 30);
const rules = fc.letrec<{ rule: Rule; leaf: Rule; node: Rule }>((tie) => ({
  rule: fc.oneof({ maxDepth: 5, withCrossShrink: true }, tie('leaf'), tie('node')),
  leaf: fc.oneof(
    fc.record({ kind: fc.constant('is' as const), subject, types: some, exact: fc.boolean() }),
    fc.record({
      kind: fc.constant('property' as const),
      subject,
      property: name,
      test: propertyTest,
      ifUnknown: fc.constantFrom(...unknownAnswers),
    }),
    fc.record({
      kind: fc.constant('crosses' as const),
      types: fc.oneof(fc.constant('any' as const), some),
      direction: fc.constantFrom('any', 'enter', 'exit'),
      min,
    }),
    fc.record({ kind: fc.constant('inside' as const), subject, types: some }),
    fc.record({ kind: fc.constant('carries' as const), subject, classifications: some }),
    fc.record({ kind: fc.constant('tagged' as const), subject, tags: some }),
    fc.record({ kind: fc.constant('always' as const), value: fc.boolean() }),
  ),
  node: fc.oneof(
    fc.record({ kind: fc.constantFrom('all', 'any'), rules: fc.array(tie('rule'), { maxLength: 3 }) }),
    fc.record({ kind: fc.constant('not' as const), rule: tie('rule') }),
    fc.record({
      kind: fc.constant('exists' as const),
      flows: fc.constantFrom('incoming', 'outgoing', 'flow'),
      subject,
      where: fc.option(tie('rule'), { nil: undefined }),
      min,
    }),
  ),
}));

test('every rule is read back from its text, and from its data', () => {
  fc.assert(
    fc.property(rules.rule, (rule) => {
      expect(read(printRule(rule))).toEqual(rule);
      expect(ruleOfData(JSON.parse(JSON.stringify(ruleData(rule))))).toEqual(rule);
    }),
    { numRuns: runs(300) },
  );
});

test('no text makes it throw, and what is printed for a readable one is stable', () => {
  const words = fc.constantFrom(
    ...keywords,
    ...subjects,
    ...['(', ')', ',', '=', '!=', '<', '>', 'flow.a', 'no', '5', '"q"', '"', '\\', '\n', '.', ' '],
  );
  const texts = fc.oneof(
    fc.array(words, { maxLength: 14 }).map((each) => each.join(' ')),
    fc.string({ unit: 'binary', maxLength: 60 }),
    rules.rule.chain((rule) => fc.nat(printRule(rule).length).map((end) => printRule(rule).slice(0, end))),
  );
  fc.assert(
    fc.property(texts, (text) => {
      const reading = parseRuleText(text);
      if (reading.kind === 'rule') {
        const printed = printRule(reading.rule);
        expect(printRule(read(printed))).toBe(printed);
        expect(read(printed)).toEqual(reading.rule);
        return;
      }
      const { line, column, at } = reading.error;
      const lines = text.split('\n');
      expect(line).toBeLessThanOrEqual(lines.length);
      expect(lines.slice(0, line - 1).join('\n').length + (line > 1 ? 1 : 0) + column - 1).toBe(at);
      expect(at).toBeLessThanOrEqual(text.length);
    }),
    { numRuns: runs(500) },
  );
});
