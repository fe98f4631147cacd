/** Azure DevOps asked to be left alone for a while: adapters say so here, and what waits can tell the person why. */

/** Told how long nothing will be sent, in milliseconds. */
export type PatienceListener = (milliseconds: number) => void;

const listeners = new Set<PatienceListener>();

/** To be called before a pause of so many milliseconds. */
export function askForPatience(milliseconds: number): void {
  for (const listener of listeners) listener(milliseconds);
}

/** Tells `listener` of every pause from now on; the answer ends that. */
export function onPatience(listener: PatienceListener): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
