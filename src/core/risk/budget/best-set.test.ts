import fc from 'fast-check';
import { runs, times } from '../../../../tests/fixtures/runs';
import { bestSet } from './best-set';
import type { BudgetProblem, Candidate, Goal } from './problem';

const candidate = (key: string, change: Partial<Candidate>): Candidate => ({
  key,
  effort: 1,
  effects: [],
  requires: [],
  alternatives: [],
  ...change,
});

/** Key -> the group of those that replace one another; alone where nothing does. */
function groupsOf(problem: BudgetProblem): ReadonlyMap<string, string> {
  const groupOf = new Map<string, string>();
  for (const { key } of problem.candidates) groupOf.set(key, key);
  for (let again = true; again;) {
    again = false;
    for (const { key, alternatives } of problem.candidates)
      for (const other of alternatives) {
        const [a, b] = [groupOf.get(key), groupOf.get(other)];
        if (a === undefined || b === undefined || a === b) continue;
        for (const [each, group] of groupOf) if (group === b) groupOf.set(each, a);
        again = true;
      }
  }
  return groupOf;
}

/** Points left when exactly these are done, counted without any of the code under test. */
function leftWith(problem: BudgetProblem, done: ReadonlySet<string>): number {
  const groupOf = groupsOf(problem);
  return problem.threats.reduce((sum, points, threat) => {
    const best = new Map<string, number>();
    for (const { key, effects } of problem.candidates) {
      if (!done.has(key)) continue;
      const share = effects.find((each) => each.threat === threat)?.share ?? 0;
      const group = groupOf.get(key) ?? key;
      best.set(group, Math.max(best.get(group) ?? 0, share));
    }
    return sum + [...best.values()].reduce((left, share) => left * (1 - share), points);
  }, 0);
}

/** Every allowed set with what it costs and leaves. */
function everySet(problem: BudgetProblem): readonly { effort: number; left: number }[] {
  const { candidates } = problem;
  const keys = new Set(candidates.map(({ key }) => key));
  return Array.from({ length: 2 ** candidates.length }, (_, bits) => bits).flatMap((bits) => {
    const chosen = candidates.filter((_, at) => (bits & (1 << at)) !== 0);
    const done = new Set(chosen.map(({ key }) => key));
    const allowed = chosen.every(({ requires }) => requires.every((key) => !keys.has(key) || done.has(key)));
    if (!allowed) return [];
    const effort = chosen.reduce((sum, each) => sum + each.effort, 0);
    return [{ effort, left: leftWith(problem, done) }];
  });
}

const shares = [0, 0.25, 0.5, 0.75, 0.95];
const problems = (size: number, least = 0): fc.Arbitrary<BudgetProblem> =>
  fc
    .record({
      threats: fc.array(fc.integer({ min: 4, max: 100 }), { minLength: 1, maxLength: 5 }),
      rows: fc.array(
        fc.record({
          effort: fc.constantFrom(0, 0.5, 1, 2, 3, 5, 8),
          shares: fc.array(fc.constantFrom(...shares), { minLength: 5, maxLength: 5 }),
          requires: fc.option(fc.nat({ max: size }), { nil: undefined, freq: 3 }),
          alternative: fc.option(fc.nat({ max: size }), { nil: undefined, freq: 4 }),
        }),
        { minLength: least, maxLength: size },
      ),
    })
    .map(({ threats, rows }) => ({
      threats,
      candidates: rows.map((row, at) =>
        candidate(`m${at}`, {
          effort: row.effort,
          effects: threats.flatMap((_, threat) => {
            const share = row.shares[threat] ?? 0;
            return share > 0 ? [{ threat, share }] : [];
          }),
          requires: row.requires === undefined ? [] : [`m${row.requires}`],
          alternatives: row.alternative === undefined ? [] : [`m${row.alternative}`],
        }),
      ),
    }));
const goals: fc.Arbitrary<Goal> = fc.oneof(
  fc.record({ kind: fc.constant('effort' as const), limit: fc.constantFrom(0, 1, 2.5, 4, 7, 12, 100) }),
  fc.record({ kind: fc.constant('target' as const), points: fc.integer({ min: 0, max: 300 }) }),
);

/** The best value by trying everything: points left, or effort; undefined = the target is out of reach. */
function bestByTrying(problem: BudgetProblem, goal: Goal): number | undefined {
  const sets = everySet(problem);
  const values =
    goal.kind === 'effort'
      ? sets.filter(({ effort }) => effort <= goal.limit).map(({ left }) => left)
      : sets.filter(({ left }) => left <= goal.points + 1e-9).map(({ effort }) => effort);
  return values.length === 0 ? undefined : Math.min(...values);
}

/** A value for each set, from the value of the set without its lowest mitigation; 0 for the empty one. */
function overSets(size: number, next: (before: number, lowest: number) => number): Float64Array {
  const table = new Float64Array(2 ** size);
  for (let set = 1; set < table.length; set += 1)
    table[set] = next(table[set & (set - 1)] ?? 0, 31 - Math.clz32(set & -set));
  return table;
}

