/**
 * Keeps the place of whoever works by keyboard or listens: a button that goes away when it is pressed ("Start drawing")
 * takes the focus with it, and a screen reader is then told of the page from its top.
 */
import * as React from 'react';

const isLost = () => document.activeElement === null || document.activeElement === document.body;

/** What it stood in and is still there; not reached with Tab, and by the mouse only while it has the focus. */
function standIn(home: Element): void {
  if (!(home instanceof HTMLElement)) return;
  home.tabIndex = -1;
  home.addEventListener('blur', () => home.removeAttribute('tabindex'), { once: true });
  home.focus({ preventScroll: true });
}

/** For the frame of a page: after a press that took the focus away, it is at the nearest part of the page that stayed. */
export function useFocusKept(): React.RefObject<HTMLElement> {
  const frame = React.useRef<HTMLElement>(null);
  React.useEffect(() => {
    const { current } = frame;
    if (!current) return undefined;
    let trail: readonly Element[] = [];
    const follow = ({ target }: FocusEvent) => {
      trail = [];
      for (let at = target instanceof Element ? target : null; at && at !== current; at = at.parentElement)
        trail = [...trail, at];
    };
    const look = () => {
      const [last] = trail;
      if (!last || last.isConnected || !isLost()) return;
      standIn(trail.find((each) => each.isConnected) ?? current);
    };
    // After what the press led to is drawn, and layers have given back what they took.
    const soon = () => void setTimeout(look, 0);
    current.addEventListener('focusin', follow);
    document.addEventListener('click', soon);
    document.addEventListener('change', soon);
    // What a press only asked for goes away when the answer is there.
    const observer = new MutationObserver(() => {
      if (trail[0]?.isConnected === false) soon();
    });
    observer.observe(current, { childList: true, subtree: true });
    return () => {
      observer.disconnect();
      current.removeEventListener('focusin', follow);
      document.removeEventListener('click', soon);
      document.removeEventListener('change', soon);
    };
  }, []);
  return frame;
}
