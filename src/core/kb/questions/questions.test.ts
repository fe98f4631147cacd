import fc from 'fast-check';
import { samplePackage } from '../../../../tests/fixtures/sample-knowledge';
import { applyEdit, invertEdit, joinEdits } from '../../model/edit';
import type { Edit } from '../../model/edit';
import type { Model } from '../../model/model';
import { countingIds, exampleModel } from '../example-model';
import { KnowledgeEngine } from '../knowledge-engine';
import type { KnowledgePackage } from '../package';
import { planThreats } from '../plan-threats';
import { readPackage } from '../read-package';
import { answerQuestion, chosenLabels, markAsked, withThreats } from './answer';
import { askQuestions, isAnswered } from './ask';
import type { Asked } from './ask';
import { settlingQuestion } from './settling';

function read(json: unknown): KnowledgePackage {
  const reading = readPackage(json);
  if (reading.kind === 'refused') throw new Error(JSON.stringify(reading.problems));
  return reading.package;
}

/** The sample, with flows whose encryption nobody knows and a question that asks for it. */
const question = {
  id: 'wire',
  text: 'Who could listen between {source.name} and {target.name}?',
  rationale: 'The wire is not ours.',
  goodAnswer: 'Nobody: TLS everywhere.',
  warningSigns: ['It is internal'],
  stride: ['I'],
  anchor: 'flow',
  when: { prop: 'encrypted', on: 'flow', known: false },
  answers: [
    { label: 'Nobody', set: { encrypted: 'yes' } },
    { label: 'Everybody on the way', set: { encrypted: 'no' } },
  ],
};
const shop = (questions: readonly unknown[]) =>
  read(
    samplePackage((file) => {
      for (const type of file.entityTypes) delete (type as { defaults?: unknown }).defaults;
      Object.assign(file, { questions });
    }),
  );
const asking = shop([question]);
const silent = shop([]);

const drawn = (properties: Readonly<Record<string, string>> = {}): Model =>
  exampleModel({
    elements: [
      { kind: 'process', name: 'Browser' },
      { kind: 'process', name: 'Orders', type: 'web-api', properties: { Rows: '50' } },
    ],
    flows: [{ name: 'Buy', source: 'Browser', target: 'Orders', properties }],
  });
const pin = ({ id, version, hash }: KnowledgePackage) => ({
  packages: [{ id, version, hash }],
  depth: 'full' as const,
});
const chosen = (model: Model, known: KnowledgePackage): Model => ({
  ...model,
  info: { ...model.info, knowledge: pin(known) },
});

const ids = countingIds();
const newId = () => ids().replace('0000-4000', 'bbbb-4000');
const at = '2026-05-04T10:00:00.000Z';
const say = (...labels: readonly string[]) => ({ chosen: labels, note: '', at, newId });

function one(engine: KnowledgeEngine, entry: string): Asked {
  const found = askQuestions(engine).find((each) => each.entry === entry);
  if (!found) throw new Error(`Nobody asks ${entry}.`);
  return found;
}
const flowOf = (model: Model) => [...model.flow.values()][0];

test('a question of a package is asked at its place, with names, and says how many threats wait for it', () => {
  const engine = new KnowledgeEngine([asking], drawn());
  const asked = askQuestions(engine);
  expect(asked).toHaveLength(1);
  expect(asked[0]).toMatchObject({
    source: 'package',
    text: 'Who could listen between Browser and Orders?',
    warningSigns: ['It is internal'],
    settles: 1,
    given: undefined,
  });
});

test('a tentative threat knows the open question that settles it, written by a package or raised by its rule', () => {
  for (const [known, entry] of [
    [asking, 'wire'],
    [silent, 'property:encrypted'],
  ] as const) {
    const model = drawn();
    const engine = new KnowledgeEngine([known], model);
    const threat = known.threats.find(({ id }) => id === 'wire-read');
    const flow = flowOf(model);
    if (!threat || !flow) throw new Error('The sample has both.');
    const place = { kind: 'flow', id: flow.id } as const;
    const asked = settlingQuestion(engine, threat, place);
    expect(asked?.entry).toBe(entry);
    if (!asked) continue;
    engine.follow(applyEdit(model, answerQuestion(engine, asked, say(asked.answers[1]?.label ?? ''))));
    expect(settlingQuestion(engine, threat, place)).toBeUndefined();
  }
});

test('an answer is a fact under the name that the model uses, and stays to be seen and changed', () => {
  const model = drawn({ isEncrypted: '' });
  const engine = new KnowledgeEngine([asking], model);
  const edit = answerQuestion(engine, one(engine, 'wire'), { ...say('Nobody'), note: ' TLS 1.3 ' });
  const after = applyEdit(model, edit);
  expect(flowOf(after)?.properties).toEqual({ isEncrypted: 'Yes' });
  expect([...after.question.values()]).toMatchObject([{ answer: 'Nobody', note: 'TLS 1.3', answeredAt: at }]);
  engine.follow(after);
  const again = one(engine, 'wire');
  expect([isAnswered(again), chosenLabels(again), again.settles]).toEqual([true, ['Nobody'], 0]);
  const back = applyEdit(after, answerQuestion(engine, again, say()));
  expect(flowOf(back)?.properties).toEqual({});
  expect(back.question.size).toBe(0);
});

