/** When the browser has shown what a page has just changed. */
import * as React from 'react';

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

/** Whether what uses it was on the screen once: for lists of thousands that nobody opens before. */
export function usePainted(): boolean {
  const [painted, setPainted] = React.useState(false);
  React.useEffect(() => {
    let gone = false;
    void afterPaint().then(() => gone || setPainted(true));
    return () => {
      gone = true;
    };
  }, []);
  return painted;
}
