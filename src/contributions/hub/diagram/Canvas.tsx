/** The canvas in the page: shows the picture, names parts in place, and can be used by keyboard alone. */
import * as React from 'react';
import type { Marks } from '../../../core/diagram/excerpt';
import type { Point } from '../../../core/model/parts';
import { useHub } from '../hub-context';
import { useModelView } from '../model-view';
import { DiagramCanvas } from './canvas';
import { diagramKeys } from './diagram-keys';
import { dragType } from './Palette';
import type { PaletteEntry } from './part-kinds';
import { partOf } from './part-kinds';
import type { Drawing } from './use-drawing';

export interface CanvasHandle {
  readonly fit: () => void;
  readonly zoom: (by: number) => void;
  readonly middle: () => Point;
  readonly reveal: (id: string) => void;
  /** Opens the field for the name of something that was added just now. */
  readonly name: (id: string) => void;
}

export interface CanvasProps {
  readonly drawing: Drawing;
  /** What stands out. */
  readonly marks: Marks | undefined;
  readonly onDelete: () => void;
  readonly onZoom: (scale: number) => void;
}

function useCanvas(
  { drawing, marks, onZoom }: CanvasProps,
  startRenaming: (id: string) => void,
  onConnected: (id: string) => void,
): readonly [
  React.RefObject<HTMLDivElement>,
  React.RefObject<HTMLDivElement>,
  React.RefObject<DiagramCanvas>,
] {
  const { readOnly } = useModelView();
  const container = React.useRef<HTMLDivElement>(null);
  const map = React.useRef<HTMLDivElement>(null);
  const canvas = React.useRef<DiagramCanvas | null>(null) as React.MutableRefObject<DiagramCanvas | null>;
  // The canvas lives as long as the page; what it tells goes to the newest deeds.
  const newest = React.useRef({ drawing, marks, startRenaming, onConnected, onZoom });
  React.useLayoutEffect(() => {
    newest.current = { drawing, marks, startRenaming, onConnected, onZoom };
  });
  React.useEffect(() => {
    if (!container.current) return undefined;
    const made = new DiagramCanvas(
      container.current,
      {
        onSelect: (ids) => newest.current.drawing.select(ids),
        onMove: (ids, by) => newest.current.drawing.move(ids, by),
        onPlace: (boxes) => newest.current.drawing.place(boxes),
        onBend: (id, via) => newest.current.drawing.bend(id, via),
        onBoundaryLine: (id, path) => newest.current.drawing.drawBoundaryLine(id, path),
        onConnect: (source, target) =>
          newest.current.onConnected(newest.current.drawing.connect(source, target)),
        onReconnect: (id, source, target) => newest.current.drawing.reconnect(id, source, target),
        onRename: (id) => newest.current.startRenaming(id),
      },
      readOnly ? 'read' : 'edit',
    );
    canvas.current = made;
    if (map.current) made.showMap(map.current);
    made.onScale((scale) => newest.current.onZoom(scale));
    made.show(newest.current.drawing.picture, newest.current.marks);
    return () => {
      canvas.current = null;
      made.dispose();
    };
  }, [readOnly, drawing.diagram]);
  // Before the page is painted: whoever adds a part names it in the next frame.
  React.useLayoutEffect(() => canvas.current?.show(drawing.picture, marks), [drawing.picture, marks]);
  React.useLayoutEffect(() => canvas.current?.select(drawing.selected), [drawing.selected, drawing.picture]);
  return [container, map, canvas];
}

interface RenameProps {
  readonly id: string;
  readonly canvas: DiagramCanvas;
  readonly onDone: (name: string | undefined) => void;
}
function RenameBox({ id, canvas, onDone }: RenameProps): React.ReactElement | null {
  const { model } = useModelView();
  const [text, setText] = React.useState(partOf(model, id)?.thing.name ?? '');
  const left = React.useRef(false);
  const box = canvas.boxOnPage(id);
  if (!box) return null;
  const done = (name: string | undefined) => {
    // Esc and Enter take the field away, which leaves it once more.
    if (left.current) return;
    left.current = true;
    onDone(name);
  };
  const width = Math.max(140, box.width);
  return (
    <input
      className="wo-input wo-dfd-rename"
      aria-label="Name"
      autoFocus={true}
      maxLength={1000}
      style={{ left: box.x + box.width / 2 - width / 2, top: box.y + box.height / 2 - 16, width }}
      value={text}
      onFocus={(event) => event.target.select()}
      onChange={(event) => setText(event.target.value)}
      onBlur={() => done(text.trim())}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === 'Enter' && !event.nativeEvent.isComposing) done(text.trim());
        if (event.key === 'Escape') done(undefined);
      }}
    />
  );
}

export const Canvas = React.forwardRef<CanvasHandle, CanvasProps>(function DiagramSheet(props, ref) {
  const { drawing, onDelete } = props;
  const { readOnly } = useModelView();
  const [renaming, setRenaming] = React.useState<string | undefined>(undefined);
  const startRenaming = (id: string) => !readOnly && setRenaming(id);
  const drawn = React.useRef<DiagramCanvas | null>(null);
  // It is drawn after this turn; before, there is no place for the field.
  const nameSoon = (id: string) => void requestAnimationFrame(() => startRenaming(id));
  const name = (id: string) => {
    requestAnimationFrame(() => drawn.current?.reveal(id));
    nameSoon(id);
  };
  const [container, map, canvas] = useCanvas(props, startRenaming, nameSoon);
  React.useEffect(() => {
    drawn.current = canvas.current;
  });
  const { query } = useHub();
  const asked = query['show'];
  // A link to a part leads the eye there; the canvas is laid out after this turn.
  React.useEffect(() => {
    if (asked !== undefined) requestAnimationFrame(() => drawn.current?.reveal(asked));
  }, [asked, drawing.diagram]);
  const frame = React.useRef<HTMLDivElement>(null);
  React.useImperativeHandle(ref, () => ({
    fit: () => canvas.current?.fit(),
    zoom: (by) => canvas.current?.zoom(by),
    middle: () => canvas.current?.middle ?? { x: 0, y: 0 },
    reveal: (id) => canvas.current?.reveal(id),
    name,
  }));
  const onKeyDown = diagramKeys({ drawing, canvas: canvas.current, onDelete, startRenaming, readOnly });
  const onDrop = (event: React.DragEvent) => {
    const text = event.dataTransfer.getData(dragType);
    if (text === '' || !canvas.current) return;
    event.preventDefault();
    const at = canvas.current.at(event.clientX, event.clientY);
    const added = drawing.add(JSON.parse(text) as PaletteEntry, at);
    if (added !== undefined) name(added);
  };
  return (
    <div
      ref={frame}
      className="wo-dfd-frame"
      role="application"
      aria-label="Diagram. N and P go from part to part, with Shift they select more, arrow keys move it, with Shift they change its size or bend a flow, S makes a flow straight, Enter renames, Delete deletes."
      tabIndex={0}
      onKeyDown={onKeyDown}
      onDragOver={(event) => event.dataTransfer.types.includes(dragType) && event.preventDefault()}
      onDrop={onDrop}
    >
      <div ref={container} className="wo-dfd-sheet" />
      <div ref={map} className="wo-dfd-map" aria-hidden="true" />
      {renaming !== undefined && canvas.current && (
        <RenameBox
          key={renaming}
          id={renaming}
          canvas={canvas.current}
          onDone={(name) => {
            if (name !== undefined && name !== '') drawing.rename(renaming, name);
            setRenaming(undefined);
            frame.current?.focus();
          }}
        />
      )}
    </div>
  );
});