/** As `bestByTrying`, for a million sets: tables instead of sets, still every one of them. */
function bestOfAMillion(problem: BudgetProblem, goal: Goal): number | undefined {
  const { candidates, threats } = problem;
  const size = candidates.length;
  const groupOf = groupsOf(problem);
  const bits = (is: (each: Candidate) => boolean) =>
    candidates.reduce((set, each, at) => (is(each) ? set | (1 << at) : set), 0);
  const groups = candidates.map(({ key }) => bits((each) => groupOf.get(each.key) === groupOf.get(key)));
  const required = candidates.map(({ requires }) => bits(({ key }) => requires.includes(key)));
  const efforts = overSets(size, (before, at) => before + (candidates[at]?.effort ?? 0));
  const wanted = overSets(size, (before, at) => before | (required[at] ?? 0));
  const left = new Float64Array(2 ** size);
  threats.forEach((points, threat) => {
    const shareOf = candidates.map(
      ({ effects }) => effects.find((each) => each.threat === threat)?.share ?? 0,
    );
    const most = overSets(size, (before, at) => Math.max(before, shareOf[at] ?? 0));
    const part = new Float64Array(2 ** size).fill(1);
    for (let set = 0; set < part.length; set += 1) {
      const group = set === 0 ? 0 : (groups[31 - Math.clz32(set & -set)] ?? 0);
      if (set > 0) part[set] = (part[set & ~group] ?? 1) * (1 - (most[set & group] ?? 0));
      left[set] = (left[set] ?? 0) + points * (part[set] ?? 1);
    }
  });
  let best: number | undefined;
  for (let set = 0; set < left.length; set += 1) {
    if (((wanted[set] ?? 0) & ~set) !== 0) continue;
    const [points, effort] = [left[set] ?? 0, efforts[set] ?? 0];
    const isIn = goal.kind === 'effort' ? effort <= goal.limit : points <= goal.points + 1e-9;
    const value = goal.kind === 'effort' ? points : effort;
    if (isIn && (best === undefined || value < best)) best = value;
  }
  return best;
}

test('twenty mitigations: exactly what trying all of their 1,048,576 sets finds', () => {
  fc.assert(
    fc.property(problems(20, 20), goals, (problem, goal) => {
      const answer = bestSet(problem, goal);
      const best = bestOfAMillion(problem, goal);
      expect(answer.proof).toEqual({ kind: 'optimal' });
      expect(answer.reached).toBe(best !== undefined);
      if (best !== undefined)
        expect(goal.kind === 'effort' ? answer.left : answer.effort).toBeCloseTo(best, 6);
    }),
    { numRuns: times(2, 20), seed: 20 },
  );
});

test('few mitigations: exactly what trying every set finds', () => {
  fc.assert(
    fc.property(problems(9), goals, (problem, goal) => {
      const answer = bestSet(problem, goal);
      const best = bestByTrying(problem, goal);
      expect(answer.proof).toEqual({ kind: 'optimal' });
      expect(answer.reached).toBe(best !== undefined);
      const value = goal.kind === 'effort' ? answer.left : answer.effort;
      if (best !== undefined) expect(value).toBeCloseTo(best, 6);
      else expect(answer.left).toBeCloseTo(Math.min(...everySet(problem).map(({ left }) => left)), 6);
    }),
    { numRuns: runs(150) },
  );
});

test('what is said of a set is true of it: effort, points left, order, what each removes', () => {
  fc.assert(
    fc.property(problems(9), goals, fc.constantFrom(2, 20), (problem, goal, exactUpTo) => {
      const { picks, effort, left } = bestSet(problem, goal, exactUpTo);
      const done = new Set<string>();
      for (const { key, removes, gains } of picks) {
        expect([...gains.values()].reduce((sum, each) => sum + each, 0)).toBeCloseTo(removes, 9);
        const before = leftWith(problem, done);
        done.add(key);
        expect(before - leftWith(problem, done)).toBeCloseTo(removes, 6);
      }
      expect(leftWith(problem, done)).toBeCloseTo(left, 6);
      expect(picks.reduce((sum, pick) => sum + pick.effort, 0)).toBeCloseTo(effort, 9);
      if (goal.kind === 'effort') expect(effort).toBeLessThanOrEqual(goal.limit);
    }),
    { numRuns: runs(150) },
  );
});

test('a block that is too large to try out: nothing beats the bound, and the gap is told', () => {
  fc.assert(
    fc.property(problems(9), goals, (problem, goal) => {
      const best = bestByTrying(problem, goal);
      const answer = bestSet(problem, goal, 1);
      if (best === undefined || !answer.reached) return;
      const value = goal.kind === 'effort' ? answer.left : answer.effort;
      expect(value).toBeGreaterThanOrEqual(best - 1e-6);
      if (answer.proof.kind === 'optimal') expect(value).toBeCloseTo(best, 6);
      else {
        expect(answer.proof.least).toBeLessThanOrEqual(best + 1e-6);
        expect(answer.proof.gap).toBeCloseTo((value - answer.proof.least) / value, 6);
      }
    }),
    { numRuns: runs(150) },
  );
});

