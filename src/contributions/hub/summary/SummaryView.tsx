/** One page for those who decide: the risk, where it goes, what it takes, who answers for what. It prints on A4. */
import './summary.css';
import * as React from 'react';
import { Button } from 'azure-devops-ui/Button';
import { pictureOfPlaces } from '../../../core/diagram/part-picture';
import { worriesOf } from '../../../core/diagram/worries';
import type { ThreatRisk } from '../../../core/risk/assess';
import { bestSet } from '../../../core/risk/budget/best-set';
import { budgetProblem } from '../../../core/risk/budget/from-model';
import { usualEffort } from '../../../core/risk/budget/usual-effort';
import { changedSince } from '../../../core/risk/since';
import { targetOf } from '../../../core/risk/target';
import Drawing from '../../../ui/Drawing';
import { SeverityMark } from '../../../ui/Marks';
import { Why } from '../../../ui/Why';
import { counted, points } from '../../../ui/words';
import { useHub } from '../hub-context';
import { useModelView } from '../model-view';
import { TrendDrawing } from '../risk/TrendDrawing';
import { ThreatFigure } from '../risk/WhyNumber';
import { PickFigure, WhySet } from '../risk/WhySet';
import { useAccepted } from '../risk/use-accepted';
import { useHistories, useTrend, verdict, verdictRules } from '../risk/use-trend';
import type { Histories } from '../risk/use-trend';
import { Failed, Waiting } from '../Waiting';
import { Accepted, Numbers, Reasons } from './SummaryReasons';
import { changeInWords, standingInWords } from './summary-words';

/** As many as one reads; the other pages have all. */
const most = 5;
const month = 30 * 24 * 60 * 60 * 1000;

function Names({ title, names }: { readonly title: string; readonly names: readonly string[] }) {
  if (names.length === 0) return null;
  const rest = names.length - most;
  return (
    <p>
      <strong>{title}:</strong> {names.slice(0, most).join('; ')}
      {rest > 0 && `; and ${rest} more`}.
    </p>
  );
}

function OverTime({ histories }: { readonly histories: Histories }): React.ReactElement {
  const { app } = useHub();
  const { model, assessment } = useModelView();
  const trend = useTrend(histories);
  const since = React.useMemo(() => {
    const to = app.now();
    return changedSince({ model, histories, from: new Date(Date.parse(to) - month).toISOString(), to });
  }, [app, model, histories]);
  const titles = since.accepted.flatMap(({ threat, by }) => {
    const title = model.threat.get(threat)?.title;
    return title === undefined ? [] : [`${title} (${by})`];
  });
  return (
    <>
      <section aria-label="Trend">
        <h3>Where it goes</h3>
        <p>{verdict(trend)}</p>
        <Why of="Trend">{() => verdictRules(trend).map((each) => <p key={each}>{each}</p>)}</Why>
        {trend.points.length > 1 && (
          <TrendDrawing points={trend.points} target={targetOf(model, assessment)?.points} />
        )}
      </section>
      <section aria-label="Since last month">
        <h3>What changed in the last 30 days</h3>
        <p>{changeInWords(since)}</p>
        <Names title="Found" names={since.foundThreats.map(({ title }) => title)} />
        <Names title="Done" names={since.done.map(({ title }) => title)} />
        <Names title="Accepted" names={titles} />
      </section>
    </>
  );
}

/** The places of the largest risks, as far as a diagram shows them. */
function Places({ worst }: { readonly worst: readonly ThreatRisk[] }): React.ReactElement | null {
  const { model, assessment } = useModelView();
  const part = React.useMemo(
    () =>
      pictureOfPlaces(
        model,
        worst.map(({ threat }) => threat.place),
        worriesOf(model, assessment),
      ),
    [model, assessment, worst],
  );
  return part ? <Drawing part={part} title="Where the largest risks are" name="worst" /> : null;
}

