/** The hub's navigation over the host's services. Deep links arrive as query; moves inside the hub go to the hash. */
import type { DoorContext } from '../boot';
import type { HubNavigation, HubQuery } from './navigation';

const parse = (hash: string): HubQuery => Object.fromEntries(new URLSearchParams(hash.replace(/^#/, '')));

/** Where the address leads. */
export async function queryOf(
  navigation: Pick<DoorContext['page']['navigation'], 'getHash' | 'getQueryParams'>,
): Promise<HubQuery> {
  // Both at once: each answer of the page around is waited for, and a page that starts waits for many.
  const [hash, query] = await Promise.all([navigation.getHash(), navigation.getQueryParams()]);
  const inside = parse(hash);
  return Object.keys(inside).length > 0 ? inside : query;
}

/**
 * The host tells of changes of the hash only, so that is what moves inside the hub write; the query of a deep link
 * (a Task's hyperlink) counts until then.
 */
export function hubNavigation(page: DoorContext['page']): HubNavigation {
  const { navigation, messages } = page;
  return {
    get: () => queryOf(navigation),
    set: (query) => navigation.setHash(new URLSearchParams(query).toString()),
    replace: (query) => navigation.replaceHash(new URLSearchParams(query).toString()),
    onChange: (listener) => {
      let listening = true;
      navigation.onHashChanged((hash) => {
        if (listening) listener(parse(hash));
      });
      return () => {
        listening = false;
      };
    },
    openWorkItem: async (id) => {
      await (await page.workItems()).openWorkItem(id);
    },
    openBeside: (url) => navigation.openNewWindow(url, ''),
    toast: (message, action) => {
      const more = action ? { callToAction: action.label, onCallToActionClick: action.run } : {};
      // At once: a toast that waits its turn would offer Undo for something else than what was just done.
      messages.addToast({ message, duration: 6000, forceOverrideExisting: true, ...more });
    },
  };
}
