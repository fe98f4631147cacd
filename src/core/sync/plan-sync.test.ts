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
import type { Model } from '../model/model';
import type { TaskItem } from './backlog-picture';
import { emptyPicture } from './backlog-picture';
import { identityUrl, parseIdentity } from './identity';
import { noChoice } from './plan';
import type { SyncChoice } from './plan';
import { planSync } from './plan-sync';

const item = (id: number, change: Partial<TaskItem> = {}): TaskItem => ({
  id,
  rev: 1,
  type: 'User Story',
  title: `Item ${id}`,
  state: 'New',
  category: 'Proposed',
  tags: [],
  areaPath: 'Shop\\Checkout',
  iterationPath: 'Shop\\Sprint 2',
  parent: undefined,
  order: id,
  hyperlinks: [],
  project: 'Shop',
  description: { text: '', format: 'html' },
  related: [],
  ...change,
});

function plan(
  model: Model,
  given: { items?: TaskItem[]; ours?: TaskItem[]; choice?: Partial<SyncChoice> } = {},
) {
  return planSync({
    model,
    picture: {
      ...emptyPicture,
      items: new Map((given.items ?? []).map((each) => [each.id, each])),
      tasks: new Map(
        (given.items ?? []).filter(({ type }) => type === 'Task').map((each) => [each.id, each]),
      ),
      ours: given.ours ?? [],
    },
    choice: { ...noChoice, ...given.choice },
    hubUrl: 'http://127.0.0.1:8080/local/Shop/_apps/hub/without.without.hub',
    taskType: 'Task',
    newId: countingIds(),
  });
}

const threats = [aThreat(1)];
const treatments = [aTreatment(1, { threat: 1, mitigation: 1 })];
const approved = aModel({ threats, treatments, mitigations: [aMitigation(1, { kind: 'approved' })] });
const open = aModel({ threats, treatments, mitigations: [aMitigation(1)] });
const withStories = (...stories: number[]) => ({
  ...approved,
  storyLink: new Map(stories.map((story, i) => aStoryLink(i, 1, story)).map((link) => [link.id, link])),
});
const kinds = (result: ReturnType<typeof plan>) => result.steps.map((step) => step.kind);

describe('which mitigations want a Task', () => {
  const status = (kind: 'existing' | 'implemented' | 'approved' | 'planned' | 'open') =>
    aModel({ threats, treatments, mitigations: [aMitigation(1, { kind })] });
  const ruledOut = aModel({
    treatments,
    mitigations: [aMitigation(1, { kind: 'approved' })],
    threats: [aThreat(1, { status: { kind: 'not-applicable', justification: '' } })],
  });
  test.each<[string, Model, Partial<SyncChoice>, string[]]>([
    ['open: nobody decided', status('open'), {}, ['needs-approval']],
    ['open, approved with the plan', status('open'), { approve: 'all' }, ['needs-story']],
    ['open, approved by name', status('open'), { approve: new Set([mitigationNumber(1)]) }, ['needs-story']],
    ['approved, no story', status('approved'), {}, ['needs-story']],
    ['approved, no parent chosen on purpose', status('approved'), { fallbackParent: null }, ['create']],
    ['planned', status('planned'), { fallbackParent: null }, ['create']],
    ['existing', status('existing'), { approve: 'all', fallbackParent: null }, []],
    ['implemented', status('implemented'), { approve: 'all', fallbackParent: null }, []],
    ['its only threat does not apply', ruledOut, { approve: 'all', fallbackParent: null }, []],
    [
      'it has its Task',
      { ...approved, realisation: new Map([aRealisation(1, 1, 9)].map((r) => [r.id, r])) },
      { fallbackParent: null },
      [],
    ],
    ['not selected', approved, { selection: new Set(), fallbackParent: null }, []],
  ])('%s', (_title, model, choice, expected) => {
    expect(kinds(plan(model, { choice, items: [item(9, { type: 'Task' })] }))).toEqual(expected);
  });

  test('one that was asked for by name and wants none is left with a reason', () => {
    const choice = { selection: new Set([mitigationNumber(1)]) };
    expect(plan(status('existing'), { choice }).left).toEqual([
      {
        mitigation: mitigationNumber(1),
        title: 'Mitigation 1',
        because: 'It is existing, so there is nothing to do.',
      },
    ]);
  });
});

