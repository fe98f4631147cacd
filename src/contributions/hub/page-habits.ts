/** Habits of a page: Ctrl+Z outside of inputs, and a warning before unsaved edits are left behind. */
import * as React from 'react';
import type { ModelSession } from './session';

/** Inside a text the browser's own undo counts. */
const editsText = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  /^(input|textarea)$/i.test(target.tagName) &&
  target.getAttribute('type') !== 'checkbox';

export function useUndoKey(session: ModelSession): void {
  React.useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const wanted = (event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === 'z';
      if (!wanted || editsText(event.target)) return;
      event.preventDefault();
      session.undo();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [session]);
}

export function useUnsavedWarning(state: 'saved' | 'unsaved'): void {
  React.useEffect(() => {
    if (state === 'saved') return undefined;
    const warn = (event: BeforeUnloadEvent) => {
      event.preventDefault();
      // Older Chromium shows its question only for a return value.
      event.returnValue = '';
    };
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [state]);
}
