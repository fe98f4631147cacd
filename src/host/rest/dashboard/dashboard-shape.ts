/** Dashboards and widgets as REST shows them, and what all of their operations begin with. */
import type { Call, Site } from '../../kernel/endpoint';
import { enumValue } from '../../kernel/enums';
import { problem } from '../../kernel/problem';
import { Links, Url } from '../../kernel/wire';
import {
  beginDashboards,
  dashboardsOfProject,
  findDashboard,
  keepDashboard,
} from '../../dashboards/dashboards';
import type { StoredDashboard, StoredWidget } from '../../dashboards/dashboards';
import { extensionBase } from '../../organisation/extensions';
import { mayEditDashboards } from '../../organisation/permissions';
import { teamsOf } from '../../organisation/projects';
import type { World } from '../../organisation/world';
import type { Reader, Transaction } from '../../store/store';

function groupUrl(dashboard: StoredDashboard, site: Site): string {
  const team = dashboard.scope === 'project_Team' ? `/${dashboard.ownerId}` : '';
  return `${site.collectionUrl}/${dashboard.projectId}${team}/_apis/Dashboard/Dashboards`;
}

/** Without its widgets, as lists show it. */
export function dashboardEntry(dashboard: StoredDashboard, site: Site): Record<string, unknown> {
  const group = groupUrl(dashboard, site);
  const self = `${group}/${dashboard.id}`;
  return {
    id: dashboard.id,
    name: dashboard.name,
    description: dashboard.description,
    refreshInterval: dashboard.refreshInterval,
    position: dashboard.position,
    eTag: String(dashboard.etag),
    ...(dashboard.scope === 'project_Team' ? { groupId: dashboard.ownerId } : {}),
    ownerId: dashboard.ownerId,
    dashboardScope: enumValue('DashboardScope', dashboard.scope),
    ...(dashboard.modifiedAt === ''
      ? {}
      : { modifiedBy: dashboard.modifiedBy, modifiedDate: new Date(dashboard.modifiedAt) }),
    url: new Url(self),
    _links: new Links({ self, group }),
  };
}

export function dashboardShape(
  dashboard: StoredDashboard,
  site: Site,
  world: World,
): Record<string, unknown> {
  const { url, _links, ...entry } = dashboardEntry(dashboard, site);
  const group = groupUrl(dashboard, site);
  const self = `${group}/${dashboard.id}`;
  const widgets = dashboard.widgets.map((widget) => widgetUrl(widget, dashboard, site));
  return {
    ...entry,
    widgets: dashboard.widgets.map((widget) => widgetShape(widget, dashboard, site, world)),
    url,
    _links: widgets.length === 0 ? _links : new Links({ self, group, widget: widgets }),
  };
}

function widgetUrl(widget: StoredWidget, dashboard: StoredDashboard, site: Site): string {
  return `${groupUrl(dashboard, site)}/${dashboard.id}/Widgets/${widget.id}`;
}

/** A widget with what its contribution says about it; an uninstalled one keeps what it saved and is not enabled. */
export function widgetShape(
  widget: StoredWidget,
  dashboard: StoredDashboard,
  site: Site,
  world: World,
): Record<string, unknown> {
  const self = widgetUrl(widget, dashboard, site);
  const group = `${groupUrl(dashboard, site)}/${dashboard.id}/Widgets`;
  return {
    id: widget.id,
    eTag: String(widget.etag),
    name: widget.name,
    position: widget.position,
    size: widget.size,
    settings: widget.settings,
    settingsVersion: widget.settingsVersion,
    dashboard: { eTag: String(dashboard.etag) },
    ...metadataOf(widget, site, world),
    contributionId: widget.contributionId,
    url: new Url(self),
    _links: new Links({ self, group, dashboard: `${groupUrl(dashboard, site)}/${dashboard.id}` }),
  };
}

function metadataOf(widget: StoredWidget, site: Site, world: World): Record<string, unknown> {
  const found = widgetTypes(world).find((one) => one.contribution.fullId === widget.contributionId);
  if (!found) return { isEnabled: false };
  const { allowedSizes, contentUri, isNameConfigurable, isEnabled } = widgetMetadata(found, site);
  return { allowedSizes, isEnabled, isNameConfigurable, contentUri: new Url(String(contentUri)) };
}

interface WidgetType {
  readonly extension: World['extensions'][number];
  readonly contribution: World['extensions'][number]['contributions'][number];
}

