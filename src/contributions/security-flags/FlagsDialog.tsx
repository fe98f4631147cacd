/** What would be written, counted and pictured; then the writing with a stop, and what came of it. */
import * as React from 'react';
import { Button } from 'azure-devops-ui/Button';
import type { FlagsApp } from '../../app/flags/flags-app';
import type { FlagsReport } from '../../app/flags/apply-flags';
import type { FlagsPlan, PlannedFlags } from '../../app/flags/plan-flags';
import { flagOf } from '../../core/flags/flag';
import type { FlagId } from '../../core/flags/flag';
import type { Look } from '../../core/flags/card-rules';
import { boardByHand } from '../../core/flags/manual-steps';
import { Banner } from '../../ui/Banner';
import { ModalDialog } from '../../ui/Layers';
import { counted } from '../../ui/words';
import { FlagCards } from './FlagCards';
import { ManualSteps } from './ManualSteps';
import { Progress } from './Progress';
import { useRun } from './use-run';
import { planSize, reportSentence, ruleSentence, tagSentence } from './words';

export type Wish =
  | { readonly kind: 'on' | 'off'; readonly team: { readonly id: string; readonly name: string } }
  | { readonly kind: 'update' }
  | { readonly kind: 'undo' };

/** Rows that are listed; the count says the rest. */
const listed = 100;
const names = (ids: readonly FlagId[]): string => ids.map((id) => flagOf(id).tag).join(', ') || 'none';

function LookChoice({ look, onLook }: { readonly look: Look; readonly onLook: (look: Look) => void }) {
  const option = (value: Look, label: string) => (
    <label className="wo-look">
      <input type="radio" name="wo-look" checked={look === value} onChange={() => onLook(value)} />
      {label}
    </label>
  );
  return (
    <fieldset className="wo-looks">
      <legend>How the board shows them</legend>
      {option('tags', 'Colour the tags')}
      {option('cards', 'Colour the tags, and the cards that ask for a decision')}
    </fieldset>
  );
}

function Items({ plan }: { readonly plan: FlagsPlan }): React.ReactElement | null {
  const { steps } = plan.tags;
  if (steps.length === 0) return null;
  return (
    <details>
      <summary>Every work item</summary>
      <ul className="wo-plain-list">
        {steps.slice(0, listed).map(({ id, title, from, to }) => (
          <li key={id}>
            <span className="wo-number">#{id}</span> {title}{' '}
            <span className="wo-quiet">
              {names(from)} → {names(to)}
            </span>
          </li>
        ))}
      </ul>
      {steps.length > listed && <p className="wo-quiet">and {counted(steps.length - listed, 'more')}</p>}
    </details>
  );
}

function Planned({ plan, look }: { readonly plan: FlagsPlan; readonly look: Look }): React.ReactElement {
  const { change, counts, tags, newTags, problems } = plan;
  const rules = ruleSentence(plan);
  const first = (id: FlagId) => tags.steps.find(({ to }) => to.includes(id));
  return (
    <>
      {change?.administrator === 'not-listed' && plan.what === 'switch' && (
        <>
          <Banner tone="info">
            You are not listed as an administrator of {change.team.name}. If you administer the project you
            may go on; otherwise Azure DevOps refuses, and nothing is written.
          </Banner>
          <ManualSteps steps={boardByHand} />
        </>
      )}
      {problems.length > 0 && (
        <Banner tone="warning">
          {counted(problems.length, 'part')} of the threat models could not be read; flags are judged without
          them.
        </Banner>
      )}
      <p className="wo-flag-count">{tagSentence(plan)}</p>
      {rules !== undefined && <p>{rules}</p>}
      {change?.rules.notes.map((note) => (
        <Banner key={note} tone="info">
          {note}
        </Banner>
      ))}
      {newTags.length > 0 && (
        <Banner tone="info">
          The project does not have {newTags.length === 1 ? 'this tag' : 'these tags'} yet:{' '}
          {newTags.join(', ')}. You need the permission to make tags.
        </Banner>
      )}
      {tags.full.length > 0 && (
        <Banner tone="warning">
          No further tag fits on {counted(tags.full.length, 'work item')}: {tags.full.slice(0, 10).join(', ')}
          .
        </Banner>
      )}
      <FlagCards
        look={look}
        shown={({ id }) => counts.byFlag[id] > 0}
        textOf={({ id }) => {
          const step = first(id);
          return (
            <>
              <strong>{counted(counts.byFlag[id], 'card')}</strong>
              {step && (
                <>
                  , as <span className="wo-number">#{step.id}</span> {step.title}
                </>
              )}
            </>
          );
        }}
      />
      <Items plan={plan} />
    </>
  );
}

