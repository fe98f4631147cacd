/** What lies on the desk: an alert stays there while its model is open, for whoever looks at the diagram and comes back. */
import * as React from 'react';
import type { AlertReading } from '../../../core/operate/alerts/read-alerts';
import { useModelView } from '../model-view';
import type { ModelSession } from '../session';

export interface Desk {
  readonly text: string;
  readonly reading: AlertReading | undefined;
  /** Which of the alerts that were read. */
  readonly place: string;
}
const emptyDesk: Desk = { text: '', reading: undefined, place: '0' };

const desks = new WeakMap<ModelSession, Desk>();

/** The desk of the open model. */
export function useDesk(): readonly [Desk, (change: Partial<Desk>) => void] {
  const { session } = useModelView();
  const [desk, setDesk] = React.useState(() => desks.get(session) ?? emptyDesk);
  const change = (given: Partial<Desk>) => {
    const next = { ...desk, ...given };
    desks.set(session, next);
    setDesk(next);
  };
  return [desk, change];
}

/** Takes what lies on one model's desk to that of another. */
export function carryOver(from: ModelSession, to: ModelSession): void {
  desks.set(to, desks.get(from) ?? emptyDesk);
}
