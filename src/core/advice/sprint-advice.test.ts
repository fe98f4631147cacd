/** The advisor against its definitions, tried out in full on generated backlogs; and its promises in examples. */
import fc from 'fast-check';
import { aLinkedClause, aPicture, aStory, aTask } from '../../../tests/fixtures/alignment-picture';
import {
  aMitigation,
  aModel,
  aRealisation,
  aStoryLink,
  aThreat,
  aTreatment,
  mitigationNumber,
} from '../../../tests/fixtures/sample-model';
import { applyingLinks, foundClause } from '../alignment/story-links';
import type { AlignmentPicture, StoryPicture } from '../alignment/picture';
import type { Mitigation } from '../model/mitigation';
import type { Threat } from '../model/threat';
import type { Effort, Pace } from './pace';
import { adviseSprint } from './sprint-advice';
import { adviseStory } from './story-advice';
import { backlogs, iterations } from '../../../tests/fixtures/advice-backlogs';
import type { Backlog } from '../../../tests/fixtures/advice-backlogs';
import { Oracle } from '../../../tests/fixtures/advice-oracle';

const round = (value: number) => Math.round(value * 1e6) / 1e6;
const [, second, third] = iterations;

function oracleOf(picture: AlignmentPicture): Oracle {
  const [at] = picture.models;
  if (!at) throw new Error('A generated backlog has one model.');
  return new Oracle(picture, at);
}
const threatsOf = (picture: AlignmentPicture, story: StoryPicture): readonly Threat[] => [
  ...new Set(
    applyingLinks(picture)
      .filter((link) => link.story === story)
      .map(({ threat }) => threat),
  ),
];
const isPlanned = ({ item }: StoryPicture) => /^shop\\sprint 2(\\|$)/i.test(item.iterationPath);

function looseOf(picture: AlignmentPicture, story: StoryPicture) {
  const links = applyingLinks(picture).filter((link) => link.story === story);
  const loose = story.clauses.filter((clause) => !links.some((link) => foundClause(link.clause) === clause));
  // Each threat of the story as a whole takes the first of what is left.
  for (const threat of threatsOf(picture, story))
    if (links.some((link) => link.threat === threat && link.clause.kind === 'none')) loose.shift();
  return loose;
}

/** What the oracle says of the mitigations of some threats. */
function lines(oracle: Oracle, threats: readonly Threat[]) {
  const ids = new Set(threats.map(({ id }) => id));
  return oracle.mitigations.flatMap((mitigation) => {
    const places = oracle.placesOf(mitigation).filter((each) => ids.has(each.threat));
    if (places.every(oracle.isOut)) return [];
    const missing = oracle.together(mitigation).filter((each) => {
      if (each !== mitigation && oracle.isDone(each, [])) return false;
      if (each === mitigation && oracle.isDone(mitigation, [])) return false;
      const own = each === mitigation ? places : oracle.placesOf(each);
      return ['elsewhere', 'unseen', 'no-task'].includes(oracle.standing(each, own));
    });
    return [
      {
        mitigation,
        standing: oracle.standing(mitigation, places),
        removes: oracle.removes(mitigation, threats),
        missing,
      },
    ];
  });
}

function effort(oracle: Oracle, missing: readonly Mitigation[], pace: Pace): Effort {
  const rate = pace.capacity && pace.velocity ? pace.capacity / pace.velocity : undefined;
  let [hours, points] = [0, 0];
  for (const each of missing) {
    const task = oracle.seen(each);
    if (task && task.category !== 'Removed' && task.effort !== undefined) hours += task.effort;
    else if (each.effort === undefined) return { kind: 'unknown' };
    else if (rate === undefined) points += each.effort;
    else hours += each.effort * rate;
  }
  if (points > 0 && hours > 0) return { kind: 'unknown' };
  return points > 0 ? { kind: 'points', points } : { kind: 'hours', hours };
}

const plainEffort = (of: Effort) =>
  of.kind === 'hours'
    ? ['hours', round(of.hours)]
    : of.kind === 'points'
      ? ['points', of.points]
      : ['unknown'];

