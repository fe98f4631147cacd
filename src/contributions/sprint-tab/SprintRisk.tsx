/** The risk of the planned stories: now, when what is in the sprint is done, and if everything were. */
import * as React from 'react';
import type { SprintAdvice } from '../../core/advice/sprint-advice';
import type { SprintTotals } from '../../core/advice/totals';
import { Why, WhyRows } from '../../ui/Why';
import { percent, points } from '../../ui/words';

type Which = 'now' | 'withSprint' | 'after';
/** How each figure comes about; below stand the threats that make it. */
const rules: Readonly<Record<Which, string>> = {
  now: 'What the threats of the planned stories carry now, added up. A threat of several stories counts once.',
  withSprint:
    'The same, as if the work in this sprint were done. Of mitigations that replace one another the strongest counts; one that requires another has effect only with it.',
  after: 'The same, as if every mitigation were done that nobody ruled out, in this sprint or not.',
};
function Figure(props: {
  readonly name: string;
  readonly which: Which;
  readonly totals: SprintTotals;
  readonly note: string;
}) {
  const { name, which, totals, note } = props;
  const [value, of] = [totals[which], totals.now];
  return (
    <div className="wo-figure">
      <h3>{name}</h3>
      <p className="wo-figure-value">
        {points(value)}{' '}
        {of > 0 && of !== value && <span className="wo-figure-share">−{percent(1 - value / of)}</span>}
      </p>
      <p className="wo-quiet">{note}</p>
      <Why of={name}>
        {() => (
          <>
            <p>{rules[which]}</p>
            <WhyRows
              rows={totals.threats.map((each) => ({
                key: `${each.model}/${each.threat.id}`,
                name: each.threat.title,
                value: each[which],
              }))}
            />
          </>
        )}
      </Why>
    </div>
  );
}

export function SprintRisk({ advice }: { readonly advice: SprintAdvice }): React.ReactElement {
  const { totals } = advice;
  const { now, withSprint, after } = totals;
  const width = (value: number) => ({ width: `${now > 0 ? (value / now) * 100 : 0}%` });
  const spoken = `Of ${points(now)} points now, ${points(withSprint)} are left after this sprint, ${points(after)} with every mitigation`;
  return (
    <section className="wo-card" aria-label="Risk of the planned stories">
      <h2>Risk of the planned stories</h2>
      <div className="wo-figures">
        <Figure name="Now" which="now" totals={totals} note="With what is in place" />
        <Figure
          name="After this sprint"
          which="withSprint"
          totals={totals}
          note="With the work that is in it"
        />
        <Figure name="If all were done" which="after" totals={totals} note="With every mitigation below" />
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
