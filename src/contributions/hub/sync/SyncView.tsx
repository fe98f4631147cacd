/** Model and backlog side by side in time: what a sync would write, what needs a decision, and what was done before. */
import * as React from 'react';
import { Button } from 'azure-devops-ui/Button';
import { readMemory } from '../../../app/sync-memory';
import { isWriting, stepKey } from '../../../core/sync/plan';
import type { Step, WritingStep } from '../../../core/sync/plan';
import { Banner } from '../../../ui/Banner';
import { counted } from '../../../ui/words';
import { useHub } from '../hub-context';
import { useModelView } from '../model-view';
import { QueryLink } from '../QueryLink';
import { FieldDecision } from '../tasks/FieldDecision';
import { StoryDecision } from '../tasks/StoryDecision';
import { Failed, Waiting } from '../Waiting';
import { useAsked } from './asked';
import type { Asked } from './asked';
import { Decisions } from './Decisions';
import { Journal } from './Journal';
import { StaleTasks } from './StaleTasks';
import { StateMap } from './StateMap';
import { StepTable } from './StepTable';
import { useSync } from './use-sync';
import type { SyncStage, SyncWork } from './use-sync';
import { Writing } from './Writing';

// Compares words: only where somebody syncs.
const LookAlikes = React.lazy(() => import('./LookAlikes'));

function LastTime(): React.ReactElement {
  const { state } = useModelView();
  const { last } = readMemory(state.opened.memory);
  if (!last) return <p className="wo-quiet">Model and backlog have not been aligned from here yet.</p>;
  const { untried = 0 } = last;
  const open = last.open === 0 ? 'nothing was left open' : `${counted(last.open, 'question')} left open`;
  return (
    <p className="wo-quiet">
      Last aligned {new Date(last.at).toLocaleString()}
      {last.by && ` by ${last.by.name}`}: {counted(last.done, 'step')} done
      {last.failed > 0 && `, ${last.failed.toLocaleString('en')} failed`}
      {untried > 0 && `, ${untried.toLocaleString('en')} not tried`}, {open}.
      {last.takenBack && ' A sync was taken back since.'}
    </p>
  );
}

/** A Task that is to be made has no number yet: its story stands for it. */
function touchedBy(steps: readonly Step[]): number[] {
  const touched = steps.flatMap((step) => {
    if (step.kind === 'create') return step.parent?.id ?? [];
    return 'workItem' in step ? step.workItem : [];
  });
  return [...new Set(touched)];
}

function Report({ stage }: { readonly stage: Extract<SyncStage, { kind: 'planned' }> }) {
  const { report, problem } = stage;
  const outcomes = report?.outcomes ?? [];
  const done = outcomes.flatMap(({ result }) => (result.kind === 'done' ? result.workItem : []));
  const untried = outcomes.filter(({ result }) => result.kind === 'not-tried');
  const failed = outcomes.filter(({ result }) => result.kind !== 'done' && result.kind !== 'not-tried');
  return (
    <>
      {problem !== undefined && <Banner tone="error">{problem}</Banner>}
      {report && (
        <Banner
          tone={failed.length + untried.length > 0 || report.problem !== undefined ? 'warning' : 'success'}
          actions={<QueryLink ids={done} of="what was written" />}
        >
          {counted(done.length, 'step')} done. {report.problem}
          {untried.length > 0 &&
            ` ${untried.length.toLocaleString('en')} ${untried.length === 1 ? 'was' : 'were'} not tried: stopped before ${untried.length === 1 ? 'it' : 'them'}. Write again to go on.`}
          {failed.length > 0 && (
            <>
              {' '}
              <QueryLink
                ids={touchedBy([...failed, ...untried].map(({ step }) => step))}
                of="what was not written"
                text="Open what was not written"
              />
            </>
          )}
          {failed.length > 0 && (
            <ul className="wo-plain-list">
              {failed.map(({ step, result }) => (
                <li key={stepKey(step)}>
                  {step.title}: {'message' in result ? result.message : 'Somebody else saved it in between.'}
                </li>
              ))}
            </ul>
          )}
        </Banner>
      )}
    </>
  );
}

function Undecided({ steps }: { readonly steps: readonly Step[] }): React.ReactElement | null {
  const { go } = useHub();
  const { model, index } = useModelView();
  if (steps.length === 0) return null;
  // They have no Task that a query could list, but their stories wait for the decision.
  const stories = steps.flatMap(({ mitigation }) => index.storiesOfMitigation(mitigation));
  return (
    <Banner
      tone="info"
      actions={
        <>
          <QueryLink
            ids={stories}
            of="stories of mitigations that nobody decided"
            text="Open their stories"
          />
          <Button text="Decide" onClick={() => go({ model: model.info.id, tab: 'mitigations' })} />
        </>
      }
    >
      {counted(steps.length, 'mitigation')} {steps.length === 1 ? 'has' : 'have'} no Task because nobody has
      decided yet.
    </Banner>
  );
}

