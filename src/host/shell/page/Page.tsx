/** The page of the shell: navigation at the left, header above, the view of the address in the middle. */
import * as React from 'react';
import { BannerBar, Overlays, useOverlays } from '../overlays/Overlays';
import { Notice } from '../parts/Notice';
import type { ThemeName } from '../themes/theme';
import { views } from '../views';
import { Observers } from '../views/work-item/Contributed';
import { HiddenFrames } from '../xdm/HiddenFrames';
import { announcePage } from './commands';
import { contributionById, nameOf } from './contributions';
import { Header } from './Header';
import { currentGroup, navigationGroups } from './navigation-groups';
import { OrganisationNavigation, SideNavigation } from './SideNavigation';
import { useShell, type Shell } from './shell';

/** Re-renders at every change of the address. */
function useAddress(shell: Shell): void {
  const [, setTick] = React.useState(0);
  React.useEffect(() => shell.navigation.onMoved(() => setTick((tick) => tick + 1)), [shell.navigation]);
}

/** What the breadcrumb and the browser tab call the page. */
function pageTitle(shell: Shell): string {
  const route = shell.route();
  const hub = route?.params['contribution'] ?? route?.params['rest'];
  const placed = hub === undefined ? undefined : contributionById(shell.bootstrap.extensions, hub);
  if (placed) return nameOf(placed);
  const view = views.find(({ viewId }) => viewId === route?.viewId);
  const id = route?.viewId === 'work-item' ? ` ${route.params['id'] ?? ''}` : '';
  return `${view?.title ?? 'Not found'}${id}`;
}

interface PageProps {
  readonly theme: ThemeName;
  readonly chooseTheme: (name: ThemeName) => void;
  readonly chooseUser: (id: string) => void;
}

/** Extensions that wait for it are told once per person that the page can be used. */
function useAnnouncement(shell: Shell): void {
  const newest = React.useRef(shell);
  newest.current = shell;
  React.useEffect(() => announcePage(newest.current), [shell.user.id]);
}

/** On a narrow screen the navigation lies over the page until something is chosen in it. */
function useNarrowNavigation(shell: Shell): readonly ['open' | 'closed', () => void] {
  const [state, setState] = React.useState<'open' | 'closed'>('closed');
  React.useEffect(() => shell.navigation.onMoved(() => setState('closed')), [shell.navigation]);
  return [state, () => setState((now) => (now === 'open' ? 'closed' : 'open'))];
}

export function Page(props: PageProps): JSX.Element {
  const shell = useShell();
  useAddress(shell);
  useAnnouncement(shell);
  const [navigation, toggleNavigation] = useNarrowNavigation(shell);
  const { banner, fullScreen } = useOverlays(shell.overlays);
  const route = shell.route();
  const view = views.find(({ viewId }) => viewId === route?.viewId);
  const title = pageTitle(shell);
  const { group } = currentGroup(navigationGroups(shell), route);
  const isInOrganisation = route?.project === '';
  const place = isInOrganisation ? shell.bootstrap.organisation.name : shell.bootstrap.project.name;
  // Only a new page names the tab: within one, an extension may have named it.
  React.useEffect(() => {
    document.title = `${title} - ${place}`;
  }, [title, place]);
  return (
    <div className={`page full-screen-${fullScreen} navigation-${navigation}`}>
      <a
        className="skip-link"
        href="#main"
        onClick={(event) => (event.preventDefault(), document.getElementById('main')?.focus())}
      >
        Skip to the content
      </a>
      {fullScreen === 'off' && (
        <Header {...props} title={title} group={group?.name} openNavigation={toggleNavigation} />
      )}
      {fullScreen === 'off' && (isInOrganisation ? <OrganisationNavigation /> : <SideNavigation />)}
      <div className="content">
        {banner && (
          <BannerBar
            banner={banner}
            close={() => (shell.overlays.setBanner(undefined), banner.onDismiss())}
          />
        )}
        {/* A person's rights and reads differ: a new person is a new view. */}
        <main id="main" tabIndex={-1} key={shell.user.id}>
          {/* A view lives on while its address changes: frames in it are told, not loaded anew. */}
          {view && route ? (
            <view.Component key={route.viewId} params={route.params} />
          ) : (
            <Notice kind="error" title="There is no such page">
              The local Azure DevOps has boards, backlogs, sprints, queries, dashboards, work items, settings
              and the hubs of extensions.
            </Notice>
          )}
        </main>
      </div>
      <Overlays />
      <Observers />
      <HiddenFrames key={shell.user.id} />
    </div>
  );
}
