/** The line under the breadcrumb: what is shown, and what can be done with all of it. */
import * as React from 'react';
import { Icon, type IconName } from '../parts/Icon';

interface ViewHeaderProps {
  readonly title: string;
  readonly icon: IconName;
  readonly children?: React.ReactNode;
}

export function ViewHeader({ title, icon, children }: ViewHeaderProps): JSX.Element {
  return (
    <header className="view-header">
      <h1>
        <Icon name={icon} /> {title}
      </h1>
      <div className="view-commands">{children}</div>
    </header>
  );
}
