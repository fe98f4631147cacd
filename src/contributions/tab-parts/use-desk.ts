/** A desk for a tab: read at first, followed while the tab is looked at, and the one way in which things are done. */
import * as React from 'react';
import type { App } from '../../app/app';
import type { AlignmentReading } from '../../app/read-alignment';
import { sentenceOf } from '../../ui/words';
import { AlignmentDesk } from './desk';
import type { Deed, DeskState } from './desk';
import type { TabPage } from './tab-page';

/** Milliseconds between two looks of a visible tab: a look reads every story, so it is not done often. */
const lookEvery = 60_000;
/** Coming back to the tab looks at once, but not at every click on the window. */
const leastPause = 5_000;

function useLooks(desk: AlignmentDesk): void {
  React.useEffect(() => {
    let last = Date.now();
    const look = (pause: number) => {
      if (document.visibilityState !== 'visible' || Date.now() - last < pause) return;
      last = Date.now();
      void desk.refresh();
    };
    const soon = () => look(leastPause);
    const timer = setInterval(() => look(lookEvery), lookEvery);
    window.addEventListener('focus', soon);
    document.addEventListener('visibilitychange', soon);
    return () => {
      clearInterval(timer);
      window.removeEventListener('focus', soon);
      document.removeEventListener('visibilitychange', soon);
    };
  }, [desk]);
}

/** Asks before the page is left while an edit is not stored yet, or waits for a decision. */
function useLeaveWarning({ saving, conflicts }: DeskState): void {
  const unsaved = saving.kind !== 'saved' || conflicts.length > 0;
  React.useEffect(() => {
    if (!unsaved) return undefined;
    const warn = (event: BeforeUnloadEvent) => {
      event.preventDefault();
      // Older Chromium shows its question only for a return value.
      event.returnValue = '';
    };
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [unsaved]);
}

/** The desk over a reading. `reading` counts once: give the component a key for each. */
export function useDesk(app: App, reading: AlignmentReading): readonly [AlignmentDesk, DeskState] {
  const [desk] = React.useState(() => new AlignmentDesk(app, reading));
  const [state, setState] = React.useState(desk.current);
  React.useEffect(() => {
    const stop = desk.subscribe(() => setState(desk.current));
    return () => {
      stop();
      desk.close();
    };
  }, [desk]);
  useLooks(desk);
  useLeaveWarning(state);
  return [desk, state];
}

export interface Done {
  /** One sentence: what was done. */
  readonly message: string;
  /** Absent = nothing was done, or nothing of it can be undone. */
  readonly deed?: Deed;
}

/**
 * An action often takes the button away on which the focus stood, and the browser puts the focus nowhere. The
 * heading of the tab takes it then, so that somebody without a mouse goes on from the top instead of from the end.
 */
function keepFocus(): void {
  requestAnimationFrame(() => {
    if (document.activeElement !== null && document.activeElement !== document.body) return;
    const heading = document.querySelector<HTMLElement>('main h1');
    heading?.setAttribute('tabindex', '-1');
    heading?.focus();
  });
}

/** Runs an action; its sentence and its Undo go into a toast, a failure into a toast as well. Answers how it ended. */
export type Perform = (work: () => Promise<Done | undefined>) => Promise<'done' | 'failed'>;

export function usePerform(page: TabPage): { readonly perform: Perform; readonly busy: boolean } {
  const [running, setRunning] = React.useState(0);
  const mounted = React.useRef(true);
  React.useEffect(() => () => void (mounted.current = false), []);
  const perform = React.useCallback<Perform>(
    async (work) => {
      const count = (by: number) => mounted.current && setRunning((before) => before + by);
      const undo = (deed: Deed) => () => {
        deed.undo().then(
          () => page.toast('Undone.'),
          (error: unknown) => page.toast(sentenceOf(error)),
        );
      };
      count(1);
      try {
        const done = await work();
        if (done) page.toast(done.message, done.deed && { label: 'Undo', run: undo(done.deed) });
        return 'done';
      } catch (error) {
        page.toast(sentenceOf(error));
        return 'failed';
      } finally {
        count(-1);
        keepFocus();
      }
    },
    [page],
  );
  return { perform, busy: running > 0 };
}
