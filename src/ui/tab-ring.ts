/**
 * Tab inside a panel or dialog. The focus zone of azure-devops-ui steps over `summary`, and stands still where a closed
 * `details` holds a button: so the browser goes from stop to stop, and only the two ends are joined here.
 */
import type * as React from 'react';

const candidates = 'a[href],button,input,select,textarea,summary,iframe,[tabindex],[contenteditable="true"]';

function tabStops(frame: HTMLElement): readonly HTMLElement[] {
  return [...frame.querySelectorAll<HTMLElement>(candidates)].filter(
    (each) =>
      each.tabIndex >= 0 && !each.matches(':disabled') && each.checkVisibility({ visibilityProperty: true }),
  );
}

/** Radios of one name are one stop, whichever of them is chosen. */
const sameStop = (a: Element | null, b: Element | undefined): boolean =>
  a === b ||
  (a instanceof HTMLInputElement &&
    b instanceof HTMLInputElement &&
    a.type === 'radio' &&
    b.type === 'radio' &&
    a.name === b.name);

/** For the capture phase of the frame, so that the focus zone around it does not see the key. */
export function tabInside(frame: HTMLElement, event: React.KeyboardEvent): void {
  event.stopPropagation();
  const stops = tabStops(frame);
  const [first, last] = [stops[0], stops[stops.length - 1]];
  const { activeElement } = document;
  const leaves = event.shiftKey
    ? activeElement === frame || sameStop(activeElement, first)
    : stops.length === 0 || sameStop(activeElement, last);
  if (!leaves) return;
  event.preventDefault();
  (event.shiftKey ? last : first)?.focus();
}
