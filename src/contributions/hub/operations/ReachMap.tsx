/** The drawing of the system with what is reached in colour. A picture beside a list that says the same in words. */
import * as React from 'react';
import { wrap } from '../../../core/diagram/svg';
import type { Element, Flow } from '../../../core/model/diagram-parts';
import type { DiagramId } from '../../../core/model/ids';
import type { RootCause } from '../../../core/operate/root-cause';
import { useModelView } from '../model-view';

interface Picture {
  readonly elements: readonly Element[];
  readonly flows: readonly Flow[];
  readonly box: string;
}

/** More than anybody can read in a small picture. */
const most = 80;

/** The diagram on which most of it happens. */
function diagramOf({ elements }: RootCause): DiagramId | undefined {
  const counts = new Map<DiagramId, number>();
  for (const { drawing } of elements)
    if (drawing) counts.set(drawing.diagram, (counts.get(drawing.diagram) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}

function usePicture(cause: RootCause): Picture | undefined {
  const { model } = useModelView();
  return React.useMemo(() => {
    const diagram = diagramOf(cause);
    const elements = [...model.element.values()].filter(({ drawing }) => drawing?.diagram === diagram);
    if (diagram === undefined || elements.length === 0 || elements.length > most) return undefined;
    const shown = new Set(elements.map(({ id }) => id));
    const flows = [...model.flow.values()].filter(
      ({ source, target }) => source !== null && target !== null && shown.has(source) && shown.has(target),
    );
    const boxes = elements.flatMap(({ drawing }) => drawing?.box ?? []);
    const left = Math.min(...boxes.map(({ x }) => x)) - 12;
    const top = Math.min(...boxes.map(({ y }) => y)) - 12;
    const right = Math.max(...boxes.map(({ x, width }) => x + width)) + 12;
    const bottom = Math.max(...boxes.map(({ y, height }) => y + height)) + 12;
    return { elements, flows, box: `${left} ${top} ${right - left} ${bottom - top}` };
  }, [cause, model]);
}

function Line({
  flow,
  className,
}: {
  readonly flow: Flow;
  readonly className: string;
}): React.ReactElement | null {
  const { model } = useModelView();
  const middle = (id: Flow['source']) => {
    const box = id === null ? undefined : model.element.get(id)?.drawing?.box;
    return box && { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  };
  const [from, to] = [middle(flow.source), middle(flow.target)];
  if (!from || !to) return null;
  return <line x1={from.x} y1={from.y} x2={to.x} y2={to.y} className={className} />;
}

/** Units of the drawing that a line of a name is high, at the size that operations.css gives it. */
const lineHeight = 20;
/** How much smaller the letters are that `wrap` measures by. */
const smaller = 13 / 18;

function Box({
  element,
  className,
}: {
  readonly element: Element;
  readonly className: string;
}): React.ReactElement | null {
  const box = element.drawing?.box;
  if (!box) return null;
  const lines = wrap(element.name, (box.width - 8) * smaller, 2);
  const top = box.y + box.height / 2 - ((lines.length - 1) * lineHeight) / 2;
  return (
    <g className={className}>
      <rect {...box} rx={element.kind === 'process' ? box.height / 2 : 3} />
      {lines.map((line, place) => (
        <text key={place} x={box.x + box.width / 2} y={top + place * lineHeight}>
          {line}
        </text>
      ))}
    </g>
  );
}

export function ReachMap({ cause }: { readonly cause: RootCause }): React.ReactElement | null {
  const picture = usePicture(cause);
  if (!picture) return null;
  const distance = new Map(cause.reach.map(({ flow, steps }) => [flow.id, steps]));
  const reached = new Set(cause.elements.map(({ id }) => id));
  const strikes = new Set(
    cause.threats.flatMap(({ threat: { place } }) => (place.kind === 'element' ? [place.id] : [])),
  );
  const lineClass = (flow: Flow) => {
    const steps = distance.get(flow.id);
    return steps === undefined ? 'wo-map-line' : steps === 0 ? 'wo-map-strike' : 'wo-map-reached';
  };
  const boxClass = ({ id }: Element) =>
    strikes.has(id) ? 'wo-map-strike' : reached.has(id) ? 'wo-map-reached' : 'wo-map-box';
  // What is reached is drawn last, on top.
  const flows = [...picture.flows].sort((a, b) => Number(distance.has(a.id)) - Number(distance.has(b.id)));
  return (
    <svg
      className="wo-map"
      viewBox={picture.box}
      role="img"
      aria-label="The drawing of the system; the list below says what is reached."
    >
      {flows.map((flow) => (
        <Line key={flow.id} flow={flow} className={lineClass(flow)} />
      ))}
      {picture.elements.map((element) => (
        <Box key={element.id} element={element} className={boxClass(element)} />
      ))}
    </svg>
  );
}
