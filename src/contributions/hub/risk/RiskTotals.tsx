/** Inherent, now, planned, accepted and target, each with how sure it is and why it is what it is. */
import * as React from 'react';
import { Button } from 'azure-devops-ui/Button';
import { setTarget } from '../../../core/model/edits/time';
import { sumOf } from '../../../core/risk/breakdown';
import { targetOf } from '../../../core/risk/target';
import type { Target as TargetValue } from '../../../core/risk/target';
import { riskIntervals } from '../../../core/risk/interval';
import type { RiskInterval } from '../../../core/risk/interval';
import { Field } from '../../../ui/Field';
import { currentRule, inherentRule, intervalRule, plannedRule } from '../../../ui/figure-words';
import { Why } from '../../../ui/Why';
import { percent, points } from '../../../ui/words';
import { useModelView } from '../model-view';
import { useAccepted } from './use-accepted';
import { WhyNumber } from './WhyNumber';
import type { WhyNumberProps } from './WhyNumber';

interface FigureProps {
  readonly name: string;
  readonly value: number;
  readonly of: number;
  readonly interval?: RiskInterval;
  readonly why: Omit<WhyNumberProps, 'of'>;
}

function Figure({ name, value, of, interval, why }: FigureProps): React.ReactElement {
  return (
    <div className="wo-figure">
      <h3>{name}</h3>
      <p className="wo-figure-value">
        {points(value)} <span className="wo-figure-share">{of > 0 ? percent(value / of) : '0%'}</span>
      </p>
      <p className="wo-quiet">
        {interval
          ? `Nine times in ten between ${points(interval.low)} and ${points(interval.high)}`
          : 'As it was decided'}
      </p>
      <WhyNumber of={name} {...why} {...(interval ? { also: intervalRule } : {})} />
    </div>
  );
}

function WhyTarget(props: {
  readonly target: TargetValue | undefined;
  readonly current: number;
  readonly inherent: number;
}): React.ReactElement | null {
  const { model } = useModelView();
  const { target, current, inherent } = props;
  if (!target) return null;
  const share = model.policy?.target?.share ?? 0;
  return (
    <Why of="Target">
      {() => (
        <>
          <p>
            {target.from === 'model'
              ? 'Somebody set it for this model.'
              : `The policies of the project allow ${percent(share)} of the inherent risk: ${points(inherent)} × ${percent(share)} = ${points(target.points)}.`}
          </p>
          <p>
            Of {points(current)} points now, {points(Math.max(0, current - target.points))} have to go.
          </p>
        </>
      )}
    </Why>
  );
}

function Target({
  current,
  inherent,
}: {
  readonly current: number;
  readonly inherent: number;
}): React.ReactElement {
  const { model, apply, readOnly } = useModelView();
  const { target: own } = model.info;
  const target = targetOf(model, { inherent });
  const [text, setText] = React.useState(own ? String(own.points) : '');
  const [by, setBy] = React.useState(own?.by?.slice(0, 10) ?? '');
  const value = Number(text);
  const isFine = text.trim() !== '' && Number.isFinite(value) && value >= 0;
  const save = () =>
    apply(
      setTarget(model, {
        points: value,
        ...(/^\d{4}-\d{2}-\d{2}$/.test(by) ? { by: `${by}T00:00:00.000Z` } : {}),
      }),
    );
  const gap = target ? current - target.points : undefined;
  return (
    <div className="wo-figure">
      <h3>Target</h3>
      <p className="wo-figure-value">{target ? points(target.points) : '–'}</p>
      <p className="wo-quiet">
        {gap === undefined
          ? 'Nobody set one yet'
          : gap > 0
            ? `${points(gap)} points to go${target?.by ? ` until ${target.by.slice(0, 10)}` : ''}`
            : 'Reached'}
      </p>
      <WhyTarget target={target} current={current} inherent={inherent} />
      <details className="wo-why-number">
        <summary>{own ? 'Change the target' : target ? 'Set a target of its own' : 'Set a target'}</summary>
        <Field label="Points" value={text} onChange={setText} disabled={readOnly} />
        <div className="wo-field">
          <label htmlFor="wo-target-by">By (optional)</label>
          <input
            id="wo-target-by"
            type="date"
            className="wo-input"
            value={by}
            disabled={readOnly}
            onChange={(event) => setBy(event.target.value)}
          />
        </div>
        <Button text="Save target" disabled={readOnly || !isFine} onClick={save} />
      </details>
    </div>
  );
}

export function RiskTotals(): React.ReactElement {
  const { assessment } = useModelView();
  const accepted = useAccepted();
  const whole = React.useMemo(
    () => sumOf([...assessment.threats.values()], accepted),
    [assessment, accepted],
  );
  const intervals = React.useMemo(() => riskIntervals(assessment), [assessment]);
  const { threats, inherent, current, planned } = whole;
  return (
    <section className="wo-card" aria-label="Risk in figures">
      <h2>Risk</h2>
      <div className="wo-figures wo-five-figures">
        <Figure
          name="Inherent"
          value={inherent}
          of={inherent}
          interval={intervals.inherent}
          why={{
            rule: inherentRule(assessment.scale),
            threats,
            value: (each) => each.inherent,
          }}
        />
        <Figure
          name="Now"
          value={current}
          of={inherent}
          interval={intervals.current}
          why={{
            rule: currentRule,
            threats,
            value: (each) => each.current,
          }}
        />
        <Figure
          name="When planned work is done"
          value={planned}
          of={inherent}
          interval={intervals.planned}
          why={{
            rule: plannedRule,
            threats,
            value: (each) => each.planned,
          }}
        />
        <Figure
          name="Accepted"
          value={whole.accepted}
          of={inherent}
          why={{
            rule: 'The part of the risk now that somebody answers for, with a day that is not over.',
            threats,
            value: (each) => (accepted.has(each.threat.id) ? each.current : 0),
          }}
        />
        <Target current={current} inherent={inherent} />
      </div>
    </section>
  );
}
