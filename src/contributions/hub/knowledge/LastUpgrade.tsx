/** "Take back what the knowledge base changed last", offered for as long as it is possible; then why it is not. */
import * as React from 'react';
import { Button } from 'azure-devops-ui/Button';
import { planTakeBack } from '../../../core/kb/take-back';
import type { TakeBack, TakeBackCounts } from '../../../core/kb/take-back';
import type { Stay } from '../../../core/kb/staying';
import { ModalDialog } from '../../../ui/Layers';
import { usePortion } from '../../../ui/TableParts';
import { counted } from '../../../ui/words';
import { useModelView } from '../model-view';

type Possible = Extract<TakeBack, { kind: 'possible' }>;

const reasons: Readonly<Record<Stay['because'], string>> = {
  'changed-since': 'somebody changed it since',
  needed: 'something in the model builds on it',
  'place-gone': 'its place was deleted',
};

const dateOf = (at: string): string => new Date(at).toLocaleDateString('en', { dateStyle: 'medium' });

/** "2 threats and 3 mitigations"; undefined when there are none. */
function both({ threats, mitigations }: Possible, which: keyof TakeBackCounts): string | undefined {
  const parts = [
    threats[which] > 0 && counted(threats[which], 'threat'),
    mitigations[which] > 0 && counted(mitigations[which], 'mitigation'),
  ].filter((part): part is string => part !== false);
  return parts.length === 0 ? undefined : parts.join(' and ');
}

function effectOf(back: Possible): string {
  const [removed, restored, changed] = [both(back, 'removed'), both(back, 'restored'), both(back, 'changed')];
  const parts = [
    removed && `removes ${removed}`,
    restored && `brings back ${restored}`,
    changed && `undoes what changed in ${changed}`,
  ].filter((part): part is string => part !== undefined);
  if (parts.length === 0) return 'This brings back which packages the model uses, and how deep it looks.';
  return `This ${parts.join(', ')}.`;
}

function Stays({ stays }: { readonly stays: readonly Stay[] }): React.ReactElement {
  const { shown, more } = usePortion(stays);
  return (
    <>
      <p>
        {counted(stays.length, 'thing')} {stays.length === 1 ? 'stays as it is' : 'stay as they are'} now:
      </p>
      <ul className="wo-plain-list">
        {shown.map(({ kind, title, because }, at) => (
          <li key={`${at} ${title}`}>
            <strong>{title}</strong>{' '}
            <span className="wo-quiet">
              ({kind}): {reasons[because]}
            </span>
          </li>
        ))}
      </ul>
      {more}
    </>
  );
}

function Dialog({
  back,
  onClose,
}: {
  readonly back: Possible;
  readonly onClose: () => void;
}): React.ReactElement {
  const { applyLoudly } = useModelView();
  const run = () => {
    applyLoudly(back.edit, 'What the knowledge base changed last was taken back.');
    onClose();
  };
  return (
    <ModalDialog
      title="Take back the last update"
      onClose={onClose}
      footer={
        <>
          <Button text="Cancel" onClick={onClose} />
          <Button primary={true} text="Take it back" onClick={run} />
        </>
      }
    >
      <p>{effectOf(back)}</p>
      {back.stays.length > 0 ? <Stays stays={back.stays} /> : <p>Nothing else changes.</p>}
    </ModalDialog>
  );
}

export function LastUpgrade(): React.ReactElement | null {
  const { model, readOnly } = useModelView();
  const [open, setOpen] = React.useState(false);
  const back = React.useMemo(() => planTakeBack(model), [model]);
  if (back.kind === 'none') return null;
  return (
    <div className="wo-card-head">
      <p className="wo-quiet">
        The knowledge base was last applied on {dateOf(back.at)}.{' '}
        {back.kind === 'impossible' && <>That cannot be taken back any more: {back.because}</>}
      </p>
      {back.kind === 'possible' && !readOnly && (
        <Button subtle={true} text="Take it back…" onClick={() => setOpen(true)} />
      )}
      {open && back.kind === 'possible' && <Dialog back={back} onClose={() => setOpen(false)} />}
    </div>
  );
}
