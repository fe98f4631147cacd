/** Inherent risk, risk now, risk when the planned work is done: three figures and one bar. */
import * as React from 'react';
import type { ThreatRisk } from '../../../core/risk/assess';
import { currentRule, inherentRule, plannedRule } from '../../../ui/figure-words';
import { percent, points } from '../../../ui/words';
import { useModelView } from '../model-view';
import { WhyNumber } from '../risk/WhyNumber';

interface FigureProps {
  readonly name: string;
  readonly value: number;
  /** What 100% is; left out where the figure is the whole. */
  readonly of?: number;
  readonly note: string;
  readonly rule: string;
  readonly part: (risk: ThreatRisk) => number;
}

function Figure({ name, value, of, note, rule, part }: FigureProps): React.ReactElement {
  const { assessment } = useModelView();
  return (
    <div className="wo-figure">
      <h3>{name}</h3>
      <p className="wo-figure-value">
        {points(value)}{' '}
        {of !== undefined && <span className="wo-figure-share">{of > 0 ? percent(value / of) : '0%'}</span>}
      </p>
      <p className="wo-quiet">{note}</p>
      <WhyNumber of={name} rule={rule} threats={[...assessment.threats.values()]} value={part} />
    </div>
  );
}

function Bar({
  inherent,
  current,
  planned,
}: {
  readonly inherent: number;
  readonly current: number;
  readonly planned: number;
}) {
  const width = (value: number) => ({ width: `${inherent > 0 ? (value / inherent) * 100 : 0}%` });
  return (
    <>
      <div
        className="wo-risk-bar"
        role="img"
        aria-label={`Of ${points(inherent)} points, ${points(current)} are left now and ${points(planned)} when planned work is done`}
      >
        <span className="wo-risk-current" style={width(current)} />
        <span className="wo-risk-planned" style={width(planned)} />
      </div>
      <ul className="wo-legend" aria-hidden="true">
        <li>
          <span className="wo-swatch wo-risk-planned" /> Left when planned work is done
        </li>
        <li>
          <span className="wo-swatch wo-risk-current" /> Goes away with planned work
        </li>
        <li>
          <span className="wo-swatch wo-risk-gone" /> Gone already
        </li>
      </ul>
    </>
  );
}

export function RiskFigures(): React.ReactElement {
  const { assessment, model, asked, problem } = useModelView();
  const { inherent, current, planned } = assessment;
  // Until the states of the Tasks are read, what is done counts as only planned: nobody shall take that for the figure.
  const waiting =
    problem === undefined &&
    [...model.realisation.values()].some(({ workItem }) => workItem !== null && !asked.has(workItem));
  return (
    <section className="wo-card" aria-label="Risk of the model" aria-busy={waiting}>
      <h2>Risk</h2>
      {waiting && (
        <p className="wo-quiet" role="status">
          The states of the Tasks are being read; the figures follow.
        </p>
      )}
      <div className="wo-figures">
        <Figure
          name="Inherent"
          value={inherent}
          note="Without any mitigation"
          rule={inherentRule(assessment.scale)}
          part={(each) => each.inherent}
        />
        <Figure
          name="Now"
          value={current}
          of={inherent}
          note="With what is in place"
          rule={currentRule}
          part={(each) => each.current}
        />
        <Figure
          name="When planned work is done"
          value={planned}
          of={inherent}
          note="With approved and running work, too"
          rule={plannedRule}
          part={(each) => each.planned}
        />
      </div>
      <Bar inherent={inherent} current={current} planned={planned} />
    </section>
  );
}
