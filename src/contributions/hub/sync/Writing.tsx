/** How far a write is, why it stands still where Azure DevOps asks for patience, and a way to stop it. */
import * as React from 'react';
import { Button } from 'azure-devops-ui/Button';
import { onPatience } from '../../../app/patience';
import type { SyncStage } from './use-sync';

/** True while Azure DevOps has asked to wait. */
function useIsBusy(): boolean {
  const [isBusy, setBusy] = React.useState(false);
  React.useEffect(() => {
    let end: number | undefined;
    const stop = onPatience((milliseconds) => {
      setBusy(true);
      window.clearTimeout(end);
      end = window.setTimeout(() => setBusy(false), milliseconds);
    });
    return () => {
      stop();
      window.clearTimeout(end);
    };
  }, []);
  return isBusy;
}

export function Writing(props: {
  readonly stage: Extract<SyncStage, { kind: 'writing' }>;
  readonly onStop: () => void;
}): React.ReactElement {
  const { done, total, stopping } = props.stage;
  const isBusy = useIsBusy();
  return (
    <div className="wo-progress" role="status">
      <p>
        {stopping ? 'Stopping after this batch… ' : 'Writing… '}
        {done.toLocaleString('en')} of {total.toLocaleString('en')}
      </p>
      <progress aria-label="Steps done" max={Math.max(total, 1)} value={done} />
      <Button text="Stop" disabled={stopping} onClick={props.onStop} />
      {isBusy && <p className="wo-quiet">Azure DevOps is busy and asks to wait; it goes on by itself.</p>}
    </div>
  );
}
