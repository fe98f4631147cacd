import * as fc from 'fast-check';
import {
  aMitigation,
  aModel,
  aRealisation,
  aThreat,
  aTreatment,
  mitigationNumber,
  threatNumber,
} from '../../../tests/fixtures/sample-model';
import { strengthLevels } from '../model/mitigation';
import { impactLevels, probabilityLevels } from '../model/threat';
import type { Threat } from '../model/threat';
import type { Status } from '../model/mitigation';
import { stateCategories } from '../model/state-category';
import type { StateCategory } from '../model/state-category';
import { assess, shareOfThreat } from './assess';
import { standardScale } from '../model/project-policy';
import type { Scale } from '../model/project-policy';
import { severityName, severityPoints } from './severity';

const none = new Map<number, { category: StateCategory | undefined }>();
const task = (category: StateCategory) => new Map([[7, { category }]]);

describe('severity', () => {
  test.each([
    ['rare', 'negligible', 4, 'low'],
    ['possible', 'minor', 24, 'low'],
    ['possible', 'moderate', 36, 'medium'],
    ['possible', 'major', 48, 'high'],
    ['possible', 'severe', 60, 'critical'],
    ['almost-certain', 'severe', 100, 'critical'],
  ] as const)('%s and %s are %i points: %s', (probability, impact, points, name) => {
    expect(severityPoints(probability, impact, standardScale)).toBe(points);
    expect(severityName(points, standardScale)).toBe(name);
  });
});

test('the scale of the project counts, in points and in names', () => {
  const points = standardScale.points.map((row) => row.map((each) => each / 2));
  const scale: Scale = { points, from: { medium: 10, high: 20, critical: 24 } };
  const risk = assess({ ...aModel({ threats: [aThreat(1)] }), policy: { scale } }, new Map());
  expect([risk.inherent, risk.byName.critical, risk.scale]).toEqual([24, 1, scale]);
});

/** One threat of 48 points with one treatment of half strength. */
const model = (mitigation: Status, place?: Status) =>
  aModel({
    threats: [aThreat(1)],
    mitigations: [aMitigation(1, mitigation)],
    treatments: [aTreatment(1, { threat: 1, mitigation: 1, ...(place ? { status: place } : {}) })],
    realisations: [aRealisation(1, 1, 7)],
  });

describe('effective status: place, then existing, then work item, then mitigation', () => {
  const cases: readonly [string, ReturnType<typeof model>, typeof none, number, number][] = [
    ['nothing decided, no work item seen', model({ kind: 'open' }), none, 48, 48],
    ['approved', model({ kind: 'approved' }), none, 48, 24],
    ['existing', model({ kind: 'existing' }), none, 24, 24],
    ['existing is not undone by a card', model({ kind: 'existing' }), task('Proposed'), 24, 24],
    ['Task new', model({ kind: 'open' }), task('Proposed'), 48, 24],
    ['Task in progress', model({ kind: 'open' }), task('InProgress'), 48, 24],
    ['Task resolved is still in progress', model({ kind: 'open' }), task('Resolved'), 48, 24],
    ['Task closed', model({ kind: 'approved' }), task('Completed'), 24, 24],
    ['Task reopened raises it again', model({ kind: 'implemented' }), task('InProgress'), 48, 24],
    ['Task removed says nothing', model({ kind: 'proposed' }), task('Removed'), 48, 48],
    ['this place exists already', model({ kind: 'open' }, { kind: 'existing' }), task('Proposed'), 24, 24],
    [
      'this place does not need it',
      model({ kind: 'implemented' }, { kind: 'not-applicable', reason: 'x' }),
      task('Completed'),
      48,
      48,
    ],
    ['rejected', model({ kind: 'rejected', reason: 'too dear' }), none, 48, 48],
  ];
  test.each(cases)('%s', (_title, given, states, current, planned) => {
    const result = assess(given, states);
    expect([result.inherent, result.current, result.planned]).toEqual([48, current, planned]);
  });
});

test('a threat that does not apply carries no risk', () => {
  const given = aModel({
    threats: [aThreat(1, { status: { kind: 'not-applicable', justification: 'no such port' } }), aThreat(2)],
  });
  const result = assess(given, none);
  expect([result.inherent, result.current, result.byName]).toEqual([
    48,
    48,
    { low: 0, medium: 0, high: 1, critical: 0 },
  ]);
  expect(result.threats.get(threatNumber(1))?.applies).toBe(false);
});

