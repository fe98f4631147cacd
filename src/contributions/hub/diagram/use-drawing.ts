/** The diagram page's state and deeds: which diagram, what is selected, and every way to change the drawing. */
import * as React from 'react';
import { addBoundary, addDiagram, addElement, addFlow } from '../../../core/diagram/add-parts';
import { copyParts, freePlace, pasteParts } from '../../../core/diagram/copy-parts';
import type { Clip } from '../../../core/diagram/copy-parts';
import {
  bendFlow,
  changePart,
  moveParts,
  placeParts,
  reconnect,
  removeParts,
  threatsAt,
} from '../../../core/diagram/edits';
import { align, frameAround } from '../../../core/diagram/geometry';
import type { Alignment } from '../../../core/diagram/geometry';
import { drawUndrawn, layOut } from '../../../core/diagram/layout';
import { drawPicture } from '../../../core/diagram/picture';
import { straightenFlows, stretchParts } from '../../../core/diagram/stretch';
import type { Step } from '../../../core/diagram/stretch';
import type { Picture } from '../../../core/diagram/picture';
import { applyEdit } from '../../../core/model/edit';
import type { Edit } from '../../../core/model/edit';
import type { DiagramId, ElementId, FlowId } from '../../../core/model/ids';
import type { Path, Point, Rectangle } from '../../../core/model/parts';
import { useHub } from '../hub-context';
import { useModelView } from '../model-view';
import type { PaletteEntry } from './part-kinds';
import { partOf, sizeOf } from './part-kinds';
import { worriesOf } from '../../../core/diagram/worries';

export type Ids = ReadonlySet<string>;
const none: Ids = new Set();

export interface Drawing {
  readonly diagram: DiagramId | undefined;
  readonly picture: Picture;
  readonly selected: Ids;
  readonly select: (ids: Ids) => void;
  /** Answers the id of what was added. A trust boundary goes around what is selected, if anything is. */
  readonly add: (entry: PaletteEntry, near: Point) => string | undefined;
  /** Answers the id of the flow. */
  readonly connect: (source: string, target: string) => string;
  readonly reconnect: (id: string, source: string, target: string) => void;
  readonly move: (ids: Ids, by: Step) => void;
  /** The size of what is selected, or the bends where only flows are. */
  readonly stretch: (by: Step) => void;
  readonly straighten: () => void;
  readonly place: (boxes: ReadonlyMap<string, Rectangle>) => void;
  readonly bend: (id: string, via: readonly Point[]) => void;
  readonly drawBoundaryLine: (id: string, path: Path) => void;
  readonly rename: (id: string, name: string) => void;
  /** What would go with the parts. */
  readonly threatsOf: (ids: Ids) => number;
  readonly remove: (ids: Ids, threats: 'delete' | 'keep-at-the-model') => void;
  readonly copy: () => number;
  readonly paste: () => void;
  readonly align: (how: Alignment) => void;
  readonly layOut: () => void;
  readonly drawUndrawn: () => void;
  readonly addDiagram: (name: string) => void;
}

const emptyPicture: Picture = { elements: [], boundaries: [], lines: [], bounds: undefined };

function usePicture(diagram: DiagramId | undefined): Picture {
  const { model, assessment } = useModelView();
  return React.useMemo(
    () => (diagram ? drawPicture(model, diagram, worriesOf(model, assessment)) : emptyPicture),
    [model, assessment, diagram],
  );
}

const boxesOf = ({ elements, boundaries }: Picture): readonly (readonly [string, Rectangle])[] => [
  ...elements.map(({ id, box }) => [id, box] as const),
  ...boundaries.flatMap(({ id, shape }) => (shape.kind === 'box' ? [[id, shape.box] as const] : [])),
];

