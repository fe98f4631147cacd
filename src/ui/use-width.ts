/** How wide a part of the page is, so that a chart is drawn for its room: one that is only scaled has tiny words in a narrow one. */
import * as React from 'react';

/**
 * The width of what the reference is given to, in whole CSS pixels, followed while it changes.
 * `usual` until it is measured, and where there is no layout.
 */
export function useWidth<T extends HTMLElement>(usual: number): readonly [React.RefObject<T>, number] {
  const ref = React.useRef<T>(null);
  const [width, setWidth] = React.useState(usual);
  React.useLayoutEffect(() => {
    const { current } = ref;
    if (!current || typeof ResizeObserver === 'undefined') return undefined;
    const measure = () => {
      const measured = Math.round(current.clientWidth);
      // What is hidden has no width: it keeps the one that it had.
      if (measured > 0) setWidth(measured);
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(current);
    return () => observer.disconnect();
  }, []);
  return [ref, width];
}
