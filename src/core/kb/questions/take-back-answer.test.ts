/** An answer that is changed or taken back: what it settled stands open again, and what people decided since is theirs. */
import * as fc from 'fast-check';
import { runs } from '../../../../tests/fixtures/runs';
import { samplePackage } from '../../../../tests/fixtures/sample-knowledge';
import { deed, done, freshIds } from '../../../../tests/fixtures/upgrade-world';
import type { Deed } from '../../../../tests/fixtures/upgrade-world';
import { applyEdit } from '../../model/edit';
import type { Model } from '../../model/model';
import { indexModel } from '../../model/model-index';
import type { Threat } from '../../model/threat';
import { editedFields, isJudged } from '../decisions';
import { exampleModel } from '../example-model';
import { KnowledgeEngine } from '../knowledge-engine';
import { planThreats } from '../plan-threats';
import { readPackage } from '../read-package';
import { answerQuestion, withThreats } from './answer';
import { askQuestions, isAnswered } from './ask';
import type { Asked } from './ask';

const listening = ['Nobody', 'Everybody on the way'] as const;
const counting = ['A few', 'Very many'] as const;
const reading = readPackage(
  samplePackage((file) => {
    for (const type of file.entityTypes) delete (type as { defaults?: unknown }).defaults;
    const asked = { rationale: 'It settles a threat.', answers: [] as unknown[] };
    const questions = [
      {
        ...asked,
        id: 'wire',
        text: 'Who could listen?',
        anchor: 'flow',
        when: { prop: 'encrypted', on: 'flow', known: false },
        answers: [
          { label: listening[0], set: { encrypted: 'yes' } },
          { label: listening[1], set: { encrypted: 'no' } },
          { label: 'Whoever reads its rows', set: { rows: 7 } },
        ],
      },
      {
        ...asked,
        id: 'table',
        text: 'How many rows?',
        anchor: 'element',
        when: { prop: 'rows', on: 'element', known: false },
        answers: [
          { label: counting[0], set: { rows: 5 } },
          { label: counting[1], set: { rows: 5000 } },
        ],
      },
    ];
    Object.assign(file, { questions });
  }),
);
if (reading.kind === 'refused') throw new Error(JSON.stringify(reading.problems));
const shop = reading.package;
const at = '2026-05-04T10:00:00.000Z';

/** A model as somebody works with it: questions are answered by their entry and the name of their place. */
class Desk {
  readonly newId = freshIds();
  readonly engine: KnowledgeEngine;
  model: Model;

  constructor(tentative: 'take' | 'leave', flows = 1, properties: Readonly<Record<string, string>> = {}) {
    const pinned = { id: shop.id, version: shop.version, hash: shop.hash };
    const knowledge = { packages: [pinned], depth: 'full' as const };
    const empty = exampleModel(
      {
        elements: [
          { kind: 'process', name: 'Browser' },
          { kind: 'process', name: 'Orders', type: 'web-api' },
        ],
        flows: Array.from({ length: flows }, (_, n) => ({
          name: `Call ${n}`,
          source: 'Browser',
          target: 'Orders',
          properties,
        })),
      },
      this.newId,
    );
    this.model = { ...empty, info: { ...empty.info, knowledge } };
    this.engine = new KnowledgeEngine([shop], this.model);
    const request = { engine: this.engine, model: this.model, knowledge, tentative, newId: this.newId };
    this.model = applyEdit(this.model, planThreats(request).edit);
  }

  /** Those of the package, always in the same order. */
  questions(): readonly Asked[] {
    this.engine.follow(this.model);
    return askQuestions(this.engine)
      .filter(({ source }) => source === 'package')
      .sort((a, b) => (a.key < b.key ? -1 : 1));
  }

  /** No label takes the answer back. Answers the kinds of what changed among the threats. */
  answer(asked: Asked | undefined, ...labels: readonly string[]): readonly string[] {
    if (!asked) throw new Error('Nobody asks that.');
    const given = { chosen: labels, note: '', at, newId: this.newId };
    const edit = answerQuestion(this.engine, asked, given);
    const following = withThreats(this.engine, edit, this.newId);
    this.model = applyEdit(this.model, following.edit);
    return following.threats.changes.map(({ kind }) => kind);
  }

  answerWire(...labels: readonly string[]): readonly string[] {
    return this.answer(
      this.questions().find(({ entry }) => entry === 'wire'),
      ...labels,
    );
  }

  flowSays(properties: Readonly<Record<string, string>>): void {
    const put = [...this.model.flow.values()].slice(0, 1).map((flow) => ({ ...flow, properties }));
    this.model = applyEdit(this.model, { label: 'Say', flow: { put } });
  }

  get said() {
    return [...this.model.flow.values()][0]?.properties;
  }

  do(each: Deed): void {
    this.model = done(this.model, each, this.newId);
  }
}

