import fc from 'fast-check';
import { compileRule } from './compile-rule';
import type { Answer } from './compile-rule';
import type { PropertyTest, Rule } from './rule';
import type { FlowScene, Scene, Thing } from './scene';

function thing(
  types: readonly string[],
  values: Record<string, string> = {},
  flows: FlowScene[] = [],
): Thing {
  return {
    type: types[0] ?? '',
    types: new Set(types),
    value: (id) => values[id],
    flows: () => flows,
  };
}
const ask = (rule: Rule, scene: Scene = {}): Answer => compileRule(rule)(scene);

const yes: Rule = { kind: 'always', value: true };
const no: Rule = { kind: 'always', value: false };
const open: Rule = { kind: 'carries', subject: 'flow', classifications: ['secret'] };
const constant: Readonly<Record<Answer, Rule>> = { yes, no, unknown: open };

test.each<[Answer, Answer, Answer, Answer]>([
  // a, b, a and b, a or b
  ['yes', 'yes', 'yes', 'yes'],
  ['yes', 'no', 'no', 'yes'],
  ['yes', 'unknown', 'unknown', 'yes'],
  ['no', 'no', 'no', 'no'],
  ['no', 'unknown', 'no', 'unknown'],
  ['unknown', 'unknown', 'unknown', 'unknown'],
])('%s with %s: all is %s, any is %s', (a, b, all, any) => {
  const rules = [constant[a], constant[b]];
  for (const both of [rules, [...rules].reverse()]) {
    expect(ask({ kind: 'all', rules: both })).toBe(all);
    expect(ask({ kind: 'any', rules: both })).toBe(any);
  }
});

test('nothing to fulfil is fulfilled, nothing to choose from is not', () => {
  expect([ask({ kind: 'all', rules: [] }), ask({ kind: 'any', rules: [] })]).toEqual(['yes', 'no']);
});

test('not-all is any-not, also for what is unknown', () => {
  const rules = fc.array(fc.constantFrom(yes, no, open), { maxLength: 6 });
  fc.assert(
    fc.property(rules, (list) => {
      const left = ask({ kind: 'not', rule: { kind: 'all', rules: list } });
      const right = ask({ kind: 'any', rules: list.map((rule) => ({ kind: 'not', rule })) });
      expect(left).toBe(right);
    }),
  );
});

describe('is', () => {
  const rule: Rule = { kind: 'is', subject: 'source', types: ['process'], exact: false };
  const api = thing(['web-api', 'process']);
  test.each<[string, Rule, Scene, Answer]>([
    ['a descendant counts', rule, { source: api }, 'yes'],
    ['unless exactly that type is meant', { ...rule, exact: true }, { source: api }, 'no'],
    ['another type does not', rule, { source: thing(['data-store']) }, 'no'],
    ['an end that is not connected is unknown', rule, { source: undefined }, 'unknown'],
  ])('%s', (_, given, scene, expected) => expect(ask(given, scene)).toBe(expected));
});

describe('a property', () => {
  const rule = (test: PropertyTest, ifUnknown: 'match' | 'no-match' | 'ask' = 'ask'): Rule => ({
    kind: 'property',
    subject: 'flow',
    property: 'p',
    test,
    ifUnknown,
  });
  const equals: PropertyTest = { kind: 'equals', value: 'a' };
  test.each<[PropertyTest, string, Answer]>([
    [equals, 'a', 'yes'],
    [equals, 'b', 'no'],
    [{ kind: 'differs', value: 'a' }, 'b', 'yes'],
    [{ kind: 'differs', value: 'a' }, 'a', 'no'],
    [{ kind: 'one-of', values: ['a', 'b'] }, 'b', 'yes'],
    [{ kind: 'one-of', values: [] }, 'b', 'no'],
    [{ kind: 'contains', value: 'b' }, 'abc', 'yes'],
    [{ kind: 'above', limit: 5 }, '6', 'yes'],
    [{ kind: 'above', limit: 5 }, '5', 'no'],
    [{ kind: 'below', limit: 5 }, '4.5', 'yes'],
    [{ kind: 'below', limit: 5 }, 'many', 'unknown'],
    [{ kind: 'known', expected: true }, 'a', 'yes'],
    [{ kind: 'known', expected: false }, 'a', 'no'],
  ])('%j of "%s" is %s', (given, value, expected) => {
    expect(ask(rule(given), { flow: thing(['x'], { p: value }) })).toBe(expected);
  });
  test.each<[PropertyTest, 'match' | 'no-match' | 'ask', Answer]>([
    [equals, 'match', 'yes'],
    [equals, 'no-match', 'no'],
    [equals, 'ask', 'unknown'],
    [{ kind: 'differs', value: 'a' }, 'ask', 'unknown'],
    [{ kind: 'known', expected: false }, 'ask', 'yes'],
    [{ kind: 'known', expected: true }, 'match', 'no'],
  ])('%j of nothing, if unknown %s, is %s', (given, ifUnknown, expected) => {
    for (const scene of [{}, { flow: thing(['x']) }])
      expect(ask(rule(given, ifUnknown), scene)).toBe(expected);
  });
});

