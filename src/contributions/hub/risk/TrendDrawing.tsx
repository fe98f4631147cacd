/** The trend as a drawing: a line with its interval; what lies before the model is dashed. */
import * as React from 'react';
import type { TrendPoint } from '../../../core/risk/trend';
import { useWidth } from '../../../ui/use-width';
import { points as pointsOf } from '../../../ui/words';

const height = 220;
const edge = { left: 44, right: 12, top: 12, bottom: 26 };

export interface TrendDrawingProps {
  /** In order of time, two at least. */
  readonly points: readonly TrendPoint[];
  readonly target: number | undefined;
}

interface Scale {
  readonly x: (at: string) => number;
  readonly y: (points: number) => number;
  readonly highest: number;
}

function scaleOf({ points, target }: TrendDrawingProps, width: number): Scale {
  const times = points.map(({ at }) => Date.parse(at));
  const [first, last] = [Math.min(...times), Math.max(...times)];
  const highest = Math.max(
    1,
    target ?? 0,
    ...points.map(({ current, interval }) => interval?.high ?? current),
  );
  const inner = { width: width - edge.left - edge.right, height: height - edge.top - edge.bottom };
  return {
    highest,
    x: (at) => edge.left + ((Date.parse(at) - first) / Math.max(1, last - first)) * inner.width,
    y: (value) => edge.top + (1 - value / highest) * inner.height,
  };
}

const line = (points: readonly TrendPoint[], { x, y }: Scale): string =>
  points
    .map(({ at, current }, i) => `${i === 0 ? 'M' : 'L'}${x(at).toFixed(1)} ${y(current).toFixed(1)}`)
    .join('');

function band(points: readonly TrendPoint[], { x, y }: Scale): string {
  const high = points.map(
    ({ at, current, interval }) => `${x(at).toFixed(1)},${y(interval?.high ?? current).toFixed(1)}`,
  );
  const low = points.map(
    ({ at, current, interval }) => `${x(at).toFixed(1)},${y(interval?.low ?? current).toFixed(1)}`,
  );
  return [...high, ...low.reverse()].join(' ');
}

export function TrendDrawing(props: TrendDrawingProps): React.ReactElement {
  const { points, target } = props;
  const [figure, width] = useWidth<HTMLElement>(720);
  const scale = scaleOf(props, width);
  const [first, last] = [points[0], points[points.length - 1]];
  const turn = points.findIndex(({ basis }) => basis === 'model');
  // The dashed part ends where the other begins.
  const before = turn === -1 ? points : points.slice(0, turn + 1);
  const since = turn === -1 ? [] : points.slice(turn);
  const spoken = `Risk from ${pointsOf(first?.current ?? 0)} points on ${first?.at.slice(0, 10)} to ${pointsOf(last?.current ?? 0)} on ${last?.at.slice(0, 10)}`;
  const levels = [0, 0.5, 1].map((share) => share * scale.highest);
  return (
    <figure ref={figure} className="wo-trend">
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={spoken}>
        {levels.map((level) => (
          <g key={level}>
            <line
              className="wo-trend-grid"
              x1={edge.left}
              x2={width - edge.right}
              y1={scale.y(level)}
              y2={scale.y(level)}
            />
            <text className="wo-trend-text" x={edge.left - 8} y={scale.y(level) + 4} textAnchor="end">
              {pointsOf(Math.round(level))}
            </text>
          </g>
        ))}
        <polygon className="wo-trend-band" points={band(points, scale)} />
        {before.length > 1 && <path className="wo-trend-line wo-trend-before" d={line(before, scale)} />}
        {since.length > 0 && <path className="wo-trend-line" d={line(since, scale)} />}
        {target !== undefined && (
          <line
            className="wo-trend-target"
            x1={edge.left}
            x2={width - edge.right}
            y1={scale.y(target)}
            y2={scale.y(target)}
          />
        )}
        {points.map((point) => (
          <circle
            key={point.at}
            className={point.basis === 'model' ? 'wo-trend-dot' : 'wo-trend-dot wo-trend-dot-before'}
            cx={scale.x(point.at)}
            cy={scale.y(point.current)}
            r={3}
          >
            <title>{`${point.at.slice(0, 10)}: ${pointsOf(point.current)} points`}</title>
          </circle>
        ))}
        <text className="wo-trend-text" x={edge.left} y={height - 6}>
          {first?.at.slice(0, 10)}
        </text>
        <text className="wo-trend-text" x={width - edge.right} y={height - 6} textAnchor="end">
          {last?.at.slice(0, 10)}
        </text>
      </svg>
      <figcaption className="wo-legend">
        <span>
          <span className="wo-key-line" /> Risk
        </span>
        {before.length > 1 && (
          <span>
            <span className="wo-key-line wo-key-before" /> Before the model: today’s threats
          </span>
        )}
        <span>
          <span className="wo-key-band" /> Nine times in ten
        </span>
        {target !== undefined && (
          <span>
            <span className="wo-key-line wo-key-target" /> Target
          </span>
        )}
      </figcaption>
    </figure>
  );
}