describe('1,000 generated backlogs against the oracle', () => {
  const drawn = fc.sample(backlogs, { numRuns: 1000, seed: 8 });
  const oracles = new Map(drawn.map(({ picture }) => [picture, oracleOf(picture)]));
  const check = (judge: (backlog: Backlog & { readonly oracle: Oracle }) => void) => {
    for (const backlog of drawn)
      judge({ ...backlog, oracle: oracles.get(backlog.picture) ?? oracleOf(backlog.picture) });
  };

  test('every planned story: its threats, loose clauses and mitigations with what they remove', () => {
    check(({ picture, pace, oracle }) => {
      const advice = adviseSprint(picture, pace);
      const stories = [...picture.stories.values()].filter(isPlanned);
      const speaking = stories.filter(
        (story) => threatsOf(picture, story).length + looseOf(picture, story).length > 0,
      );
      expect(new Set(advice.silent)).toEqual(new Set(stories.filter((each) => !speaking.includes(each))));
      expect(new Set(advice.stories.map(({ story }) => story))).toEqual(new Set(speaking));
      for (const { story, threats, looseClauses, mitigations } of advice.stories) {
        const own = threatsOf(picture, story);
        expect(new Set(threats.map(({ risk }) => risk.threat))).toEqual(new Set(own));
        expect(threats.map(({ protection, risk }) => [risk.threat.id, protection.kind]).sort()).toEqual(
          own.map((each) => [each.id, oracle.protection(each)]).sort(),
        );
        expect(looseClauses).toEqual(looseOf(picture, story));
        const plain = (line: {
          readonly mitigation: Mitigation;
          readonly standing: string;
          readonly removes: number;
          readonly missing: readonly Mitigation[];
        }) => [
          line.mitigation.id,
          line.standing,
          round(line.removes),
          line.missing
            .map(({ id }) => id)
            .sort()
            .join(),
        ];
        const found = mitigations.map((each) =>
          plain({
            ...each,
            standing: each.standing.kind,
            missing: each.missing.map(({ mitigation }) => mitigation),
          }),
        );
        expect([...found].sort()).toEqual(lines(oracle, own).map(plain).sort());
        for (const { gains, removes } of mitigations) {
          const points = own.map(({ id }) => gains.get(id) ?? 0);
          expect(round(points.reduce((sum, each) => sum + each, 0))).toBe(round(removes));
        }
        const order = mitigations.map(({ removes }) => removes);
        expect(order).toEqual([...order].sort((a, b) => b - a));
      }
    });
  });

  test('the totals: now, with the sprint done, with everything done', () => {
    check(({ picture, pace, oracle }) => {
      const planned = [...picture.stories.values()].filter(isPlanned);
      const threats = [...new Set(planned.flatMap((story) => threatsOf(picture, story)))];
      const everything = oracle.mitigations.filter((each) => !oracle.isImpossible(each));
      const sum = (of: (threat: Threat) => number) => round(threats.reduce((all, each) => all + of(each), 0));
      const { now, after } = adviseSprint(picture, pace).totals;
      expect({ now: round(now), after: round(after) }).toEqual({
        now: sum((each) => oracle.riskOf(each, [])),
        after: sum((each) => oracle.riskOf(each, everything)),
      });
      const inSprint = oracle.mitigations.filter((each) => {
        const live = oracle.placesOf(each).filter((place) => !oracle.isOut(place));
        const standings =
          live.length === 0
            ? [oracle.standing(each, [])]
            : live.map((place) => oracle.standingAt(each, place));
        const fine = standings.every((one) => ['done', 'waiting', 'in-sprint'].includes(one));
        return (
          fine &&
          !oracle.isImpossible(each) &&
          (live.length > 0 || !['rejected', 'not-applicable'].includes(each.status.kind))
        );
      });
      const places = oracle.treatments.filter(
        (each) => oracle.standingAt(oracle.mitigationOf(each), each) === 'in-sprint',
      );
      expect(round(adviseSprint(picture, pace).totals.withSprint)).toBe(
        sum((each) => oracle.riskOf(each, inSprint, places)),
      );
    });
  });

  test('the suggestions: which, with what, for how much, in which order', () => {
    check(({ picture, pace, oracle }) => {
      const planned = [...picture.stories.values()].filter(isPlanned);
      const threats = [...new Set(planned.flatMap((story) => threatsOf(picture, story)))];
      const wanted = lines(oracle, threats).filter(
        ({ missing, removes }) => missing.length > 0 && removes > 1e-9,
      );
      const { suggestions } = adviseSprint(picture, pace);
      for (const { gains, removes } of suggestions) {
        const points = threats.map(({ id }) => gains.get(id) ?? 0);
        expect(round(points.reduce((sum, each) => sum + each, 0))).toBe(round(removes));
      }
      expect(
        suggestions
          .map((each) => [each.mitigation.id, round(each.removes), ...plainEffort(each.effort)])
          .sort(),
      ).toEqual(
        wanted
          .map(({ mitigation, removes, missing }) => [
            mitigation.id,
            round(removes),
            ...plainEffort(effort(oracle, missing, pace)),
          ])
          .sort(),
      );
      const rates = suggestions.map(({ rate }) => rate);
      expect(rates).toEqual([...rates].sort((a, b) => b - a));
      const room = (pace.capacity ?? 0) - (pace.planned ?? 0);
      const once = new Map(
        suggestions
          .filter(({ fit }) => fit === 'fits')
          .flatMap(({ missing }) => missing.map((work) => [work.mitigation, work] as const)),
      );
      const hours = [...once.values()].reduce(
        (all, each) => all + (each.effort.kind === 'hours' ? each.effort.hours : 0),
        0,
      );
      if (pace.capacity !== undefined) expect(hours).toBeLessThanOrEqual(Math.max(room, 0) + 1e-9);
      if (pace.capacity === undefined && pace.velocity === undefined)
        expect(suggestions.every(({ fit }) => fit === 'unknown')).toBe(true);
    });
  });

  test('the warnings: what is late, and why', () => {
    check(({ picture, pace, oracle }) => {
      const late: string[] = [];
      for (const story of [...picture.stories.values()].filter(isPlanned)) {
        const threats = threatsOf(picture, story);
        const { category, iterationPath, id } = story.item;
        const endsSoon = picture.today?.startsWith('2026-01-13') === true && iterationPath === second?.path;
        const isNear =
          category === 'Completed' || category === 'Resolved' || (category === 'InProgress' && endsSoon);
        const open = threats.filter((each) => ['open-work', 'nothing'].includes(oracle.protection(each)));
        if (isNear && open.length + looseOf(picture, story).length > 0)
          late.push(`${id} not-true ${category === 'Completed' ? 'done' : 'soon'} ${open.length}`);
        // The part of a sprint has no dates of its own, so nothing is later than it.
        if (iterationPath !== second?.path) continue;
        for (const { mitigation } of lines(oracle, threats)) {
          const task = oracle.seen(mitigation);
          const isOpen = task && task.category !== 'Completed' && task.category !== 'Removed';
          const work = oracle.together(mitigation).some(
            (each) =>
              !oracle.isDone(each, []) &&
              !(
                each === mitigation &&
                ['done', 'waiting'].includes(
                  oracle.standing(
                    mitigation,
                    oracle
                      .placesOf(mitigation)
                      .filter((place) => threats.some((threat) => threat.id === place.threat)),
                  ),
                )
              ),
          );
          if (isOpen && task.iterationPath === third?.path && work) late.push(`${id} ${mitigation.id} after`);
        }
      }
      const found = adviseSprint(picture, pace).warnings.map((warning) =>
        warning.kind === 'not-true'
          ? `${warning.story} not-true ${warning.moment} ${warning.threats.length}`
          : `${warning.story} ${warning.mitigation} after`,
      );
      expect([...found].sort()).toEqual(late.sort());
    });
  });
});

