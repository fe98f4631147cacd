/** One extension hub in the full size of the page. */
import * as React from 'react';
import { contributionById, nameOf } from '../../page/contributions';
import { useShell } from '../../page/shell';
import { Notice } from '../../parts/Notice';
import { ExtensionFrame } from '../../xdm/ExtensionFrame';
import type { ViewProps } from '../view';

const noConfiguration = {};

export function HubPage({ params }: ViewProps): JSX.Element {
  const { bootstrap } = useShell();
  const id = params['contribution'] ?? '';
  const placed = contributionById(bootstrap.extensions, id);
  if (!placed) {
    return (
      <Notice kind="error" title="This hub does not exist">
        No installed extension contributes “{id}”.
      </Notice>
    );
  }
  return (
    <React.Fragment>
      <h1 className="visually-hidden">{nameOf(placed)}</h1>
      <ExtensionFrame placed={placed} configuration={noConfiguration} sizing="fill" />
    </React.Fragment>
  );
}
