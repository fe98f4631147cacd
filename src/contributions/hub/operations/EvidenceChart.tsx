/** How often alerts came, as bars over time and as a table that says the same. */
import * as React from 'react';
import { barsOf } from '../../../core/operate/feed/bars';
import type { Bar, Span } from '../../../core/operate/feed/bars';
import type { Seen } from '../../../core/operate/feed/evidence';
import { useWidth } from '../../../ui/use-width';
import { counted } from '../../../ui/words';
import { useHub } from '../hub-context';

export const spans = {
  month: { bars: 30, days: 1, name: 'Last 30 days, by day' },
  quarter: { bars: 90, days: 1, name: 'Last 90 days, by day' },
  year: { bars: 52, days: 7, name: 'Last 52 weeks, by week' },
} as const;
export type SpanName = keyof typeof spans;

const height = 130;
const edge = { left: 40, right: 8, top: 10, bottom: 24 };

const dayWords = ({ from, to }: Bar): string => (from === to ? from : `${from} to ${to}`);

function spokenOf(bars: readonly Bar[], span: Span): string {
  const total = bars.reduce((sum, { count }) => sum + count, 0);
  const most = bars.reduce<Bar | undefined>(
    (best, bar) => (bar.count > (best?.count ?? 0) ? bar : best),
    undefined,
  );
  const when = `${counted(total, 'alert')} in ${span.bars * span.days} days`;
  return most ? `${when}; the most, ${most.count}, on ${dayWords(most)}.` : `${when}.`;
}

function Drawing({
  bars,
  width,
  spoken,
}: {
  readonly bars: readonly Bar[];
  readonly width: number;
  readonly spoken: string;
}) {
  const highest = Math.max(1, ...bars.map(({ count }) => count));
  const inner = { width: width - edge.left - edge.right, height: height - edge.top - edge.bottom };
  const step = inner.width / bars.length;
  const y = (count: number) => edge.top + (1 - count / highest) * inner.height;
  // A half of one alert is none: with few, only the ends are named.
  const levels = highest > 1 && highest % 2 === 0 ? [0, highest / 2, highest] : [0, highest];
  return (
    <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={spoken}>
      {levels.map((level) => (
        <g key={level}>
          <line
            className="wo-trend-grid"
            x1={edge.left}
            x2={width - edge.right}
            y1={y(level)}
            y2={y(level)}
          />
          <text className="wo-trend-text" x={edge.left - 8} y={y(level) + 4} textAnchor="end">
            {level.toLocaleString('en')}
          </text>
        </g>
      ))}
      {bars.map((bar, at) => (
        <rect
          key={bar.from}
          className="wo-evidence-bar"
          x={edge.left + at * step + step * 0.12}
          width={Math.max(1, step * 0.76)}
          y={y(bar.count)}
          height={edge.top + inner.height - y(bar.count)}
        >
          <title>{`${dayWords(bar)}: ${counted(bar.count, 'alert')}`}</title>
        </rect>
      ))}
      <text className="wo-trend-text" x={edge.left} y={height - 6}>
        {bars[0]?.from}
      </text>
      <text className="wo-trend-text" x={width - edge.right} y={height - 6} textAnchor="end">
        {bars[bars.length - 1]?.to}
      </text>
    </svg>
  );
}

function Table({ bars, what }: { readonly bars: readonly Bar[]; readonly what: string }): React.ReactElement {
  const some = bars.filter(({ count }) => count > 0).reverse();
  return (
    <details className="wo-evidence-table">
      <summary>As a table</summary>
      <table className="wo-trend-table">
        <caption className="wo-hidden">
          Alerts of {what}, the newest first; days without any are left out
        </caption>
        <thead>
          <tr>
            <th scope="col">When</th>
            <th scope="col" className="wo-right">
              Alerts
            </th>
          </tr>
        </thead>
        <tbody>
          {some.map((bar) => (
            <tr key={bar.from}>
              <th scope="row">{dayWords(bar)}</th>
              <td className="wo-right">{bar.count.toLocaleString('en')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

export interface EvidenceChartProps {
  readonly seen: Seen;
  /** What the alerts tell of. */
  readonly what: string;
  readonly span: SpanName;
  /** How much room there is. */
  readonly room: 'page' | 'panel';
}

export function EvidenceChart({ seen, what, span, room }: EvidenceChartProps): React.ReactElement {
  const { app } = useHub();
  const bars = React.useMemo(() => barsOf(seen.days, app.now(), spans[span]), [seen, app, span]);
  const [figure, width] = useWidth<HTMLElement>(room === 'page' ? 720 : 480);
  return (
    <figure ref={figure} className={`wo-trend wo-evidence wo-evidence-${room}`}>
      <figcaption className="wo-quiet">{spans[span].name}</figcaption>
      <Drawing bars={bars} width={width} spoken={spokenOf(bars, spans[span])} />
      {bars.some(({ count }) => count > 0) && <Table bars={bars} what={what} />}
    </figure>
  );
}
