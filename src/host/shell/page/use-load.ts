/** Loading as a value with three faces, so that no view can forget its waiting or its failing one. */
import * as React from 'react';

export type Loaded<T> =
  | { readonly status: 'loading' }
  | { readonly status: 'failed'; readonly problem: unknown }
  | { readonly status: 'ready'; readonly value: T };

export interface Load<T> {
  readonly loaded: Loaded<T>;
  /** Reads again; what is shown stays until the new answer is there. */
  readonly reload: () => Promise<void>;
}

/**
 * Runs `read` at the start and whenever it changes (so give it `useCallback`). An answer that comes after a newer
 * question is dropped: otherwise a slow first read would overwrite a quick second one.
 */
export function useLoad<T>(read: () => Promise<T>): Load<T> {
  const [answer, setAnswer] = React.useState<{ read: () => Promise<T>; loaded: Loaded<T> } | undefined>(
    undefined,
  );
  const question = React.useRef(0);
  const newest = React.useRef(read);
  const reload = React.useCallback(async () => {
    // A reload kept from before the question changed would throw away the answer to the newer one.
    if (newest.current !== read) return;
    question.current += 1;
    const mine = question.current;
    const show = (loaded: Loaded<T>): void => {
      if (mine === question.current) setAnswer({ read, loaded });
    };
    await read().then(
      (value) => show({ status: 'ready', value }),
      (problem: unknown) => show({ status: 'failed', problem }),
    );
  }, [read]);
  React.useEffect(() => {
    newest.current = read;
    void reload();
    return () => {
      question.current += 1;
    };
  }, [read, reload]);
  const loaded: Loaded<T> = answer?.read === read ? answer.loaded : { status: 'loading' };
  return { loaded, reload };
}
