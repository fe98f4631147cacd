/** The risk of the planned stories: now, when what is in the sprint is done, and if everything were. */
import * as React from 'react';
import type { SprintAdvice } from '../../core/advice/sprint-advice';
import { percent, points } from '../../ui/words';

function Figure(props: {
  readonly name: string;
  readonly value: number;
  readonly of: number;
  readonly note: string;
}) {
  const { name, value, of, note } = props;
  return (
    <div className="wo-figure">
      <h3>{name}</h3>
      <p className="wo-figure-value">
        {points(value)}{' '}
        {of > 0 && of !== value && <span className="wo-figure-share">−{percent(1 - value / of)}</span>}
      </p>
      <p className="wo-quiet">{note}</p>
    </div>
  );
}

export function SprintRisk({ advice }: { readonly advice: SprintAdvice }): React.ReactElement {
  const { now, withSprint, after } = advice.totals;
  const width = (value: number) => ({ width: `${now > 0 ? (value / now) * 100 : 0}%` });
  const spoken = `Of ${points(now)} points now, ${points(withSprint)} are left after this sprint, ${points(after)} with every mitigation`;
  return (
    <section className="wo-card" aria-label="Risk of the planned stories">
      <h2>Risk of the planned stories</h2>
      <div className="wo-figures">
        <Figure name="Now" value={now} of={now} note="With what is in place" />
        <Figure name="After this sprint" value={withSprint} of={now} note="With the work that is in it" />
        <Figure name="If all were done" value={after} of={now} note="With every mitigation below" />
      </div>
      <div className="wo-risk-bar wo-sprint-bar" role="img" aria-label={spoken}>
        <span className="wo-sprint-now" style={width(now)} />
        <span className="wo-risk-current" style={width(withSprint)} />
        <span className="wo-risk-planned" style={width(after)} />
      </div>
      <ul className="wo-legend" aria-hidden="true">
        <li>
          <span className="wo-swatch wo-sprint-now" /> Goes away with this sprint
        </li>
        <li>
          <span className="wo-swatch wo-risk-current" /> Goes away with what is not in it yet
        </li>
        <li>
          <span className="wo-swatch wo-risk-planned" /> Stays
        </li>
      </ul>
    </section>
  );
}