/** Every contribution of an installed extension that is a widget. */
export function widgetTypes(world: World): readonly WidgetType[] {
  return world.extensions.flatMap((extension) =>
    extension.contributions
      .filter((contribution) => contribution.type === 'ms.vss-dashboards-web.widget')
      .map((contribution) => ({ extension, contribution })),
  );
}

const SMALLEST = { rowSpan: 1, columnSpan: 1 };

export function widgetMetadata({ extension, contribution }: WidgetType, site: Site): Record<string, unknown> {
  const raw: unknown = contribution['properties'];
  const property = (name: string): unknown =>
    typeof raw === 'object' && raw !== null ? Reflect.get(raw, name) : undefined;
  const base = extensionBase(extension, site.origin);
  const address = (name: string): string | null => {
    const path = property(name);
    return typeof path === 'string' ? `${base}/${path.replace(/^\//, '')}` : null;
  };
  const sizes = property('supportedSizes');
  const configuration = configurationOf({ extension, contribution });
  return {
    contributionId: contribution.fullId,
    typeId: null,
    name: String(property('name') ?? contribution.id),
    description: String(property('description') ?? ''),
    catalogIconUrl: address('catalogIconUrl'),
    catalogInfoUrl: null,
    publisherName: extension.publisherId,
    contentUri: address('uri'),
    configurationContributionId: configuration?.fullId ?? null,
    configurationContributionRelativeId: configuration?.id ?? null,
    configurationRequired: property('configurationRequired') === true,
    defaultSettings: typeof property('defaultSettings') === 'string' ? property('defaultSettings') : null,
    lightboxOptions: property('lightboxOptions') ?? null,
    isEnabled: true,
    isNameConfigurable: property('isNameConfigurable') === true,
    isVisibleFromCatalog: property('isVisibleFromCatalog') !== false,
    allowedSizes: Array.isArray(sizes) && sizes.length > 0 ? sizes : [SMALLEST],
    supportedScopes: [enumValue('WidgetScope', 'project_Team')],
    analyticsServiceRequired: false,
    targets: contribution.targets,
  };
}

/** A widget names its configuration as one of its targets; a leading "." means its own extension. */
function configurationOf({ extension, contribution }: WidgetType): WidgetType['contribution'] | undefined {
  const own = `${extension.publisherId}.${extension.extensionId}`;
  const targets = contribution.targets.map((target) => (target.startsWith('.') ? own + target : target));
  return extension.contributions.find(
    ({ type, fullId }) => type === 'ms.vss-dashboards-web.widget-configuration' && targets.includes(fullId),
  );
}

/** Runs work over a store in which every team has had its first dashboard. */
export function withDashboards<R>({ site }: Call, world: World, work: (tx: Transaction) => R): R {
  return world.store.transact((tx) => {
    for (const team of teamsOf(tx, site.project)) beginDashboards(tx, team);
    return work(tx);
  });
}

/** Below a team its own, below the project those of all teams and of the project. */
export function dashboardsOf(reader: Reader, { site, scope }: Call): readonly StoredDashboard[] {
  const all = dashboardsOfProject(reader, site.project.id);
  return scope === 'team' ? all.filter((one) => one.ownerId === site.team.id) : all;
}

/** @throws Problem 404 for a dashboard that does not exist. */
export function requireDashboard(tx: Transaction, id: string): StoredDashboard {
  const found = findDashboard(tx, id);
  if (found) return found;
  throw problem(404, 'DashboardDoesNotExistException', `VS402443: The dashboard ${id} does not exist.`);
}

/** @throws Problem 404 for a widget that the dashboard does not have. */
export function requireWidget(dashboard: StoredDashboard, id: string): StoredWidget {
  const found = dashboard.widgets.find((widget) => widget.id === id.toLowerCase());
  if (found) return found;
  throw problem(404, 'WidgetDoesNotExistException', `VS402444: The widget ${id} does not exist.`);
}

/** @throws Problem 403 for people who only look on. */
export function requireDashboardEditor({ user }: Call): void {
  if (mayEditDashboards(user)) return;
  throw problem(
    403,
    'AccessCheckException',
    `VS402441: ${user.displayName} has no permission to change dashboards.`,
  );
}

/** Keeps a dashboard one version on. */
export function keepChanged(
  tx: Transaction,
  before: StoredDashboard,
  change: Partial<StoredDashboard>,
  { call, world }: { readonly call: Call; readonly world: World },
): StoredDashboard {
  const after = {
    ...before,
    ...change,
    etag: before.etag + 1,
    modifiedBy: call.user.id,
    modifiedAt: world.clock().toISOString(),
  };
  keepDashboard(tx, after);
  return after;
}
