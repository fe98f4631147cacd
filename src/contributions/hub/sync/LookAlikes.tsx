/** Tasks that people made themselves and that look like a mitigation: taken over by the next write, or dismissed. */
import * as React from 'react';
import { Button } from 'azure-devops-ui/Button';
import { lookAlikeKey, lookAlikes } from '../../../core/alignment/look-alikes';
import type { AlikeTask, LookAlike } from '../../../core/alignment/look-alikes';
import { dismissFinding } from '../../../core/model/edits/dismiss';
import type { SyncChoice } from '../../../core/sync/plan';
import { Banner } from '../../../ui/Banner';
import { Pill } from '../../../ui/Marks';
import { useHub } from '../hub-context';
import { useModelView } from '../model-view';
import { QueryLink } from '../QueryLink';
import { useLoad } from '../use-load';
import { WorkItemLink } from '../WorkItemLinks';

/** As many as somebody looks through; the others follow when these are settled. */
const shown = 10;

const none: readonly AlikeTask[] = [];

export interface LookAlikesProps {
  /** Those of the last look; undefined = it made nothing, so it did not look for them. */
  readonly known: readonly AlikeTask[] | undefined;
  /** The Tasks that keep another one from being made. */
  readonly holding: ReadonlySet<number>;
  readonly choice: SyncChoice;
  readonly onChoice: (choice: SyncChoice) => void;
  /** Who dismisses, for the record. */
  readonly person: string;
}

interface RowProps {
  readonly alike: AlikeTask;
  readonly isHolding: boolean;
  /** The mitigation that the person gave the Task, if any. */
  readonly taken: LookAlike | undefined;
  readonly onTake: (candidate: LookAlike) => void;
  readonly onLeave: () => void;
  /** The Task is none of them. */
  readonly onDismiss: () => void;
}

function Row({ alike, isHolding, taken, onTake, onLeave, onDismiss }: RowProps): React.ReactElement {
  const { model, readOnly } = useModelView();
  const { task, candidates } = alike;
  // Nothing is chosen to begin with: nobody gives a Task away by accident.
  const [picked, setPicked] = React.useState<LookAlike['mitigation'] | undefined>(undefined);
  const chosen = taken ?? candidates.find(({ mitigation }) => mitigation === picked);
  const spoken = `#${task.id} ${task.title}`;
  return (
    <li className="wo-question">
      <div className="wo-question-main">
        <h3 className="wo-question-head">
          <WorkItemLink id={task.id} /> {task.title} <Pill>{task.state}</Pill>
        </h3>
        {isHolding && <p className="wo-warning-text">No other Task is made for it before you answer.</p>}
        <fieldset className="wo-answers" disabled={readOnly || taken !== undefined}>
          <legend className="wo-hidden">{`Which mitigation is #${task.id}?`}</legend>
          {candidates.map((candidate) => (
            <label key={candidate.mitigation}>
              <input
                type="radio"
                name={`alike-${task.id}`}
                checked={candidate === chosen}
                onChange={() => setPicked(candidate.mitigation)}
              />
              <span>
                {model.mitigation.get(candidate.mitigation)?.title}
                <span className="wo-because">{candidate.because.join('; ')}</span>
              </span>
            </label>
          ))}
        </fieldset>
      </div>
      {!readOnly && (
        <span className="wo-head-actions">
          {taken ? (
            <>
              <Pill tone="success">Taken over when you write</Pill>
              <Button text="Leave it" ariaLabel={`Leave it: ${spoken}`} onClick={onLeave} />
            </>
          ) : (
            <>
              <Button
                text="Use this Task"
                ariaLabel={`Use this Task: ${spoken}`}
                disabled={!chosen}
                onClick={() => chosen && onTake(chosen)}
              />
              <Button
                subtle={true}
                text={candidates.length === 1 ? 'Not this' : 'None of these'}
                ariaLabel={`${candidates.length === 1 ? 'Not this' : 'None of these'}: ${spoken}`}
                onClick={onDismiss}
              />
            </>
          )}
        </span>
      )}
    </li>
  );
}

function withTaken(choice: SyncChoice, { mitigation }: LookAlike, task: number | undefined): SyncChoice {
  const takes = new Map(choice.takes);
  if (task === undefined) takes.delete(mitigation);
  else takes.set(mitigation, task);
  // To say that its Task is there is to approve it, as asking for one is.
  const approve = choice.approve === 'all' ? choice.approve : new Set(choice.approve);
  if (approve !== 'all' && task !== undefined) approve.add(mitigation);
  if (approve !== 'all' && task === undefined) approve.delete(mitigation);
  return { ...choice, approve, takes };
}

export default function LookAlikes(props: LookAlikesProps): React.ReactElement | null {
  const { known, holding, choice, onChoice, person } = props;
  const { app } = useHub();
  const { session, model, applyLoudly } = useModelView();
  const find = React.useCallback(
    async () => known ?? (await app.findLookAlikes(session.current.model)),
    [app, session, known],
  );
  const [load] = useLoad(find);
  const found = load.kind === 'loaded' ? load.value : none;
  // Anew, because a dismissal is known before the next look.
  const alike = React.useMemo(
    () =>
      lookAlikes(
        model,
        found.map(({ task }) => task),
      ),
    [model, found],
  );
  if (load.kind === 'failed')
    return <Banner tone="warning">Tasks that people made could not be looked through: {load.reason}</Banner>;
  if (alike.length === 0) return null;
  const dismiss = ({ task, candidates }: AlikeTask) => {
    const dismissed = candidates.flatMap(({ mitigation }) => {
      const finding = lookAlikeKey(mitigation, task.id);
      const { dismissal } = dismissFinding({
        finding,
        by: person,
        reason: 'It is another piece of work.',
        at: app.now(),
        newId: app.newId,
      });
      return dismissal?.put ?? [];
    });
    applyLoudly(
      { label: 'Dismiss a Task that looks alike', dismissal: { put: dismissed } },
      `#${task.id} is not proposed any more.`,
    );
    onChoice(choice);
  };
  return (
    <section className="wo-card" aria-labelledby="wo-sync-alike">
      <div className="wo-card-head">
        <h2 id="wo-sync-alike">
          Is this work on the backlog already? <span className="wo-quiet">{alike.length}</span>
        </h2>
        <QueryLink ids={alike.map(({ task }) => task.id)} of="Tasks that look like a mitigation" />
      </div>
      <p className="wo-quiet">
        People made these Tasks, and each looks like a mitigation that has no Task yet. One that you use gets
        the link and the text of the mitigation; its title and its own words stay.
      </p>
      <ul className="wo-plain-list wo-questions">
        {alike.slice(0, shown).map((each) => (
          <Row
            key={each.task.id}
            alike={each}
            isHolding={holding.has(each.task.id)}
            taken={each.candidates.find(({ mitigation }) => choice.takes?.get(mitigation) === each.task.id)}
            onTake={(candidate) => onChoice(withTaken(choice, candidate, each.task.id))}
            onLeave={() => {
              const taken = each.candidates.find(
                ({ mitigation }) => choice.takes?.get(mitigation) === each.task.id,
              );
              if (taken) onChoice(withTaken(choice, taken, undefined));
            }}
            onDismiss={() => dismiss(each)}
          />
        ))}
      </ul>
    </section>
  );
}