test('two hundred mitigations in twenty blocks: the optimum of the blocks together', () => {
  // In every block the first mitigation alone is worth its effort; the other nine help little for much.
  const blocks = Array.from({ length: 20 }, (_, block) => block);
  const problem: BudgetProblem = {
    threats: blocks.map((block) => 40 + block),
    candidates: blocks.flatMap((block) =>
      Array.from({ length: 10 }, (_, at) =>
        candidate(`b${block}m${at}`, {
          effort: at === 0 ? 1 : 8,
          effects: [{ threat: block, share: at === 0 ? 0.75 : 0.25 }],
        }),
      ),
    ),
  };
  const answer = bestSet(problem, { kind: 'effort', limit: 10 });
  // The ten most dangerous threats lose three quarters each.
  const expected = blocks.reduce((sum, block) => sum + (40 + block) * (block >= 10 ? 0.25 : 1), 0);
  expect(answer.left).toBeCloseTo(expected, 6);
  expect(answer.proof).toEqual({ kind: 'optimal' });
  expect(answer.picks.map(({ key }) => key).sort()).toEqual(
    blocks
      .slice(10)
      .map((block) => `b${block}m0`)
      .sort(),
  );
});

/** The blocks side by side, as one problem. */
function together(blocks: readonly BudgetProblem[]): BudgetProblem {
  const threats: number[] = [];
  const candidates = blocks.flatMap((block, n) => {
    const first = threats.length;
    threats.push(...block.threats);
    const named = (key: string) => `b${n}${key}`;
    return block.candidates.map((each) =>
      candidate(named(each.key), {
        effort: each.effort,
        effects: each.effects.map(({ threat, share }) => ({ threat: first + threat, share })),
        requires: each.requires.map(named),
        alternatives: each.alternatives.map(named),
      }),
    );
  });
  return { threats, candidates };
}

/** Points left at best for 0, 0.5, 1 … `limit` points of effort: every set of each block, then the blocks one by one. */
function leftByEffort(blocks: readonly BudgetProblem[], limit: number): readonly number[] {
  const steps = Array.from({ length: limit * 2 + 1 }, (_, n) => n);
  return blocks.reduce<readonly number[]>(
    (before, block) => {
      const sets = everySet(block);
      return steps.map((step) =>
        Math.min(...sets.map(({ effort, left }) => (before[step - effort * 2] ?? Infinity) + left)),
      );
    },
    steps.map(() => 0),
  );
}

test('two hundred drawn mitigations in forty blocks: within one per cent of what trying every set of a block finds', () => {
  const blocks = fc.array(problems(5, 5), { minLength: 40, maxLength: 40 });
  fc.assert(
    fc.property(blocks, fc.constantFrom(5, 20, 60), (drawn, limit) => {
      const best = leftByEffort(drawn, limit).at(-1) ?? Infinity;
      const answer = bestSet(together(drawn), { kind: 'effort', limit });
      expect(answer.left).toBeGreaterThanOrEqual(best - 1e-6);
      expect(answer.left).toBeLessThanOrEqual(best * 1.01 + 1e-6);
      const target = Math.ceil(best);
      const cheapest = leftByEffort(drawn, limit).findIndex((left) => left <= target + 1e-9) / 2;
      const other = bestSet(together(drawn), { kind: 'target', points: target });
      expect(other.reached).toBe(true);
      expect(other.effort).toBeGreaterThanOrEqual(cheapest - 1e-6);
      expect(other.effort).toBeLessThanOrEqual(cheapest * 1.01 + 1e-6);
    }),
    { numRuns: runs(5), seed: 8 },
  );
});

test.each<[string, BudgetProblem, Goal, readonly string[]]>([
  ['nothing to do', { threats: [40], candidates: [] }, { kind: 'target', points: 40 }, []],
  [
    'one that is required comes along, and comes first',
    {
      threats: [100],
      candidates: [
        candidate('gateway', { effects: [{ threat: 0, share: 0.75 }], requires: ['inventory'] }),
        candidate('inventory', { effort: 2 }),
      ],
    },
    { kind: 'target', points: 30 },
    ['inventory', 'gateway'],
  ],
  [
    'what is required and no candidate is done already',
    {
      threats: [100],
      candidates: [candidate('gateway', { effects: [{ threat: 0, share: 0.75 }], requires: ['inventory'] })],
    },
    { kind: 'target', points: 30 },
    ['gateway'],
  ],
  [
    'of two alternatives the second adds nothing',
    {
      threats: [100],
      candidates: [
        candidate('certificate', { effects: [{ threat: 0, share: 0.75 }], alternatives: ['token'] }),
        candidate('token', { effects: [{ threat: 0, share: 0.5 }] }),
        candidate('log', { effects: [{ threat: 0, share: 0.25 }] }),
      ],
    },
    { kind: 'effort', limit: 2 },
    ['certificate', 'log'],
  ],
])('%s', (_title, problem, goal, keys) => {
  expect(bestSet(problem, goal).picks.map(({ key }) => key)).toEqual(keys);
});