test('threats follow the answer in the same edit, and one undo takes both back', () => {
  const model = chosen(drawn(), asking);
  const engine = new KnowledgeEngine([asking], model);
  const plan = planThreats({ engine, model, knowledge: pin(asking), tentative: 'take', newId });
  const tentative = applyEdit(model, plan.edit);
  engine.follow(tentative);
  expect([...tentative.threat.values()].map((threat) => threat.tentative !== undefined)).toEqual([
    false,
    true,
  ]);

  const worse = answerQuestion(engine, one(engine, 'wire'), say('Everybody on the way'));
  const certain = withThreats(engine, worse, newId);
  expect(certain.threats.changes.map(({ kind }) => kind)).toEqual(['changed']);
  const after = applyEdit(tentative, certain.edit);
  expect([...after.threat.values()].every((threat) => threat.tentative === undefined)).toBe(true);
  expect(applyEdit(after, invertEdit(tentative, certain.edit))).toEqual(tentative);

  engine.follow(tentative);
  const better = withThreats(engine, answerQuestion(engine, one(engine, 'wire'), say('Nobody')), newId);
  expect(better.threats.changes.map(({ kind }) => kind)).toEqual(['stale']);
});

test('a model that chose no packages keeps its threats as they are', () => {
  const engine = new KnowledgeEngine([asking], drawn());
  const edit = answerQuestion(engine, one(engine, 'wire'), say('Everybody on the way'));
  expect(withThreats(engine, edit, newId)).toEqual({ edit, threats: { changes: [] } });
});

test('what no package asks, the rules ask: which answer leaves the fewest threats, and which the most', () => {
  const model = drawn();
  const engine = new KnowledgeEngine([silent], model);
  const asked = one(engine, 'property:encrypted');
  expect(asked).toMatchObject({
    source: 'rule',
    text: 'What is true of Buy (Browser → Orders): Encrypted in transit?',
    goodAnswer: 'Yes: then none of them remains.',
    warningSigns: ['No'],
    choose: 'one',
    settles: 1,
  });
  const after = applyEdit(model, answerQuestion(engine, asked, say('Yes')));
  engine.follow(after);
  expect(isAnswered(one(engine, 'property:encrypted'))).toBe(true);
  expect(engine.hits().filter(({ answer }) => answer === 'unknown')).toEqual([]);
});

test('a number is written, not chosen', () => {
  const [orders] = [...drawn().element.values()].slice(1);
  if (!orders) throw new Error('There is no second element.');
  const model = applyEdit(drawn({ isEncrypted: 'true' }), {
    label: 'Forget',
    element: { put: [{ ...orders, properties: {} }] },
  });
  const engine = new KnowledgeEngine([silent], model);
  const asked = one(engine, 'property:rows');
  expect(asked).toMatchObject({ choose: 'number', property: 'rows', answers: [] });
  const after = applyEdit(model, answerQuestion(engine, asked, say('5')));
  expect(after.element.get(orders.id)?.properties).toEqual({ Rows: '5' });
  engine.follow(after);
  expect(engine.hits()).toEqual([]);
});

test('who was asked is remembered without an answer', () => {
  const model = drawn();
  const engine = new KnowledgeEngine([asking], model);
  const after = applyEdit(model, markAsked(one(engine, 'wire'), 12, newId));
  engine.follow(after);
  expect(one(engine, 'wire').given).toMatchObject({ workItem: 12 });
  expect(isAnswered(one(engine, 'wire'))).toBe(false);
});

test('packages that the model does not use any more take their undecided threats with them, and only these', () => {
  const model = chosen(drawn(), asking);
  const engine = new KnowledgeEngine([asking], model);
  const full = applyEdit(
    model,
    planThreats({ engine, model, knowledge: pin(asking), tentative: 'take', newId }).edit,
  );
  const [first] = full.threat.values();
  if (!first) throw new Error('There is no threat.');
  const judged: Model = applyEdit(full, {
    label: 'Judge',
    threat: { put: [{ ...first, status: { kind: 'not-applicable', justification: 'No.' } }] },
  });
  engine.follow(judged);
  const none = { packages: [], depth: 'full' as const };
  const plan = planThreats({ engine, model: judged, knowledge: none, tentative: 'take', newId });
  expect(plan.changes.map(({ kind }) => kind)).toEqual(['rested']);
  expect([...applyEdit(judged, plan.edit).threat.keys()]).toEqual([first.id]);
});

test('two edits joined do what they do one after the other', () => {
  const model = drawn();
  const elements = [...model.element.values()];
  const step = fc.record({
    put: fc.array(fc.record({ at: fc.nat(1), name: fc.string({ maxLength: 3 }) }), { maxLength: 2 }),
    remove: fc.array(fc.nat(1), { maxLength: 2 }),
  });
  const edit = ({ put, remove }: { put: { at: number; name: string }[]; remove: number[] }): Edit => ({
    label: 'Step',
    element: {
      put: put.flatMap(({ at: n, name }) => (elements[n] ? [{ ...elements[n], name }] : [])),
      remove: remove.flatMap((n) => (elements[n] ? [elements[n].id] : [])),
    },
  });
  fc.assert(
    fc.property(step, step, (a, b) => {
      const inOrder = applyEdit(applyEdit(model, edit(a)), edit(b));
      const joined = applyEdit(model, joinEdits(edit(a), edit(b)));
      expect(new Map([...joined.element].sort())).toEqual(new Map([...inOrder.element].sort()));
    }),
    { seed: 20261126, numRuns: 300 },
  );
});
