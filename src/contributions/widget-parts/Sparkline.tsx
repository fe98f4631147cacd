/** A small line over time, without axes: the figures beside it say how much. */
import './sparkline.css';
import * as React from 'react';

export interface SparkPoint {
  /** ISO instant or day. */
  readonly at: string;
  readonly value: number;
  /** Drawn as guessed. */
  readonly before?: boolean;
}

export interface SparklineProps {
  /** In order of time. */
  readonly points: readonly SparkPoint[];
  readonly target?: number | undefined;
  /** What it says, for those who do not see it. */
  readonly label: string;
}

const width = 300;
const height = 100;
const edge = 6;

export function Sparkline({ points, target, label }: SparklineProps): React.ReactElement | null {
  if (points.length < 2) return null;
  const times = points.map(({ at }) => Date.parse(at));
  const [first = 0, last = 1] = [times[0], times[times.length - 1]];
  const highest = Math.max(1, target ?? 0, ...points.map(({ value }) => value));
  const x = (at: string) =>
    edge + ((Date.parse(at) - first) / Math.max(1, last - first)) * (width - 2 * edge);
  const y = (value: number) => edge + (1 - value / highest) * (height - 2 * edge);
  const path = (some: readonly SparkPoint[]) =>
    some
      .map(({ at, value }, i) => `${i === 0 ? 'M' : 'L'}${x(at).toFixed(1)} ${y(value).toFixed(1)}`)
      .join('');
  const turn = points.findIndex(({ before }) => !before);
  const guessed = turn === -1 ? points : points.slice(0, turn + 1);
  const known = turn === -1 ? [] : points.slice(turn);
  const area = `${path(points)}L${x(points[points.length - 1]?.at ?? '').toFixed(1)} ${height - edge}L${edge} ${height - edge}Z`;
  return (
    <svg
      className="ww-spark"
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={label}
    >
      <path className="ww-area" d={area} />
      {guessed.length > 1 && <path className="ww-line ww-before" d={path(guessed)} />}
      {known.length > 1 && <path className="ww-line" d={path(known)} />}
      {target !== undefined && (
        <line className="ww-target" x1={edge} x2={width - edge} y1={y(target)} y2={y(target)} />
      )}
    </svg>
  );
}
