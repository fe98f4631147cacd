/** Habits of a page: Ctrl+Z and Ctrl+Y outside of inputs, and a warning before unsaved edits are left behind. */
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
      const key = event.key.toLowerCase();
      const isRedo = key === 'y' || (key === 'z' && event.shiftKey);
      if (!(event.ctrlKey || event.metaKey) || (key !== 'z' && !isRedo) || editsText(event.target)) return;
      event.preventDefault();
      if (isRedo) session.redo();
      else session.undo();
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
