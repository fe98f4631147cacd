/** The widget "Residual risk trend". */
import * as React from 'react';
import type { TrendFigures } from '../../app/widget-app';
import type { TrendPoint } from '../../core/risk/trend';
import { currentRule } from '../../ui/figure-words';
import { FigureWhy } from '../widget-parts/FigureWhy';
import type { Reasons } from '../widget-parts/FigureWhy';
import { Sparkline } from '../widget-parts/Sparkline';
import { usualDays } from '../widget-parts/settings';
import { Nothing, runWidget } from '../widget-parts/widget';
import type { Drawing } from '../widget-parts/widget';
import { counted, noModel, percent, points } from '../widget-parts/words';

const directions = {
  falling: 'falling',
  flat: 'not falling',
  rising: 'rising',
  nothing: '',
} as const;

/** The threats that make the risk now, and what is said of it beside. */
function reasonsOf({ trend, target, parts }: TrendFigures, last: TrendPoint): Reasons {
  const { direction, from, to } = trend.known;
  const { largest, others } = parts;
  const rest = { key: 'others', name: counted(others.count, 'other threat'), value: points(others.current) };
  return {
    rules: [
      currentRule,
      `Without any mitigation it would be ${points(last.inherent)} points.`,
      ...(direction === 'nothing'
        ? []
        : [
            `Of the threats that were known at the first day shown: ${points(from)} points then, ${points(to)} now. Threats found later do not count in that.`,
          ]),
      ...(target === undefined
        ? []
        : [`The target is ${points(target)} points, as the models or the policies say.`]),
    ],
    rows: [
      ...largest.map(({ model, threat, title, current }) => ({
        key: `${model}/${threat}`,
        name: title,
        value: points(current),
        query: { model, threat },
      })),
      ...(others.count > 0 ? [rest] : []),
    ],
  };
}

function View({ value, size, chosen }: Drawing<TrendFigures>): React.ReactElement {
  const { trend, target, models } = value;
  const last = trend.points[trend.points.length - 1];
  if (models.length === 0 || !last) return <Nothing>{noModel(chosen.model)}</Nothing>;
  const { direction, from, to } = trend.known;
  const isBad = direction === 'rising' || direction === 'flat';
  const change = from > 0 && direction !== 'flat' ? ` by ${percent(Math.abs(1 - to / from))}` : '';
  const days = chosen.days ?? usualDays;
  const figures = (
    <div>
      <div className="ww-figures">
        <FigureWhy
          className="ww-figure"
          text={points(last.current)}
          of="Risk now"
          reasons={() => reasonsOf(value, last)}
        />
        <span className="ww-quiet">of {points(last.inherent)} points</span>
      </div>
      {direction !== 'nothing' && (
        <p className={isBad ? 'ww-bad' : ''}>
          Known risk {directions[direction]}
          {change}
        </p>
      )}
      <p className="ww-quiet">
        {models.length === 1 ? models[0]?.name : `${models.length} threat models`}, {days} days
        {target === undefined ? '' : `; target ${points(target)}`}
      </p>
    </div>
  );
  const line = (
    <Sparkline
      points={trend.points.map(({ at, current, basis }) => ({
        at,
        value: current,
        before: basis !== 'model',
      }))}
      target={target}
      label={`Risk from ${points(trend.points[0]?.current ?? 0)} to ${points(last.current)} points in ${days} days`}
    />
  );
  if (size.rowSpan > 1)
    return (
      <>
        {figures}
        {line}
      </>
    );
  return (
    <div className="ww-side">
      {figures}
      {line}
    </div>
  );
}

void runWidget<TrendFigures>({
  read: ({ app }, { model, days }) => app.trend(model, days ?? usualDays),
  view: View,
  page: ({ value }, extension) => ({
    path: `_apps/hub/${extension}.hub${value.models.length === 1 ? `?model=${value.models[0]?.id}&tab=risk` : ''}`,
    name: 'Open the risk in the hub “Threat models”',
  }),
});
