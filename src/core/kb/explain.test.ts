import fc from 'fast-check';
import { samplePackage } from '../../../tests/fixtures/sample-knowledge';
import { compileRule } from './compile-rule';
import { Explainer } from './explain';
import { exampleModel } from './example-model';
import type { ExampleModel } from './example-model';
import { KnowledgeEngine } from './knowledge-engine';
import { readPackage } from './read-package';
import type { Rule } from './rule';
import type { Scene, Thing } from './scene';

const reading = readPackage(samplePackage());
if (reading.kind === 'refused') throw new Error('The sample is a package.');
const shop = reading.package;
const wireRead = shop.threats.find(({ id }) => id === 'wire-read');
const emptied = shop.threats.find(({ id }) => id === 'table-emptied');

function explained(encrypted: string | undefined, type?: string) {
  const example: ExampleModel = {
    elements: [
      { kind: 'process', name: 'Browser' },
      { kind: 'process', name: 'Orders', type: 'web-api' },
    ],
    flows: [
      {
        name: 'Buy',
        source: 'Browser',
        target: 'Orders',
        ...(type ? { type } : {}),
        ...(encrypted === undefined ? {} : { properties: { 'Encrypted in transit': encrypted } }),
      },
    ],
  };
  const model = exampleModel(example);
  const engine = new KnowledgeEngine([shop], model);
  const [id] = model.flow.keys();
  if (!wireRead || !id) throw new Error('The sample has both.');
  return engine.explain(wireRead, { kind: 'flow', id });
}

test('a threat says why, and what would switch it off', () => {
  expect(explained('No')).toEqual({
    answer: 'yes',
    because: [{ sentence: '“Encrypted in transit” of Buy is “No”', answer: 'yes' }],
    turn: {
      to: 'no',
      changes: [
        {
          sentence: '“Encrypted in transit” of Buy were “Yes”',
          set: { subject: 'flow', property: 'encrypted', value: 'yes' },
        },
      ],
    },
  });
});

test('an absent threat says why not, and what would bring it', () => {
  expect(explained(undefined, 'https')).toMatchObject({
    answer: 'no',
    because: [{ sentence: '“Encrypted in transit” of Buy is “Yes”' }],
    turn: { to: 'yes', changes: [{ set: { value: 'no' } }] },
  });
});

test('what is not known is named as open', () => {
  const model = exampleModel({ elements: [{ kind: 'process', name: 'Orders', type: 'web-api' }], flows: [] });
  const [id] = model.element.keys();
  if (!emptied || !id) throw new Error('The sample has both.');
  expect(new KnowledgeEngine([shop], model).explain(emptied, { kind: 'element', id })).toMatchObject({
    answer: 'unknown',
    because: [{ sentence: '“Rows” of Orders is not known', open: { subject: 'element', property: 'rows' } }],
  });
});

test('a place that is gone has no explanation', () => {
  const model = exampleModel({ elements: [], flows: [] });
  expect(wireRead && new KnowledgeEngine([shop], model).explain(wireRead, { kind: 'model' })).toMatchObject({
    answer: 'unknown',
  });
});

/** Rules over three properties with two values each, so that every turn can be tried out. */
const leaf: fc.Arbitrary<Rule> = fc.record({
  kind: fc.constant('property' as const),
  subject: fc.constant('flow' as const),
  property: fc.constantFrom('a', 'b', 'c'),
  test: fc.constantFrom(
    { kind: 'equals' as const, value: 'yes' },
    { kind: 'differs' as const, value: 'yes' },
    { kind: 'equals' as const, value: 'no' },
  ),
  ifUnknown: fc.constantFrom('ask' as const, 'match' as const, 'no-match' as const),
});
const rules = fc.letrec<{ rule: Rule }>((tie) => ({
  rule: fc.oneof(
    { maxDepth: 4 },
    leaf,
    fc.record({
      kind: fc.constantFrom('all' as const, 'any' as const),
      rules: fc.array(tie('rule'), { maxLength: 3 }),
    }),
    fc.record({ kind: fc.constant('not' as const), rule: tie('rule') }),
  ),
})).rule;
const values = fc.record({
  a: fc.constantFrom('yes', 'no', undefined),
  b: fc.constantFrom('yes', 'no', undefined),
  c: fc.constantFrom('yes', 'no', undefined),
});
const property = (id: string) => ({
  id,
  label: id,
  type: 'enum',
  values: [
    { id: 'yes', label: 'Yes' },
    { id: 'no', label: 'No' },
  ],
});
const small = readPackage({
  kbSchema: 1,
  kind: 'package',
  id: 'test.small',
  version: '1.0.0',
  name: 'Small',
  licence: 'MIT',
  properties: ['aa', 'bb', 'cc'].map(property),
});

test('whatever it says: facts agree with the answer, and a single change that it names turns it', () => {
  if (small.kind === 'refused') throw new Error(JSON.stringify(small.problems));
  const names = new Map(['a', 'b', 'c'].map((each) => [each, each + each]));
  const known = small.package;
  const properties = known.properties.map((each) => ({ ...each, id: each.id.slice(1) }));
  const explainer = new Explainer({ ...known, properties });
  expect(names.size).toBe(3);
  fc.assert(
    fc.property(rules, values, (rule, given) => {
      const scene = (said: Readonly<Record<string, string | undefined>>): Scene => {
        const flow: Thing = { type: '', types: new Set(), value: (id) => said[id], flows: () => [] };
        return { flow };
      };
      const answer = compileRule(rule)(scene(given));
      const explanation = explainer.explain(rule, scene(given));
      expect(explanation.answer).toBe(answer);
      const { turn } = explanation;
      const [only, ...more] = turn?.changes ?? [];
      if (!turn || !only?.set || more.length > 0) return;
      const after = compileRule(rule)(scene({ ...given, [only.set.property]: only.set.value }));
      // One property may stand in several places of a rule; then one change can only be promised not to make it worse.
      const uses = JSON.stringify(rule).split(`"property":"${only.set.property}"`).length - 1;
      if (uses === 1) expect(after).toBe(turn.to);
    }),
  );
});