/** "3 new, 1 changed, 2 only noted in the model". */
function planWords(steps: readonly WritingStep[]): string {
  const count = (...kinds: readonly WritingStep['kind'][]) =>
    steps.filter(({ kind }) => kinds.includes(kind)).length;
  const parts = [
    [count('create'), 'new'],
    [count('update', 'restore', 'delete'), 'changed'],
    [count('adopt', 'note'), 'only noted in the model'],
  ] as const;
  return parts.flatMap(([n, word]) => (n > 0 ? `${n.toLocaleString('en')} ${word}` : [])).join(', ');
}

const unanswered: ReadonlyMap<string, string> = new Map();

interface PlannedProps {
  readonly sync: SyncWork;
  readonly stage: Extract<SyncStage, { kind: 'planned' }>;
  readonly asked: Asked;
  readonly left: ReadonlySet<string>;
  readonly onLeft: (left: ReadonlySet<string>) => void;
}

function Planned({ sync, stage, asked, left, onLeft }: PlannedProps): React.ReactElement {
  const { readOnly } = useModelView();
  const { plan } = stage;
  const { choice } = sync;
  const answers = choice.answers ?? unanswered;
  const writing = plan.steps.filter(isWriting);
  const undecided = plan.steps.filter(({ kind }) => kind === 'needs-approval');
  const homeless = plan.steps.filter(({ kind }) => kind === 'needs-story');
  const chosen = writing.filter((step) => !left.has(stepKey(step))).length;
  const isHeld = plan.steps.some(({ kind }) => kind === 'needs-decision' || kind === 'needs-field');
  const isCalm =
    !isHeld && writing.length + asked.oddities.length + asked.conflicts.length + homeless.length === 0;
  return (
    <>
      <Report stage={stage} />
      {isCalm && (
        <Banner tone="success">
          {undecided.length === 0
            ? 'Model and backlog say the same.'
            : 'Everything that was decided is in the backlog.'}
        </Banner>
      )}
      <Decisions
        {...asked}
        answers={answers}
        disabled={readOnly}
        onAnswer={(key, answer) => sync.look({ ...choice, answers: new Map(answers).set(key, answer) })}
      />
      <StaleTasks />
      <Undecided steps={undecided} />
      <React.Suspense fallback={null}>
        <LookAlikes
          known={plan.alike}
          holding={new Set(plan.steps.flatMap((step) => (step.kind === 'needs-decision' ? step.task : [])))}
          choice={choice}
          onChoice={(next) => sync.look(next)}
          person={plan.look.person?.name ?? 'Somebody'}
        />
      </React.Suspense>
      <FieldDecision plan={plan} choice={choice} onChoice={(next) => sync.look(next)} />
      {homeless.length > 0 && (
        <StoryDecision steps={homeless} choice={choice} onChoice={(next) => sync.look(next)} />
      )}
      {writing.length > 0 && (
        <section className="wo-card" aria-labelledby="wo-sync-plan">
          <div className="wo-card-head">
            <h2 id="wo-sync-plan">
              What would be written <span className="wo-quiet">{planWords(writing)}</span>
            </h2>
            <span className="wo-head-actions">
              <QueryLink
                ids={touchedBy(plan.steps)}
                of="Tasks that would be changed, stories that would get one"
              />
              <Button
                primary={true}
                text={`Write ${counted(chosen, 'step')}`}
                disabled={chosen === 0 || readOnly || sync.isLooking}
                onClick={() => sync.write(left)}
              />
            </span>
          </div>
          <p className="wo-quiet">
            Untick what should wait. Nothing reaches the backlog before you press Write, and the last sync can
            be taken back.
          </p>
          <StepTable steps={writing} ticks={{ left, onLeft }} />
        </section>
      )}
    </>
  );
}

export function SyncView(): React.ReactElement {
  const sync = useSync();
  const { stage } = sync;
  const asked = useAsked(stage, sync.choice.answers ?? unanswered);
  const [left, setLeft] = React.useState<ReadonlySet<string>>(new Set());
  const report = stage.kind === 'planned' ? stage.report : undefined;
  const [version, setVersion] = React.useState(0);
  React.useEffect(() => {
    if (report) setVersion((before) => before + 1);
  }, [report]);
  return (
    <div className="wo-sync">
      <div className="wo-card-head">
        <div>
          <p className="wo-lead">
            Keeps this threat model and your backlog saying the same: a Task for each mitigation that was
            decided on.
          </p>
          <LastTime />
        </div>
        <Button
          text={sync.isLooking ? 'Looking…' : 'Look again'}
          disabled={sync.isLooking || stage.kind === 'writing'}
          onClick={() => sync.look(undefined, 'whole')}
        />
      </div>
      {stage.kind === 'looking' && <Waiting label="Looking at the backlog…" />}
      {stage.kind === 'failed' && <Failed reason={stage.reason} onRetry={() => sync.look()} />}
      {stage.kind === 'writing' && <Writing stage={stage} onStop={sync.stop} />}
      {stage.kind === 'planned' && (
        <Planned sync={sync} stage={stage} asked={asked} left={left} onLeft={setLeft} />
      )}
      <StateMap />
      <Journal
        version={version}
        isWriting={stage.kind === 'writing'}
        onUndone={() => {
          setVersion((before) => before + 1);
          sync.look();
        }}
      />
    </div>
  );
}
