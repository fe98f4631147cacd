/** The diagram of a model: palette, canvas, and what is known about the selected part. */
import './diagram.css';
import * as React from 'react';
import { Button } from 'azure-devops-ui/Button';
import { removeDiagram } from '../../../core/diagram/edits';
import type { Marks } from '../../../core/diagram/excerpt';
import { undrawnElements } from '../../../core/diagram/picture';
import type { KnowledgePackage } from '../../../core/kb/package';
import type { Diagram } from '../../../core/model/diagram-parts';
import { Banner } from '../../../ui/Banner';
import { Field } from '../../../ui/Field';
import { ModalDialog } from '../../../ui/Layers';
import { counted } from '../../../ui/words';
import { CommentsSection } from '../comments/CommentsSection';
import { useHub } from '../hub-context';
import { useModelView } from '../model-view';
import { useLoad } from '../use-load';
import { AlsoSelect } from './AlsoSelect';
import { BlastBanner, useBlast } from './BlastBanner';
import { Canvas } from './Canvas';
import type { CanvasHandle } from './Canvas';
import { DiagramBar } from './DiagramBar';
import { Palette } from './Palette';
import { partOf } from './part-kinds';
import { PartPanel } from './PartPanel';
import { useDrawing } from './use-drawing';
import type { Drawing } from './use-drawing';

interface DeleteProps {
  readonly drawing: Drawing;
  readonly onClose: () => void;
}
/** Asks only where threats would go with the parts. */
function DeleteDialog({ drawing, onClose }: DeleteProps): React.ReactElement {
  const threats = drawing.threatsOf(drawing.selected);
  const end = (what: 'delete' | 'keep-at-the-model') => {
    drawing.remove(drawing.selected, what);
    onClose();
  };
  return (
    <ModalDialog
      title={`Delete ${counted(drawing.selected.size, 'part')} of the diagram`}
      onClose={onClose}
      footer={
        <>
          <Button text="Cancel" onClick={onClose} />
          <Button text="Keep the threats" onClick={() => end('keep-at-the-model')} />
          <Button danger={true} text="Delete the threats too" onClick={() => end('delete')} />
        </>
      }
    >
      <p>
        {counted(threats, 'threat')} {threats === 1 ? 'is' : 'are'} about what you delete. Kept threats stay
        with the whole model. Undo brings everything back.
      </p>
    </ModalDialog>
  );
}

function DiagramPanel({
  diagram,
  isLast,
}: {
  readonly diagram: Diagram;
  readonly isLast: boolean;
}): React.ReactElement {
  const { model, applyLoudly, apply, readOnly } = useModelView();
  const [name, setName] = React.useState(diagram.name);
  React.useEffect(() => setName(diagram.name), [diagram]);
  const rename = () =>
    name.trim() !== '' &&
    name.trim() !== diagram.name &&
    apply({ label: 'Rename diagram', diagram: { put: [{ ...diagram, name: name.trim() }] } });
  return (
    <>
      <h2>Diagram</h2>
      <div onBlur={rename}>
        <Field label="Name" value={name} onChange={setName} onEnter={rename} disabled={readOnly} />
      </div>
      <p className="wo-quiet">
        Press or pull something from the palette. Pull a line from the dots of an element to another one.
        Double-click renames. With Shift a frame selects, and arrow keys change the size or bend a line.
      </p>
      <CommentsSection about={{ kind: 'diagram', id: diagram.id }} />
      {!readOnly && !isLast && (
        <Button
          text="Delete diagram"
          onClick={() =>
            applyLoudly(
              removeDiagram(model, diagram.id, 'keep-at-the-model'),
              `“${diagram.name}” was deleted.`,
            )
          }
        />
      )}
    </>
  );
}

function Undrawn({ drawing }: { readonly drawing: Drawing }): React.ReactElement | null {
  const { model, readOnly } = useModelView();
  const { length } = undrawnElements(model);
  if (length === 0) return null;
  return (
    <Banner tone="info" actions={!readOnly && <Button text="Draw them" onClick={drawing.drawUndrawn} />}>
      {counted(length, 'element')} of the model {length === 1 ? 'is' : 'are'} on no diagram.
    </Banner>
  );
}