test('what a mitigation removes, and would remove', () => {
  const given = aModel({
    threats: [aThreat(1), aThreat(2)],
    mitigations: [aMitigation(1, { kind: 'implemented' }), aMitigation(2)],
    treatments: [
      aTreatment(1, { threat: 1, mitigation: 1, strength: 'strong' }),
      aTreatment(2, { threat: 1, mitigation: 2, strength: 'average' }),
      aTreatment(3, { threat: 2, mitigation: 2, strength: 'weak' }),
    ],
  });
  const result = assess(given, none);
  expect(result.current).toBeCloseTo(12 + 48);
  expect(result.mitigations.get(mitigationNumber(1))).toEqual({ removes: 36, wouldRemove: 0 });
  expect(result.mitigations.get(mitigationNumber(2))).toEqual({ removes: 0, wouldRemove: 6 + 12 });
});

describe('mitigations that have to do with one another', () => {
  const done = { kind: 'implemented' } as const;
  const pair = (given: { first: Status; second: Status; relation: 'alternatives' | 'requires' }) =>
    assess(
      aModel({
        threats: [aThreat(1)],
        mitigations: [
          aMitigation(1, given.first),
          { ...aMitigation(2, given.second), [given.relation]: [mitigationNumber(1)] },
        ],
        treatments: [
          aTreatment(1, { threat: 1, mitigation: 1, strength: 'average' }),
          aTreatment(2, { threat: 1, mitigation: 2, strength: 'strong' }),
        ],
      }),
      none,
    );
  const cases: readonly [string, Parameters<typeof pair>[0], number, number][] = [
    [
      'of two alternatives the stronger counts',
      { first: done, second: done, relation: 'alternatives' },
      12,
      12,
    ],
    ['one of them planned', { first: done, second: { kind: 'planned' }, relation: 'alternatives' }, 24, 12],
    ['required and done', { first: done, second: done, relation: 'requires' }, 6, 6],
    [
      'required and missing: no effect',
      { first: { kind: 'open' }, second: done, relation: 'requires' },
      48,
      48,
    ],
    [
      'required and planned: an effect later',
      { first: { kind: 'planned' }, second: done, relation: 'requires' },
      48,
      6,
    ],
  ];
  test.each(cases)('%s', (_title, given, current, planned) => {
    const result = pair(given);
    expect(result.current).toBeCloseTo(current, 9);
    expect(result.planned).toBeCloseTo(planned, 9);
  });

  test('the weaker of two that are done removes nothing by itself', () => {
    const { mitigations } = pair({ first: done, second: done, relation: 'alternatives' });
    expect(mitigations.get(mitigationNumber(1))?.removes).toBe(0);
    expect(mitigations.get(mitigationNumber(2))?.removes).toBe(12);
  });

  test('a requirement holds through others, and a circle that is done is there', () => {
    const chain = (last: Status) =>
      assess(
        aModel({
          threats: [aThreat(1)],
          mitigations: [
            { ...aMitigation(1, done), requires: [mitigationNumber(2)] },
            { ...aMitigation(2, done), requires: [mitigationNumber(3)] },
            { ...aMitigation(3, last), requires: [mitigationNumber(1)] },
          ],
          treatments: [aTreatment(1, { threat: 1, mitigation: 1 })],
        }),
        none,
      );
    expect(chain({ kind: 'open' }).current).toBe(48);
    expect(chain(done).current).toBe(24);
  });
});

