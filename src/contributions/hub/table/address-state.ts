/** What a list shows (filters, order, columns) as a part of its address: whoever opens a copied address sees the same. */
import * as React from 'react';
import { useHub } from '../hub-context';

/** Milliseconds without a change: not for each letter that somebody types. */
const pause = 300;

/** What the address says of the list; anything can stand there, so the page reads it as it reads what was stored. */
export function addressedState(list: string | undefined): unknown {
  if (list === undefined) return undefined;
  try {
    return JSON.parse(list) as unknown;
  } catch {
    return undefined;
  }
}

/** Keeps the address in step; undefined when the list shows what its page begins with. Back does not stop at it. */
export function useAddressed(shows: string | undefined): void {
  const { query, keep } = useHub();
  React.useEffect(() => {
    if (query['list'] === shows) return undefined;
    const timer = setTimeout(() => {
      // A filter that a link asked for is part of what is shown now.
      const { list: _before, show, ...rest } = query;
      if (shows !== undefined) keep({ ...rest, list: shows });
      else keep(show === undefined ? rest : { ...rest, show });
    }, pause);
    return () => clearTimeout(timer);
  }, [query, shows, keep]);
}
