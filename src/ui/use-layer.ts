/**
 * Keeps the keyboard inside the topmost layer. azure-devops-ui loses focus to the page when the focused button of a
 * dialog goes away, and when a dialog over a panel closes; then Esc and Tab would work on the page underneath.
 */
import * as React from 'react';

interface Layer {
  readonly frame: HTMLElement;
  readonly close: () => void;
}
const layers: Layer[] = [];

const focusIsLost = () => document.activeElement === null || document.activeElement === document.body;

/** Esc reaches azure-devops-ui only from inside the layer; from the page itself it comes here. */
function onPageKey(event: KeyboardEvent): void {
  if (event.key === 'Escape' && focusIsLost() && !event.defaultPrevented) layers[layers.length - 1]?.close();
}

/** Lost focus goes to the topmost layer, whichever of them changed. */
function keepFocus(): void {
  if (focusIsLost()) layers[layers.length - 1]?.frame.focus();
}

function giveBack(opener: Element | null): void {
  if (!focusIsLost()) return;
  if (opener instanceof HTMLElement && opener.isConnected && opener !== document.body) opener.focus();
  else keepFocus();
}

/** For the frame of a panel or dialog, which must be focusable (tabIndex -1). `close` is called for Esc. */
export function useLayer(close: () => void): React.RefObject<HTMLDivElement> {
  const frame = React.useRef<HTMLDivElement>(null);
  const closing = React.useRef(close);
  closing.current = close;
  // While rendering for the first time, focus is still where the person opened the layer.
  const [opener] = React.useState(() => document.activeElement);
  // Before the first drawing: a key may follow at once, and on a busy machine before later effects.
  React.useLayoutEffect(() => {
    if (!frame.current) return undefined;
    const layer: Layer = { frame: frame.current, close: () => closing.current() };
    if (layers.push(layer) === 1) document.addEventListener('keydown', onPageKey);
    return () => {
      layers.splice(layers.indexOf(layer), 1);
      if (layers.length === 0) document.removeEventListener('keydown', onPageKey);
      // After React and azure-devops-ui have done their part.
      setTimeout(() => giveBack(opener), 0);
    };
  }, [opener]);
  React.useEffect(keepFocus);
  React.useEffect(() => {
    // No event tells that a focused element went away; parts of the content change without this frame drawing anew.
    const observer = new MutationObserver(keepFocus);
    if (frame.current) observer.observe(frame.current, { childList: true, subtree: true });
    return () => observer.disconnect();
  }, []);
  return frame;
}
