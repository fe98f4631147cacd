/** The places of this shell for contributions: what stands where, and why something stands nowhere. */
import type { Contribution, InstalledExtension } from './bootstrap';
import { absoluteTarget, contributionById, nameOf, textProperty } from './contributions';
import { constraintsOf, propertyProviderType } from './features';

export const hubType = 'ms.vss-web.hub';
export const hubGroupType = 'ms.vss-web.hub-group';
export const actionType = 'ms.vss-web.action';
export const providerType = 'ms.vss-web.action-provider';
export const tabType = 'ms.vss-web.tab';
export const paneType = 'ms.vss-work-web.backlog-panel';
export const widgetType = 'ms.vss-dashboards-web.widget';
export const widgetConfigurationType = 'ms.vss-dashboards-web.widget-configuration';
export const formTarget = 'ms.vss-work-web.work-item-form';
export const hubGroups = 'ms.vss-web.project-hub-groups-collection';

const work = (name: string): string => `ms.vss-work-web.${name}`;
const menus = [actionType, providerType];

interface Place {
  readonly types: readonly string[];
  /** As a person would find it. */
  readonly where: string;
}

/** Targets with what they take. Ids are case-sensitive, as on the original. */
const places: Readonly<Record<string, Place>> = {
  [work('work-hub-group')]: { types: [hubType], where: 'Navigation, Boards' },
  [work('work-mobile-hub-group')]: { types: [hubType], where: 'Navigation, Boards (mobile)' },
  'ms.vss-code-web.code-hub-group': { types: [hubType], where: 'Navigation, Repos' },
  'ms.vss-build-web.build-release-hub-group': { types: [hubType], where: 'Navigation, Pipelines' },
  'ms.vss-test-web.test-hub-group': { types: [hubType], where: 'Navigation, Test Plans' },
  [hubGroups]: { types: [hubGroupType], where: 'Navigation, a group of its own' },
  'ms.vss-web.project-admin-hub-group': { types: [hubType], where: 'Project settings' },
  'ms.vss-web.collection-admin-hub-group': { types: [hubType], where: 'Organisation settings' },
  'ms.vss-tfs-web.suite-home-pivots': { types: [tabType], where: 'Organisation home, tab' },
  'ms.vss-admin-web.collection-overview-toolbar-menu': {
    types: menus,
    where: 'Organisation settings, Overview, toolbar',
  },
  'ms.vss-admin-web.projects-grid-menu': { types: menus, where: 'Organisation settings, Projects, row menu' },
  'ms.vss-admin-web.project-overview-toolbar-menu': {
    types: menus,
    where: 'Project settings, Overview, toolbar',
  },
  'ms.vss-admin-web.teams-grid-menu': { types: menus, where: 'Project settings, Teams, row menu' },
  [work('product-backlog-tabs')]: { types: [tabType], where: 'Boards and Backlogs, tab' },
  [work('iteration-backlog-tabs')]: { types: [tabType], where: 'Sprints, tab' },
  [work('query-tabs')]: { types: [tabType], where: 'Queries, tab' },
  [work('backlog-board-pivot-filter-menu')]: { types: menus, where: 'Boards, toolbar menu' },
  [work('sprint-board-pivot-filter-menu')]: { types: menus, where: 'Sprints, toolbar menu' },
  [work('backlog-board-card-item-menu')]: { types: menus, where: 'Boards, card menu' },
  [work('sprint-board-card-item-menu')]: { types: menus, where: 'Taskboard, card menu' },
  [work('backlog-item-menu')]: { types: menus, where: 'Backlogs, row menu' },
  [work('work-item-context-menu')]: { types: menus, where: 'Menus of work items everywhere' },
  [work('requirement-backlog-toolpane')]: { types: [paneType], where: 'Backlogs, side pane' },
  [work('portfolio-backlog-toolpane')]: {
    types: [paneType],
    where: 'Backlogs of features and epics, side pane',
  },
  [work('iteration-backlog-toolpane')]: { types: [paneType], where: 'Sprint backlog, side pane' },
  [work('work-item-toolbar-menu')]: { types: menus, where: 'Work item form, toolbar menu' },
  [work('work-item-query-menu')]: { types: menus, where: 'Queries, menu of a query or folder' },
  [work('query-result-work-item-menu')]: { types: menus, where: 'Query results, row menu' },
  [work('work-item-query-results-toolbar-menu')]: { types: menus, where: 'Query results, toolbar menu' },
  [formTarget]: {
    types: [
      work('work-item-form-group'),
      work('work-item-form-page'),
      work('work-item-form-control'),
      work('work-item-notifications'),
    ],
    where: 'Work item form (a control once it is put there in the project settings)',
  },
  'ms.vss-dashboards-web.widget-catalog': {
    types: [widgetType],
    where: 'Dashboards, catalog of widgets',
  },
  'ms.vss-dashboards-web.widget-configuration': {
    types: [widgetConfigurationType],
    where: 'Dashboards, configuration of a widget',
  },
  'ms.vss-web.managed-features': { types: ['ms.vss-web.feature'], where: 'Preview features' },
  'ms.vss-web.managed-features-onprem': { types: ['ms.vss-web.feature'], where: 'Preview features' },
  'ms.vss-web.tfs-website': {
    types: ['ms.vss-web.event-subscription'],
    where: 'Every page, in the background',
  },
};