describe('properties', () => {
  const statuses: readonly Status[] = [
    { kind: 'open' },
    { kind: 'existing' },
    { kind: 'approved' },
    { kind: 'implemented' },
  ];
  const anything = fc.record({
    links: fc.uniqueArray(
      fc.record({
        threat: fc.integer({ min: 1, max: 4 }),
        mitigation: fc.integer({ min: 1, max: 4 }),
        strength: fc.constantFrom(...strengthLevels),
      }),
      {
        selector: (link) => `${link.threat}/${link.mitigation}`,
        maxLength: 12,
      },
    ),
    statuses: fc.array(fc.constantFrom(...statuses), { minLength: 4, maxLength: 4 }),
    category: fc.constantFrom(...stateCategories),
    relations: fc.array(
      fc.record({
        of: fc.integer({ min: 1, max: 4 }),
        to: fc.integer({ min: 1, max: 4 }),
        kind: fc.constantFrom('alternatives' as const, 'requires' as const),
      }),
      { maxLength: 3 },
    ),
  });
  const build = (given: {
    links: { threat: number; mitigation: number; strength: (typeof strengthLevels)[number] }[];
    statuses: Status[];
    relations: { of: number; to: number; kind: 'alternatives' | 'requires' }[];
  }) =>
    aModel({
      threats: [1, 2, 3, 4].map((n) => aThreat(n)),
      mitigations: given.statuses.map((status, i) => {
        const of = (kind: 'alternatives' | 'requires') =>
          given.relations
            .filter((each) => each.of === i + 1 && each.kind === kind)
            .map(({ to }) => mitigationNumber(to));
        return { ...aMitigation(i + 1, status), alternatives: of('alternatives'), requires: of('requires') };
      }),
      treatments: given.links.map((link, i) => aTreatment(i + 1, link)),
      realisations: [aRealisation(1, 1, 7)],
    });

  test('0 <= planned <= current <= inherent', () => {
    fc.assert(
      fc.property(anything, (given) => {
        const result = assess(build(given), task(given.category));
        expect(result.planned).toBeGreaterThanOrEqual(0);
        expect(result.planned).toBeLessThanOrEqual(result.current + 1e-9);
        expect(result.current).toBeLessThanOrEqual(result.inherent + 1e-9);
      }),
    );
  });

  test('what a mitigation takes away is the sum of what it takes from each threat', () => {
    fc.assert(
      fc.property(anything, (given) => {
        const result = assess(build(given), task(given.category));
        for (const [id, whole] of result.mitigations) {
          const parts = [...result.threats.values()].map((each) => shareOfThreat(each, id));
          for (const name of ['removes', 'wouldRemove'] as const)
            expect(parts.reduce((sum, part) => sum + part[name], 0)).toBeCloseTo(whole[name], 9);
        }
      }),
    );
  });

  test('the order of treatments does not matter', () => {
    fc.assert(
      fc.property(anything, (given) => {
        const forward = assess(build(given), none).current;
        const backward = assess(build({ ...given, links: [...given.links].reverse() }), none).current;
        expect(backward).toBeCloseTo(forward, 9);
      }),
    );
  });

  test('one more implemented mitigation never raises the risk', () => {
    fc.assert(
      fc.property(anything, fc.integer({ min: 0, max: 3 }), (given, which) => {
        const before = assess(build(given), none).current;
        const better = given.statuses.map((status, i) =>
          i === which ? { kind: 'implemented' as const } : status,
        );
        expect(assess(build({ ...given, statuses: better }), none).current).toBeLessThanOrEqual(
          before + 1e-9,
        );
      }),
    );
  });

  /** Any matrix that a policy may have: sums of steps that are never negative. */
  const scales = fc
    .array(fc.integer({ min: 0, max: 4 }), { minLength: 25, maxLength: 25 })
    .map((steps): Scale => {
      const points = standardScale.points.map((row, r) =>
        row.map((_cell, c) =>
          steps.reduce((sum, step, at) => (Math.floor(at / 5) <= r && at % 5 <= c ? sum + step : sum), 0),
        ),
      );
      return { points, from: standardScale.from };
    });
  const rank = fc.nat({ max: 4 });
  const rated = (n: number, p: number, i: number): Threat =>
    aThreat(n, {
      probability: { level: probabilityLevels[p] ?? 'rare', basis: 'judged' },
      impact: { level: impactLevels[i] ?? 'minor', basis: 'judged' },
    });
  const withThreats = (given: Parameters<typeof build>[0], first: Threat, scale: Scale) => {
    const base = build(given);
    return { ...base, threat: new Map(base.threat).set(first.id, first), policy: { scale } };
  };

  test('by any matrix: bounded, and a likelier or worse threat never carries less', () => {
    fc.assert(
      fc.property(anything, scales, rank, rank, rank, rank, (given, scale, p, i, more, worse) => {
        const one = assess(withThreats(given, rated(1, p, i), scale), none);
        const other = rated(1, Math.min(4, p + more), Math.min(4, i + worse));
        const two = assess(withThreats(given, other, scale), none);
        for (const name of ['inherent', 'current', 'planned'] as const)
          expect(two[name]).toBeGreaterThanOrEqual(one[name] - 1e-9);
        expect(one.planned).toBeGreaterThanOrEqual(0);
        expect(one.planned).toBeLessThanOrEqual(one.current + 1e-9);
        expect(one.current).toBeLessThanOrEqual(one.inherent + 1e-9);
        expect(one.inherent).toBeLessThanOrEqual(4 * 100);
      }),
    );
  });

  test('a stronger treatment never raises the risk', () => {
    fc.assert(
      fc.property(
        anything,
        fc.nat({ max: 11 }),
        fc.constantFrom(...strengthLevels),
        (given, which, level) => {
          const stronger = given.links.map((link, at) =>
            at === which && strengthLevels.indexOf(level) > strengthLevels.indexOf(link.strength)
              ? { ...link, strength: level }
              : link,
          );
          const before = assess(build(given), none).current;
          expect(assess(build({ ...given, links: stronger }), none).current).toBeLessThanOrEqual(
            before + 1e-9,
          );
        },
      ),
    );
  });

  test('the order of threats and mitigations does not matter', () => {
    fc.assert(
      fc.property(anything, (given) => {
        const base = build(given);
        const turned = {
          ...base,
          threat: new Map([...base.threat].reverse()),
          mitigation: new Map([...base.mitigation].reverse()),
        };
        for (const name of ['inherent', 'current', 'planned'] as const)
          expect(assess(turned, none)[name]).toBeCloseTo(assess(base, none)[name], 9);
      }),
    );
  });
});
