/** The page of the shell: navigation at the left, header above, the view of the address in the middle. */
import * as React from 'react';
import { BannerBar, Overlays, useOverlays } from '../overlays/Overlays';
import { Notice } from '../parts/Notice';
import type { ThemeName } from '../themes/theme';
import { views } from '../views';
import { Observers } from '../views/work-item/Contributed';
import { contributionById, nameOf } from './contributions';
import { Header } from './Header';
import { SideNavigation } from './SideNavigation';
import { useShell, type Shell } from './shell';

/** Re-renders at every change of the address. */
function useAddress(shell: Shell): void {
  const [, setTick] = React.useState(0);
  React.useEffect(() => shell.navigation.onMoved(() => setTick((tick) => tick + 1)), [shell.navigation]);
}

/** What the breadcrumb and the browser tab call the page. */
function pageTitle(shell: Shell): string {
  const route = shell.route();
  const hub = route?.params['contribution'];
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

export function Page(props: PageProps): JSX.Element {
  const shell = useShell();
  useAddress(shell);
  const { banner, fullScreen } = useOverlays(shell.overlays);
  const route = shell.route();
  const view = views.find(({ viewId }) => viewId === route?.viewId);
  const title = pageTitle(shell);
  // Only a new page names the tab: within one, an extension may have named it.
  React.useEffect(() => {
    document.title = `${title} - ${shell.bootstrap.project.name}`;
  }, [title, shell.bootstrap.project.name]);
  return (
    <div className={`page full-screen-${fullScreen}`}>
      <a
        className="skip-link"
        href="#main"
        onClick={(event) => (event.preventDefault(), document.getElementById('main')?.focus())}
      >
        Skip to the content
      </a>
      {fullScreen === 'off' && <Header {...props} title={title} />}
      {fullScreen === 'off' && <SideNavigation />}
      <div className="content">
        {banner && <BannerBar banner={banner} close={() => shell.overlays.setBanner(undefined)} />}
        {/* A person's rights and reads differ: a new person is a new view. */}
        <main id="main" tabIndex={-1} key={shell.user.id}>
          {/* A view lives on while its address changes: frames in it are told, not loaded anew. */}
          {view && route ? (
            <view.Component key={route.viewId} params={route.params} />
          ) : (
            <Notice kind="error" title="There is no such page">
              The local Azure DevOps has boards, backlogs, sprints, queries, work items and the hubs of
              extensions.
            </Notice>
          )}
        </main>
      </div>
      <Overlays />
      <Observers />
    </div>
  );
}
