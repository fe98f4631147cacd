/** The words that go with flagging a threat or ruling it out. */
import * as React from 'react';
import type { ThreatStatus } from '../../../core/model/threat';
import { ReasonDialog } from '../ReasonDialog';

export interface ThreatStatusDialogProps {
  readonly kind: 'needs-investigation' | 'not-applicable';
  readonly onSave: (status: ThreatStatus) => void;
  readonly onClose: () => void;
}

export function ThreatStatusDialog({ kind, onSave, onClose }: ThreatStatusDialogProps): React.ReactElement {
  if (kind === 'not-applicable') {
    return (
      <ReasonDialog
        title="Not applicable"
        label="Why does this not apply?"
        action="Set status"
        need="required"
        onSave={(justification) => onSave({ kind, justification })}
        onClose={onClose}
      />
    );
  }
  return (
    <ReasonDialog
      title="Needs investigation"
      label="What should be looked at?"
      action="Set status"
      need="optional"
      onSave={(note) => onSave(note ? { kind, note } : { kind })}
      onClose={onClose}
    />
  );
}
