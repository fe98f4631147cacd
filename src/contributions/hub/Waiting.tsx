/** What a view shows while it loads, and when loading failed. */
import * as React from 'react';
import { Button } from 'azure-devops-ui/Button';
import { Spinner, SpinnerSize } from 'azure-devops-ui/Spinner';
import { Banner } from '../../ui/Banner';

export function Waiting({ label }: { readonly label: string }): React.ReactElement {
  return (
    <div className="wo-waiting">
      <Spinner size={SpinnerSize.large} label={label} />
    </div>
  );
}

export interface FailedProps {
  readonly reason: string;
  readonly onRetry: () => void;
  readonly children?: React.ReactNode;
}

export function Failed({ reason, onRetry, children }: FailedProps): React.ReactElement {
  return (
    <Banner
      tone="error"
      actions={
        <>
          {children}
          <Button text="Retry" onClick={onRetry} />
        </>
      }
    >
      {reason}
    </Banner>
  );
}
