/** The risk over time, drawn and as a table: rebuilt from the Tasks' own dates, so that it is there from the first day. */
import * as React from 'react';
import { targetOf } from '../../../core/risk/target';
import type { TrendPoint } from '../../../core/risk/trend';
import { Why } from '../../../ui/Why';
import { points } from '../../../ui/words';
import { useModelView } from '../model-view';
import { Failed, Waiting } from '../Waiting';
import { TrendDrawing } from './TrendDrawing';
import { useHistories, useTrend, verdict, verdictRules } from './use-trend';
import type { Histories } from './use-trend';

function Row({ point }: { readonly point: TrendPoint }): React.ReactElement {
  const change = (value: number, sign: string) => (value > 0 ? `${sign}${points(value)}` : '');
  return (
    <tr>
      <th scope="row">{point.at.slice(0, 10)}</th>
      <td>{point.basis === 'model' ? '' : 'before the model'}</td>
      <td className="wo-right">{points(point.current)}</td>
      <td className="wo-right">
        {point.interval ? `${points(point.interval.low)} – ${points(point.interval.high)}` : ''}
      </td>
      <td className="wo-right">{change(point.found, '+')}</td>
      <td className="wo-right">{change(point.removed, '−')}</td>
      <td className="wo-right">{change(point.regressed, '+')}</td>
    </tr>
  );
}

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
        <div className="wo-scroll" tabIndex={0} role="region" aria-label="Trend as a table">
          <table className="wo-trend-table">
            <thead>
              <tr>
                <th scope="col">Day</th>
                <th scope="col">Basis</th>
                <th scope="col" className="wo-right">
                  Risk
                </th>
                <th scope="col" className="wo-right">
                  Nine in ten
                </th>
                <th scope="col" className="wo-right">
                  Found
                </th>
                <th scope="col" className="wo-right">
                  Removed
                </th>
                <th scope="col" className="wo-right">
                  Lost again
                </th>
              </tr>
            </thead>
            <tbody>
              {trend.points.map((point) => (
                <Row key={point.at} point={point} />
              ))}
            </tbody>
          </table>
        </div>
        <p className="wo-quiet">
          Days before the model was made look at its first threats with the Tasks of that day.
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
