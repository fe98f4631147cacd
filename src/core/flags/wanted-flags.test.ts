import fc from 'fast-check';
import { backlogs, iterations } from '../../../tests/fixtures/advice-backlogs';
import { aLinkedClause, aPicture, aStory, aTask } from '../../../tests/fixtures/alignment-picture';
import {
  aMitigation,
  aModel,
  anAcceptance,
  aRealisation,
  aStoryLink,
  aThreat,
  aTreatment,
} from '../../../tests/fixtures/sample-model';
import { runs } from '../../../tests/fixtures/runs';
import type { AlignmentPicture } from '../alignment/picture';
import type { Status } from '../model/mitigation';
import type { Model } from '../model/model';
import type { WorkItem } from '../sync/backlog-picture';
import { wantedFlags } from './wanted-flags';

const text = 'my card data stolen';
const clause = aLinkedClause(1, 1, text);
const linked = (status: Status, change: { readonly task?: number } = {}): Model =>
  aModel({
    threats: [aThreat(1)],
    mitigations: [{ ...aMitigation(1), status }],
    treatments: [aTreatment(1, { threat: 1, mitigation: 1, strength: 'strong' })],
    realisations: change.task === undefined ? [] : [aRealisation(1, 1, change.task)],
    clauses: [clause],
    links: [aStoryLink(1, 1, 1, clause)],
  });
const picture = (given: {
  readonly model: Model;
  readonly story?: Partial<WorkItem>;
  readonly clauses?: readonly string[];
  readonly tasks?: readonly WorkItem[];
  readonly more?: Partial<AlignmentPicture>;
}): AlignmentPicture => ({
  ...aPicture({
    models: [given.model],
    stories: [aStory(1, given.clauses ?? [text], given.story)],
    ...(given.tasks ? { tasks: given.tasks } : {}),
  }),
  iterations,
  today: '2026-01-05T00:00:00.000Z',
  ...given.more,
});
const inSprint = (n: number) => ({ iterationPath: `Shop\\Sprint ${n}` });
const approved: Status = { kind: 'approved' };

test.each<[string, AlignmentPicture, string | undefined]>([
  ['no threat and no clause: none', picture({ model: aModel({}), clauses: [] }), undefined],
  ['a clause without a threat', picture({ model: aModel({}) }), 'decide'],
  ['a threat that nobody decided on', picture({ model: linked({ kind: 'open' }) }), 'decide'],
  ['work that is planned', picture({ model: linked(approved, { task: 7 }), tasks: [aTask(7)] }), 'planned'],
  [
    'work in the same sprint',
    picture({ model: linked(approved, { task: 7 }), story: inSprint(1), tasks: [aTask(7, inSprint(1))] }),
    'planned',
  ],
  [
    'work in no sprint, story in one',
    picture({ model: linked(approved, { task: 7 }), story: inSprint(1), tasks: [aTask(7)] }),
    'replan',
  ],
  [
    'work after its story',
    picture({ model: linked(approved, { task: 7 }), story: inSprint(1), tasks: [aTask(7, inSprint(3))] }),
    'replan',
  ],
  [
    'work that is done',
    picture({ model: linked(approved, { task: 7 }), tasks: [aTask(7, { category: 'Completed' })] }),
    'settled',
  ],
  [
    'done while its work is open',
    picture({ model: linked(approved, { task: 7 }), story: { category: 'Completed' }, tasks: [aTask(7)] }),
    'decide',
  ],
  [
    'done with all its work: no flag is put on what is done',
    picture({ model: linked({ kind: 'existing' }), story: { category: 'Completed' } }),
    undefined,
  ],
  [
    'an area that no model answers for',
    picture({
      model: { ...linked({ kind: 'open' }), info: { ...linked({ kind: 'open' }).info, scope: ['Bank'] } },
    }),
    undefined,
  ],
])('%s', (_what, given, flag) => {
  expect(wantedFlags(given).get(1)?.flag).toBe(flag);
});

test.each([
  ['settled', 'while it holds', '2026-06-01T00:00:00.000Z'],
  ['decide', 'once it has expired', '2027-02-01T00:00:00.000Z'],
])('an accepted risk asks for %s %s', (flag, _when, today) => {
  const acceptance = anAcceptance(1, 1);
  const model = { ...linked({ kind: 'open' }), acceptance: new Map([[acceptance.id, acceptance]]) };
  expect(wantedFlags(picture({ model, more: { today } })).get(1)?.flag).toBe(flag);
});

test('a Task is flagged where findings are about it, and never when it is removed', () => {
  const late = picture({
    model: linked(approved, { task: 7 }),
    story: inSprint(1),
    tasks: [aTask(7, inSprint(3))],
  });
  expect(wantedFlags(late).get(7)?.flag).toBe('replan');
  const stranger = picture({ model: aModel({}), clauses: [], more: { marked: [aTask(8)] } });
  expect(wantedFlags(stranger).get(8)?.flag).toBe('decide');
  const removed = picture({
    model: aModel({}),
    clauses: [],
    more: { marked: [aTask(8, { category: 'Removed' })] },
  });
  expect(wantedFlags(removed).get(8)?.flag).toBeUndefined();
});

const reversed = <K, V>(map: ReadonlyMap<K, V>) => new Map([...map].reverse());

test('the order in which a picture holds its parts decides nothing', () => {
  fc.assert(
    fc.property(backlogs, ({ picture: one }) => {
      const other: AlignmentPicture = {
        ...one,
        models: [...one.models].reverse(),
        stories: reversed(one.stories),
        tasks: reversed(one.tasks),
      };
      const flagsOf = (of: AlignmentPicture) =>
        [...wantedFlags(of)].map(([id, { flag }]) => `${id} ${flag}`).sort();
      expect(flagsOf(other)).toEqual(flagsOf(one));
    }),
    { numRuns: runs(60) },
  );
});
