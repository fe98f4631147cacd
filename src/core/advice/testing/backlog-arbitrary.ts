/** Small backlogs with everything that advice looks at: dependencies, places, Tasks in sprints, clauses, acceptances. */
import fc from 'fast-check';
import { aLinkedClause, aPicture, aStory, aTask } from '../../../../tests/fixtures/alignment-picture';
import {
  aMitigation,
  aModel,
  anAcceptance,
  aRealisation,
  aStoryLink,
  aThreat,
  aTreatment,
  mitigationNumber,
} from '../../../../tests/fixtures/sample-model';
import type { AlignmentPicture, Sprint } from '../../alignment/picture';
import { strengthLevels } from '../../model/mitigation';
import type { Status } from '../../model/mitigation';
import { impactLevels, probabilityLevels } from '../../model/threat';
import type { Pace } from '../pace';

export interface Backlog {
  readonly picture: AlignmentPicture;
  readonly pace: Pace;
}

const day = (n: number) => `2026-01-${String(n).padStart(2, '0')}T00:00:00.000Z`;
const sprintNumber = (n: number): Sprint => ({
  id: `${n}`,
  name: `Sprint ${n}`,
  path: `Shop\\Sprint ${n}`,
  start: day(n * 8 - 7),
  finish: day(n * 8 - 3),
});
export const iterations = [1, 2, 3].map(sprintNumber);

const status: fc.Arbitrary<Status> = fc.oneof(
  fc
    .constantFrom('open', 'existing', 'proposed', 'approved', 'planned', 'in-progress', 'implemented')
    .map((kind) => ({ kind }) as const),
  fc.constantFrom('rejected', 'not-applicable').map((kind) => ({ kind, reason: 'x' }) as const),
);
const mostly = <T>(value: fc.Arbitrary<T>, other: T) =>
  fc.oneof({ weight: 3, arbitrary: value }, { weight: 1, arbitrary: fc.constant(other) });
const category = fc.constantFrom('Proposed', 'InProgress', 'Resolved', 'Completed', 'Removed');
const iteration = fc.constantFrom(
  'Shop',
  'Shop\\Sprint 1',
  'Shop\\Sprint 2',
  'shop\\sprint 2\\Week 1',
  'Shop\\Sprint 3',
);
const some = (most: number) => fc.array(fc.nat(most - 1), { maxLength: 2 });
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });

const mitigation = (mitigations: number) =>
  fc.record({
    status,
    requires: mostly(fc.constant<number[]>([]), []).chain((none) =>
      fc.oneof({ weight: 2, arbitrary: fc.constant(none) }, { weight: 1, arbitrary: some(mitigations) }),
    ),
    alternatives: fc.oneof(
      { weight: 3, arbitrary: fc.constant<number[]>([]) },
      { weight: 1, arbitrary: some(mitigations) },
    ),
    effort: maybe(fc.integer({ min: 0, max: 13 })),
    task: maybe(
      fc.record({
        number: fc.constantFrom('seen', 'unseen', 'none'),
        category,
        iteration,
        effort: maybe(fc.integer({ min: 0, max: 40 })),
      }),
    ),
  });

const threat = fc.record({
  probability: fc.constantFrom(...probabilityLevels),
  impact: fc.constantFrom(...impactLevels),
  applies: mostly(fc.constant(true), false),
  until: maybe(fc.constantFrom(day(1), day(28))),
});

