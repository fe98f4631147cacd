/** Rules of SPEC.md that are about one Task and one plan, each as a small table: identity, place, states, memory. */
import * as v from 'valibot';
import {
  aMitigation,
  aModel,
  aRealisation,
  aStoryLink,
  aThreat,
  aTreatment,
  countingIds,
  mitigationNumber,
} from '../../../tests/fixtures/sample-model';
import { realisationId } from '../model/ids';
import type { Realisation } from '../model/mitigation';
import type { Model } from '../model/model';
import type { StateCategory } from '../model/state-category';
import { emptyPicture } from './backlog-picture';
import type { BacklogPicture, TaskItem } from './backlog-picture';
import { identityUrl, mitigationTag, parseIdentity } from './identity';
import { noChoice } from './plan';
import type { CreateStep, SyncChoice } from './plan';
import { planSync } from './plan-sync';
import { withMeanings } from './states';

const hubUrl = 'http://127.0.0.1:8080/local/Shop/_apps/hub/without.without.hub';

const item = (id: number, change: Partial<TaskItem> = {}): TaskItem => ({
  id,
  rev: 1,
  type: 'User Story',
  title: `Story ${id}`,
  state: 'New',
  category: 'Proposed',
  tags: [],
  areaPath: 'Shop',
  iterationPath: 'Shop\\Sprint 1',
  parent: undefined,
  order: id,
  hyperlinks: [],
  project: 'Shop',
  description: { text: '', format: 'html' },
  related: [],
  ...change,
});
const byId = (items: readonly TaskItem[]) => new Map(items.map((each) => [each.id, each]));

interface Given {
  readonly stories?: readonly TaskItem[];
  readonly tasks?: readonly TaskItem[];
  readonly ours?: readonly TaskItem[];
  readonly picture?: Partial<BacklogPicture>;
  readonly choice?: Partial<SyncChoice>;
}
function plan(model: Model, { stories = [], tasks = [], ours = [], picture, choice }: Given) {
  return planSync({
    model,
    picture: { ...emptyPicture, items: byId(stories), tasks: byId(tasks), ours, ...picture },
    choice: { ...noChoice, ...choice },
    hubUrl,
    taskType: 'Task',
    project: 'Shop',
    taskFields: { has: new Set(['Microsoft.VSTS.Common.Priority']), required: [] },
    newId: countingIds(),
  });
}

/** One approved mitigation over one threat, whose stories are those of the numbers. */
const modelOf = (stories: readonly number[], realisations: readonly Realisation[] = []): Model =>
  aModel({
    threats: [aThreat(1)],
    mitigations: [aMitigation(1, { kind: 'approved' })],
    treatments: [aTreatment(1, { threat: 1, mitigation: 1 })],
    links: stories.map((story, i) => aStoryLink(i + 1, 1, story)),
    realisations,
  });

function theCreate(model: Model, given: Given): CreateStep {
  const [step] = plan(model, given).steps;
  if (step?.kind !== 'create') throw new Error(`Expected a create, got ${step?.kind}.`);
  return step;
}

/** The Task as a create made it, and the model that remembers it. */
function made(stories: readonly TaskItem[], change: Partial<TaskItem> = {}) {
  const numbers = stories.map(({ id }) => id);
  const { draft, after, title } = theCreate(modelOf(numbers), { stories });
  const text = (field: string) => String(draft.fields[field] ?? '');
  const task = item(9, {
    type: 'Task',
    title,
    tags: [mitigationTag],
    parent: draft.parent,
    related: draft.related,
    hyperlinks: draft.hyperlink ? [draft.hyperlink.url] : [],
    description: { text: text('System.Description'), format: 'html' },
    areaPath: text('System.AreaPath'),
    iterationPath: text('System.IterationPath'),
    ...change,
  });
  const realisation: Realisation = {
    ...after,
    workItem: 9,
    ...(after.baseline ? { baseline: { ...after.baseline, rev: 1 } } : {}),
  };
  return { task, realisation, model: (more = numbers) => modelOf(more, [realisation]) };
}

function identityIn(url = '') {
  const identity = parseIdentity(url);
  if (!identity) throw new Error(`${url} names no mitigation.`);
  return identity;
}

