/** Rules of SPEC.md that are about one Task and one plan, each as a small table: identity, states, memory. */
import * as v from 'valibot';
import { hubUrl, item, made, modelOf, plan, theCreate } from '../../../tests/fixtures/one-task-plan';
import {
  aMitigation,
  aModel,
  aRealisation,
  aStoryLink,
  aThreat,
  aTreatment,
} from '../../../tests/fixtures/sample-model';
import { modelId, realisationId } from '../model/ids';
import type { Model } from '../model/model';
import { indexModel } from '../model/model-index';
import type { StateCategory } from '../model/state-category';
import type { TaskItem } from './backlog-picture';
import { identityUrl, parseIdentity } from './identity';
import { withMeanings } from './states';
import { taskSection } from './task-text';

function identityIn(url = '') {
  const identity = parseIdentity(url);
  if (!identity) throw new Error(`${url} names no mitigation.`);
  return identity;
}

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
    const shouted = {
      ...task,
      hyperlinks: [`${hubUrl}?${ids.toUpperCase().replace(/[A-Z]+=/g, (name) => name.toLowerCase())}`],
    };
    expect(plan(model(), { stories: [item(5)], tasks: [{ ...shouted, rev: 2 }] }).oddities).toEqual([]);
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
    // The link that our section begins with says the same, where the other one was taken off.
    expect(kinds({ ...task, hyperlinks: ['https://example.org/'] })).toEqual(['adopt']);
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
    const kinds = (model: Model) => plan(model, { stories: [item(5)], ours }).steps.map(({ kind }) => kind);
    expect(kinds(both)).toEqual(['create']);
    // Not even where the other mitigation wants a Task.
    const wanted = [...both.mitigation.values()].map(({ id }, at) => ({
      ...aMitigation(at + 1, { kind: 'approved' }),
      id,
    }));
    const second = aTreatment(2, { threat: 1, mitigation: 2 });
    const mitigation = new Map(wanted.map((each) => [each.id, each]));
    const treatment = new Map([...both.treatment, [second.id, second] as const]);
    expect(kinds({ ...both, mitigation, treatment })).toEqual(['create', 'create']);
  });

  test('S3 nor is one of another model, though it has the very mitigation: it is a copy of this one', () => {
    const { task } = made([item(5)]);
    const copy = {
      ...modelOf([5]),
      info: { ...modelOf([5]).info, id: v.parse(modelId, '0000000f-0000-4000-8000-0000000000ff') },
    };
    const { steps, oddities } = plan(copy, { stories: [item(5)], ours: [task] });
    expect([steps.map(({ kind }) => kind), oddities]).toEqual([['create'], []]);
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

test('S4 one whose realisation nobody knows is adopted by the one that its mitigation has and that has no Task', () => {
  const { task } = made([item(5)]);
  const waiting = aRealisation(7, 1, null);
  const { steps } = plan(modelOf([5], [waiting]), { stories: [item(5)], ours: [task] });
  expect(steps.map((step) => [step.kind, 'realisation' in step && step.realisation])).toEqual([
    ['adopt', waiting.id],
  ]);
});

test('S4 what an adopted Task says otherwise is asked about, not taken for agreed', () => {
  const { task } = made([item(5)]);
  const ours = [{ ...task, title: 'Theirs' }];
  const [step] = plan(modelOf([5]), { stories: [item(5)], ours }).steps;
  const after = step?.kind === 'adopt' ? step.after : undefined;
  expect(Object.keys(after?.baseline?.hashes ?? {})).toEqual(['section']);
});

describe('the section', () => {
  /** The model says something new since both sides agreed. */
  const changedModel = (model: Model): Model => {
    const mitigation = { ...aMitigation(1, { kind: 'approved' }), implement: 'In another way' };
    return { ...model, mitigation: new Map([[mitigation.id, mitigation]]) };
  };
  const planned = (description: TaskItem['description']) => {
    const { task, model } = made([item(5)]);
    return plan(changedModel(model()), { stories: [item(5)], tasks: [{ ...task, description, rev: 2 }] });
  };

  test('S12 that lost its rule line is a conflict, although nobody changed a word of it', () => {
    const { text, format } = made([item(5)]).task.description;
    const { steps, conflicts } = planned({ text: text.replace('<hr>', ''), format });
    expect([steps, conflicts.map((each) => each.kind === 'field' && each.field)]).toEqual([[], ['section']]);
  });

  test('S14 of a description in Markdown is written as Markdown', () => {
    const { task, model } = made([item(5)]);
    const [url = ''] = task.hyperlinks;
    const [mitigation] = model().mitigation.values();
    if (!mitigation) throw new Error('No mitigation.');
    const section = taskSection(model(), indexModel(model()), { mitigation, url });
    const [step] = planned({ text: `${section.markdown()}\n\nTheirs`, format: 'markdown' }).steps;
    const written = step?.kind === 'update' ? String(step.write.fields['System.Description']) : '';
    expect(written).toMatch(/^\[Mitigation in the threat model[^]*In another way[^]*\n---\n\nTheirs$/);
  });
});

test('S26 where the process plans mitigations as another type now, that is asked, though no Task changed', () => {
  const { task, model } = made([item(5)]);
  const { oddities } = plan(model(), { stories: [item(5)], tasks: [{ ...task, type: 'Issue' }] });
  expect(oddities.map(({ fate, because }) => [fate, because])).toEqual([
    ['retyped', 'Its type is Issue, and mitigations are planned as Task here.'],
  ]);
});

test('S28 what is not in the recycle bin is not restored, whatever was answered before', () => {
  const { model } = made([item(5)]);
  const [oddity] = plan(model(), { stories: [item(5)] }).oddities;
  const choice = { answers: new Map([[oddity?.key ?? '', 'restore']]) };
  const { steps, oddities } = plan(model(), { stories: [item(5)], choice });
  expect([steps, oddities.length]).toEqual([[], 1]);
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

test('S29 where the process says now that the state means removed, that is asked, though the Task did not change', () => {
  const { task, model } = made([item(5)]);
  const tasks = [{ ...task, category: 'Removed' as const }];
  expect(plan(model(), { stories: [item(5)], tasks }).oddities.map(({ fate }) => fate)).toEqual(['removed']);
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
