/** The widget "Security of this sprint". */
import * as React from 'react';
import type { SprintFigures } from '../../app/widget-app';
import type { SprintAdvice, Suggestion } from '../../core/advice/sprint-advice';
import type { ThreatTotal } from '../../core/advice/totals';
import { FigureWhy } from '../widget-parts/FigureWhy';
import type { ReasonRow, Reasons } from '../widget-parts/FigureWhy';
import { Nothing, runWidget } from '../widget-parts/widget';
import type { Drawing } from '../widget-parts/widget';
import { counted, noModel, percent, points } from '../widget-parts/words';

const most = 5;

const rules = {
  now: 'What the threats of the planned stories carry now, added up. A threat of several stories counts once.',
  withSprint: 'The same, as if the work in this sprint were done.',
} as const;

function rowsOf(totals: readonly ThreatTotal[], value: (of: ThreatTotal) => number): readonly ReasonRow[] {
  return totals
    .map((of) => ({ of, value: value(of) }))
    .filter(({ value: each }) => each > 0)
    .sort((a, b) => b.value - a.value)
    .map(({ of: { model, threat }, value: each }) => ({
      key: `${model}/${threat.id}`,
      name: threat.title,
      value: points(each),
      query: { model, threat: threat.id },
    }));
}

const totalReasons = ({ totals }: SprintAdvice, which: keyof typeof rules): Reasons => ({
  rules: [rules[which]],
  rows: rowsOf(totals.threats, (of) => of[which]),
});

const gainReasons = ({ totals }: SprintAdvice, { model, gains, stories }: Suggestion): Reasons => ({
  rules: [
    `What each threat of the planned stories would carry less if this were done, with all that it requires. For ${stories.map((id) => `#${id}`).join(', ')}.`,
  ],
  rows: rowsOf(totals.threats, (of) => (of.model === model ? (gains.get(of.threat.id) ?? 0) : 0)),
});

function View({ value, size, chosen }: Drawing<SprintFigures>): React.ReactElement {
  if (value.kind === 'none') return <Nothing>The team is in no sprint today.</Nothing>;
  const { advice, sprint, models, missing, suggestions } = value;
  if (models.length === 0) return <Nothing>{noModel(chosen.model)}</Nothing>;
  const { now, withSprint } = advice.totals;
  const share = now > 0 ? withSprint / now : 0;
  return (
    <>
      <div className="ww-figures">
        <FigureWhy
          className="ww-figure"
          text={points(now)}
          of="Risk now"
          reasons={() => totalReasons(advice, 'now')}
        />
        <span className="ww-quiet">
          points in {sprint.name};{' '}
          <FigureWhy
            text={points(withSprint)}
            of="After this sprint"
            reasons={() => totalReasons(advice, 'withSprint')}
          />{' '}
          after it
        </span>
      </div>
      <div
        className="ww-bar"
        role="img"
        aria-label={`Of ${points(now)} points, ${points(withSprint)} stay after the sprint (${percent(share)})`}
      >
        <span style={{ width: percent(share) }} />
      </div>
      <p className={missing.open > 0 ? 'ww-bad' : 'ww-quiet'}>
        {missing.open > 0
          ? `${counted(missing.open, 'mitigation')} not in the sprint`
          : missing.postponed > 0
            ? `${counted(missing.postponed, 'mitigation')} postponed`
            : 'Everything that the planned stories need is in it.'}
        {advice.warnings.length > 0 && `, ${counted(advice.warnings.length, 'warning')}`}
      </p>
      {size.rowSpan > 1 && (
        <ul className="ww-list">
          {suggestions.slice(0, most).map((suggestion) => {
            const { mitigation, removes } = suggestion;
            return (
              <li key={mitigation.id}>
                <span title={mitigation.title}>{mitigation.title}</span>
                <span>
                  <FigureWhy
                    text={`−${points(removes)}`}
                    of={mitigation.title}
                    reasons={() => gainReasons(advice, suggestion)}
                  />
                </span>
              </li>
            );
          })}
        </ul>
      )}
    </>
  );
}

void runWidget<SprintFigures>({
  read: ({ app, team }, chosen) => app.sprint(chosen.model, chosen.team ?? team),
  view: View,
  page: (_drawing, extension) => ({
    path: `_sprints/taskboard?pane=${extension}.sprint-tab`,
    name: 'Open the sprint, whose tab “Security” says more',
  }),
});
