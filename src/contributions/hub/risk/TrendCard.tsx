/** The risk over time, drawn and as a table: rebuilt from the Tasks' own dates, so that it is there from the first day. */
import * as React from 'react';
import type { StateHistory } from '../../../core/risk/state-history';
import { riskTrend } from '../../../core/risk/trend';
import type { Trend, TrendPoint } from '../../../core/risk/trend';
import { trendDates } from '../../../core/risk/trend-dates';
import { percent, points } from '../../../ui/words';
import { useHub } from '../hub-context';
import { useModelView } from '../model-view';
import { useLoad } from '../use-load';
import { Failed, Waiting } from '../Waiting';
import { TrendDrawing } from './TrendDrawing';

type Histories = ReadonlyMap<number, StateHistory>;

/** Draws for each point; fewer for large models, so that the page stays quick. */
const drawsFor = (threats: number): number => Math.max(40, Math.min(200, Math.round(40_000 / (threats + 1))));

function useTrend(histories: Histories): Trend {
  const { app } = useHub();
  const { model } = useModelView();
  return React.useMemo(() => {
    const seen = [model.info.created, ...[...histories.values()].flatMap(([first]) => first?.at ?? [])];
    const dates = trendDates(seen, app.now());
    return riskTrend({ model, histories, dates, draws: drawsFor(model.threat.size) });
  }, [app, model, histories]);
}

function verdict({ known }: Trend): string {
  const { direction, from, to } = known;
  switch (direction) {
    case 'nothing':
      return 'It is too early to say where the risk goes.';
    case 'falling':
      return `The risk of the threats known at first fell from ${points(from)} to ${points(to)} points (−${percent(1 - to / from)}).`;
    case 'flat':
      return `The risk of the threats known at first stays at ${points(to)} points: that is a problem.`;
    case 'rising':
      return `The risk of the threats known at first rose from ${points(from)} to ${points(to)} points: that is a problem.`;
  }
}

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
  const { model } = useModelView();
  const isBad = trend.known.direction === 'flat' || trend.known.direction === 'rising';
  return (
    <>
      <p className={isBad ? 'wo-trend-bad' : ''} role="status">
        {verdict(trend)}
      </p>
      {trend.points.length > 1 && <TrendDrawing points={trend.points} target={model.info.target?.points} />}
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
          Days before the model was made look at its first threats with the Tasks of that day. What people
          decided in the model itself has no dates, and is taken as it is today.
        </p>
      </details>
    </>
  );
}

export function TrendCard(): React.ReactElement {
  const { app } = useHub();
  const { model } = useModelView();
  const key = [...model.realisation.values()]
    .flatMap(({ workItem }) => workItem ?? [])
    .sort((a, b) => a - b)
    .join();
  const read = React.useCallback(
    (): Promise<Histories> =>
      key === '' ? Promise.resolve(new Map()) : app.histories(key.split(',').map(Number)),
    [app, key],
  );
  const [load, again] = useLoad(read);
  return (
    <section className="wo-card" aria-label="Trend">
      <h2>Trend</h2>
      {load.kind === 'loading' && <Waiting label="Reading when the Tasks changed…" />}
      {load.kind === 'failed' && <Failed reason={load.reason} onRetry={again} />}
      {load.kind === 'loaded' && <Drawn histories={load.value} />}
    </section>
  );
}