function Empty({ drawing }: { readonly drawing: Drawing }): React.ReactElement {
  const { readOnly } = useModelView();
  return (
    <section className="wo-card wo-empty">
      <h2>Nothing is drawn yet</h2>
      <p>
        Draw the parts of the system, the data that flows between them, and where trust ends. Threats are
        found from the drawing.
      </p>
      {!readOnly && <Button primary={true} text="Start drawing" onClick={() => drawing.addDiagram('Main')} />}
    </section>
  );
}

const nothing: readonly KnowledgePackage[] = [];

interface SheetProps {
  readonly drawing: Drawing;
  readonly diagrams: readonly Diagram[];
  readonly marks: Marks | undefined;
}

function Sheet({ drawing, diagrams, marks }: SheetProps) {
  const { app } = useHub();
  const { model, readOnly } = useModelView();
  const [load] = useLoad(app.knowledge);
  // Without the packages one still draws: the plain kinds are enough for that.
  const packages = load.kind === 'loaded' ? load.value : nothing;
  const canvas = React.useRef<CanvasHandle>(null);
  const [scale, setScale] = React.useState(1);
  const [deleting, setDeleting] = React.useState(false);
  const [only] = drawing.selected.size === 1 ? drawing.selected : [];
  const part = only === undefined ? undefined : partOf(model, only);
  const diagram = diagrams.find(({ id }) => id === drawing.diagram);
  const onDelete = () => {
    if (drawing.threatsOf(drawing.selected) > 0) setDeleting(true);
    else drawing.remove(drawing.selected, 'delete');
  };
  return (
    <div className="wo-dfd">
      <DiagramBar drawing={drawing} diagrams={diagrams} canvas={canvas} scale={scale} />
      <div className="wo-dfd-columns">
        {!readOnly && (
          <Palette
            packages={packages}
            onAdd={(entry) => {
              const added = drawing.add(entry, canvas.current?.middle() ?? { x: 0, y: 0 });
              if (added === undefined) return;
              canvas.current?.name(added);
            }}
          />
        )}
        <Canvas ref={canvas} drawing={drawing} marks={marks} onDelete={onDelete} onZoom={setScale} />
        <section className="wo-dfd-panel" aria-label="Selected part">
          {part && (
            <PartPanel
              key={only}
              part={part}
              packages={packages}
              onDelete={onDelete}
              onConnect={(source, target) => canvas.current?.name(drawing.connect(source, target))}
            />
          )}
          {!part && drawing.selected.size > 1 && (
            <>
              <h2>{counted(drawing.selected.size, 'part')} selected</h2>
              {!readOnly && <Button text="Delete…" onClick={onDelete} />}
            </>
          )}
          {/* One place for one and for several, so that the focus stays in it while the selection grows. */}
          {drawing.selected.size > 0 && <AlsoSelect drawing={drawing} />}
          {!part && drawing.selected.size === 0 && diagram && (
            <DiagramPanel diagram={diagram} isLast={diagrams.length === 1} />
          )}
        </section>
      </div>
      {deleting && <DeleteDialog drawing={drawing} onClose={() => setDeleting(false)} />}
    </div>
  );
}

export default function DiagramView(): React.ReactElement {
  const { model } = useModelView();
  const { query } = useHub();
  const diagrams = React.useMemo(() => [...model.diagram.values()], [model.diagram]);
  const blast = useBlast();
  const asked = query['diagram'] ?? blast?.diagram;
  const wanted = diagrams.find(({ id }) => id === asked) ?? diagrams[0];
  const drawing = useDrawing(wanted?.id);
  return (
    <>
      {blast && <BlastBanner blast={blast} />}
      <Undrawn drawing={drawing} />
      {wanted ? (
        <Sheet key={wanted.id} drawing={drawing} diagrams={diagrams} marks={blast?.marks} />
      ) : (
        <Empty drawing={drawing} />
      )}
    </>
  );
}
