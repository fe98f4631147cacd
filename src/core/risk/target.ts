/** What the risk of a model should come down to: as the model says, else as its project says for all models. */
import type { Model } from '../model/model';
import type { Assessment } from './assess';

export interface Target {
  /** Points. */
  readonly points: number;
  /** ISO instant. */
  readonly by?: string;
  readonly from: 'model' | 'project';
}

/** Undefined = nobody aims at anything. A share of the project is taken of the model's inherent risk. */
export function targetOf(
  { info, policy }: Pick<Model, 'info' | 'policy'>,
  { inherent }: Pick<Assessment, 'inherent'>,
): Target | undefined {
  if (info.target) return { ...info.target, from: 'model' };
  if (!policy?.target) return undefined;
  const { share, by } = policy.target;
  return { points: inherent * share, from: 'project', ...(by === undefined ? {} : { by }) };
}

/** By how many points a risk is over its target; 0 without one. A rounding is no excess. */
export function overTarget({
  current,
  target,
}: {
  readonly current: number;
  readonly target?: number | undefined;
}): number {
  return target === undefined ? 0 : Math.max(0, Math.round(current - target));
}

/** The sum of the targets of several models; undefined where one of them has none, or there is no model. */
export function severalTargets(targets: readonly (number | undefined)[]): number | undefined {
  if (targets.length === 0) return undefined;
  return targets.reduce((sum, each) => (sum === undefined || each === undefined ? undefined : sum + each), 0);
}
