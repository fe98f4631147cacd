/** The plain page of a part of the original that is not here. */
import * as React from 'react';
import type { IconName } from '../../parts/Icon';
import { Notice } from '../../parts/Notice';
import { ViewHeader } from '../ViewHeader';

interface ServicePageOptions {
  readonly icon: IconName;
  readonly title: string;
  readonly what: string;
}

export function servicePage({ icon, title, what }: ServicePageOptions): () => JSX.Element {
  return function ServicePage() {
    return (
      <div className="view">
        <ViewHeader title={title} icon={icon} />
        <Notice kind="empty" title={`There are ${what} in the local Azure DevOps`}>
          The group is here for the hubs that extensions contribute to it.
        </Notice>
      </div>
    );
  };
}
