/** Loads something for a view: loading, loaded or failed, with a way to try again. */
import * as React from 'react';
import { sentenceOf } from './words';

export type Load<T> =
  | { readonly kind: 'loading' }
  | { readonly kind: 'loaded'; readonly value: T }
  | { readonly kind: 'failed'; readonly reason: string };

/** Runs `read` now and whenever it changes (memoise it) or `again` is called. Late answers to old questions are dropped. */
export function useLoad<T>(read: () => Promise<T>): readonly [Load<T>, () => void] {
  const [load, setLoad] = React.useState<Load<T>>({ kind: 'loading' });
  const [round, setRound] = React.useState(0);
  React.useEffect(() => {
    let current = true;
    setLoad({ kind: 'loading' });
    read().then(
      (value) => current && setLoad({ kind: 'loaded', value }),
      (error: unknown) => current && setLoad({ kind: 'failed', reason: sentenceOf(error) }),
    );
    return () => {
      current = false;
    };
  }, [read, round]);
  return [load, React.useCallback(() => setRound((before) => before + 1), [])];
}
