/** The places of this shell for contributions: the table from which the documentation is made. */

export const hubType = 'ms.vss-web.hub';
export const hubGroupType = 'ms.vss-web.hub-group';
export const actionType = 'ms.vss-web.action';
export const providerType = 'ms.vss-web.action-provider';
/** An entry that leads to an address and has no page. */
export const linkType = 'ms.vss-web.menu-item';
export const tabType = 'ms.vss-web.tab';
export const paneType = 'ms.vss-work-web.backlog-panel';
export const widgetType = 'ms.vss-dashboards-web.widget';
export const widgetConfigurationType = 'ms.vss-dashboards-web.widget-configuration';
export const propertyProviderType = 'ms.vss-web.property-provider';
export const taskType = 'ms.vss-distributed-task.task';
export const formTarget = 'ms.vss-work-web.work-item-form';
export const hubGroups = 'ms.vss-web.project-hub-groups-collection';

const work = (name: string): string => `ms.vss-work-web.${name}`;
const menus = [actionType, providerType, linkType];

export interface Place {
  readonly types: readonly string[];
  /** As a person would find it. */
  readonly where: string;
  /** What its page gets, and what is called on the object that it registers. */
  readonly gets: string;
}

const nothing = 'an empty configuration';
const tabs = (configuration: string): string =>
  `configuration \`${configuration}\`; \`updateContext(configuration)\` when it changes, \`pageTitle\`; \`name\`, \`title\`, \`isInvisible\`, \`isDisabled\` where it names itself`;
export const hub = (where: string): Place => ({ types: [hubType], where, gets: nothing });
const menu = (where: string, context: string): Place => ({
  types: menus,
  where,
  gets: `\`execute(${context})\` of an action, \`getMenuItems(…)\` with the same of a provider; a menu item leads to its \`href\` and has no page`,
});
const row =
  '{id, ids, workItemIds, workItemType, workItemTypeNames, workItemProjects, columns, rows, query, team, hideDelete}';
const pane = (where: string): Place => ({
  types: [paneType],
  where,
  gets: 'configuration `{team}`; `workItemSelectionChanged([{workItemId, workItemType}])`',
});
const feature: Place = {
  types: ['ms.vss-web.feature'],
  where: 'Preview features',
  gets: 'no page; switched for oneself or everybody',
};

