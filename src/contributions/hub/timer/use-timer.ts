/** The timer of the page, and how long it runs by now. */
import * as React from 'react';
import { useHub } from '../hub-context';
import { minutesBetween, WorkTimer } from './work-timer';
import type { Running } from './work-timer';

let timer: WorkTimer | undefined;
/** One for the page: it runs on while models are opened and left. */
export const workTimer = (): WorkTimer => (timer ??= new WorkTimer());

/** Milliseconds; minutes are all that is shown. */
const tick = 20_000;

export function useTimer(): { readonly running: Running | undefined; readonly minutes: number } {
  const { app } = useHub();
  const [, redraw] = React.useState(0);
  const { running } = workTimer();
  React.useEffect(() => workTimer().subscribe(() => redraw((before) => before + 1)), []);
  React.useEffect(() => {
    if (!running) return undefined;
    const interval = setInterval(() => redraw((before) => before + 1), tick);
    return () => clearInterval(interval);
  }, [running]);
  return { running, minutes: running ? minutesBetween(running.since, app.now()) : 0 };
}
