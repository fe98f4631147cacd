/** What the navigation at the left lists: the groups of the original, and those that extensions bring along. */
import type { IconName } from '../parts/Icon';
import type { NavigationGroup } from '../views/view';
import { contributionsTo, nameOf, type PlacedContribution } from './contributions';
import { hubGroups, hubGroupType, hubType } from './places';
import type { PageRoute } from './routing';
import type { Shell } from './shell';

export interface NavigationEntry {
  readonly id: string;
  readonly name: string;
  /** Segments below the project. */
  readonly path: readonly string[];
  readonly icon: IconName | PlacedContribution;
}

export interface Group {
  readonly id: string;
  readonly name: string;
  /** Id under which extensions know it. */
  readonly contributionId: string;
  readonly icon: IconName | PlacedContribution;
  readonly entries: readonly NavigationEntry[];
}

const original: readonly {
  readonly id: NavigationGroup;
  readonly name: string;
  readonly icon: IconName;
  /** The first is the one that extensions know the group by. */
  readonly targets: readonly string[];
}[] = [
  { id: 'overview', name: 'Overview', icon: 'home', targets: ['ms.vss-tfs-web.project-hub-group'] },
  {
    id: 'boards',
    name: 'Boards',
    icon: 'board',
    targets: ['ms.vss-work-web.work-hub-group', 'ms.vss-work-web.work-mobile-hub-group'],
  },
  { id: 'repos', name: 'Repos', icon: 'repos', targets: ['ms.vss-code-web.code-hub-group'] },
  {
    id: 'pipelines',
    name: 'Pipelines',
    icon: 'pipelines',
    targets: ['ms.vss-build-web.build-release-hub-group'],
  },
  { id: 'test-plans', name: 'Test Plans', icon: 'testPlans', targets: ['ms.vss-test-web.test-hub-group'] },
];

/** Mobile hubs are told apart, since the original shows them on small screens only. */
function hubsAt(shell: Shell, targets: readonly string[]): readonly NavigationEntry[] {
  const found = targets.flatMap((target) =>
    contributionsTo(shell.bootstrap.extensions, { target, type: hubType }).map((placed) => ({
      id: placed.contribution.fullId,
      name: `${nameOf(placed)}${target.includes('-mobile-') ? ' (mobile)' : ''}`,
      path: ['_apps', 'hub', placed.contribution.fullId],
      icon: placed,
    })),
  );
  return found.filter(({ id }, place) => found.findIndex((other) => other.id === id) === place);
}

function ownPages({ routes }: Shell, group: NavigationGroup): readonly NavigationEntry[] {
  return routes
    .flatMap((view) => (view.nav?.group === group ? [{ view, nav: view.nav }] : []))
    .sort((a, b) => a.nav.order - b.nav.order)
    .map(({ view, nav }) => ({ id: view.viewId, name: view.title, path: nav.path, icon: nav.icon }));
}

export function navigationGroups(shell: Shell): readonly Group[] {
  const contributed = contributionsTo(shell.bootstrap.extensions, { target: hubGroups, type: hubGroupType });
  return [
    ...original.map(({ id, name, icon, targets }) => ({
      id,
      name,
      icon,
      contributionId: targets[0] ?? '',
      entries: [...ownPages(shell, id), ...hubsAt(shell, targets)],
    })),
    ...contributed
      .map((placed) => ({
        id: placed.contribution.fullId,
        name: nameOf(placed),
        icon: placed,
        contributionId: placed.contribution.fullId,
        entries: hubsAt(shell, [placed.contribution.fullId]),
      }))
      .filter(({ entries }) => entries.length > 0),
  ];
}

/** The id of the entry that a route shows. */
export function entryIdOf(route: PageRoute | undefined): string | undefined {
  if (route?.viewId === 'hub') return route.params['contribution'];
  return route?.viewId === 'work-item' ? undefined : route?.viewId;
}

/** The group and entry of the page that is shown; a work item belongs to Boards. */
export function currentGroup(
  groups: readonly Group[],
  route: PageRoute | undefined,
): { readonly group: Group | undefined; readonly entry: NavigationEntry | undefined } {
  if (route?.viewId === 'work-item')
    return { group: groups.find(({ id }) => id === 'boards'), entry: undefined };
  const id = entryIdOf(route);
  const group = groups.find(({ entries }) => entries.some((entry) => entry.id === id));
  return { group, entry: group?.entries.find((entry) => entry.id === id) };
}