/** Deeds that need only the model of the moment. */
function useChanges(select: (ids: Ids) => void) {
  const { session } = useModelView();
  const { app } = useHub();
  return React.useMemo(() => {
    const now = () => session.current.model;
    const apply = (edit: Edit) => void session.apply(edit);
    return {
      connect: (source: string, target: string) => {
        const edit = addFlow(
          { source: source as ElementId, target: target as ElementId, name: 'Data flow' },
          app.newId,
        );
        apply(edit);
        select(new Set([edit.added.id]));
        return edit.added.id as string;
      },
      reconnect: (id: string, source: string, target: string) =>
        apply(reconnect(now(), id as FlowId, { source: source as ElementId, target: target as ElementId })),
      move: (ids: Ids, by: Step) => apply(moveParts(now(), ids, by)),
      place: (boxes: ReadonlyMap<string, Rectangle>) => apply(placeParts(now(), boxes)),
      bend: (id: string, via: readonly Point[]) => apply(bendFlow(now(), id as FlowId, via)),
      drawBoundaryLine: (id: string, path: Path) => {
        const boundary = [...now().boundary.values()].find((each) => each.id === id);
        if (boundary?.drawing.shape !== 'line') return;
        apply({
          label: 'Bend',
          boundary: { put: [{ ...boundary, drawing: { ...boundary.drawing, path } }] },
        });
      },
      rename: (id: string, name: string) => {
        if (partOf(now(), id)?.thing.name === name) return;
        apply(changePart(now(), id as ElementId, { label: 'Rename', change: { name } }));
      },
      threatsOf: (ids: Ids) => threatsAt(now(), ids).length,
      remove: (ids: Ids, threats: 'delete' | 'keep-at-the-model') => {
        apply(removeParts(now(), ids, threats));
        select(none);
      },
    };
  }, [session, app, select]);
}

export function useDrawing(diagram: DiagramId | undefined): Drawing {
  const { session, model } = useModelView();
  const { app, go, query } = useHub();
  const picture = usePicture(diagram);
  const [wished, select] = React.useState<Ids>(none);
  const asked = query['show'];
  // A link to a part selects it; what is no part of the picture is selected by nobody.
  React.useEffect(() => select(asked === undefined ? none : new Set([asked])), [asked, diagram]);
  // What was deleted, here or elsewhere, is not selected any more.
  const selected = React.useMemo(() => {
    const there = new Set<string>(
      [...picture.elements, ...picture.boundaries, ...picture.lines].map(({ id }) => id),
    );
    return new Set([...wished].filter((id) => there.has(id)));
  }, [wished, picture]);
  const clip = React.useRef<Clip | undefined>(undefined);
  const pasted = React.useRef(0);
  const changes = useChanges(select);
  const add = (entry: PaletteEntry, near: Point) => {
    if (!diagram) return undefined;
    const taken = entry.kind === 'boundary' ? [] : picture.elements.map(({ box }) => box);
    const held = boxesOf(picture).flatMap(([id, each]) => (selected.has(id) ? [each] : []));
    const box =
      (entry.kind === 'boundary' ? frameAround(held) : undefined) ??
      freePlace(taken, sizeOf(entry.kind), near);
    const { kind, label: name, type } = entry;
    const rounded = { ...box, x: Math.round(box.x), y: Math.round(box.y) };
    const edit =
      kind === 'boundary'
        ? addBoundary({ name, type, drawing: { shape: 'box', diagram, box: rounded } }, app.newId)
        : addElement({ kind, name, type, diagram, box: rounded }, app.newId);
    session.apply(edit);
    select(new Set([edit.added.id]));
    return edit.added.id as string;
  };
  const paste = () => {
    if (!clip.current || !diagram) return;
    pasted.current += 1;
    const by = { x: 30 * pasted.current, y: 30 * pasted.current };
    const edit = pasteParts(clip.current, { diagram, by, newId: app.newId });
    session.apply(edit);
    select(new Set(edit.added));
  };
  return {
    ...changes,
    diagram,
    picture,
    selected,
    select,
    add,
    paste,
    copy: () => {
      clip.current = copyParts(session.current.model, selected);
      pasted.current = 0;
      return clip.current.elements.length + clip.current.boundaries.length;
    },
    align: (how) => {
      const boxes = new Map(boxesOf(picture).filter(([id]) => selected.has(id)));
      session.apply(placeParts(session.current.model, align(boxes, how), 'Align'));
    },
    stretch: (by) => session.apply(stretchParts(session.current.model, picture, selected, by)),
    straighten: () => session.apply(straightenFlows(session.current.model, picture, selected)),
    layOut: () => diagram && session.apply(layOut(session.current.model, diagram)),
    drawUndrawn: () => {
      if (diagram) return void session.apply(drawUndrawn(session.current.model, diagram, applyEdit));
      const made = addDiagram('Main', app.newId);
      session.apply(made);
      session.apply(drawUndrawn(session.current.model, made.added.id, applyEdit));
    },
    addDiagram: (name) => {
      const edit = addDiagram(name, app.newId);
      session.apply(edit);
      go({ model: model.info.id, tab: 'diagram', diagram: edit.added.id });
    },
  };
}