const nothing = { steps: [], conflicts: [], oddities: [], left: [] };

describe('identity', () => {
  test('S1 host, organisation, project and publisher of the address may change; the ids may not', () => {
    const { task, model } = made([item(5)]);
    const [url = ''] = task.hyperlinks;
    const [, ids = ''] = url.split('?');
    for (const hub of [
      'https://dev.azure.com/contoso/Shop/_apps/hub/without.without.hub',
      'https://contoso.visualstudio.com/Elsewhere/_apps/hub/other.without.hub',
    ]) {
      const moved = { ...task, hyperlinks: [`${hub}?${ids}`], rev: 2 };
      expect(plan(model(), { stories: [item(5)], tasks: [moved] }).oddities).toEqual([]);
    }
    const other = identityUrl(hubUrl, {
      ...identityIn(url),
      realisation: v.parse(realisationId, '0000000d-0000-4000-8000-0000000000ff'),
    });
    const tasks = [{ ...task, hyperlinks: [other], rev: 2 }];
    expect(plan(model(), { stories: [item(5)], tasks }).oddities.map(({ fate }) => fate)).toEqual([
      'link-removed',
    ]);
  });

  test('S2 ours are confirmed by the link: neither tag nor title nor text makes a work item ours', () => {
    const { task } = made([item(5)]);
    const lookalike = {
      ...task,
      hyperlinks: [],
      description: { text: '<p>Why</p>', format: 'html' as const },
    };
    const kinds = (ours: TaskItem) =>
      plan(modelOf([5]), { stories: [item(5)], ours: [ours] }).steps.map(({ kind }) => kind);
    expect(kinds(lookalike)).toEqual(['create']);
    expect(kinds(task)).toEqual(['adopt']);
  });

  test('S3 a link that names the realisation of another mitigation is not believed', () => {
    const { task } = made([item(5)]);
    const both = aModel({
      threats: [aThreat(1)],
      mitigations: [aMitigation(1, { kind: 'approved' }), aMitigation(2, { kind: 'rejected', reason: '' })],
      treatments: [aTreatment(1, { threat: 1, mitigation: 1 })],
      links: [aStoryLink(1, 1, 5)],
      realisations: [aRealisation(7, 2, null)],
    });
    const identity = identityIn(task.hyperlinks[0]);
    const stolen = identityUrl(hubUrl, { ...identity, realisation: aRealisation(7, 2, null).id });
    const ours = [{ ...task, hyperlinks: [stolen] }];
    expect(plan(both, { stories: [item(5)], ours }).steps.map(({ kind }) => kind)).toEqual(['create']);
  });
});

test('S4 of several that carry the link of a realisation without a number the smallest is adopted, none is made', () => {
  const { task } = made([item(5)]);
  const ours = [
    { ...task, id: 12 },
    { ...task, id: 10 },
    { ...task, id: 11 },
  ];
  const { steps } = plan(modelOf([5]), { stories: [item(5)], ours });
  expect(steps.map((step) => [step.kind, 'workItem' in step && step.workItem])).toEqual([['adopt', 10]]);
});

test('S6 what is remembered of a Task is hashes, revision, parent and stories: no text of it', () => {
  const { after, draft } = theCreate(modelOf([5, 6]), { stories: [item(5), item(6)] });
  expect(after.baseline).toEqual({
    rev: 0,
    hashes: {
      'System.Title': expect.stringMatching(/^[0-9a-f]{16}$/),
      section: expect.stringMatching(/^[0-9a-f]{16}$/),
    },
    parent: 5,
    related: [6],
    model: expect.stringMatching(/^[0-9a-f]{16}$/),
  });
  expect(JSON.stringify(after)).not.toContain(String(draft.fields['System.Title']));
});

test('S28 a Task that is neither there nor in the recycle bin is listed as such: wait first, a new one second', () => {
  const { model } = made([item(5)]);
  const { steps, oddities } = plan(model(), { stories: [item(5)] });
  expect(steps).toEqual([]);
  expect(oddities.map(({ fate, proposals }) => [fate, proposals.map(({ answer }) => answer)])).toEqual([
    ['unreadable', ['wait', 'again']],
  ]);
  const deleted = plan(model(), { stories: [item(5)], picture: { deleted: new Set([9]) } });
  expect(deleted.oddities.map(({ fate }) => fate)).toEqual(['deleted']);
});

