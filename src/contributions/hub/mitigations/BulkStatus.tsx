/** One status for all ticked mitigations, in one step, which one Undo takes back. */
import * as React from 'react';
import { setMitigationStatus } from '../../../core/model/edits/judge';
import type { MitigationId } from '../../../core/model/ids';
import { counted, statusWords } from '../../../ui/words';
import { useModelView } from '../model-view';
import { StatusChoice } from '../StatusChoice';

export function BulkStatus(props: {
  readonly ids: readonly MitigationId[];
  readonly onDone?: () => void;
}): React.ReactElement {
  const { ids, onDone } = props;
  const { model, applyLoudly } = useModelView();
  return (
    <StatusChoice
      label="Set the status of the selected mitigations"
      status={undefined}
      inherit="Set status…"
      disabled={false}
      onChange={(status) => {
        if (!status) return;
        const of = counted(ids.length, 'mitigation');
        applyLoudly(setMitigationStatus(model, ids, status), `${of}: ${statusWords[status.kind]}.`);
        onDone?.();
      }}
    />
  );
}
