/** The diagram by keyboard: from part to part, move, size, bend, rename, delete, copy and paste, zoom. */
import type * as React from 'react';
import type { DiagramCanvas } from './canvas';
import type { Drawing } from './use-drawing';

/** Diagram units of a step by arrow key, and of a small one with Ctrl. */
const step = 20;
const smallStep = 2;
/** Pixels by which arrow keys move the sheet when nothing is selected. */
const panStep = 60;

const arrows: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** The next part in the order of reading, for Tab-like keys on the canvas. */
function neighbour({ picture, selected }: Drawing, by: 1 | -1): string | undefined {
  const order = [
    ...[...picture.elements].sort((a, b) => a.box.y - b.box.y || a.box.x - b.box.x),
    ...picture.lines,
    ...picture.boundaries,
  ].map(({ id }) => id as string);
  if (order.length === 0) return undefined;
  // What was selected last is where the keys stand.
  const [last] = [...selected].slice(-1);
  const at = last === undefined ? -1 : order.indexOf(last);
  if (at < 0) return by === 1 ? order[0] : order[order.length - 1];
  return order[(at + by + order.length) % order.length];
}

export interface DiagramKeys {
  readonly drawing: Drawing;
  readonly canvas: DiagramCanvas | null;
  readonly onDelete: () => void;
  readonly startRenaming: (id: string) => void;
  readonly readOnly: boolean;
}

/** What a key does on the canvas. Keys that mean nothing here go on to the page. */
export function diagramKeys(given: DiagramKeys): (event: React.KeyboardEvent) => void {
  const { drawing, canvas, onDelete, startRenaming, readOnly } = given;
  const [only] = drawing.selected.size === 1 ? drawing.selected : [];
  const onArrow = (event: React.KeyboardEvent, [x, y]: readonly [number, number]) => {
    if (drawing.selected.size === 0) return canvas?.pan(-x * panStep, -y * panStep);
    const by = event.ctrlKey ? smallStep : step;
    const way = { dx: x * by, dy: y * by };
    if (readOnly) return undefined;
    return event.shiftKey ? drawing.stretch(way) : drawing.move(drawing.selected, way);
  };
  const onNext = (by: 1 | -1, before: Iterable<string> = []) => {
    const next = neighbour(drawing, by);
    if (next === undefined) return;
    const others = [...before].filter((id) => id !== next);
    drawing.select(new Set([...others, next]));
    canvas?.reveal(next);
  };
  const withCtrl: Readonly<Record<string, () => void>> = {
    a: () =>
      drawing.select(
        new Set([...drawing.picture.elements, ...drawing.picture.boundaries].map(({ id }) => id)),
      ),
    c: () => void drawing.copy(),
    x: () => {
      drawing.copy();
      if (!readOnly) onDelete();
    },
    v: () => !readOnly && drawing.paste(),
  };
  const plain: Readonly<Record<string, () => void>> = {
    n: () => onNext(1),
    p: () => onNext(-1),
    // With Shift the selection grows.
    N: () => onNext(1, drawing.selected),
    P: () => onNext(-1, drawing.selected),
    F2: () => only !== undefined && startRenaming(only),
    Enter: () => only !== undefined && startRenaming(only),
    Delete: () => drawing.selected.size > 0 && !readOnly && onDelete(),
    Backspace: () => drawing.selected.size > 0 && !readOnly && onDelete(),
    s: () => !readOnly && drawing.straighten(),
    Escape: () => drawing.select(new Set()),
    '+': () => canvas?.zoom(0.2),
    '-': () => canvas?.zoom(-0.2),
    '0': () => canvas?.fit(),
  };
  return (event) => {
    const arrow = arrows[event.key];
    const deed = event.ctrlKey || event.metaKey ? withCtrl[event.key.toLowerCase()] : plain[event.key];
    if (!arrow && !deed) return;
    event.preventDefault();
    if (arrow) onArrow(event, arrow);
    else deed?.();
  };
}
