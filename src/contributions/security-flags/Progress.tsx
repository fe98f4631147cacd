/** How far a long write is, with a way to stop it. */
import * as React from 'react';
import { Button } from 'azure-devops-ui/Button';

interface ProgressProps {
  readonly done: number;
  readonly total: number;
  readonly stopping: boolean;
  readonly onStop: () => void;
}

export function Progress({ done, total, stopping, onStop }: ProgressProps): React.ReactElement {
  return (
    <div className="wo-progress" role="status">
      <p>
        {stopping ? 'Stopping after this batch… ' : 'Writing… '}
        {total > 0 && `${done.toLocaleString('en')} of ${total.toLocaleString('en')}`}
      </p>
      <progress aria-label="Work items written" max={Math.max(total, 1)} value={done} />
      <div>
        <Button text="Stop" disabled={stopping} onClick={onStop} />
      </div>
    </div>
  );
}
