/** A line across the page that says what is wrong or worth knowing, with a way on. */
import * as React from 'react';
import { InfoIcon, WarningIcon } from './icons';

export interface BannerProps {
  readonly tone: 'info' | 'warning' | 'error' | 'success';
  readonly children: React.ReactNode;
  /** Buttons at the end of the line. */
  readonly actions?: React.ReactNode;
}

export function Banner({ tone, children, actions }: BannerProps): React.ReactElement {
  return (
    // An error interrupts; anything else is announced when there is time.
    <div className={`wo-banner wo-banner-${tone}`} role={tone === 'error' ? 'alert' : 'status'}>
      {tone === 'info' || tone === 'success' ? <InfoIcon /> : <WarningIcon />}
      <div className="wo-banner-text">{children}</div>
      {actions && <div className="wo-banner-actions">{actions}</div>}
    </div>
  );
}
