/** The bar above the canvas: which diagram, zoom, alignment, layout, search and export. */
import * as React from 'react';
import { Button } from 'azure-devops-ui/Button';
import { alignments } from '../../../core/diagram/geometry';
import type { Alignment } from '../../../core/diagram/geometry';
import type { Diagram } from '../../../core/model/diagram-parts';
import { usePainted } from '../../../ui/after-paint';
import { Choice } from '../../../ui/Choice';
import { percent, sentenceOf } from '../../../ui/words';
import { useHub } from '../hub-context';
import { useModelView } from '../model-view';
import { pngFile, saveFile, svgFile } from './export-picture';
import type { Drawing } from './use-drawing';
import { useNames } from './use-names';
import type { CanvasHandle } from './Canvas';

const alignWords: Readonly<Record<Alignment, string>> = {
  left: 'Left edges',
  centre: 'Centres, one above the other',
  right: 'Right edges',
  top: 'Top edges',
  middle: 'Middles, side by side',
  bottom: 'Bottom edges',
  'distribute-across': 'Same gaps across',
  'distribute-down': 'Same gaps down',
};

function AlignChoice({ drawing }: { readonly drawing: Drawing }): React.ReactElement {
  return (
    <Choice
      label="Align the selected parts"
      value=""
      disabled={drawing.selected.size < 2}
      options={[
        { value: '', label: 'Align…' } as const,
        ...alignments.map((value) => ({ value, label: alignWords[value] })),
      ]}
      onChange={(how) => how !== '' && drawing.align(how)}
    />
  );
}

function ExportChoice({
  drawing,
  title,
}: {
  readonly drawing: Drawing;
  readonly title: string;
}): React.ReactElement {
  const { navigation } = useHub();
  const { picture } = drawing;
  const run = (how: '' | 'svg' | 'png') => {
    if (how === 'svg') saveFile(svgFile(picture, title));
    if (how === 'png')
      pngFile(picture, title).then(saveFile, (error: unknown) => navigation.toast(sentenceOf(error)));
  };
  return (
    <Choice
      label="Export the picture"
      value=""
      disabled={picture.bounds === undefined}
      options={[
        { value: '', label: 'Export…' } as const,
        { value: 'svg', label: 'As SVG' } as const,
        { value: 'png', label: 'As PNG' } as const,
      ]}
      onChange={run}
    />
  );
}

/** Goes to a part by its name. */
function Find({ drawing, canvas }: Pick<BarProps, 'drawing' | 'canvas'>): React.ReactElement {
  const { picture, selected } = drawing;
  const [only] = selected.size === 1 ? selected : [''];
  const options = useNames(
    React.useMemo(() => [...picture.elements, ...picture.lines, ...picture.boundaries], [picture]),
    'Go to…',
  );
  // The browser measures each of thousands, and the drawing would wait for that.
  const painted = usePainted();
  const there = React.useMemo(() => (painted ? options : options.slice(0, 1)), [painted, options]);
  return (
    <Choice
      label="Go to a part"
      className="wo-dfd-find"
      value={only ?? ''}
      options={there}
      onChange={(id) => {
        if (id === '') return;
        drawing.select(new Set([id]));
        canvas.current?.reveal(id);
      }}
    />
  );
}

export interface BarProps {
  readonly drawing: Drawing;
  readonly diagrams: readonly Diagram[];
  readonly canvas: React.RefObject<CanvasHandle>;
  readonly scale: number;
}

export function DiagramBar({ drawing, diagrams, canvas, scale }: BarProps): React.ReactElement {
  const { model, readOnly } = useModelView();
  const { go } = useHub();
  const now = diagrams.find(({ id }) => id === drawing.diagram);
  return (
    <div className="wo-toolbar wo-dfd-bar" role="toolbar" aria-label="Diagram">
      <Choice
        label="Diagram"
        value={now?.id ?? ''}
        options={diagrams.map(({ id, name }) => ({ value: id as string, label: name || 'Without a name' }))}
        onChange={(diagram) => go({ model: model.info.id, tab: 'diagram', diagram })}
      />
      {!readOnly && (
        <Button
          text="New"
          ariaLabel="New diagram"
          onClick={() => drawing.addDiagram(`Diagram ${diagrams.length + 1}`)}
        />
      )}
      <Find drawing={drawing} canvas={canvas} />
      {!readOnly && <AlignChoice drawing={drawing} />}
      {!readOnly && (
        <Button text="Lay out" disabled={drawing.picture.bounds === undefined} onClick={drawing.layOut} />
      )}
      <ExportChoice drawing={drawing} title={`${model.info.name} - ${now?.name ?? ''}`} />
      <span className="wo-toolbar-end wo-buttons">
        <Button text="−" ariaLabel="Zoom out" onClick={() => canvas.current?.zoom(-0.2)} />
        <span className="wo-quiet" role="status" aria-label="Zoom">
          {percent(scale)}
        </span>
        <Button text="+" ariaLabel="Zoom in" onClick={() => canvas.current?.zoom(0.2)} />
        <Button text="Fit" onClick={() => canvas.current?.fit()} />
      </span>
    </div>
  );
}
