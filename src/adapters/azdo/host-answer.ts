/**
 * Waits for the page that hosts us, but not for ever: what is posted to it while it opens a window may never arrive (seen
 * in Chromium: two calls posted while the host was inside `window.open` got no answer), and nobody tells the caller.
 */
import { AccessError } from '../../app/ports';

/** How long each asking is waited for, in milliseconds. */
export const hostPatience = {
  /** The host answers out of its own head. */
  handle: [4000, 8000, 16_000],
  /** It asks the service, which may be slow for a large model. */
  read: [30_000, 60_000],
  /** Never asked twice: the first one may have done its work. */
  write: [90_000],
} as const;

/**
 * The first answer to any of the askings. Rejects as the asking does, and with AccessError `unreachable` when none was
 * answered; to the caller that is a connection that was lost, perhaps after the effect.
 */
export function hostAnswer<T>(ask: () => Promise<T>, patience: readonly number[]): Promise<T> {
  return new Promise((resolve, reject) => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const turn = (asking: number): void => {
      const wait = patience[asking];
      if (wait === undefined) {
        const reason = 'The page of Azure DevOps around this one does not answer; try again, or reload it.';
        reject(new AccessError('unreachable', reason));
        return;
      }
      timer = setTimeout(() => turn(asking + 1), wait);
      void ask()
        .then(resolve, reject)
        .finally(() => clearTimeout(timer));
    };
    turn(0);
  });
}
