/** The directory of dashboards, or the one that the address names. */
import * as React from 'react';
import type { ViewProps } from '../view';
import { Directory } from './Directory';
import { OneDashboard } from './OneDashboard';

export function DashboardsPage({ params }: ViewProps): JSX.Element {
  const [kind, id] = (params['rest'] ?? '').split('/');
  return kind?.toLowerCase() === 'dashboard' && id !== undefined && id !== '' ? (
    <OneDashboard key={id} id={id} />
  ) : (
    <Directory />
  );
}