function titleOf(wish: Wish): string {
  if (wish.kind === 'update') return 'Bring flags up to date';
  if (wish.kind === 'undo') return 'Take the last run back';
  return wish.kind === 'on' ? `Flags for ${wish.team.name}` : `Take the flags of ${wish.team.name} away`;
}

export function FlagsDialog(props: {
  readonly flags: FlagsApp;
  readonly wish: Wish;
  readonly look: Look;
  readonly onClose: (what: 'written' | 'nothing') => void;
}): React.ReactElement {
  const { flags, wish, onClose } = props;
  const [look, setLook] = React.useState<Look>(props.look === 'none' ? 'tags' : props.look);
  const plan = React.useCallback((): Promise<PlannedFlags | undefined> => {
    if (wish.kind === 'undo') return flags.planUndo();
    if (wish.kind === 'update') return flags.plan({ kind: 'update' });
    return flags.plan({ kind: 'switch', team: wish.team.id, look: wish.kind === 'on' ? look : 'none' });
  }, [flags, wish, look]);
  const { stage, start, stop } = useRun<PlannedFlags | undefined, FlagsReport>(plan);
  const planned = stage.kind === 'planned' && stage.plan?.kind === 'planned' ? stage.plan : undefined;
  const size = planned ? planSize(planned) : 0;
  const isOver = stage.kind === 'done' || stage.kind === 'failed';
  const write = () => planned && start((_plan, watch) => flags.apply(planned, watch));
  const shownLook = wish.kind === 'on' ? look : (planned?.change?.after ?? props.look);
  return (
    <ModalDialog
      title={titleOf(wish)}
      subtitle="Nothing is written until you say so."
      wide="yes"
      onClose={() => stage.kind !== 'working' && onClose(stage.kind === 'done' ? 'written' : 'nothing')}
      footer={
        isOver ? (
          <Button
            primary={true}
            text="Close"
            onClick={() => onClose(stage.kind === 'done' ? 'written' : 'nothing')}
          />
        ) : (
          <>
            <Button text="Cancel" disabled={stage.kind === 'working'} onClick={() => onClose('nothing')} />
            <Button
              primary={true}
              text={size === 0 ? 'Nothing to write' : `Write ${counted(size, 'change')}`}
              disabled={size === 0}
              onClick={write}
            />
          </>
        )
      }
    >
      {wish.kind === 'on' && (stage.kind === 'planned' || stage.kind === 'looking') && (
        <LookChoice look={look} onLook={setLook} />
      )}
      {stage.kind === 'looking' && <p role="status">Reading the threat models, the backlog and the board…</p>}
      {stage.kind === 'failed' && <Banner tone="error">{stage.reason}</Banner>}
      {stage.kind === 'planned' && stage.plan === undefined && <p>There is nothing to take back.</p>}
      {stage.kind === 'planned' && stage.plan?.kind === 'refused' && (
        <Banner tone="warning">{stage.plan.because}</Banner>
      )}
      {planned && <Planned plan={planned} look={shownLook} />}
      {stage.kind === 'working' && <Progress {...stage} onStop={stop} />}
      {stage.kind === 'done' && (
        <>
          <Banner tone={stage.report.problem === undefined ? 'success' : 'error'}>
            {stage.report.problem === undefined ? '' : `${stage.report.problem} `}
            {reportSentence(stage.report)}
          </Banner>
          {stage.report.rules === 'refused' && <ManualSteps steps={boardByHand} open="yes" />}
        </>
      )}
    </ModalDialog>
  );
}
