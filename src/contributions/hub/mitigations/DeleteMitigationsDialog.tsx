/** Asks before mitigations go, and says what stays. */
import * as React from 'react';
import { Button } from 'azure-devops-ui/Button';
import { deleteMitigations } from '../../../core/kb/declined';
import type { MitigationId } from '../../../core/model/ids';
import { ModalDialog } from '../../../ui/Layers';
import { counted } from '../../../ui/words';
import { useModelView } from '../model-view';

export interface DeleteMitigationsDialogProps {
  readonly ids: readonly MitigationId[];
  readonly onClose: () => void;
}

export function DeleteMitigationsDialog({ ids, onClose }: DeleteMitigationsDialogProps): React.ReactElement {
  const { model, applyLoudly } = useModelView();
  const what = counted(ids.length, 'mitigation');
  return (
    <ModalDialog
      title={`Delete ${what}?`}
      onClose={onClose}
      footer={
        <>
          <Button text="Cancel" onClick={onClose} />
          <Button
            danger={true}
            text="Delete"
            onClick={() => {
              applyLoudly(deleteMitigations(model, ids), `${what} deleted.`);
              onClose();
            }}
          />
        </>
      }
    >
      <p>
        Their strengths at every threat go, too. Threats and Tasks stay. What came from the knowledge base is
        not brought back by it, only proposed at its threats. You can undo this.
      </p>
    </ModalDialog>
  );
}
