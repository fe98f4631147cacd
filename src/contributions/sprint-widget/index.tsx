/** The widget "Security of this sprint". */
import * as React from 'react';
import type { SprintFigures } from '../../app/widget-app';
import { mitigationsNotPlanned } from '../../core/advice/sprint-advice';
import { Nothing, runWidget } from '../widget-parts/widget';
import type { Drawing } from '../widget-parts/widget';
import { counted, noModel, percent, points } from '../widget-parts/words';

const most = 5;

function View({ value, size, chosen }: Drawing<SprintFigures>): React.ReactElement {
  if (value.kind === 'none') return <Nothing>The team is in no sprint today.</Nothing>;
  const { advice, sprint, models } = value;
  if (models.length === 0) return <Nothing>{noModel(chosen.model)}</Nothing>;
  const { now, withSprint } = advice.totals;
  const missing = mitigationsNotPlanned(advice);
  const share = now > 0 ? withSprint / now : 0;
  return (
    <>
      <div className="ww-figures">
        <span className="ww-figure">{points(now)}</span>
        <span className="ww-quiet">
          points in {sprint.name}; {points(withSprint)} after it
        </span>
      </div>
      <div
        className="ww-bar"
        role="img"
        aria-label={`Of ${points(now)} points, ${points(withSprint)} stay after the sprint (${percent(share)})`}
      >
        <span style={{ width: percent(share) }} />
      </div>
      <p className={missing > 0 ? 'ww-bad' : 'ww-quiet'}>
        {missing > 0
          ? `${counted(missing, 'mitigation')} not in the sprint`
          : 'Everything that the planned stories need is in it.'}
        {advice.warnings.length > 0 && `, ${counted(advice.warnings.length, 'warning')}`}
      </p>
      {size.rowSpan > 1 && (
        <ul className="ww-list">
          {advice.suggestions.slice(0, most).map(({ mitigation, removes }) => (
            <li key={mitigation.id}>
              <span title={mitigation.title}>{mitigation.title}</span>
              <span>−{points(removes)}</span>
            </li>
          ))}
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
