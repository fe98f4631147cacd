/** Dashboards of the team and their widgets, as the store keeps them. */
import { guidOf } from '../organisation/identifiers';
import type { Team } from '../organisation/types';
import { kind, type Reader, type Transaction } from '../store/store';

export interface WidgetSize {
  readonly rowSpan: number;
  readonly columnSpan: number;
}

export interface WidgetPosition {
  readonly row: number;
  readonly column: number;
}

export interface StoredWidget {
  readonly id: string;
  readonly etag: number;
  readonly name: string;
  /** The full id of the contribution that draws it. */
  readonly contributionId: string;
  readonly position: WidgetPosition;
  readonly size: WidgetSize;
  /** Whatever the widget saved, as it sent it. */
  readonly settings: string | null;
  readonly settingsVersion: { readonly major: number; readonly minor: number; readonly patch: number };
}

export interface StoredDashboard {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly projectId: string;
  readonly scope: 'project_Team' | 'project';
  /** The team, or for a dashboard of the project the person who made it. */
  readonly ownerId: string;
  readonly position: number;
  readonly refreshInterval: number;
  readonly etag: number;
  readonly modifiedBy: string;
  readonly modifiedAt: string;
  readonly widgets: readonly StoredWidget[];
}

const dashboards = kind<StoredDashboard>('dashboard');
/** That a team was given its first dashboard, which it may have deleted since. */
const begun = kind<string>('dashboardsBegun');

/** Those of a project in their order, of all teams. */
export function dashboardsOfProject(reader: Reader, projectId: string): readonly StoredDashboard[] {
  return reader
    .all(dashboards)
    .filter((one) => one.projectId === projectId)
    .sort((a, b) => a.position - b.position);
}

export function findDashboard(reader: Reader, id: string): StoredDashboard | undefined {
  return reader.get(dashboards, id.toLowerCase());
}

export function keepDashboard(tx: Transaction, dashboard: StoredDashboard): void {
  tx.put(dashboards, dashboard.id, dashboard);
}

export function removeDashboard(tx: Transaction, id: string): void {
  tx.remove(dashboards, id);
}

/** Every team of the original starts with an empty overview; so does a data folder that is older than dashboards. */
export function beginDashboards(tx: Transaction, team: Team): void {
  if (tx.get(begun, team.id) !== undefined) return;
  tx.put(begun, team.id, 'yes');
  keepDashboard(tx, {
    id: guidOf(`dashboard:${team.id}`),
    name: `${team.name} - Overview`,
    description: '',
    projectId: team.projectId,
    scope: 'project_Team',
    ownerId: team.id,
    position: 1,
    refreshInterval: 0,
    etag: 1,
    modifiedBy: '',
    modifiedAt: '',
    widgets: [],
  });
}
