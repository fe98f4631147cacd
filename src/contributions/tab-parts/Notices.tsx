/** What is wrong on the desk, above everything else: models that do not open or save, saves that fail, conflicts to decide. */
import * as React from 'react';
import { Button } from 'azure-devops-ui/Button';
import { Banner } from '../../ui/Banner';
import { counted } from '../../ui/words';
import { ConflictDialog } from './ConflictDialog';
import type { AlignmentDesk, DeskState } from './desk';

export function Notices({ desk, state }: { readonly desk: AlignmentDesk; readonly state: DeskState }) {
  const { problems, saving, stale, conflicts } = state;
  return (
    <>
      {problems.length > 0 && (
        <Banner tone="warning">
          {counted(problems.length, 'problem')} with the threat models: {problems.slice(0, 3).join(' ')}
        </Banner>
      )}
      {stale !== undefined && (
        <Banner tone="warning" actions={<Button text="Retry" onClick={() => void desk.refresh()} />}>
          This may be out of date; the last look failed: {stale}
        </Banner>
      )}
      {saving.kind === 'failed' && (
        <Banner tone="error" actions={<Button text="Retry" onClick={() => desk.retry()} />}>
          Your last edit is not saved: {saving.reason}
        </Banner>
      )}
      {conflicts.length > 0 && <ConflictDialog desk={desk} state={state} />}
    </>
  );
}
