/** How many findings there were over time: counted by whoever looks, once for each day. */
import * as React from 'react';
import type { Finding } from '../../core/alignment/finding';
import { countFindings, totalOf } from '../../core/alignment/finding-days';
import type { FindingDay } from '../../core/alignment/finding-days';
import { rules } from '../../core/alignment/rules/rules';
import { useReach } from '../tab-parts/desk-context';
import { Sparkline } from '../widget-parts/Sparkline';

/** Rows of the table: the days that changed most recently. */
const most = 30;

/** The days so far. The count of today follows what is done on the page, and is written when the page is at rest. */
function useDays(findings: readonly Finding[]): readonly FindingDay[] {
  const { app, desk, saving } = useReach();
  const [days, setDays] = React.useState<readonly FindingDay[]>([]);
  const isWhole = desk.current.problems.length === 0;
  React.useEffect(() => {
    // Without all models the count would be a dent in the line that means nothing.
    if (!isWhole || saving.kind !== 'saved') return undefined;
    let current = true;
    const timer = setTimeout(() => {
      void app.keepFindingDay(countFindings(findings, app.now())).then((kept) => current && setDays(kept));
    }, 1000);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [app, findings, isWhole, saving.kind]);
  return days;
}

const titleOf = (id: string): string => rules.find((rule) => rule.id === id)?.meta.title ?? id;

function detail({ rules: counts }: FindingDay): string {
  return Object.entries(counts)
    .sort(([, a], [, b]) => b - a)
    .map(([rule, count]) => `${count} × ${titleOf(rule)}`)
    .join('; ');
}

export function FindingTrend({
  findings,
}: {
  readonly findings: readonly Finding[];
}): React.ReactElement | null {
  const days = useDays(findings);
  const [first, last] = [days[0], days[days.length - 1]];
  if (!first || !last) return null;
  return (
    <section className="wo-card" aria-label="Findings over time">
      <h2>Findings over time</h2>
      <p className="wo-quiet">
        {days.length === 1
          ? 'Counting starts today: the line begins when somebody looks on another day.'
          : `${totalOf(first)} on ${first.day}, ${totalOf(last)} now. Each day counts when somebody looked.`}
      </p>
      <div className="wo-finding-line">
        <Sparkline
          points={days.map((day) => ({ at: day.day, value: totalOf(day) }))}
          label={`Findings from ${totalOf(first)} on ${first.day} to ${totalOf(last)} on ${last.day}`}
        />
      </div>
      <details>
        <summary>As a table</summary>
        <table className="wo-small-table">
          <thead>
            <tr>
              <th scope="col">Day</th>
              <th scope="col">Findings</th>
              <th scope="col">Which</th>
            </tr>
          </thead>
          <tbody>
            {[...days]
              .reverse()
              .slice(0, most)
              .map((day) => (
                <tr key={day.day}>
                  <td>{day.day}</td>
                  <td>{totalOf(day)}</td>
                  <td>{detail(day)}</td>
                </tr>
              ))}
          </tbody>
        </table>
      </details>
    </section>
  );
}