describe('in words', () => {
  const planned = { iterationPath: 'Shop\\Sprint 2' };
  const shop = (
    given: Partial<Parameters<typeof aModel>[0]>,
    tasks: readonly ReturnType<typeof aTask>[] = [],
  ) => ({
    ...aPicture({
      models: [
        aModel({
          threats: [aThreat(1)],
          treatments: [
            aTreatment(1, { threat: 1, mitigation: 1, strength: 'strong' }),
            aTreatment(2, { threat: 1, mitigation: 2, strength: 'weak' }),
          ],
          links: [aStoryLink(1, 1, 1)],
          ...given,
        }),
      ],
      stories: [aStory(1, ['my data leaking'], planned)],
      tasks,
      ...(second ? { sprint: second } : {}),
    }),
    iterations,
  });
  const of = (picture: AlignmentPicture, pace: Pace = {}) =>
    adviseSprint(picture, pace).suggestions.map(({ mitigation, removes, rate, fit, assumed, missing }) => ({
      title: mitigation.title,
      removes,
      rate,
      fit,
      assumed,
      missing: missing.map((work) => work.mitigation.title),
    }));

  test('less risk for much less work comes first', () => {
    const picture = shop({
      mitigations: [
        { ...aMitigation(1), effort: 12 },
        { ...aMitigation(2), effort: 2 },
      ],
    });
    // 48 points: a strong one takes 36 for 12 points of effort, a weak one 12 for 2.
    expect(of(picture, { velocity: 10, plannedPoints: 4 })).toEqual([
      { title: 'Mitigation 2', removes: 12, rate: 6, fit: 'fits', assumed: false, missing: ['Mitigation 2'] },
      {
        title: 'Mitigation 1',
        removes: 36,
        rate: 3,
        fit: 'too-much',
        assumed: false,
        missing: ['Mitigation 1'],
      },
    ]);
  });

  test('what is not estimated is ranked by the middle of the others, and says so', () => {
    const picture = shop({ mitigations: [aMitigation(1), { ...aMitigation(2), effort: 4 }] });
    expect(of(picture, { velocity: 10 })).toMatchObject([
      { title: 'Mitigation 1', rate: 9, fit: 'unknown', assumed: true },
      { title: 'Mitigation 2', rate: 3, fit: 'fits', assumed: false },
    ]);
  });

  test('points become hours by what the team works and finishes in a sprint', () => {
    const picture = shop({ mitigations: [{ ...aMitigation(1), effort: 2 }, aMitigation(2)] });
    const [first] = adviseSprint(picture, { capacity: 60, planned: 44, velocity: 10 }).suggestions;
    expect(first).toMatchObject({ effort: { kind: 'hours', hours: 12 }, fit: 'fits' });
  });

  test('something that requires another brings it along, and its points count with it', () => {
    const picture = shop({
      mitigations: [{ ...aMitigation(1), requires: [mitigationNumber(2)] }, aMitigation(2)],
    });
    // Both together leave 48 x 0.25 x 0.75 = 9.
    expect(of(picture)).toMatchObject([
      { title: 'Mitigation 1', removes: 39, missing: ['Mitigation 1', 'Mitigation 2'] },
      { title: 'Mitigation 2', removes: 12, missing: ['Mitigation 2'] },
    ]);
  });

  test('what a ruled-out mitigation blocks is shown with the story, and not suggested', () => {
    const blocked = { ...aMitigation(1), requires: [mitigationNumber(2)] };
    const picture = shop({
      mitigations: [blocked, aMitigation(2, { kind: 'rejected', reason: 'Too slow' })],
    });
    expect(of(picture)).toEqual([]);
    const [line] = adviseSprint(picture).stories[0]?.mitigations ?? [];
    expect(line?.blockedBy.map(({ title }) => title)).toEqual(['Mitigation 2']);
  });

  test('a Task in a later sprint is a warning, and so is a story that is done before it', () => {
    const mitigations = [
      aMitigation(1, { kind: 'approved' }),
      aMitigation(2, { kind: 'rejected', reason: 'No' }),
    ];
    const task = aTask(100, { iterationPath: 'Shop\\Sprint 3' });
    const picture = shop({ mitigations, realisations: [aRealisation(1, 1, 100)] }, [task]);
    const done = new Map([[1, aStory(1, ['my data leaking'], { ...planned, category: 'Completed' })]]);
    expect(adviseSprint({ ...picture, stories: done }).warnings).toMatchObject([
      { kind: 'not-true', moment: 'done', threats: [{ protection: { kind: 'open-work' } }] },
      { kind: 'planned-after', task: { id: 100 }, taskSprint: { name: 'Sprint 3' } },
    ]);
  });

  test('a threat that is linked twice by the same clause names it once', () => {
    const clause = aLinkedClause(1, 1, 'my data leaking');
    const links = [aStoryLink(1, 1, 1, clause), aStoryLink(2, 1, 1, clause)];
    const [story] = adviseSprint(shop({ clauses: [clause], links })).stories;
    expect(story?.threats.map(({ clauses }) => clauses.map(({ text }) => text))).toEqual([
      ['my data leaking'],
    ]);
  });

  test('advice on one story needs no sprint', () => {
    const picture = { ...shop({ mitigations: [aMitigation(1), aMitigation(2)] }), sprint: undefined };
    const story = picture.stories.get(1);
    expect(story && adviseStory(picture, story).mitigations.map(({ removes }) => removes)).toEqual([36, 12]);
    expect(adviseSprint(picture)).toMatchObject({ stories: [], silent: [], suggestions: [], warnings: [] });
  });
});
