/** How the last edit stands. Says nothing before the first one; a failure has its own line above the page. */
import * as React from 'react';
import { CheckIcon } from '../../ui/icons';
import { useReach } from './desk-context';

export function SavingMark(): React.ReactElement | null {
  const { saving } = useReach();
  const edited = React.useRef(false);
  if (saving.kind !== 'saved') edited.current = true;
  if (!edited.current || saving.kind === 'failed') return null;
  return (
    <span className="wo-saving wo-quiet" role="status">
      {saving.kind === 'saving' ? (
        'Saving…'
      ) : (
        <>
          <CheckIcon /> Saved
        </>
      )}
    </span>
  );
}
