/** The left edge of a panel: dragging it, or arrow keys on it, change the width. */
import * as React from 'react';
import type { Resize } from '../overlays/overlay-stack';

/** Pixels for one press of an arrow key. */
const step = 20;

interface ResizeHandleProps {
  readonly box: React.RefObject<HTMLElement>;
  readonly resize: Resize;
}

export function ResizeHandle({ box, resize }: ResizeHandleProps): JSX.Element {
  const [width, setWidth] = React.useState<number | undefined>(undefined);
  function become(wanted: number): void {
    const widest = Math.min(resize.maxWidth, window.innerWidth);
    const next = Math.round(Math.max(resize.minWidth, Math.min(widest, wanted)));
    if (box.current) box.current.style.width = `${next}px`;
    setWidth(next);
    resize.onWidthChanged(next);
  }
  const now = (): number => box.current?.getBoundingClientRect().width ?? resize.minWidth;
  function onPointerDown(event: React.PointerEvent<HTMLDivElement>): void {
    event.currentTarget.setPointerCapture(event.pointerId);
    event.preventDefault();
  }
  function onPointerMove(event: React.PointerEvent<HTMLDivElement>): void {
    if (event.currentTarget.hasPointerCapture(event.pointerId)) become(window.innerWidth - event.clientX);
  }
  function onKeyDown(event: React.KeyboardEvent): void {
    const steps: Readonly<Record<string, number>> = { ArrowLeft: step, ArrowRight: -step };
    const change = steps[event.key];
    if (change === undefined) return;
    event.preventDefault();
    become(now() + change);
  }
  return (
    <div
      className="resize-handle"
      role="separator"
      aria-orientation="vertical"
      aria-label="Width of the panel"
      aria-valuenow={width ?? resize.minWidth}
      aria-valuemin={resize.minWidth}
      aria-valuemax={resize.maxWidth}
      tabIndex={0}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onKeyDown={onKeyDown}
    />
  );
}
