/** "No threat model is needed here": a decision with a name and a reason, shown until somebody takes it back. */
import * as React from 'react';
import { Button } from 'azure-devops-ui/Button';
import { Banner } from '../../../ui/Banner';
import { Field } from '../../../ui/Field';
import { ModalDialog } from '../../../ui/Layers';
import { useHub } from '../hub-context';
import { useModelView } from '../model-view';

function Dialog({ onClose }: { readonly onClose: () => void }): React.ReactElement {
  const { app } = useHub();
  const { model, applyLoudly } = useModelView();
  const [name, setName] = React.useState('');
  const [reason, setReason] = React.useState('');
  const missing = name.trim() === '' || reason.trim() === '';
  const save = () => {
    const notNeeded = { name: name.trim(), reason: reason.trim(), at: app.now() };
    applyLoudly(
      { label: 'No threat model needed', info: { ...model.info, notNeeded } },
      'Noted: no threat model is needed here.',
    );
    onClose();
  };
  return (
    <ModalDialog
      title="No threat model is needed"
      onClose={onClose}
      holds={name || reason ? 'unsaved' : 'nothing'}
      footer={
        <>
          <Button text="Cancel" onClick={onClose} />
          <Button primary={true} text="Note it" disabled={missing} onClick={save} />
        </>
      }
    >
      <Field label="Who decides" value={name} onChange={setName} focusFirst="yes" maxLength={200} />
      <Field
        label="Why"
        value={reason}
        onChange={setReason}
        rows={4}
        help="For example: nothing but public pages, no accounts, no data of anybody."
      />
    </ModalDialog>
  );
}

export function NotNeeded(): React.ReactElement {
  const { model, apply, readOnly } = useModelView();
  const [open, setOpen] = React.useState(false);
  const { notNeeded, ...info } = model.info;
  if (!notNeeded) {
    return (
      <div className="wo-card-head">
        <p className="wo-quiet">
          Packages of knowledge look at your drawing and say what usually threatens such a system, and what
          helps.
        </p>
        {!readOnly && <Button subtle={true} text="No threat model needed…" onClick={() => setOpen(true)} />}
        {open && <Dialog onClose={() => setOpen(false)} />}
      </div>
    );
  }
  const at = new Date(notNeeded.at).toLocaleDateString('en', { dateStyle: 'medium' });
  return (
    <Banner
      tone="info"
      actions={
        !readOnly && (
          <Button
            text="It is needed after all"
            onClick={() => apply({ label: 'Threat model needed', info })}
          />
        )
      }
    >
      <strong>No threat model is needed here</strong>, {notNeeded.name} decided on {at}: {notNeeded.reason}
    </Banner>
  );
}
