/** What it takes to come down: the cheapest set for a target, or the best set for an effort, explained and proven. */
import * as React from 'react';
import { bestSet } from '../../../core/risk/budget/best-set';
import { targetOf } from '../../../core/risk/target';
import type { BestSet } from '../../../core/risk/budget/best-set';
import { budgetProblem } from '../../../core/risk/budget/from-model';
import type { Goal } from '../../../core/risk/budget/problem';
import { usualEffort } from '../../../core/risk/budget/usual-effort';
import { Choice } from '../../../ui/Choice';
import { Field, Labelled } from '../../../ui/Field';
import { counted, percent, points } from '../../../ui/words';
import { useHub } from '../hub-context';
import { useModelView } from '../model-view';
import { WhyPick, WhySet } from './WhySet';

const kinds = [
  { value: 'target', label: 'The cheapest set that reaches a target' },
  { value: 'effort', label: 'The best set for an effort' },
] as const;
type GoalKind = (typeof kinds)[number]['value'];

function proofWords({ proof }: BestSet, kind: GoalKind): string {
  if (proof.kind === 'optimal') return 'Proven: no other set does better.';
  const unit = kind === 'effort' ? 'points of risk left' : 'of effort';
  return `No set can go below ${points(proof.least)} ${unit}; this one is within ${percent(proof.gap)} of that.`;
}

function Result({
  set,
  kind,
  estimated,
}: {
  readonly set: BestSet;
  readonly kind: GoalKind;
  readonly estimated: (key: string) => boolean;
}) {
  const { model, assessment } = useModelView();
  const { go } = useHub();
  const titles = new Map([...model.mitigation.values()].map(({ id, title }) => [String(id), title]));
  if (set.picks.length === 0)
    return (
      <p>
        {set.reached && kind === 'target'
          ? 'The target is reached already.'
          : 'No open mitigation helps within that.'}
      </p>
    );
  return (
    <>
      <p role="status">
        <strong>{counted(set.picks.length, 'mitigation')}</strong> for an effort of {points(set.effort)} bring
        the risk from {points(assessment.current)} to <strong>{points(set.left)}</strong> points.{' '}
        {!set.reached && 'The target is out of reach with all that the model knows. '}
        {proofWords(set, kind)}
      </p>
      <WhySet set={set} titles={titles} />
      <ol className="wo-budget">
        {set.picks.map((pick) => (
          <li key={pick.key}>
            <button
              type="button"
              className="wo-link"
              onClick={() => go({ model: model.info.id, mitigation: pick.key })}
            >
              {titles.get(pick.key) ?? pick.key}
            </button>
            <span className="wo-quiet">
              −{points(pick.removes)} points for an effort of {points(pick.effort)}
              {!estimated(pick.key) && ' (assumed)'}
            </span>
            <WhyPick of={titles.get(pick.key) ?? pick.key} pick={pick} estimated={estimated(pick.key)} />
          </li>
        ))}
      </ol>
      <p className="wo-quiet">
        In the order of doing: most points for the effort first, and what another requires before it. Each
        number holds when those above it are done.
      </p>
    </>
  );
}

/** Whole weeks until the day, at least 0. */
function weeksUntil(day: string, now: string): number {
  const week = 7 * 24 * 60 * 60 * 1000;
  return Math.max(0, Math.floor((Date.parse(day) - Date.parse(now)) / week));
}

export function BudgetCard(): React.ReactElement {
  const { app } = useHub();
  const { model, assessment } = useModelView();
  const target = targetOf(model, assessment);
  const [kind, setKind] = React.useState<GoalKind>('target');
  const [aim, setAim] = React.useState(String(Math.round(target?.points ?? assessment.current / 2)));
  const [effort, setEffort] = React.useState('20');
  const [pace, setPace] = React.useState('');
  const value = Number(kind === 'target' ? aim : effort);
  const isFine = Number.isFinite(value) && value >= 0;
  const usual = usualEffort(model.mitigation.values());
  const set = React.useMemo(() => {
    if (!isFine) return undefined;
    const goal: Goal = kind === 'target' ? { kind, points: value } : { kind, limit: value };
    return bestSet(
      budgetProblem(assessment, (each) => each.effort ?? usual),
      goal,
    );
  }, [assessment, kind, value, isFine, usual]);
  const perWeek = Number(pace);
  const weeks = set && perWeek > 0 ? Math.ceil(set.effort / perWeek) : undefined;
  const left = target?.by === undefined ? undefined : weeksUntil(target.by, app.now());
  const estimates = new Map([...model.mitigation.values()].map((each) => [String(each.id), each.effort]));
  return (
    <section className="wo-card" aria-label="Budget">
      <h2>What it takes</h2>
      <div className="wo-budget-wish">
        <Labelled label="What to look for">
          <Choice label="What to look for" value={kind} options={kinds} onChange={setKind} />
        </Labelled>
        {kind === 'target' ? (
          <Field label="Target, points of risk" value={aim} onChange={setAim} />
        ) : (
          <Field label="Effort, story points or days" value={effort} onChange={setEffort} />
        )}
        <Field label="Effort that you can give a week (optional)" value={pace} onChange={setPace} />
      </div>
      {set ? (
        <Result set={set} kind={kind} estimated={(key) => estimates.get(key) !== undefined} />
      ) : (
        <p className="wo-error-text">Write a number, 0 or more.</p>
      )}
      {weeks !== undefined && (
        <p>
          That is {counted(weeks, 'week')} of work
          {left === undefined
            ? '.'
            : weeks <= left
              ? `; ${counted(left, 'week')} are left until ${target?.by?.slice(0, 10)}.`
              : `, and only ${counted(left, 'week')} are left until ${target?.by?.slice(0, 10)}.`}
        </p>
      )}
    </section>
  );
}