function Worst(): React.ReactElement | null {
  const { assessment, model } = useModelView();
  const { go } = useHub();
  const worst = React.useMemo(
    () =>
      [...assessment.threats.values()]
        .filter(({ applies, current }) => applies && current > 0)
        .sort((a, b) => b.current - a.current)
        .slice(0, most),
    [assessment],
  );
  if (worst.length === 0) return null;
  return (
    <section aria-label="Largest risks">
      <h3>The largest risks now</h3>
      <ol className="wo-summary-list">
        {worst.map((risk) => (
          <li key={risk.threat.id}>
            <span>
              <button
                type="button"
                className="wo-link"
                onClick={() => go({ model: model.info.id, threat: risk.threat.id })}
              >
                {risk.threat.title}
              </button>
            </span>
            <span>
              <SeverityMark name={risk.currentName} /> <ThreatFigure risk={risk} />
            </span>
          </li>
        ))}
      </ol>
      <Places worst={worst} />
    </section>
  );
}

function WhatItTakes(): React.ReactElement {
  const { model, assessment } = useModelView();
  const { go } = useHub();
  const target = targetOf(model, assessment);
  const aim = target?.points ?? assessment.current / 2;
  const set = React.useMemo(() => {
    const usual = usualEffort(model.mitigation.values());
    const problem = budgetProblem(assessment, (each) => each.effort ?? usual);
    return bestSet(problem, { kind: 'target', points: aim });
  }, [model, assessment, aim]);
  const titles = new Map([...model.mitigation.values()].map(({ id, title }) => [String(id), title]));
  const estimated = new Set(
    [...model.mitigation.values()].flatMap(({ id, effort }) => (effort === undefined ? [] : [String(id)])),
  );
  const wish = target
    ? `to reach the target of ${points(aim)} points`
    : 'to halve the risk, as long as nobody sets a target';
  const words = () => {
    if (assessment.current <= aim) return 'Nothing more: the target is reached.';
    const effort = `${counted(set.picks.length, 'mitigation')} with an effort of ${points(set.effort)} (story points or days)`;
    if (!set.reached)
      return `All that the model knows is not enough ${wish}: ${effort} bring it to ${points(set.left)}.`;
    return `The cheapest way ${wish}: ${effort}. The risk is then ${points(set.left)} points.`;
  };
  return (
    <section aria-label="What it takes">
      <h3>{target ? 'What it takes to be acceptable' : 'What it takes'}</h3>
      <p>{words()}</p>
      {assessment.current > aim && <WhySet set={set} titles={titles} />}
      {assessment.current > aim && set.picks.some(({ key }) => !estimated.has(key)) && (
        <p className="wo-quiet">What nobody estimated counts as the middle of the others.</p>
      )}
      {assessment.current > aim && (
        <ol className="wo-summary-list">
          {set.picks.map((pick) => (
            <li key={pick.key}>
              <span>
                <button
                  type="button"
                  className="wo-link"
                  onClick={() => go({ model: model.info.id, mitigation: pick.key })}
                >
                  {titles.get(pick.key) ?? pick.key}
                </button>
              </span>
              <span>
                <PickFigure
                  of={titles.get(pick.key) ?? pick.key}
                  pick={pick}
                  estimated={estimated.has(pick.key)}
                />
              </span>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

export default function SummaryView(): React.ReactElement {
  const { app } = useHub();
  const { model, assessment } = useModelView();
  const accepted = useAccepted();
  const [load, again] = useHistories();
  const threats = [...assessment.threats.values()];
  const answeredFor = threats.filter(({ threat, applies }) => applies && accepted.has(threat.id));
  const points = answeredFor.reduce((sum, { current }) => sum + current, 0);
  const [first, ...rest] = standingInWords(assessment, targetOf(model, assessment), points);
  return (
    <article className="wo-card wo-summary">
      <header>
        <div>
          <p className="wo-quiet">Security summary, {app.now().slice(0, 10)}</p>
          <h2 className="wo-summary-name">{model.info.name}</h2>
        </div>
        <span className="wo-no-print">
          <Button text="Print" onClick={() => window.print()} />
        </span>
      </header>
      <section aria-label="Risk">
        <p className="wo-summary-lead">{first}</p>
        <p>{rest.join(' ')}</p>
        <Reasons threats={threats} answeredFor={answeredFor} />
      </section>
      {load.kind === 'loading' && <Waiting label="Reading when the Tasks changed…" />}
      {load.kind === 'failed' && <Failed reason={load.reason} onRetry={again} />}
      {load.kind === 'loaded' && <OverTime histories={load.value} />}
      <Worst />
      <WhatItTakes />
      <Accepted />
      <Numbers />
    </article>
  );
}