/** Targets with what they take. Ids are case-sensitive, as on the original. */
export const places: Readonly<Record<string, Place>> = {
  [work('work-hub-group')]: hub('Navigation, Boards'),
  [work('work-mobile-hub-group')]: hub('Navigation, Boards (mobile)'),
  'ms.vss-code-web.code-hub-group': hub('Navigation, Repos'),
  'ms.vss-build-web.build-release-hub-group': hub('Navigation, Pipelines'),
  'ms.vss-test-web.test-hub-group': hub('Navigation, Test Plans'),
  [hubGroups]: {
    types: [hubGroupType],
    where: 'Navigation, a group of its own',
    gets: 'no page; hubs whose target is the group stand in it',
  },
  'ms.vss-web.project-admin-hub-group': hub('Project settings'),
  'ms.vss-web.collection-admin-hub-group': hub('Organisation settings'),
  'ms.vss-tfs-web.suite-home-pivots': {
    types: [tabType],
    where: 'Organisation home, tab',
    gets: tabs('{}'),
  },
  'ms.vss-admin-web.collection-overview-toolbar-menu': menu(
    'Organisation settings, Overview, toolbar',
    '{collection: {id, name}}',
  ),
  'ms.vss-admin-web.projects-grid-menu': menu(
    'Organisation settings, Projects, row menu',
    '{project: {id, name}}',
  ),
  'ms.vss-admin-web.project-overview-toolbar-menu': menu(
    'Project settings, Overview, toolbar',
    '{project: {id, name}}',
  ),
  'ms.vss-admin-web.teams-grid-menu': menu('Project settings, Teams, row menu', '{team: {id, name}}'),
  [work('product-backlog-tabs')]: {
    types: [tabType],
    where: 'Boards and Backlogs, tab',
    gets: tabs('{level, workItemTypes, team, foregroundInstance}'),
  },
  [work('iteration-backlog-tabs')]: {
    types: [tabType],
    where: 'Sprints, tab',
    gets: tabs('{iterationId, team, foregroundInstance}'),
  },
  [work('query-tabs')]: {
    types: [tabType],
    where: 'Queries, tab',
    gets: tabs('{query: {id, name, path, isPublic, wiql, queryText}, queryText}'),
  },
  [work('backlog-board-pivot-filter-menu')]: menu('Boards, toolbar menu', '{id, team}'),
  [work('sprint-board-pivot-filter-menu')]: menu('Sprints, toolbar menu', '{iteration, team}'),
  [work('backlog-board-card-item-menu')]: menu('Boards, card menu', '{id, workItemType, team}'),
  [work('sprint-board-card-item-menu')]: menu('Taskboard, card menu', '{id, workItemType, team}'),
  'ms.vss-plans.card-context-menu': menu('Delivery Plans, card menu', '{id, workItemType}'),
  [work('backlog-item-menu')]: menu('Backlogs, row menu', row),
  [work('work-item-context-menu')]: menu('Menus of work items everywhere', 'what the menu at hand tells'),
  [work('requirement-backlog-toolpane')]: pane('Backlogs, side pane'),
  [work('portfolio-backlog-toolpane')]: pane('Backlogs of features and epics, side pane'),
  [work('iteration-backlog-toolpane')]: pane('Sprint backlog, side pane'),
  [work('work-item-toolbar-menu')]: menu('Work item form, toolbar menu', '{id, workItemIds, workItemType}'),
  [work('work-item-query-menu')]: menu('Queries, menu of a query or folder', '{query}'),
  [work('query-result-work-item-menu')]: menu('Query results, row menu', row),
  [work('work-item-query-results-toolbar-menu')]: menu(
    'Query results, toolbar menu',
    '{query, queryText, workItemIds}',
  ),
  [formTarget]: {
    types: [
      work('work-item-form-group'),
      work('work-item-form-page'),
      work('work-item-form-control'),
      work('work-item-notifications'),
    ],
    where: 'Work item form (a control once it is put there in the settings of the organisation)',
    gets: '`onLoaded`, `onFieldChanged`, `onSaved`, `onRefreshed`, `onReset`, `onUnloaded`; a control also `{witInputs, defaultHeight}`',
  },
  'ms.vss-dashboards-web.widget-catalog': {
    types: [widgetType],
    where: 'Dashboards, catalog of widgets',
    gets: '`preload`, `load`, `reload`, `lightbox`, `disableWidgetForStakeholders`, `onDashboardLoaded`',
  },
  'ms.vss-dashboards-web.widget-configuration': {
    types: [widgetConfigurationType],
    where: 'Dashboards, configuration of a widget',
    gets: '`load(settings, {notify})`, `onSave`, `onSaveComplete`, `listen`',
  },
  'ms.vss-web.managed-features': feature,
  'ms.vss-web.managed-features-onprem': feature,
  'ms.vss-distributed-task.tasks': {
    types: [taskType],
    where: 'Runs in pipelines: there are none here, and it has no page',
    gets: 'no page; its folder is in the package',
  },
  'ms.vss-web.tfs-website': {
    types: ['ms.vss-web.event-subscription'],
    where: 'Every page, in the background',
    gets: 'the method that its command names, at `page-interactive`',
  },
};

/** Types that are found by their id, wherever something names them. */
export const placeless: Readonly<Record<string, Pick<Place, 'where' | 'gets'>>> = {
  'ms.vss-web.external-content': {
    where: 'Dialogs and panels that open it',
    gets: 'the configuration that its opener gives, with `dialog` or `panel` and `close(result)`',
  },
  'ms.vss-web.command': {
    where: 'Event subscriptions and buttons of messages that run it',
    gets: 'its `methodName` on the object `serviceName`',
  },
};

/** Its targets are contributions of its publisher: one is extended by what it says. */
export const provided: Readonly<Record<string, Pick<Place, 'where' | 'gets'>>> = {
  [propertyProviderType]: {
    where: 'The contribution that is its target',
    gets: 'no page; of the kind `static`: its `newProperties` lie over those of the target while its constraints hold',
  },
};

/** Parts of the original that are not here, by how their targets begin. */
export const absent: readonly (readonly [string, string])[] = [
  ['ms.vss-code-web.', 'there are no repositories'],
  ['ms.vss-build-web.', 'there are no pipelines'],
  ['ms.vss-distributed-task.', 'there are no pipelines'],
  ['ms.vss-releaseManagement-web.', 'there are no pipelines'],
  ['ms.vss-test-web.', 'there are no test plans'],
  ['ms.vss-plans.', 'a delivery plan has cards with menus and nothing else'],
  ['ms.vss-wiki-web.', 'there is no wiki'],
];

/** Types of the original that this shell never asks. */
export const absentTypes: Readonly<Record<string, string>> = {
  'ms.vss-web.breadcrumb-provider': 'no public manifest says at which target it stands or when it is asked',
  'ms.vss-web.pill-provider': 'there are no pages of pipelines to put pills on',
  'ms.vss-web.tab-provider': 'tabs are contributed one by one',
};
