/** When the browser has shown what a page has just changed. */

/** Milliseconds after the frame, for what follows it at once: the next key of somebody who types. */
const breath = 20;
/** Milliseconds after which nobody waits any more: a hidden page draws no frame. */
const atLast = 250;

/** Settles soon after the next frame, or a little later where there is none. Never rejects. */
export function afterPaint(): Promise<void> {
  return new Promise((done) => {
    setTimeout(done, atLast);
    requestAnimationFrame(() => setTimeout(done, breath));
  });
}
