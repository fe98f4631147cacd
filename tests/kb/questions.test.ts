/** Every question of the packages is worth asking, is asked until it is answered, and its answer reaches a rule. */
import { compileRule } from '../../src/core/kb/compile-rule';
import { ModelScenes } from '../../src/core/kb/model-scenes';
import type { KnowledgePackage, KnowledgeQuestion } from '../../src/core/kb/package';
import type { Rule } from '../../src/core/kb/rule';
import type { StrideCategory } from '../../src/core/model/threat';
import { exampleModel } from './example-model';
import type { ExampleModel } from './example-model';
import { folders, packageIn } from './knowledge-folders';

const asking = folders.map(packageIn).filter((each) => each.questions.length > 0);

/** All nodes of a rule that are of one kind. */
function nodes<K extends Rule['kind']>(rule: Rule, kind: K): readonly Extract<Rule, { kind: K }>[] {
  const inner =
    rule.kind === 'all' || rule.kind === 'any' ? rule.rules : rule.kind === 'not' ? [rule.rule] : [];
  const mine = rule.kind === kind ? [rule as Extract<Rule, { kind: K }>] : [];
  return [...mine, ...inner.flatMap((each) => nodes(each, kind))];
}

/** The properties of the question's own place that must have a value before it is asked, with one that fits. */
function before(question: KnowledgeQuestion): Readonly<Record<string, string>> {
  return Object.fromEntries(
    nodes(question.when, 'property').flatMap(({ property, test }) => {
      if (test.kind === 'equals') return [[property, test.value]];
      const [first] = test.kind === 'one-of' ? test.values : [];
      return first === undefined ? [] : [[property, first]];
    }),
  );
}

/** The smallest model at whose place the question is asked. */
function placeOf(
  known: KnowledgePackage,
  question: KnowledgeQuestion,
  said: Readonly<Record<string, string>>,
): ExampleModel {
  const typeOf = (subject: string) =>
    nodes(question.when, 'is').find((each) => each.subject === subject)?.types[0];
  const kindOf = (type = 'process'): ExampleModel['elements'][number]['kind'] => {
    const base = known.entityTypes.find(({ id }) => id === type)?.base;
    return base === 'data-store' ? 'store' : base === 'external-interactor' ? 'external' : 'process';
  };
  const [data] = nodes(question.when, 'carries').flatMap(({ classifications }) => classifications);
  const properties = { ...said, ...(data === undefined ? {} : { data }) };
  const named = (name: string, type: string | undefined) => ({
    name,
    kind: kindOf(type),
    ...(type === undefined ? {} : { type }),
  });
  switch (question.anchor) {
    case 'flow': {
      const type = typeOf('flow');
      return {
        elements: [named('Here', typeOf('source')), named('There', typeOf('target'))],
        flows: [{ name: 'Flow', source: 'Here', target: 'There', properties, ...(type ? { type } : {}) }],
      };
    }
    case 'boundary': {
      const type = typeOf('element');
      const box = { name: 'Wall', holds: ['Here'], properties, ...(type ? { type } : {}) };
      return { elements: [named('Here', undefined)], flows: [], boundaries: [box] };
    }
    default:
      return { elements: [{ ...named('Here', typeOf('element')), properties }], flows: [] };
  }
}

function askedIn(known: KnowledgePackage, question: KnowledgeQuestion, said = {}): readonly string[] {
  const model = exampleModel(placeOf(known, question, { ...before(question), ...said }));
  const check = compileRule(question.when);
  return new ModelScenes(known, model).all(model, question.anchor).map(({ scene }) => check(scene));
}

/** What STRIDE asks of each kind of element. */
const perComponent: readonly (readonly [type: string, categories: readonly StrideCategory[]])[] = [
  [
    'process',
    [
      'spoofing',
      'tampering',
      'repudiation',
      'information-disclosure',
      'denial-of-service',
      'elevation-of-privilege',
    ],
  ],
  ['data-store', ['tampering', 'repudiation', 'information-disclosure', 'denial-of-service']],
  ['data-flow', ['tampering', 'information-disclosure']],
];

test.each(perComponent)('the core asks a %s about its STRIDE categories', (type, categories) => {
  const here = packageIn('core').questions.filter(({ when }) =>
    nodes(when, 'is').some(({ types }) => types.includes(type)),
  );
  const asked = new Set(here.flatMap(({ stride }) => stride));
  expect(categories.filter((category) => !asked.has(category))).toEqual([]);
});

test('core and web-api ask', () => {
  expect(packageIn('core').questions.length).toBeGreaterThanOrEqual(45);
  expect(packageIn('web-api').questions.length).toBeGreaterThanOrEqual(20);
});

describe.each(asking.map((each) => [each.id, each] as const))('%s', (_, known) => {
  test('every question is led to by a threat, and its answers name what that threat asks', () => {
    const idle = known.questions.filter((question) => {
      const sets = new Set(question.answers.flatMap(({ set }) => [...set.keys()]));
      const led = known.threats.filter(({ questions }) => questions.includes(question.id));
      return (
        led.length === 0 ||
        led.some(({ when }) => !nodes(when, 'property').some(({ property }) => sets.has(property)))
      );
    });
    expect(idle.map(({ id }) => id)).toEqual([]);
  });

  test('a TOP threat has a question that settles it, or its rule asks nothing', () => {
    const mute = known.threats.filter(
      ({ top, when, questions }) => top && nodes(when, 'property').length > 0 && questions.length === 0,
    );
    expect(mute.map(({ id }) => id)).toEqual([]);
  });

  test('about a fifth to a third of the questions are TOP', () => {
    const share = known.questions.filter(({ top }) => top).length / known.questions.length;
    expect(share).toBeGreaterThan(0.1);
    expect(share).toBeLessThan(0.4);
  });

  test.each(known.questions.map((question) => [question.id, question] as const))(
    '%s has a reason, a good answer and warning signs, and is asked until it is answered',
    (id, question) => {
      expect(question.text).toMatch(/[?.]$/);
      expect(question.rationale.length).toBeGreaterThan(25);
      expect(question.goodAnswer.length).toBeGreaterThan(10);
      expect(question.warningSigns.length).toBeGreaterThanOrEqual(2);
      expect(question.answers.length).toBeGreaterThanOrEqual(2);
      expect(askedIn(known, question)).toContain('yes');
      for (const { set } of question.answers) {
        expect(set.size).toBeGreaterThan(0);
        expect(askedIn(known, question, Object.fromEntries(set))).not.toContain('yes');
      }
      expect(known.questions.filter((each) => each.id === id)).toHaveLength(1);
    },
  );
});