/** Types that are found by their id, wherever something names them. */
const placeless: Readonly<Record<string, string>> = {
  'ms.vss-web.external-content': 'Dialogs and panels that open it',
  'ms.vss-web.command': 'Event subscriptions that run it',
};

/** Parts of the original that are not here, by how their targets begin. */
const absent: readonly (readonly [string, string])[] = [
  ['ms.vss-code-web.', 'there are no repositories'],
  ['ms.vss-build-web.', 'there are no pipelines'],
  ['ms.vss-distributed-task.', 'there are no pipelines'],
  ['ms.vss-releaseManagement-web.', 'there are no pipelines'],
  ['ms.vss-test-web.', 'there are no test plans'],
  ['ms.vss-plans.', 'there are no delivery plans'],
  ['ms.vss-wiki-web.', 'there is no wiki'],
];

export interface Placement {
  readonly contribution: Contribution;
  readonly extension: InstalledExtension;
  readonly where: readonly string[];
  /** A sentence for each thing that keeps it, or a part of it, from being shown. */
  readonly problems: readonly string[];
}

/** Contributions that are targets themselves: groups of hubs, and configurations that widgets name. */
function ownTargets(extensions: readonly InstalledExtension[]): ReadonlyMap<string, Place> {
  const own = new Map<string, Place>();
  for (const { contributions } of extensions)
    for (const one of contributions) {
      const name = textProperty(one, 'name') ?? one.id;
      if (one.type === hubGroupType) own.set(one.fullId, { types: [hubType], where: `Navigation, ${name}` });
      if (one.type === widgetConfigurationType)
        own.set(one.fullId, { types: [widgetType], where: `Configured in ${name}` });
    }
  return own;
}

/** Types of the original that this shell never asks. */
const absentTypes: Readonly<Record<string, string>> = {
  'ms.vss-web.breadcrumb-provider': 'the breadcrumb asks no extension',
  'ms.vss-web.menu-item': 'menus take actions and action providers',
  'ms.vss-web.tab-provider': 'tabs are contributed one by one',
};

/** What a property provider names: the contributions of its publisher. */
function providedPlace(target: string, extensions: readonly InstalledExtension[]): Place | undefined {
  const found = contributionById(extensions, target);
  return found && { types: [propertyProviderType], where: `Properties of ${nameOf(found)}` };
}

function reasonAgainst(target: string, type: string, place: Place | undefined): string | undefined {
  const strange = absentTypes[type];
  if (strange !== undefined) return `A contribution of the type ${type} is not shown: ${strange}.`;
  if (place)
    return place.types.includes(type)
      ? undefined
      : `${target} takes ${place.types.join(' or ')}, not ${type}.`;
  const near = Object.keys(places).find((known) => known.toLowerCase() === target.toLowerCase());
  if (near) return `${target} is no target: ids are case-sensitive, and it is written ${near}.`;
  const missing = absent.find(([prefix]) => target.startsWith(prefix));
  return missing
    ? `${target} is not here: ${missing[1]}.`
    : `${target} is no place of the local Azure DevOps.`;
}

/** Pages live at a `uri`; what is only declared has none. */
const pageless = [propertyProviderType, hubGroupType, 'ms.vss-web.feature', 'ms.vss-web.event-subscription'];

function pageProblem(contribution: Contribution, extension: InstalledExtension): readonly string[] {
  if (pageless.includes(contribution.type)) return [];
  const uri = textProperty(contribution, 'uri')?.replace(/[?#].*$/, '');
  if (uri === undefined) return ['It names no page: its properties have no "uri".'];
  return extension.oldSdkPages.includes(uri)
    ? ['Its page uses the old VSS SDK, which is not supported: move it to azure-devops-extension-sdk.']
    : [];
}

interface Known {
  readonly own: ReadonlyMap<string, Place>;
  readonly extensions: readonly InstalledExtension[];
}

/** Where one contribution stands. */
function placementOf(
  contribution: Contribution,
  extension: InstalledExtension,
  { own, extensions }: Known,
): Placement {
  const known = placeless[contribution.type];
  const where = known === undefined ? [] : [known];
  const problems: string[] = [];
  for (const each of contribution.targets) {
    const target = absoluteTarget(each, extension);
    const provided = contribution.type === propertyProviderType;
    const place = provided ? providedPlace(target, extensions) : (places[target] ?? own.get(target));
    const reason = reasonAgainst(target, contribution.type, place);
    if (reason === undefined && place) where.push(place.where);
    else if (reason !== undefined && known === undefined) problems.push(reason);
  }
  if (where.length === 0 && contribution.targets.length === 0)
    problems.push(`A contribution of the type ${contribution.type} has no place without a target.`);
  const strange = constraintsOf(contribution).filter(({ name }) => name !== 'Feature');
  return {
    contribution,
    extension,
    where,
    problems: [
      ...problems,
      ...(where.length > 0 ? pageProblem(contribution, extension) : []),
      ...strange.map(({ name }) => `Its constraint ${name} is not evaluated here: it is always shown.`),
    ],
  };
}

/** Every contribution with its places, in the order of the manifests. */
export function placements(extensions: readonly InstalledExtension[]): readonly Placement[] {
  const known = { own: ownTargets(extensions), extensions };
  return extensions.flatMap((extension) =>
    extension.contributions.map((contribution) => placementOf(contribution, extension, known)),
  );
}

/** Those with something that keeps them from being shown. */
export function unplacedContributions(extensions: readonly InstalledExtension[]): readonly Placement[] {
  return placements(extensions).filter(({ problems }) => problems.length > 0);
}
