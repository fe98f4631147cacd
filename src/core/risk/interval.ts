/**
 * How sure the numbers are: the risk is drawn many times with every judgement a little off, and the middle nine tenths
 * of the draws are the interval. A simulation, not a fixed band: it is wide where much is assumed, narrow where people
 * judged (compare the +-10 % that other tools print whatever is known).
 */
import { impactLevels, probabilityLevels } from '../model/threat';
import type { Basis } from '../model/threat';
import type { Assessment, Factor, ThreatRisk } from './assess';
import { pointsPerStep, standardScale } from '../model/project-policy';
import type { Scale } from '../model/project-policy';

/** Points that are undercut in one draw of twenty, and exceeded in one of twenty. */
export interface RiskInterval {
  readonly low: number;
  readonly high: number;
}
export interface RiskIntervals {
  readonly inherent: RiskInterval;
  readonly current: RiskInterval;
  readonly planned: RiskInterval;
}

/** Half the width of what a judgement may be off, in ranks of five: a judged level spans itself, an assumed one three. */
const ranksOff: Record<Basis, number> = { judged: 0.5, assumed: 1.5 };
/** The same for the share that a treatment takes away: half a step of strength, or a whole one. */
const shareOff: Record<Basis, number> = { judged: 0.125, assumed: 0.25 };
const lowestRank = 0.5;
const highestRank = 5.5;

/** A maker of numbers from 0 to 1, the same for the same seed (mulberry32, public domain). */
function numbersFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));

/**
 * People who judge one threat too high tend to judge them all so: half of an error is shared by all threats of a draw.
 * Without that, errors would cancel out and a thousand guesses would look like knowledge.
 */
interface Shared {
  readonly probability: number;
  readonly impact: number;
  readonly strength: number;
}

/**
 * Points between the cells of the matrix: linear in both ranks, and beyond the last cells as steep as before them, so
 * that the standard scale is rank x rank x 4 everywhere.
 */
function pointsAt({ points }: Scale, likely: number, bad: number): number {
  const lower = (rank: number): number => clamp(Math.floor(rank), 1, 4);
  const [row, column] = [lower(likely), lower(bad)];
  const [down, right] = [likely - row, bad - column];
  const at = (r: number, c: number): number => points[r - 1]?.[c - 1] ?? 0;
  const upper = at(row, column) * (1 - right) + at(row, column + 1) * right;
  const next = at(row + 1, column) * (1 - right) + at(row + 1, column + 1) * right;
  return Math.max(0, upper * (1 - down) + next * down);
}

class Draw {
  constructor(
    private readonly next: () => number,
    private readonly scale: Scale,
  ) {}

  /** Triangular from -1 to 1: small errors are likelier than large ones. */
  off(): number {
    return this.next() - this.next();
  }

  inherent({ threat }: ThreatRisk, shared: Shared): number {
    const rank = (place: number, basis: Basis, common: number): number =>
      clamp(place + 1 + ranksOff[basis] * (common + this.off()) * 0.5, lowestRank, highestRank);
    const { probability, impact } = threat;
    const likely = rank(probabilityLevels.indexOf(probability.level), probability.basis, shared.probability);
    const bad = rank(impactLevels.indexOf(impact.level), impact.basis, shared.impact);
    if (this.scale === standardScale) return likely * bad * pointsPerStep;
    return pointsAt(this.scale, likely, bad);
  }

  /** The part that the factor leaves. The error never leaves 0 to 1 and is even on both sides, so it does not bias. */
  left({ share, treatment }: Factor, shared: Shared): number {
    const off = Math.min(shareOff[treatment.strength.basis], share, 1 - share);
    return 1 - (share + off * (shared.strength + this.off()) * 0.5);
  }
}

/** What the factors of a threat leave now and later; of alternatives the one that leaves least. */
function leftOf({ factors }: ThreatRisk, left: (factor: Factor) => number): { now: number; later: number } {
  const now = new Map<Factor['group'], number>();
  const later = new Map<Factor['group'], number>();
  for (const factor of factors) {
    if (factor.effect === 'none') continue;
    const part = left(factor);
    later.set(factor.group, Math.min(later.get(factor.group) ?? 1, part));
    if (factor.effect === 'now') now.set(factor.group, Math.min(now.get(factor.group) ?? 1, part));
  }
  const product = (parts: Map<Factor['group'], number>) =>
    [...parts.values()].reduce((all, part) => all * part, 1);
  return { now: product(now), later: product(later) };
}

function middle(sorted: Float64Array): RiskInterval {
  const at = (part: number): number => sorted[Math.round((sorted.length - 1) * part)] ?? 0;
  return { low: at(0.05), high: at(0.95) };
}

/** `draws`: a few hundred give steady numbers. The same assessment, draws and seed give the same intervals. */
export function riskIntervals(
  assessment: Assessment,
  { draws = 400, seed = 1 }: { readonly draws?: number; readonly seed?: number } = {},
): RiskIntervals {
  const threats = [...assessment.threats.values()].filter(({ applies }) => applies);
  const sums = {
    inherent: new Float64Array(draws),
    current: new Float64Array(draws),
    planned: new Float64Array(draws),
  };
  const draw = new Draw(numbersFrom(seed), assessment.scale);
  for (let at = 0; at < draws; at += 1) {
    const shared: Shared = { probability: draw.off(), impact: draw.off(), strength: draw.off() };
    const sum = { inherent: 0, current: 0, planned: 0 };
    for (const threat of threats) {
      const inherent = draw.inherent(threat, shared);
      const { now, later } = leftOf(threat, (factor) => draw.left(factor, shared));
      sum.inherent += inherent;
      sum.current += inherent * now;
      sum.planned += inherent * later;
    }
    sums.inherent[at] = sum.inherent;
    sums.current[at] = sum.current;
    sums.planned[at] = sum.planned;
  }
  return {
    inherent: middle(sums.inherent.sort()),
    current: middle(sums.current.sort()),
    planned: middle(sums.planned.sort()),
  };
}
