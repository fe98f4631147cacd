/** What every view of the hub can reach: the verbs, the page around it, and where we are. */
import * as React from 'react';
import type { App } from '../../app/app';
import type { HubNavigation, HubQuery } from './navigation';
import type { OpenSessions } from './open-sessions';

export interface HubReach {
  readonly app: App;
  readonly navigation: HubNavigation;
  readonly query: HubQuery;
  readonly sessions: OpenSessions;
  /** Goes somewhere else in the hub; parameters left out go away. */
  readonly go: (query: Record<string, string>) => void;
  /** Says more exactly where we are; Back does not stop here. */
  readonly keep: (query: Record<string, string>) => void;
}

export const HubContext = React.createContext<HubReach | undefined>(undefined);

export function useHub(): HubReach {
  const reach = React.useContext(HubContext);
  if (!reach) throw new Error('A hub view stands outside the hub.');
  return reach;
}

/** The address as state: undefined until the page has answered. */
export function useQuery(
  navigation: HubNavigation,
): readonly [HubQuery | undefined, HubReach['go'], HubReach['keep']] {
  const [query, setQuery] = React.useState<HubQuery | undefined>(undefined);
  React.useEffect(() => {
    let current = true;
    // Without an address the hub starts at its beginning rather than not at all.
    const show = (next: HubQuery) => current && setQuery(next);
    navigation.get().then(show, () => show({}));
    const stop = navigation.onChange(show);
    return () => {
      current = false;
      stop();
    };
  }, [navigation]);
  const go = React.useCallback(
    (next: Record<string, string>) => {
      setQuery(next);
      navigation.set(next);
    },
    [navigation],
  );
  const keep = React.useCallback(
    (next: Record<string, string>) => {
      setQuery(next);
      navigation.replace(next);
    },
    [navigation],
  );
  return [query, go, keep];
}
