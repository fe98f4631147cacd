/** What is believed of numbers of work items, which a model file may have brought from somewhere else (S35, S36). */
import { item as story, made, plan } from '../../../tests/fixtures/one-task-plan';
import {
  aMitigation,
  aModel,
  aRealisation,
  aStoryLink,
  aThreat,
  aTreatment,
  countingIds,
} from '../../../tests/fixtures/sample-model';
import type { Realisation } from '../model/mitigation';
import { emptyPicture } from './backlog-picture';
import type { TaskItem, WorkItem } from './backlog-picture';
import { foreignNumbers, statesOf } from './foreign';
import { noChoice } from './plan';
import { planSync } from './plan-sync';

const item = (id: number, change: Partial<WorkItem>): WorkItem => ({
  id,
  rev: 1,
  type: 'Task',
  title: `Item ${id}`,
  state: 'Closed',
  category: 'Completed',
  tags: [],
  areaPath: 'Shop',
  iterationPath: 'Shop',
  parent: undefined,
  order: id,
  hyperlinks: [],
  ...change,
});

const modelOf = (given: { readonly story?: number; readonly task?: Realisation }) =>
  aModel({
    threats: [aThreat(1)],
    mitigations: [aMitigation(1, { kind: 'approved' })],
    treatments: [aTreatment(1, { threat: 1, mitigation: 1 })],
    links: given.story === undefined ? [] : [aStoryLink(1, 1, given.story)],
    realisations: given.task ? [given.task] : [],
  });

describe('the number of a story', () => {
  const planned = (items: readonly WorkItem[]) =>
    planSync({
      model: modelOf({ story: 4 }),
      picture: { ...emptyPicture, items: new Map(items.map((each) => [each.id, each])) },
      choice: noChoice,
      hubUrl: 'http://127.0.0.1:8080/local/Shop/_apps/hub/without.without.hub',
      taskType: 'Task',
      newId: countingIds(),
    }).steps;

  test('S35 is believed: the plan names what has it, and nothing is written there', () => {
    const other = item(4, { type: 'Feature', title: 'Repaint the canteen', category: 'Proposed' });
    expect(planned([other])).toMatchObject([
      { kind: 'create', parent: { id: 4, title: 'Repaint the canteen' }, draft: { parent: 4 } },
    ]);
  });

  test('S35 that leads to nothing is no place for a Task', () => {
    expect(planned([]).map(({ kind }) => kind)).toEqual(['needs-story']);
  });
});

describe('the number of a Task, where only states are read', () => {
  const task = aRealisation(1, 1, 9);
  const said: Realisation = { ...task, decided: [{ about: 'foreign' }] };
  test.each<[string, Realisation, Partial<WorkItem>, 'believed' | 'foreign']>([
    ['without our tag and with another title', task, { title: 'Paint' }, 'foreign'],
    ['with the title of the mitigation', task, { title: 'Mitigation 1' }, 'believed'],
    ['with our tag, in any letters', task, { title: 'Paint', tags: ['Security-Mitigation'] }, 'believed'],
    ['that somebody said is the one', said, { title: 'Paint' }, 'believed'],
    ['that may do without its tag', { ...task, decided: [{ about: 'tag' }] }, { title: 'Paint' }, 'believed'],
    [
      'that has a title of its own',
      { ...task, decided: [{ about: 'title' }] },
      { title: 'Paint' },
      'believed',
    ],
    [
      'that may do without its link',
      { ...task, decided: [{ about: 'link' }] },
      { title: 'Paint' },
      'believed',
    ],
  ])('S36 %s', (_which, realisation, change, expected) => {
    const model = modelOf({ task: realisation });
    const items = new Map([[9, item(9, change)]]);
    const isForeign = expected === 'foreign';
    expect([...foreignNumbers(model, items)]).toEqual(isForeign ? [9] : []);
    expect(statesOf(items, model).get(9)?.category).toBe(isForeign ? undefined : 'Completed');
  });
});

describe('S34 a work item of which nothing says whose it is', () => {
  const bare = {
    hyperlinks: [],
    tags: [],
    title: 'Paint',
    description: { text: '', format: 'html' as const },
  };
  const fates = (change: Partial<TaskItem>, decided: Realisation['decided'] = undefined) => {
    const { task, realisation } = made([story(5)]);
    const [mitigation] = modelOf({}).mitigation.values();
    if (!mitigation) throw new Error('No mitigation.');
    const renamed = { ...mitigation, title: 'Another title' };
    const own = { ...realisation, ...(decided ? { decided } : {}) };
    const model = { ...modelOf({ story: 5, task: own }), mitigation: new Map([[renamed.id, renamed]]) };
    const tasks = [{ ...task, ...bare, rev: 2, ...change }];
    return plan(model, { stories: [story(5)], tasks }).oddities.map(({ fate }) => fate);
  };
  const { title, description } = made([story(5)]).task;
  test.each<[string, Partial<TaskItem>, Realisation['decided'], boolean]>([
    ['is foreign', {}, undefined, true],
    [
      'is ours by the title that both agreed on, though the model has another one by now',
      { title },
      undefined,
      false,
    ],
    ['is ours by the link that our section begins with', { description }, undefined, false],
    ['is ours where somebody said that it may do without its link', {}, [{ about: 'link' }], false],
  ])('%s', (_which, change, decided, isForeign) => {
    expect(fates(change, decided).includes('foreign')).toBe(isForeign);
  });
});
