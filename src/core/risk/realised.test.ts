import type { Requirement } from '../model/decisions';
import { addRequirement } from '../model/edits/requirements';
import { indexModel } from '../model/model-index';
import type { Model } from '../model/model';
import { aMitigation, aThreat, aTreatment, countingIds, aModel } from '../../../tests/fixtures/sample-model';
import type { Status } from '../model/mitigation';
import { realisedBy, realisedMatrix } from './realised';

const newId = countingIds(500);
const wish = (change: Partial<Requirement> = {}): Requirement => ({
  ...addRequirement({ title: 'Log every access', text: '' }, newId).added,
  ...change,
});
const row = (requirement: Requirement, model: Model, done: readonly number[] = []) =>
  realisedBy(requirement, {
    model,
    index: indexModel(model),
    states: new Map(done.map((id) => [id, { category: 'Completed' as const }])),
  });

const detective = (n: number, status: Status = { kind: 'open' }) => ({
  ...aMitigation(n, status),
  controlType: 'detective' as const,
  tags: ['Audit'],
});
const model = aModel({
  threats: [aThreat(1)],
  mitigations: [detective(1), detective(2, { kind: 'rejected', reason: 'no' }), aMitigation(3)],
  treatments: [aTreatment(1, { threat: 1, mitigation: 1 })],
});

test('nothing stands for a bare wish, and every cell of its row is a finding', () => {
  expect(row(wish(), model)).toMatchObject({ verdict: 'nothing', missing: ['story', 'mitigation'] });
});

test.each<[string, Requirement['family']]>([
  ['control type', { kind: 'control-type', controlType: 'detective' }],
  ['tag, whatever its case', { kind: 'tag', tag: 'audit' }],
])('a family by %s has its members, without those that are ruled out', (_, family) => {
  const found = row(wish({ ...(family ? { family } : {}) }), model);
  expect(found.mitigations.map(({ title }) => title)).toEqual(['Mitigation 1']);
  expect(found).toMatchObject({ verdict: 'planned', missing: ['story', 'work-item', 'done'] });
});

test('a mitigation that joins the family later follows', () => {
  const family = { kind: 'tag', tag: 'late' } as const;
  const joined = { ...model, mitigation: new Map(model.mitigation) };
  for (const each of model.mitigation.values())
    if (each.title === 'Mitigation 3') joined.mitigation.set(each.id, { ...each, tags: ['late'] });
  expect(row(wish({ family }), model).mitigations).toEqual([]);
  expect(row(wish({ family }), joined).mitigations).toHaveLength(1);
});

test('work items of its own count when they are done', () => {
  const requirement = wish({ stories: [7], workItems: [8, 9] });
  expect(row(requirement, model, [8])).toMatchObject({ verdict: 'partly', done: 1, parts: 2, missing: [] });
  expect(row(requirement, model, [8, 9])).toMatchObject({ verdict: 'realised', missing: [] });
});

test('the least realised comes first', () => {
  const all = [wish({ title: 'B', workItems: [8] }), wish({ title: 'Z' }), wish({ title: 'A' })];
  const with_ = { ...model, requirement: new Map(all.map((each) => [each.id, each])) };
  const rows = realisedMatrix({ model: with_, index: indexModel(with_), states: new Map() });
  expect(rows.map(({ requirement }) => requirement.title)).toEqual(['A', 'Z', 'B']);
});
