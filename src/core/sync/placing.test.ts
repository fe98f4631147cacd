/** Where a Task stands on the backlog, over plain pictures (SPEC.md, S51 to S56). */
import { item, made, modelOf, plan, theCreate } from '../../../tests/fixtures/one-task-plan';
import {
  aMitigation,
  aModel,
  aRealisation,
  aStoryLink,
  aThreat,
  aTreatment,
  mitigationNumber,
} from '../../../tests/fixtures/sample-model';
import type { TaskItem } from './backlog-picture';

const nothing = { steps: [], conflicts: [], oddities: [], left: [] };

describe('where a Task stands', () => {
  test.each<[string, readonly TaskItem[], number, readonly number[]]>([
    ['open before done', [item(5, { category: 'Completed' }), item(6)], 6, [5]],
    ['then the order of the backlog', [item(5, { order: 30 }), item(6, { order: 10 })], 6, [5]],
    ['never one that is removed', [item(5, { category: 'Removed' }), item(6)], 6, []],
    ['then the older one', [item(6, { order: undefined }), item(5, { order: undefined })], 5, [6]],
  ])('S51 %s; related to the others', (_what, stories, parent, related) => {
    const numbers = stories.map(({ id }) => id);
    const { draft } = theCreate(modelOf(numbers), { stories });
    expect([draft.parent, draft.related]).toEqual([parent, related]);
  });

  const [five, six] = [item(5, { order: 10 }), item(6, { order: 20 })];
  const sixFirst = [five, item(6, { order: 5, areaPath: 'Shop\\Back', iterationPath: 'Shop\\Sprint 2' })];

  test('S53 it moves along with the plan, and stays where a person put it', () => {
    const { task, model } = made([five, six]);
    expect(plan(model(), { stories: [five, six], tasks: [task] })).toEqual(nothing);
    const [step] = plan(model(), { stories: sixFirst, tasks: [task] }).steps;
    expect(step).toMatchObject({ kind: 'update', write: { parent: 6, relate: [5], unrelate: [6] } });
    const byHand = { ...task, parent: 7, rev: 2 };
    const after = plan(model(), { stories: sixFirst, tasks: [byHand] }).steps;
    expect(after.filter((each) => each.kind === 'update' && each.write.parent !== undefined)).toEqual([]);
  });

  test.each<[string, readonly TaskItem[], Partial<TaskItem>]>([
    ['a relation that a person took away is not made again', [five, six], { related: [] }],
    ['a relation that a person made stays', [five, six], { related: [6, 99] }],
    ['nothing moves while a story cannot be seen', [six], {}],
  ])('S53 %s', (_what, stories, change) => {
    const { task, model } = made([five, six]);
    expect(plan(model(), { stories, tasks: [{ ...task, ...change, rev: 2 }] }).steps).toEqual([]);
  });

  test('S53 what was moved by hand and back again moves along as before', () => {
    const { task, model, realisation } = made([five, six]);
    const [mitigation] = model().mitigation.values();
    if (!mitigation) throw new Error('No mitigation.');
    const changed = { ...mitigation, implement: 'In another way' };
    const next = { ...model(), mitigation: new Map([[changed.id, changed]]) };
    const [step] = plan(next, { stories: sixFirst, tasks: [{ ...task, parent: 7, rev: 2 }] }).steps;
    const after = step?.kind === 'update' ? step.after : undefined;
    expect([realisation.baseline?.parent, after?.baseline?.parent]).toEqual([5, 5]);
  });

  test('S54 area and sprint go along with the parent, unless somebody gave the Task its own', () => {
    const { task, model } = made([five, six]);
    const fieldsOf = (change: Partial<TaskItem>) => {
      const [step] = plan(model(), {
        stories: [...sixFirst, item(7)],
        tasks: [{ ...task, ...change }],
      }).steps;
      return step?.kind === 'update' ? step.write.fields : undefined;
    };
    const [area, iteration] = [
      { 'System.AreaPath': 'Shop\\Back' },
      { 'System.IterationPath': 'Shop\\Sprint 2' },
    ];
    expect(fieldsOf({})).toEqual({ ...area, ...iteration });
    expect(fieldsOf({ iterationPath: 'Shop\\Sprint 9', rev: 2 })).toEqual(area);
    expect(fieldsOf({ areaPath: 'Shop\\Other', rev: 2 })).toEqual(iteration);
    // Nor where a person put it under another story: that one's stay.
    expect(fieldsOf({ parent: 6, related: [5], rev: 2 }) ?? {}).toEqual({});
    expect(fieldsOf({ parent: 7, rev: 2 }) ?? {}).toEqual({});
  });

  test('S55 a split mitigation covers its places with several realisations, which never overlap', () => {
    const [one, two] = [
      aTreatment(1, { threat: 1, mitigation: 1 }),
      aTreatment(2, { threat: 2, mitigation: 1 }),
    ];
    const split = aModel({
      threats: [aThreat(1), aThreat(2)],
      mitigations: [aMitigation(1, { kind: 'approved' })],
      treatments: [one, two],
      links: [aStoryLink(1, 1, 5), aStoryLink(2, 2, 6)],
      realisations: [
        { ...aRealisation(1, 1, null), covers: [one.id] },
        { ...aRealisation(2, 1, null), covers: [two.id] },
      ],
    });
    const { steps } = plan(split, { stories: [five, six] });
    const creates = steps.flatMap((step) => (step.kind === 'create' ? [step] : []));
    expect(creates.map(({ draft, mitigation }) => [mitigation, draft.parent])).toEqual([
      [mitigationNumber(1), 5],
      [mitigationNumber(1), 6],
    ]);
    expect(creates.map(({ after }) => after.covers)).toEqual([[one.id], [two.id]]);
  });

  test.each([
    ['critical', 'almost-certain', 'severe', 1],
    ['high', 'possible', 'major', 2],
    ['medium', 'possible', 'moderate', 3],
    ['low', 'rare', 'minor', 4],
  ] as const)(
    'S56 the worst threat gives the first priority: %s',
    (_severity, probability_, impact_, priority) => {
      const base = modelOf([5]);
      const worst = aThreat(1, { probability_, impact_ });
      const lesser = aThreat(2, { probability_: 'rare', impact_: 'minor' });
      const treated = aTreatment(2, { threat: 2, mitigation: 1 });
      const model = {
        ...base,
        threat: new Map([lesser, worst].map((each) => [each.id, each])),
        treatment: new Map([...base.treatment, [treated.id, treated]]),
      };
      const { draft } = theCreate(model, { stories: [five] });
      expect(draft.fields['Microsoft.VSTS.Common.Priority']).toBe(priority);
    },
  );
});
