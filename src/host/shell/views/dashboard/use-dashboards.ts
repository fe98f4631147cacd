import * as React from 'react';
import { useShell, type Shell } from '../../page/shell';
import { dashboardsOver, type Dashboards } from '../../rest/dashboards';

/** Readers and stakeholders look on; the server says the same. */
export function mayEdit({ user }: Shell): boolean {
  return user.access === 'write' && user.level !== 'stakeholder';
}

/** The dashboards as the person of the shell reaches them. */
export function useDashboards(): Dashboards {
  const { connection, bootstrap } = useShell();
  const { project, team } = bootstrap;
  return React.useMemo(
    () => dashboardsOver(connection, project.name, team.name),
    [connection, project.name, team.name],
  );
}