describe('S41 a state counts by its category, whatever it is called', () => {
  /** The model says something new: it is written into what is open, and waits for what is done. */
  test.each<[string, StateCategory, 'written' | 'waits']>([
    ['Closed', 'Proposed', 'written'],
    ['Done', 'InProgress', 'written'],
    ['Finished', 'Resolved', 'written'],
    ['New', 'Completed', 'waits'],
    ['Active', 'Completed', 'waits'],
  ])('%s of the category %s', (state, category, expected) => {
    const { task, model } = made([item(5)]);
    const changed = model();
    const mitigation = { ...aMitigation(1, { kind: 'approved' }), title: 'Another title' };
    const next = { ...changed, mitigation: new Map([[mitigation.id, mitigation]]) };
    const { steps } = plan(next, { stories: [item(5)], tasks: [{ ...task, state, category, rev: 2 }] });
    expect(steps.map(({ kind }) => kind)).toEqual(expected === 'written' ? ['update'] : []);
  });
});

test('S42 a state that the process does not know is asked for once; the answer is kept, whatever the name', () => {
  const { task, model } = made([item(5)]);
  const odd = { ...task, state: 'Parked', category: undefined, rev: 2 };
  const given = { stories: [item(5)], tasks: [odd] };
  const [oddity] = plan(model(), given).oddities;
  expect([oddity?.fate, oddity?.proposals.length]).toEqual(['state-unknown', 5]);
  const choice = { answers: new Map([[oddity?.key ?? '', 'Completed']]) };
  const [step] = plan(model(), { ...given, choice }).steps;
  const meanings = step?.kind === 'note' ? (step.meanings ?? []) : [];
  expect(meanings).toEqual([{ type: 'Task', state: 'Parked', category: 'Completed' }]);
  expect(plan({ ...model(), info: withMeanings(model().info, meanings) }, given).oddities).toEqual([]);
});

test('S67 what is done is not written into; its texts catch up when it is reopened', () => {
  const { task, model } = made([item(5)]);
  const mitigation = { ...aMitigation(1, { kind: 'approved' }), title: 'Another title' };
  const next = { ...model(), mitigation: new Map([[mitigation.id, mitigation]]) };
  const stepsAt = (category: StateCategory, rev: number) =>
    plan(next, { stories: [item(5)], tasks: [{ ...task, category, rev }] }).steps.map(({ kind }) => kind);
  expect([stepsAt('Completed', 2), stepsAt('InProgress', 3)]).toEqual([[], ['update']]);
});

describe('where a Task stands', () => {
  test.each<[string, readonly TaskItem[], number, readonly number[]]>([
    ['open before done', [item(5, { category: 'Completed' }), item(6)], 6, [5]],
    ['then the order of the backlog', [item(5, { order: 30 }), item(6, { order: 10 })], 6, [5]],
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

  test('S54 area and sprint go along with the parent, unless somebody gave the Task its own', () => {
    const { task, model } = made([five, six]);
    const fieldsOf = (change: Partial<TaskItem>) => {
      const [step] = plan(model(), { stories: sixFirst, tasks: [{ ...task, ...change }] }).steps;
      return step?.kind === 'update' ? step.write.fields : undefined;
    };
    const [area, iteration] = [
      { 'System.AreaPath': 'Shop\\Back' },
      { 'System.IterationPath': 'Shop\\Sprint 2' },
    ];
    expect(fieldsOf({})).toEqual({ ...area, ...iteration });
    expect(fieldsOf({ iterationPath: 'Shop\\Sprint 9', rev: 2 })).toEqual(area);
    expect(fieldsOf({ areaPath: 'Shop\\Other', rev: 2 })).toEqual(iteration);
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
      const model = { ...base, threat: new Map([[worst.id, worst]]) };
      const { draft } = theCreate(model, { stories: [five] });
      expect(draft.fields['Microsoft.VSTS.Common.Priority']).toBe(priority);
    },
  );
});
