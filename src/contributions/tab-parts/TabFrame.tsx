/** The frame of a tab: surface, styles, and what it shows while there is no desk to show. */
import 'azure-devops-ui/Core/override.css';
import '../../ui/ui.css';
import '../hub/hub.css';
import './tabs.css';
import * as React from 'react';
import { Button } from 'azure-devops-ui/Button';
import { Surface, SurfaceBackground } from 'azure-devops-ui/Surface';
import { ShieldIcon } from '../../ui/icons';

export function TabFrame({ children }: { readonly children: React.ReactNode }): React.ReactElement {
  return (
    <Surface background={SurfaceBackground.neutral}>
      <main className="wo-page wo-tab">{children}</main>
    </Surface>
  );
}

export interface EmptyProps {
  readonly title: string;
  readonly children?: React.ReactNode;
  readonly action?: { readonly label: string; readonly run: () => void };
}

/** A page with nothing on it says why, and what comes next. */
export function Empty({ title, children, action }: EmptyProps): React.ReactElement {
  return (
    <div className="wo-nothing">
      <span className="wo-nothing-mark">
        <ShieldIcon size={64} />
      </span>
      <h2>{title}</h2>
      {children && <p className="wo-quiet">{children}</p>}
      {action && <Button primary={true} text={action.label} onClick={action.run} />}
    </div>
  );
}

/** No threat model yet: neither tab has anything to compare the backlog with. */
export function NoModel({ onHub }: { readonly onHub: () => void }): React.ReactElement {
  return (
    <Empty title="There is no threat model yet" action={{ label: 'Open Threat models', run: onHub }}>
      Threats and mitigations come from a threat model. Import one, or start an empty one, in the hub “Threat
      models”; then this tab compares it with the stories of the backlog.
    </Empty>
  );
}
