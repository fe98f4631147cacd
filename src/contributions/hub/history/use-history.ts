/** The notes of a model together with the very model that they lead to; read again whenever something was saved. */
import * as React from 'react';
import type { HistoryEntry } from '../../../core/history/note';
import type { Model } from '../../../core/model/model';
import { sentenceOf } from '../../../ui/words';
import { useHub } from '../hub-context';
import { useModelView } from '../model-view';

export interface History {
  /** The newest first. */
  readonly entries: readonly HistoryEntry[];
  readonly model: Model;
}
export type HistoryLoad =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly reason: string }
  | { readonly kind: 'loaded'; readonly history: History };

/** What was loaded stays shown until the next answer is there. */
export function useHistory(): readonly [HistoryLoad, () => void] {
  const { app } = useHub();
  const { session, state } = useModelView();
  const [load, setLoad] = React.useState<HistoryLoad>({ kind: 'loading' });
  const [round, setRound] = React.useState(0);
  const stored = state.opened.model;
  React.useEffect(() => {
    let current = true;
    const read = async () => {
      await session.idle();
      // Notes of others are about a model that this page may not have seen yet.
      await session.refresh();
      const entries = await app.readHistory(stored.info.id);
      return { entries, model: session.current.opened.model };
    };
    read().then(
      (history) => current && setLoad({ kind: 'loaded', history }),
      (error: unknown) => current && setLoad({ kind: 'failed', reason: sentenceOf(error) }),
    );
    return () => {
      current = false;
    };
  }, [app, session, stored, round]);
  return [load, React.useCallback(() => setRound((before) => before + 1), [])];
}
