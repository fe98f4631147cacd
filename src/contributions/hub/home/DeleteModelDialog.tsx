/** Asks before a whole model goes, and names what is lost and what stays. */
import * as React from 'react';
import { Button } from 'azure-devops-ui/Button';
import type { ModelInfo } from '../../../core/model/model';
import { Banner } from '../../../ui/Banner';
import { ModalDialog } from '../../../ui/Layers';
import { sentenceOf } from '../../../ui/words';
import { useHub } from '../hub-context';

export interface DeleteModelDialogProps {
  readonly info: ModelInfo;
  readonly onClose: () => void;
  readonly onDeleted: () => void;
}

export function DeleteModelDialog({ info, onClose, onDeleted }: DeleteModelDialogProps): React.ReactElement {
  const { app, navigation, sessions } = useHub();
  const [busy, setBusy] = React.useState(false);
  const [problem, setProblem] = React.useState<string | undefined>(undefined);
  const remove = async () => {
    setBusy(true);
    try {
      await app.deleteModel(info.id);
      sessions.forget(info.id);
      navigation.toast(`“${info.name}” was deleted.`);
      onClose();
      onDeleted();
    } catch (error) {
      setProblem(sentenceOf(error));
      setBusy(false);
    }
  };
  return (
    <ModalDialog
      title={`Delete “${info.name}”?`}
      onClose={onClose}
      footer={
        <>
          <Button text="Cancel" onClick={onClose} />
          <Button danger={true} text="Delete model" disabled={busy} onClick={() => void remove()} />
        </>
      }
    >
      {problem !== undefined && <Banner tone="error">{problem}</Banner>}
      <p>
        All its threats, mitigations, judgements and links to stories are lost, for everybody. This cannot be
        undone.
      </p>
      <p>Tasks that were created from it stay in the backlog.</p>
    </ModalDialog>
  );
}
