/** Asks for the reason of a decision before it counts. */
import * as React from 'react';
import { Button } from 'azure-devops-ui/Button';
import { Field } from '../../ui/Field';
import { ModalDialog } from '../../ui/Layers';

export interface ReasonDialogProps {
  readonly title: string;
  readonly label: string;
  readonly action: string;
  /** `required` keeps the action off until something is written. */
  readonly need: 'required' | 'optional';
  readonly onSave: (reason: string) => void;
  readonly onClose: () => void;
}

export function ReasonDialog(props: ReasonDialogProps): React.ReactElement {
  const { title, label, action, need, onSave, onClose } = props;
  const [reason, setReason] = React.useState('');
  const missing = need === 'required' && !reason.trim();
  return (
    <ModalDialog
      title={title}
      onClose={onClose}
      footer={
        <>
          <Button text="Cancel" onClick={onClose} />
          <Button primary={true} text={action} disabled={missing} onClick={() => onSave(reason.trim())} />
        </>
      }
    >
      <Field
        label={label}
        value={reason}
        onChange={setReason}
        rows={4}
        focusFirst="yes"
        help={need === 'required' ? 'A reason is needed: others will want to know why.' : 'Optional.'}
      />
    </ModalDialog>
  );
}
