/** ms.vss-features.host-navigation-service: the real address and history of the page around the extension. */
import { currentGroup, navigationGroups } from '../page/navigation-groups';
import { bareHash, changedQuery } from '../page/navigation';
import { isWebAddress, routeOf } from '../page/routing';
import type { Shell } from '../page/shell';
import { service } from '../xdm/service';

/** Sends the person somewhere; `javascript:` and its kin would run in the host page, so they are refused. */
function go(shell: Shell, url: string): void {
  if (!isWebAddress(url, window.location.href))
    throw new Error(`Only http(s) addresses can be opened, not "${url}".`);
  const target = new URL(url, window.location.href);
  const inside =
    target.origin === window.location.origin && routeOf(shell.routes, target.pathname) !== undefined;
  if (inside) shell.navigation.move(target.pathname + target.search + target.hash, 'push');
  else window.location.assign(target.href);
}

function navigationElements(shell: Shell) {
  const route = shell.route();
  if (!route) return [];
  const { group, entry } = currentGroup(navigationGroups(shell), route);
  const hub = route.params['contribution'] ?? `ms.vss-work-web.${route.viewId}-hub`;
  return [
    ...(group ? [{ id: group.contributionId, name: group.name, type: 'ms.vss-web.hub-group' }] : []),
    { id: hub, name: entry?.name ?? document.title.split(' - ')[0] ?? '', type: 'ms.vss-web.hub' },
  ];
}

export default service({
  id: 'ms.vss-features.host-navigation-service',
  create({ shell, onRelease }) {
    const address = () => shell().navigation.current();
    function moveToHash(hash: string, how: 'push' | 'replace'): void {
      const { pathname, search } = address();
      const bare = bareHash(hash);
      shell().navigation.move(pathname + search + (bare === '' ? '' : `#${bare}`), how);
    }
    return {
      getHash: () => bareHash(address().hash),
      setHash: (hash: string) => moveToHash(hash, 'push'),
      replaceHash: (hash: string) => moveToHash(hash, 'replace'),
      onHashChanged: (callback: (hash: string) => void) =>
        onRelease(shell().navigation.onHashMoved(callback)),
      getQueryParams: () => Object.fromEntries(new URLSearchParams(address().search)),
      setQueryParams(changes: Readonly<Record<string, string | undefined>>) {
        const { pathname, search, hash } = address();
        shell().navigation.move(pathname + changedQuery(search, changes) + hash, 'push');
      },
      getPageRoute() {
        const route = shell().route();
        const routeId = shell().routes.find((each) => each.viewId === route?.viewId)?.routeId ?? '';
        return { id: routeId, routeValues: { project: route?.project ?? '', ...route?.params } };
      },
      getPageNavigationElements: () => navigationElements(shell()),
      navigate: (url: string) => go(shell(), url),
      openNewWindow(url: string, features?: string | null) {
        if (!isWebAddress(url, window.location.href))
          throw new Error(`Only http(s) addresses can be opened, not "${url}".`);
        window.open(new URL(url, window.location.href).href, '_blank', features ?? '');
      },
      reload: () => window.location.reload(),
      setDocumentTitle(title: string) {
        document.title = title;
      },
    };
  },
});