const drawn = fc
  .record({ threats: fc.integer({ min: 1, max: 4 }), mitigations: fc.integer({ min: 1, max: 6 }) })
  .chain(({ threats, mitigations }) =>
    fc.record({
      threats: fc.array(threat, { minLength: threats, maxLength: threats }),
      mitigations: fc.array(mitigation(mitigations), { minLength: mitigations, maxLength: mitigations }),
      treatments: fc.uniqueArray(
        fc.record({
          threat: fc.nat(threats - 1),
          mitigation: fc.nat(mitigations - 1),
          strength: fc.constantFrom(...strengthLevels),
          status: fc.oneof(
            { weight: 2, arbitrary: fc.constant(undefined) },
            { weight: 1, arbitrary: status },
          ),
        }),
        { maxLength: 10, selector: (each) => `${each.threat} ${each.mitigation}` },
      ),
      stories: fc.array(
        fc.record({
          clauses: fc.nat(2),
          iteration,
          category: category.filter((each) => each !== 'Removed'),
          links: fc.array(fc.record({ threat: fc.nat(threats - 1), clause: maybe(fc.nat(1)) }), {
            maxLength: 3,
          }),
        }),
        { minLength: 1, maxLength: 5 },
      ),
      pace: fc
        .record({
          capacity: maybe(fc.integer({ min: 0, max: 80 })),
          planned: maybe(fc.integer({ min: 0, max: 60 })),
          velocity: maybe(fc.integer({ min: 0, max: 40 })),
          plannedPoints: maybe(fc.integer({ min: 0, max: 30 })),
        })
        .map(
          (pace) =>
            Object.fromEntries(Object.entries(pace).filter(([, value]) => value !== undefined)) as Pace,
        ),
      today: maybe(fc.constantFrom(day(10), day(13))),
    }),
  );
type Drawn = typeof drawn extends fc.Arbitrary<infer T> ? T : never;

const words = ['having my card data stolen', 'anybody reading it'];
const taskNumber = (at: number) => 100 + at;

function modelOf({ threats, mitigations, treatments, stories }: Drawn) {
  const clauses = stories.flatMap((_, story) =>
    words.map((text, at) => aLinkedClause(story * 2 + at + 1, story + 1, text, at)),
  );
  return aModel({
    threats: threats.map(({ probability, impact, applies }, at) =>
      aThreat(at + 1, {
        probability_: probability,
        impact_: impact,
        ...(applies ? {} : { status: { kind: 'not-applicable', justification: 'x' } }),
      }),
    ),
    mitigations: mitigations.map(({ status: own, requires, alternatives, effort }, at) => ({
      ...aMitigation(at + 1, own),
      requires: requires.map((other) => mitigationNumber(other + 1)),
      alternatives: alternatives.map((other) => mitigationNumber(other + 1)),
      ...(effort === undefined ? {} : { effort }),
    })),
    treatments: treatments.map(({ threat: t, mitigation: m, strength, status: own }, at) =>
      aTreatment(at + 1, {
        threat: t + 1,
        mitigation: m + 1,
        strength,
        ...(own ? { status: own } : {}),
      }),
    ),
    realisations: mitigations.flatMap(({ task }, at) =>
      task ? [aRealisation(at + 1, at + 1, task.number === 'none' ? null : taskNumber(at))] : [],
    ),
    clauses,
    links: stories.flatMap(({ links }, story) =>
      links.map((link, at) =>
        aStoryLink(
          story * 10 + at + 1,
          link.threat + 1,
          story + 1,
          link.clause === undefined ? undefined : clauses[story * 2 + link.clause],
        ),
      ),
    ),
    acceptances: threats.flatMap(({ until }, at) => (until ? [anAcceptance(at + 1, at + 1, { until })] : [])),
  });
}

function backlogOf(given: Drawn): Backlog {
  const picture = aPicture({
    models: [modelOf(given)],
    stories: given.stories.map((story, at) =>
      aStory(at + 1, words.slice(0, story.clauses), {
        iterationPath: story.iteration,
        category: story.category,
      }),
    ),
    tasks: given.mitigations.flatMap(({ task }, at) =>
      task?.number === 'seen'
        ? [
            aTask(taskNumber(at), {
              category: task.category,
              iterationPath: task.iteration,
              ...(task.effort === undefined ? {} : { effort: task.effort }),
            }),
          ]
        : [],
    ),
    ...(iterations[1] ? { sprint: iterations[1] } : {}),
  });
  return { picture: { ...picture, iterations, today: given.today }, pace: given.pace };
}

export const backlogs: fc.Arbitrary<Backlog> = drawn.map(backlogOf);
