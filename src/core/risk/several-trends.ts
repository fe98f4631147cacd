/** The trends of several models as one: sums at the same instants. Pure. */
import type { Trend, TrendPoint } from './trend';

/** A change of less than one in a hundred is flat, as for one model. */
const flatWithin = 0.01;

function directionOf(from: number, to: number): Trend['known']['direction'] {
  if (from === 0) return to > 0 ? 'rising' : 'nothing';
  const change = (to - from) / from;
  if (Math.abs(change) < flatWithin) return 'flat';
  return change > 0 ? 'rising' : 'falling';
}

/** All trends look at the same instants. A point is before the model only where every model came later. */
export function sumTrends(trends: readonly Trend[]): Trend {
  const [first] = trends;
  if (!first || trends.length === 1)
    return first ?? { points: [], known: { direction: 'nothing', from: 0, to: 0 } };
  const points = first.points.map(({ at }, place): TrendPoint => {
    const sum = { inherent: 0, current: 0, found: 0, removed: 0, regressed: 0 };
    let basis: TrendPoint['basis'] = 'before-model';
    for (const { points: own } of trends) {
      const point = own[place];
      if (!point) continue;
      if (point.basis === 'model') basis = 'model';
      for (const name of ['inherent', 'current', 'found', 'removed', 'regressed'] as const)
        sum[name] += point[name];
    }
    return { at, basis, ...sum };
  });
  const told = trends.filter(({ known }) => known.direction !== 'nothing');
  const from = told.reduce((sum, { known }) => sum + known.from, 0);
  const to = told.reduce((sum, { known }) => sum + known.to, 0);
  const direction = told.length === 0 ? ('nothing' as const) : directionOf(from, to);
  return { points, known: { direction, from, to } };
}
