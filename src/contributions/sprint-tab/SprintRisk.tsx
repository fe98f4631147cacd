/** The risk of the planned stories: now, when what is in the sprint is done, and if everything were. */
import * as React from 'react';
import type { SprintAdvice } from '../../core/advice/sprint-advice';
import type { SprintTotals, ThreatTotal } from '../../core/advice/totals';
import { counted, percent, points } from '../../ui/words';

type Which = 'now' | 'withSprint' | 'after';
/** How each figure comes about; below stand the threats that make it. */
const rules: Readonly<Record<Which, string>> = {
  now: 'What the threats of the planned stories carry now, added up. A threat of several stories counts once.',
  withSprint:
    'The same, as if the work in this sprint were done. Of mitigations that replace one another the strongest counts; one that requires another has effect only with it.',
  after: 'The same, as if every mitigation were done that nobody ruled out, in this sprint or not.',
};
/** The others are summed up. */
const most = 5;

function Parts({ which, totals }: { readonly which: Which; readonly totals: SprintTotals }) {
  const of = (each: ThreatTotal): number => each[which];
  const sorted = totals.threats.filter((each) => of(each) > 0).sort((a, b) => of(b) - of(a));
  const others = sorted.slice(most);
  return (
    <ul className="wo-why-list">
      {sorted.slice(0, most).map((each) => (
        <li key={`${each.model}/${each.threat.id}`}>
          <span>{each.threat.title}</span>
          <span className="wo-number">{points(of(each))}</span>
        </li>
      ))}
      {others.length > 0 && (
        <li>
          <span>{counted(others.length, 'other threat')}</span>
          <span className="wo-number">{points(others.reduce((sum, each) => sum + of(each), 0))}</span>
        </li>
      )}
      {sorted.length === 0 && <li>No threat counts here.</li>}
    </ul>
  );
}

interface WhyProps {
  readonly name: string;
  readonly which: Which;
  readonly totals: SprintTotals;
}

/** What it says is worked out when somebody asks. */
function Why({ name, which, totals }: WhyProps): React.ReactElement {
  const [isOpen, setOpen] = React.useState(false);
  return (
    <details
      className="wo-why-number"
      onToggle={({ currentTarget }) => setOpen(currentTarget.hasAttribute('open'))}
    >
      <summary>
        Why this number<span className="wo-hidden">: {name}</span>
      </summary>
      {isOpen && <p>{rules[which]}</p>}
      {isOpen && <Parts which={which} totals={totals} />}
    </details>
  );
}

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
      <Why name={name} which={which} totals={totals} />
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