const open = ({ stale, tentative }: Threat) => ({
  stale: stale !== undefined,
  tentative: tentative !== undefined,
});

test('what only the answer said goes with it, and what somebody said since stays', () => {
  const desk = new Desk('take');
  desk.answerWire(listening[0]);
  expect(desk.said).toEqual({ 'Encrypted in transit': 'Yes' });
  desk.answerWire();
  expect(desk.said).toEqual({});
  desk.answerWire(listening[0]);
  desk.flowSays({ 'Encrypted in transit': 'No' });
  desk.answerWire();
  expect(desk.said).toEqual({ 'Encrypted in transit': 'No' });
  expect(desk.model.question.size).toBe(0);
  expect(desk.questions().map(({ entry }) => entry)).not.toContain('wire');
});

test('a note beside an answer says the answer not again', () => {
  const desk = new Desk('take');
  desk.answerWire(listening[0]);
  desk.flowSays({ 'Encrypted in transit': 'No' });
  const asked = desk.questions().find(({ entry }) => entry === 'wire');
  if (!asked) throw new Error('Nobody asks that.');
  const given = { chosen: [listening[0]], note: 'Ann says so', at: '2027-01-01T00:00:00.000Z' };
  const edit = answerQuestion(desk.engine, asked, { ...given, newId: desk.newId });
  const after = applyEdit(desk.model, edit);
  expect([...after.flow.values()][0]?.properties).toEqual({ 'Encrypted in transit': 'No' });
  expect([...after.question.values()]).toMatchObject([{ note: 'Ann says so', answeredAt: at }]);
});

test('an answer says nothing of what another answer would speak of', () => {
  const desk = new Desk('take', 1, { Rows: '12' });
  desk.answerWire(listening[0]);
  expect(desk.said).toEqual({ Rows: '12', 'Encrypted in transit': 'Yes' });
  desk.answerWire('Whoever reads its rows');
  expect(desk.said).toEqual({ Rows: '7' });
});

test('an answer brings no threat that somebody left out before', () => {
  const desk = new Desk('leave');
  expect(desk.answerWire(listening[1])).toEqual(['added']);
  const before = desk.model.threat.size;
  expect(desk.answerWire()).toEqual(['changed']);
  // It may be real again; the others, which nobody wanted while they were uncertain, do not come along.
  expect(desk.answerWire(listening[0])).toEqual(['stale']);
  expect(desk.model.threat.size).toBe(before);
});

const step = fc.oneof(
  fc.record({ kind: fc.constant('answer' as const), at: fc.nat(9), label: fc.nat(2) }),
  fc.record({ kind: fc.constant('deed' as const), deed }),
);

test('when every answer is taken back, what they settled stands open again and what people decided is theirs', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('take' as const, 'leave' as const),
      fc.integer({ min: 1, max: 3 }),
      fc.array(step, { maxLength: 8 }),
      (tentative, flows, steps) => {
        const desk = new Desk(tentative, flows);
        const before = desk.model;
        for (const each of steps)
          if (each.kind === 'deed') desk.do(each.deed);
          else {
            const questions = desk.questions();
            const asked = questions[each.at % questions.length];
            const label = asked?.answers[each.label % asked.answers.length]?.label ?? '';
            if (asked) desk.answer(asked, label);
          }
        const worked = desk.model;
        const answered = () => desk.questions().find(isAnswered);
        for (let given = answered(); given; given = answered()) desk.answer(given);
        const after = desk.model;

        expect(after.question.size).toBe(0);
        expect([...after.flow.values()]).toEqual([...before.flow.values()]);
        expect([...after.element.values()]).toEqual([...before.element.values()]);
        for (const [id, threat] of before.threat) {
          const now = after.threat.get(id);
          if (worked.threat.has(id)) expect(now && open(now)).toEqual(open(threat));
        }
        expectDecisionsKept(worked, after);
      },
    ),
    { numRuns: runs(60) },
  );
});

function expectDecisionsKept(worked: Model, after: Model): void {
  for (const [id, threat] of worked.threat) {
    const now = after.threat.get(id);
    expect(now).toMatchObject({ status: threat.status, place: threat.place });
    expect(now?.notes).toEqual(threat.notes);
    for (const field of editedFields(threat)) expect(now?.[field]).toEqual(threat[field]);
  }
  expect(after.storyLink).toEqual(worked.storyLink);
  expect(after.acceptance).toEqual(worked.acceptance);
  for (const [id, treatment] of worked.treatment)
    if (isJudged(treatment)) expect(after.treatment.get(id)).toEqual(treatment);
  const index = indexModel(worked);
  for (const [id, mitigation] of worked.mitigation)
    if (mitigation.status.kind !== 'open' || index.realisationsOfMitigation(id).length > 0)
      expect(after.mitigation.get(id)).toEqual(mitigation);
}
