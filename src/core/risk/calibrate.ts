/**
 * Is a severity reasonable beside the others of its model (paper, R10)? Its rank, and the threats that were judged one
 * step above, alike and one step below: who judges compares, instead of picking a word.
 */
import type { Model } from '../model/model';
import { scaleOf } from '../model/project-policy';
import { impactLevels, probabilityLevels } from '../model/threat';
import type { Threat } from '../model/threat';
import { inherentPoints } from './severity';

export interface Calibration {
  /** Threats of the model that apply, this one among them. */
  readonly among: number;
  /** How many of the others are worse, alike and milder. */
  readonly worse: number;
  readonly alike: number;
  readonly milder: number;
  /** The middle of all, in risk points. */
  readonly median: number;
  readonly points: number;
  readonly probability: Neighbours;
  readonly impact: Neighbours;
}
/** Examples of other threats by the level that they were given, judged ones with a reason first. */
export interface Neighbours {
  readonly above: readonly Threat[];
  readonly same: readonly Threat[];
  readonly below: readonly Threat[];
}

const examples = 2;

function medianOf(sorted: readonly number[]): number {
  const middle = Math.floor(sorted.length / 2);
  const [low, high] = [sorted[middle - 1] ?? 0, sorted[middle] ?? 0];
  return sorted.length % 2 === 1 ? high : (low + high) / 2;
}

interface Given {
  readonly threat: Threat;
  readonly others: readonly Threat[];
}

function neighboursBy({ threat, others }: Given, which: 'probability' | 'impact'): Neighbours {
  const levels: readonly string[] = which === 'probability' ? probabilityLevels : impactLevels;
  const rank = (each: Threat) => levels.indexOf(each[which].level);
  // A comparison with what nobody judged would compare with a default.
  const weight = (each: Threat) => (each[which].basis === 'judged' ? 2 : 0) + (each[which].reason ? 1 : 0);
  const at = (step: number) =>
    others
      .filter((each) => rank(each) === rank(threat) + step)
      .sort((a, b) => weight(b) - weight(a) || (a.title < b.title ? -1 : 1))
      .slice(0, examples);
  return { above: at(1), same: at(0), below: at(-1) };
}

/** Undefined when no other threat applies: there is nothing to compare with. O(threats x log threats). */
export function calibrate(model: Model, threat: Threat): Calibration | undefined {
  const applies = ({ status }: Threat) => status.kind !== 'not-applicable';
  const others = [...model.threat.values()].filter((each) => each.id !== threat.id && applies(each));
  if (others.length === 0) return undefined;
  const scale = scaleOf(model);
  const pointsOf = (each: Threat) => inherentPoints(each, scale);
  const points = pointsOf(threat);
  const all = [points, ...others.map(pointsOf)].sort((a, b) => a - b);
  const count = (is: (other: number) => boolean) => others.filter((each) => is(pointsOf(each))).length;
  return {
    among: all.length,
    worse: count((other) => other > points),
    alike: count((other) => other === points),
    milder: count((other) => other < points),
    median: medianOf(all),
    points,
    probability: neighboursBy({ threat, others }, 'probability'),
    impact: neighboursBy({ threat, others }, 'impact'),
  };
}
