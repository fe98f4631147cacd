/** What becomes of copies that somebody says carry their own part of a mitigation (S31, S55). */
import { item, made, modelOf, plan, theCreate } from '../../../tests/fixtures/one-task-plan';
import {
  aMitigation,
  aModel,
  aRealisation,
  aStoryLink,
  aThreat,
  aTreatment,
} from '../../../tests/fixtures/sample-model';
import type { Realisation } from '../model/mitigation';
import type { TaskItem } from './backlog-picture';
import { mitigationTag } from './identity';

const three = [1, 2, 3];
const stories = [item(5), item(6), item(7)];
const treatments = three.map((n) => aTreatment(n, { threat: n, mitigation: 1 }));
/** One mitigation at three places, each with its story. */
const modelWith = (realisations: readonly Realisation[]) =>
  aModel({
    threats: three.map((n) => aThreat(n)),
    mitigations: [aMitigation(1, { kind: 'approved' })],
    treatments,
    links: three.map((n) => aStoryLink(n, n, n + 4)),
    realisations,
  });

/** Its Task under the first story, and copies of it; each copy is said to carry its part. */
function both(...changes: readonly Partial<TaskItem>[]) {
  const { draft, after, title } = theCreate(modelWith([]), { stories });
  const task = item(9, {
    type: 'Task',
    title,
    tags: [mitigationTag],
    parent: draft.parent,
    related: draft.related,
    hyperlinks: draft.hyperlink ? [draft.hyperlink.url] : [],
    description: { text: String(draft.fields['System.Description'] ?? ''), format: 'html' },
  });
  const baseline = { hashes: {}, ...after.baseline, rev: 1 };
  const model = modelWith([{ ...after, workItem: 9, baseline }]);
  const ours = changes.map((change, at) => ({ ...task, id: 20 + at, related: [], ...change }));
  const given = { stories, tasks: [task], ours };
  const { oddities } = plan(model, given);
  const answers = new Map(oddities.map(({ key }) => [key, 'both']));
  const steps = plan(model, { ...given, choice: { answers } }).steps;
  const updates = steps.flatMap((step) => (step.kind === 'update' ? [step] : []));
  return {
    fates: oddities.map(({ fate }) => fate),
    own: updates.map(({ after: each }) => each?.covers),
    rest: updates.map(({ edit }) => edit?.realisation?.put?.map(({ covers }) => covers)),
    written: updates.map(({ write }) => Object.keys(write.fields)),
  };
}
const [one, two, last] = treatments.map(({ id }) => id);

test('S31 each part covers the places of its story, and the first Task the rest, also where two are confirmed at once', () => {
  expect(both({ parent: 6 }, { parent: 7 })).toEqual({
    fates: ['split', 'split'],
    own: [[two], [last]],
    rest: [[[one, last]], [[one]]],
    written: [['System.Description'], ['System.Description']],
  });
});

test('S31 words that people changed in the copy are not written over', () => {
  const { draft } = theCreate(modelWith([]), { stories });
  const text = String(draft.fields['System.Description']).replace('How to implement 1', 'As we like it');
  expect(both({ parent: 6, description: { text, format: 'html' } }).written).toEqual([[]]);
});

test('S31 a copy that stands under the Task itself is a part of it, and covers nothing until somebody says what', () => {
  expect(both({ parent: 9 })).toMatchObject({ fates: ['split'], own: [[]], rest: [[[one, two, last]]] });
});

test('S31 where the story does not tell the two apart the new part covers nothing, and the first Task all', () => {
  const { task, model } = made([item(5)]);
  const ours = [{ ...task, id: 20, title: 'The other half' }];
  const given = { stories: [item(5)], tasks: [task], ours };
  const answers = new Map(plan(model(), given).oddities.map(({ key }) => [key, 'both']));
  const [step] = plan(model(), { ...given, choice: { answers } }).steps;
  const update = step?.kind === 'update' ? step : undefined;
  expect(update?.after?.covers).toEqual([]);
  expect(update?.edit?.realisation?.put?.map(({ covers }) => covers)).toEqual([[one]]);
});

test.each<[string, Partial<TaskItem>, string]>([
  ['a copy under nothing was not put anywhere', { parent: undefined }, 'copied'],
  ['a copy that got another title is a part', { parent: undefined, title: 'The other half' }, 'split'],
  ['an older one than the Task was there before it', { id: 3, parent: 5 }, 'restored'],
])('S30 to S32 %s', (_what, change, fate) => {
  expect(both(change).fates).toEqual([fate]);
});

test('S32 what comes back to a mitigation that let go of it and has no other Task is asked about, not taken', () => {
  const { task, realisation } = made([item(5)]);
  const { baseline: _agreed, ...rest } = realisation;
  const model = modelOf([5], [{ ...rest, workItem: null, earlier: [9] }]);
  const { oddities, steps } = plan(model, { stories: [item(5)], ours: [task] });
  expect(oddities).toMatchObject([{ fate: 'restored', workItem: 9 }]);
  expect(steps.filter(({ kind }) => kind === 'adopt' || kind === 'update')).toEqual([]);
});

test('S32 of parts the one that let go of it is asked about, not another that has a Task', () => {
  const { task, realisation } = made([item(5)]);
  const { baseline: _agreed, ...rest } = realisation;
  const waiting = { ...rest, id: aRealisation(2, 1, null).id, workItem: null, covers: [], earlier: [20] };
  const model = modelOf([5], [{ ...realisation, earlier: [20] }, waiting]);
  const { oddities } = plan(model, { stories: [item(5)], tasks: [task], ours: [{ ...task, id: 20 }] });
  const back = oddities.filter(({ fate }) => fate === 'restored');
  expect(back.map((each) => each.realisation)).toEqual([waiting.id]);
});