describe('exists', () => {
  const flow = (encrypted?: string) => thing(['data-flow'], encrypted ? { encrypted } : {});
  const plain: Rule = {
    kind: 'property',
    subject: 'flow',
    property: 'encrypted',
    test: { kind: 'equals', value: 'no' },
    ifUnknown: 'ask',
  };
  /** An element with flows that come in from stores, each encrypted or not, or not known. */
  function element(incoming: readonly (string | undefined)[]): Thing {
    const flows: FlowScene[] = [];
    const at = thing(['process'], {}, flows);
    for (const each of incoming) flows.push({ flow: flow(each), source: thing(['data-store']), target: at });
    return at;
  }
  const rule = (part: Partial<Extract<Rule, { kind: 'exists' }>>): Rule => ({
    kind: 'exists',
    flows: 'incoming',
    subject: 'element',
    where: plain,
    min: 1,
    ...part,
  });
  test.each<[string, Rule, readonly (string | undefined)[], Answer]>([
    ['one is enough', rule({}), ['yes', 'no'], 'yes'],
    ['none', rule({}), ['yes'], 'no'],
    ['perhaps', rule({}), ['yes', undefined], 'unknown'],
    ['two of two', rule({ min: 2 }), ['no', 'no'], 'yes'],
    ['perhaps two', rule({ min: 2 }), ['no', undefined], 'unknown'],
    ['never two', rule({ min: 2 }), ['no', 'yes'], 'no'],
    ['only those of the direction', rule({ flows: 'outgoing' }), ['no'], 'no'],
    ['any direction', rule({ flows: 'flow' }), ['no'], 'yes'],
    ['any flow', rule({ where: undefined }), ['yes'], 'yes'],
    [
      'the other end is the peer',
      rule({ where: { kind: 'is', subject: 'peer', types: ['data-store'], exact: false } }),
      ['yes'],
      'yes',
    ],
  ])('%s', (_, given, incoming, expected) => {
    expect(ask(given, { element: element(incoming) })).toBe(expected);
  });
  test('of nothing is unknown', () => expect(ask(rule({}))).toBe('unknown'));
});

test.each<Rule>([
  { kind: 'crosses', types: 'any', direction: 'any', min: 1 },
  { kind: 'inside', subject: 'element', types: ['zone'] },
  { kind: 'carries', subject: 'element', classifications: ['personal'] },
])('what a model does not say is unknown: $kind', (rule) => {
  expect(ask(rule, { element: thing(['process']), flow: thing(['data-flow']) })).toBe('unknown');
});

const zone = (...types: string[]) => ({ types: new Set(types), name: types[0] ?? '' });
const crossing = (direction: 'enter' | 'exit' | 'unknown', ...types: string[]) => ({
  boundary: zone(...types),
  direction,
});

describe('crosses', () => {
  const rule = (part: Partial<Extract<Rule, { kind: 'crosses' }>> = {}): Rule => ({
    kind: 'crosses',
    types: 'any',
    direction: 'any',
    min: 1,
    ...part,
  });
  const dmz = crossing('enter', 'dmz', 'trust-boundary');
  const line = crossing('unknown', 'internet', 'trust-boundary');
  test.each<[string, Rule, ReturnType<typeof crossing>[], Answer]>([
    ['nothing crossed', rule(), [], 'no'],
    ['any', rule(), [line], 'yes'],
    ['a type above it', rule({ types: ['trust-boundary'] }), [dmz], 'yes'],
    ['another type', rule({ types: ['dmz'] }), [line], 'no'],
    ['enters', rule({ direction: 'enter' }), [dmz], 'yes'],
    ['does not exit', rule({ direction: 'exit' }), [dmz], 'no'],
    ['a line has no inside', rule({ direction: 'exit' }), [line], 'unknown'],
    ['two', rule({ min: 2 }), [dmz, line], 'yes'],
    ['one of two', rule({ min: 2 }), [dmz], 'no'],
  ])('%s', (_, given, crossings, expected) => {
    expect(ask(given, { flow: { ...thing(['data-flow']), crossings: () => crossings } })).toBe(expected);
  });
});

test.each<[string, Rule, Answer]>([
  ['in the box', { kind: 'inside', subject: 'element', types: ['dmz'] }, 'yes'],
  ['in no such box', { kind: 'inside', subject: 'element', types: ['vault'] }, 'no'],
  ['keeps it', { kind: 'carries', subject: 'element', classifications: ['Payment', 'health'] }, 'yes'],
  ['keeps other data', { kind: 'carries', subject: 'element', classifications: ['health'] }, 'no'],
  ['is marked', { kind: 'tagged', subject: 'element', tags: ['PCI'] }, 'yes'],
  ['is not marked', { kind: 'tagged', subject: 'element', tags: ['gdpr'] }, 'no'],
  ['is not there', { kind: 'tagged', subject: 'source', tags: ['pci'] }, 'unknown'],
])('%s', (_, rule, expected) => {
  const element: Thing = {
    ...thing(['process']),
    inside: () => [zone('dmz')],
    data: () => new Set(['payment']),
    tags: () => new Set(['pci']),
  };
  expect(ask(rule, { element })).toBe(expected);
});
