/** The address names something that the model does not hold. */
import * as React from 'react';
import { Button } from 'azure-devops-ui/Button';
import { ModalDialog } from '../../ui/Layers';

export interface GoneNoticeProps {
  readonly what: 'threat' | 'mitigation' | 'event' | 'requirement' | 'assumption';
  readonly onClose: () => void;
}

export function GoneNotice({ what, onClose }: GoneNoticeProps): React.ReactElement {
  return (
    <ModalDialog
      title={`This ${what} is not in the model`}
      onClose={onClose}
      footer={<Button primary={true} text={`Show all ${what}s`} onClick={onClose} />}
    >
      <p>Somebody deleted it, or the link is incomplete.</p>
    </ModalDialog>
  );
}
