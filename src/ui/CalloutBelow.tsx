/** What a button opens below itself: the callout of azure-devops-ui, with Esc, a click beside it and a way back. */
import * as React from 'react';
import { Callout } from 'azure-devops-ui/Callout';
import type { IFocusZoneProps } from 'azure-devops-ui/FocusZone';
import { Location } from 'azure-devops-ui/Utilities/Position';

export interface CalloutBelowProps {
  readonly anchor: HTMLElement;
  /** The name of the dialog. */
  readonly label: string;
  readonly className?: string;
  /** Whether it closes as soon as the focus leaves it. */
  readonly blurDismiss?: boolean;
  /** How the focus moves on; it starts in the content, reaches each button and field, and goes round. */
  readonly focus: IFocusZoneProps;
  readonly onClose: () => void;
  readonly children: React.ReactNode;
}

const below = { horizontal: Location.end, vertical: Location.end };
const fromTop = { horizontal: Location.end, vertical: Location.start };

export function CalloutBelow(props: CalloutBelowProps): React.ReactElement {
  const { anchor, label, className = '', blurDismiss = false, focus, onClose, children } = props;
  return (
    <Callout
      anchorElement={anchor}
      anchorOrigin={below}
      calloutOrigin={fromTop}
      onDismiss={onClose}
      escDismiss={true}
      lightDismiss={true}
      blurDismiss={blurDismiss}
      contentShadow={true}
      // Inside the landmark of the page, where a screen reader looks for what belongs to it.
      portalProps={{ portalSelector: 'main', className: 'no-events wo-popup-portal' }}
      contentClassName={`wo-popup ${className}`}
      ariaLabel={label}
      focuszoneProps={{ includeDefaults: true, circularNavigation: true, focusOnMount: true, ...focus }}
    >
      {children}
    </Callout>
  );
}