describe('under which story', () => {
  const parents = (model: Model, items: TaskItem[], choice: Partial<SyncChoice> = {}) =>
    plan(model, { items, choice }).steps.map((step) =>
      step.kind === 'create' ? [step.parent?.id, step.draft.related] : step.kind,
    );

  test.each<[string, TaskItem[], Partial<SyncChoice>, unknown]>([
    ['the only one', [item(5)], {}, [5, []]],
    [
      'the first on the backlog; the others are related',
      [item(5, { order: 30 }), item(6, { order: 20 })],
      {},
      [6, [5]],
    ],
    [
      'an open one before a closed one',
      [item(5, { order: 1, category: 'Completed' }), item(6, { order: 20 })],
      {},
      [6, [5]],
    ],
    [
      'the one that a person chose',
      [item(5, { order: 1 }), item(6), item(8)],
      { parents: new Map([[mitigationNumber(1), 8]]) },
      [8, [5, 6]],
    ],
    [
      'none, because a person chose none',
      [item(5)],
      { parents: new Map([[mitigationNumber(1), null]]) },
      [undefined, [5]],
    ],
    ['its own story before the fallback', [item(5), item(8)], { fallbackParent: 8 }, [5, []]],
    ['a story that nobody may read is no place', [], {}, 'needs-story'],
  ])('%s', (_title, items, choice, expected) => {
    expect(parents(withStories(5, 6), items, choice)).toEqual([expected]);
  });

  test('the fallback must be readable', () => {
    expect(parents(approved, [], { fallbackParent: 77 })).toEqual(['needs-story']);
    expect(parents(approved, [item(77)], { fallbackParent: 77 })).toEqual([[77, []]]);
  });
});

test('a Task takes area and iteration from its story and carries tag, link and texts', () => {
  const step = plan(withStories(5), { items: [item(5)] }).steps[0];
  if (step?.kind !== 'create') throw new Error('no create step');
  const { 'System.Description': description, ...fields } = step.draft.fields;
  expect(fields).toEqual({
    'System.Title': 'Mitigation 1',
    'System.Tags': 'security-mitigation',
    'System.AreaPath': 'Shop\\Checkout',
    'System.IterationPath': 'Shop\\Sprint 2',
  });
  expect(parseIdentity(step.draft.hyperlink?.url ?? '')).toEqual({
    model: approved.info.id,
    mitigation: mitigationNumber(1),
    realisation: step.realisation,
  });
  expect(description).toContain('How to implement 1');
});

describe('Tasks whose number was never saved', () => {
  const identity = parseIdentity(
    identityUrl('x', {
      model: open.info.id,
      mitigation: mitigationNumber(1),
      realisation: aRealisation(1, 1, null).id,
    }),
  );
  if (!identity) throw new Error('no identity');
  const lost = (id: number) =>
    item(id, {
      type: 'Task',
      hyperlinks: ['https://example.com/', identityUrl('https://other.example/a', identity)],
    });

  test('are adopted, once, and the copy is left alone', () => {
    const result = plan(open, { ours: [lost(31), lost(30)] });
    expect(
      result.steps.map((step) => (step.kind === 'adopt' ? [step.workItem, step.realisation] : step.kind)),
    ).toEqual([[30, identity.realisation]]);
  });

  test('are not adopted when they are Removed, when the mitigation is rejected, or for two mitigations at once', () => {
    expect(kinds(plan(open, { ours: [{ ...lost(30), category: 'Removed' }] }))).toEqual(['needs-approval']);
    const rejected = aModel({
      threats,
      treatments,
      mitigations: [aMitigation(1, { kind: 'rejected', reason: '' })],
    });
    expect(plan(rejected, { ours: [lost(30)] }).steps).toEqual([]);
    const both = aModel({
      threats,
      mitigations: [aMitigation(1), aMitigation(2)],
      treatments: [...treatments, aTreatment(2, { threat: 1, mitigation: 2 })],
    });
    const second = identityUrl('x', { ...identity, mitigation: mitigationNumber(2) });
    const shared = { ...lost(30), hyperlinks: [...lost(30).hyperlinks, second] };
    expect(kinds(plan(both, { ours: [shared] }))).toEqual(['adopt', 'needs-approval']);
  });

  test('are not adopted by a link that names the realisation of another mitigation', () => {
    const owned = aModel({
      threats,
      mitigations: [aMitigation(1), aMitigation(2)],
      treatments,
      realisations: [aRealisation(1, 2, null)],
    });
    expect(kinds(plan(owned, { ours: [lost(30)] }))).toEqual(['needs-approval']);
  });

  test('are nobody’s business when the mitigation has its Task, or belongs to another model', () => {
    const realised = { ...open, realisation: new Map([aRealisation(1, 1, 12)].map((r) => [r.id, r])) };
    expect(plan(realised, { ours: [lost(30)], items: [item(12)] }).steps).toEqual([]);
    const other = aModel({ threats, treatments, mitigations: [aMitigation(2)] });
    expect(plan(other, { ours: [lost(30)] }).steps).toEqual([]);
  });
});

test('a Task that is gone is a conflict, not made again', () => {
  const realised = { ...approved, realisation: new Map([aRealisation(1, 1, 12)].map((r) => [r.id, r])) };
  const result = plan(realised, { choice: { approve: 'all', fallbackParent: null } });
  expect(result.steps).toEqual([]);
  expect(result.conflicts.map((conflict) => [conflict.kind, conflict.workItem])).toEqual([
    ['work-item-missing', 12],
  ]);
});
