/** The browser's address as a value that views and services can watch; moving inside the shell never reloads it. */

export interface Address {
  readonly pathname: string;
  readonly search: string;
  readonly hash: string;
}

export type HowToMove = 'push' | 'replace';

export interface Navigation {
  current(): Address;
  /** Changes the address inside the shell. `href` must be of the shell's own origin. */
  move(href: string, how: HowToMove): void;
  /** Told after every change of the address, by the shell or by the person. Returns the way to stop. */
  onMoved(listener: () => void): () => void;
  /** Told when the hash changed the way `hashchange` tells it: not for a replaced hash. */
  onHashMoved(listener: (hash: string) => void): () => void;
}

/** The hash without its "#": that is the form that extensions give and get. */
export function bareHash(hash: string): string {
  return hash.startsWith('#') ? hash.slice(1) : hash;
}

/** Sets each named query parameter; an empty value removes it. Returns "" or "?a=b". */
export function changedQuery(search: string, changes: Readonly<Record<string, string | undefined>>): string {
  const query = new URLSearchParams(search);
  for (const [name, value] of Object.entries(changes)) {
    if (value === undefined || value === '') query.delete(name);
    else query.set(name, value);
  }
  const text = query.toString();
  return text === '' ? '' : `?${text}`;
}

/** Navigation over a real window. */
export function browserNavigation(page: Window): Navigation {
  const movedListeners = new Set<() => void>();
  const hashListeners = new Set<(hash: string) => void>();
  let lastHash = page.location.hash;

  function announce(): void {
    const { hash } = page.location;
    const hashMoved = hash !== lastHash;
    lastHash = hash;
    for (const listener of [...movedListeners]) listener();
    if (hashMoved) for (const listener of [...hashListeners]) listener(bareHash(hash));
  }
  // Back and forward fire popstate, also between entries that differ in the hash only.
  page.addEventListener('popstate', announce);
  page.addEventListener('hashchange', announce);

  return {
    current: () => ({
      pathname: page.location.pathname,
      search: page.location.search,
      hash: page.location.hash,
    }),
    move(href, how) {
      if (how === 'push') page.history.pushState(null, '', href);
      else {
        page.history.replaceState(null, '', href);
        lastHash = page.location.hash;
      }
      announce();
    },
    onMoved(listener) {
      movedListeners.add(listener);
      return () => movedListeners.delete(listener);
    },
    onHashMoved(listener) {
      hashListeners.add(listener);
      return () => hashListeners.delete(listener);
    },
  };
}
