/** Takes the product out of a project: looked at, saved, removed, and what remains. */
import * as React from 'react';
import { Button } from 'azure-devops-ui/Button';
import type { FlagsApp } from '../../app/flags/flags-app';
import type { Export, RemovalPlan, RemovalReport } from '../../app/flags/remove-without';
import { removeByHand } from '../../core/flags/manual-steps';
import { Banner } from '../../ui/Banner';
import { downloadText } from '../../ui/hand-over';
import { ModalDialog } from '../../ui/Layers';
import { counted, sentenceOf } from '../../ui/words';
import { ManualSteps } from './ManualSteps';
import { Progress } from './Progress';
import { useRun } from './use-run';

type Saving =
  | { readonly kind: 'not-yet' | 'under-way' }
  | { readonly kind: 'saved'; readonly exported: Export }
  | { readonly kind: 'failed'; readonly reason: string };

function SaveFirst({
  flags,
  onSaved,
}: {
  readonly flags: FlagsApp;
  readonly onSaved: (exported: Export) => void;
}) {
  const [saving, setSaving] = React.useState<Saving>({ kind: 'not-yet' });
  const save = () => {
    setSaving({ kind: 'under-way' });
    flags.exportEverything().then(
      (exported) => {
        downloadText('without-export.json', `${JSON.stringify(exported, null, 2)}\n`);
        setSaving({ kind: 'saved', exported });
        onSaved(exported);
      },
      (error: unknown) => setSaving({ kind: 'failed', reason: sentenceOf(error) }),
    );
  };
  return (
    <div className="wo-save-first">
      <Button
        text={saving.kind === 'saved' ? 'Save again' : 'Save everything first'}
        disabled={saving.kind === 'under-way'}
        onClick={save}
      />
      {saving.kind === 'saved' && (
        <span role="status">
          {counted(saving.exported.models.length, 'threat model')} saved in without-export.json.
        </span>
      )}
      {saving.kind === 'failed' && <Banner tone="error">{saving.reason}</Banner>}
    </div>
  );
}

function Found({ plan }: { readonly plan: RemovalPlan }): React.ReactElement {
  const { counts, boards, problems } = plan;
  return (
    <>
      <ul className="wo-plain-list wo-flag-count">
        <li>
          {counted(counts.tags, 'tag')} on {counted(counts.items, 'work item')}
        </li>
        {boards.map(({ team, rules }) => (
          <li key={team.id}>
            {counted(rules.removed, 'card rule')} on the board of {team.name};{' '}
            {counted(rules.foreign, 'rule')} of other people stay
          </li>
        ))}
        {plan.links === 'remove' && <li>{counted(counts.links, 'link')} from Tasks to their mitigations</li>}
      </ul>
      {problems.length > 0 && (
        <Banner tone="warning">
          {counted(problems.length, 'part')} of the threat models could not be read: Tasks that only they name
          keep their links.
        </Banner>
      )}
    </>
  );
}

function Report({ report }: { readonly report: RemovalReport }): React.ReactElement {
  const { items, boards, remains } = report;
  const refused = boards.filter(({ result }) => result === 'refused');
  return (
    <>
      <Banner tone={items.problem === undefined && refused.length === 0 ? 'success' : 'warning'}>
        {items.problem} {counted(items.done.length, 'work item')} written.
      </Banner>
      <h3>What remains</h3>
      <ul className="wo-plain-list">
        {remains.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {refused.length > 0 && <ManualSteps steps={removeByHand} open="yes" />}
    </>
  );
}

function RemoveDialog(props: {
  readonly flags: FlagsApp;
  readonly links: 'keep' | 'remove';
  readonly onClose: () => void;
}): React.ReactElement {
  const { flags, links, onClose } = props;
  const [exported, setExported] = React.useState<Export | undefined>(undefined);
  const look = React.useCallback(() => flags.planRemoval({ links }), [flags, links]);
  const { stage, start, stop } = useRun<RemovalPlan, RemovalReport>(look);
  const plan = stage.kind === 'planned' ? stage.plan : undefined;
  const isEmpty = plan !== undefined && plan.counts.items + plan.boards.length === 0;
  const isOver = stage.kind === 'done' || stage.kind === 'failed' || isEmpty;
  const remove = () => exported && start((wanted, watch) => flags.remove(wanted, exported, watch));
  return (
    <ModalDialog
      title="Remove Without from this project"
      subtitle="Nothing is removed before everything is saved."
      onClose={() => stage.kind !== 'working' && onClose()}
      footer={
        isOver ? (
          <Button primary={true} text="Close" onClick={onClose} />
        ) : (
          <>
            <Button text="Cancel" disabled={stage.kind === 'working'} onClick={onClose} />
            <Button danger={true} text="Remove" disabled={!plan || !exported} onClick={remove} />
          </>
        )
      }
    >
      {stage.kind === 'looking' && <p role="status">Looking at work items and boards…</p>}
      {stage.kind === 'failed' && <Banner tone="error">{stage.reason}</Banner>}
      {isEmpty && <p>Nothing of Without stands on work items or boards of this project.</p>}
      {plan && !isEmpty && (
        <>
          <p>This goes:</p>
          <Found plan={plan} />
          <SaveFirst flags={flags} onSaved={setExported} />
        </>
      )}
      {stage.kind === 'working' && <Progress {...stage} onStop={stop} />}
      {stage.kind === 'done' && <Report report={stage.report} />}
    </ModalDialog>
  );
}

export function RemoveCard({
  flags,
  onRemoved,
}: {
  readonly flags: FlagsApp;
  readonly onRemoved: () => void;
}) {
  const [links, setLinks] = React.useState<'keep' | 'remove'>('keep');
  const [isOpen, setOpen] = React.useState(false);
  return (
    <section className="wo-card" aria-labelledby="wo-remove">
      <h2 id="wo-remove">Remove Without</h2>
      <p>
        Takes its tags off work items and its rules off boards, after everything was saved in a file. Threat
        models stay until somebody deletes them.
      </p>
      <label className="wo-look">
        <input
          type="checkbox"
          checked={links === 'remove'}
          onChange={(event) => setLinks(event.target.checked ? 'remove' : 'keep')}
        />
        Also the links from Tasks to their mitigations
      </label>
      <Button text="Look what would go…" onClick={() => setOpen(true)} />
      {isOpen && (
        <RemoveDialog
          flags={flags}
          links={links}
          onClose={() => {
            setOpen(false);
            onRemoved();
          }}
        />
      )}
    </section>
  );
}
