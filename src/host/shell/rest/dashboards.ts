/** Dashboards of the team and of the project over REST, with their widgets. */
import type { Connection, Listed } from './connection';

export interface WidgetSize {
  /** Columns of the grid. */
  readonly columnSpan: number;
  /** Rows of the grid. */
  readonly rowSpan: number;
}

/** From 1; 0 means "wherever there is room". */
export interface WidgetPosition {
  readonly row: number;
  readonly column: number;
}

export interface SemanticVersion {
  readonly major: number;
  readonly minor: number;
  readonly patch: number;
}

export interface Widget {
  readonly id: string;
  readonly eTag: string;
  readonly name: string;
  readonly contributionId: string;
  readonly position: WidgetPosition;
  readonly size: WidgetSize;
  readonly settings: string | null;
  readonly settingsVersion: SemanticVersion;
}

export interface DashboardEntry {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  /** Minutes; 0 for never. */
  readonly refreshInterval: number;
  /** The team; absent for a dashboard of the project. */
  readonly groupId?: string;
}

export interface Dashboard extends DashboardEntry {
  readonly widgets: readonly Widget[];
}

/** What the catalog knows of a widget. */
export interface WidgetType {
  readonly contributionId: string;
  readonly name: string;
  readonly description: string;
  readonly catalogIconUrl: string | null;
  readonly publisherName: string;
  readonly configurationContributionId: string | null;
  readonly configurationRequired: boolean;
  readonly isNameConfigurable: boolean;
  readonly isVisibleFromCatalog: boolean;
  readonly defaultSettings: string | null;
  readonly allowedSizes: readonly WidgetSize[];
  readonly lightboxOptions: { readonly width: number; readonly height: number } | null;
}

export type NewWidget = Pick<Widget, 'name' | 'contributionId' | 'position' | 'size' | 'settings'>;
export type WidgetChange = Pick<Widget, 'id' | 'eTag'> & Partial<Omit<Widget, 'id' | 'eTag'>>;

export interface Dashboards {
  list(): Promise<readonly DashboardEntry[]>;
  read(id: string): Promise<Dashboard>;
  create(name: string, owner: 'team' | 'project'): Promise<Dashboard>;
  remove(dashboard: DashboardEntry): Promise<void>;
  types(): Promise<readonly WidgetType[]>;
  add(dashboard: DashboardEntry, widget: NewWidget): Promise<Widget>;
  /** @throws ServerProblem 409 when somebody else changed one of them since it was read. */
  change(dashboard: DashboardEntry, changes: readonly WidgetChange[]): Promise<void>;
  removeWidget(dashboard: DashboardEntry, id: string): Promise<void>;
}

const apiVersion = '7.2-preview.3';
const widgetVersion = '7.2-preview.2';
const typeVersion = '7.2-preview.1';

export function dashboardsOver(connection: Connection, project: string, team: string): Dashboards {
  const inProject = `/${encodeURIComponent(project)}/_apis/dashboard`;
  const inTeam = `/${encodeURIComponent(project)}/${encodeURIComponent(team)}/_apis/dashboard`;
  const pathOf = ({ id, groupId }: DashboardEntry): string =>
    `${groupId === undefined ? inProject : inTeam}/dashboards/${id}`;
  return {
    async list() {
      const path = `${inProject}/dashboards`;
      return (await connection.send<Listed<DashboardEntry>>({ path, apiVersion })).value;
    },
    read: (id) => connection.send({ path: `${inProject}/dashboards/${encodeURIComponent(id)}`, apiVersion }),
    create: (name, owner) =>
      connection.send({
        method: 'POST',
        path: `${owner === 'team' ? inTeam : inProject}/dashboards`,
        apiVersion,
        body: { name, dashboardScope: owner === 'team' ? 'project_Team' : 'project' },
      }),
    remove: (dashboard) => connection.send({ method: 'DELETE', path: pathOf(dashboard), apiVersion }),
    async types() {
      const path = `${inProject}/widgettypes?$scope=project_Team`;
      const answer = await connection.send<{ readonly widgetTypes: readonly WidgetType[] }>({
        path,
        apiVersion: typeVersion,
      });
      return answer.widgetTypes;
    },
    add: (dashboard, body) =>
      connection.send({
        method: 'POST',
        path: `${pathOf(dashboard)}/widgets`,
        apiVersion: widgetVersion,
        body,
      }),
    change: (dashboard, body) =>
      connection.send({
        method: 'PATCH',
        path: `${pathOf(dashboard)}/widgets`,
        apiVersion: widgetVersion,
        contentType: 'application/json',
        body,
      }),
    removeWidget: (dashboard, id) =>
      connection.send({
        method: 'DELETE',
        path: `${pathOf(dashboard)}/widgets/${id}`,
        apiVersion: widgetVersion,
      }),
  };
}
