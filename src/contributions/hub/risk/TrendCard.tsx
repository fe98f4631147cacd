/** The risk over time, drawn and as a table: rebuilt from the Tasks' own dates, so that it is there from the first day. */
import * as React from 'react';
import { targetOf } from '../../../core/risk/target';
import { Why } from '../../../ui/Why';
import { useModelView } from '../model-view';
import { Failed, Waiting } from '../Waiting';
import { TrendDrawing } from './TrendDrawing';
import { TrendTable } from './TrendTable';
import { useHistories, useTrend, verdict, verdictRules } from './use-trend';
import type { Histories } from './use-trend';

function Drawn({ histories }: { readonly histories: Histories }): React.ReactElement {
  const trend = useTrend(histories);
  const { model, assessment } = useModelView();
  const isBad = trend.known.direction === 'flat' || trend.known.direction === 'rising';
  return (
    <>
      <p className={isBad ? 'wo-trend-bad' : ''} role="status">
        {verdict(trend)}
      </p>
      {trend.points.length > 1 && (
        <TrendDrawing points={trend.points} target={targetOf(model, assessment)?.points} />
      )}
      <Why of="Trend">{() => verdictRules(trend).map((each) => <p key={each}>{each}</p>)}</Why>
      <details className="wo-why-number">
        <summary>As a table, with what was found, removed and lost again</summary>
        <TrendTable shown={trend.points} histories={histories} />
        <p className="wo-quiet">
          Days before the model was made look at its first threats with the Tasks of that day. How sure a
          figure is comes from drawing it many times: see the figures above.
        </p>
      </details>
    </>
  );
}

export function TrendCard(): React.ReactElement {
  const [load, again] = useHistories();
  return (
    <section className="wo-card" aria-label="Trend">
      <h2>Trend</h2>
      {load.kind === 'loading' && <Waiting label="Reading when the Tasks changed…" />}
      {load.kind === 'failed' && <Failed reason={load.reason} onRetry={again} />}
      {load.kind === 'loaded' && <Drawn histories={load.value} />}
    </section>
  );
}
