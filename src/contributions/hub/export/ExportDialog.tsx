/** Exports the model: the format, what it cannot hold, a look into the file, and the download. */
import * as React from 'react';
import { Button } from 'azure-devops-ui/Button';
import { exportFileName } from '../../../core/export/file-name';
import { exportFormats } from '../../../core/export/formats';
import type { ExportFormat } from '../../../core/export/export-result';
import { ModalDialog } from '../../../ui/Layers';
import { LossTable } from '../../../ui/LossTable';
import { counted } from '../../../ui/words';
import { useModelView } from '../model-view';
import { downloadText } from '../../../ui/hand-over';
import './export.css';

/** Of the file, in the preview: enough to recognise it, little enough to draw at once. */
const previewLength = 3000;

function Formats(props: {
  readonly format: ExportFormat;
  readonly onChange: (format: ExportFormat) => void;
}): React.ReactElement {
  return (
    <fieldset className="wo-radio-list wo-export-formats">
      <legend>Format</legend>
      {exportFormats.map((format) => (
        <label key={format.id}>
          <input
            type="radio"
            name="wo-export-format"
            checked={format.id === props.format.id}
            onChange={() => props.onChange(format)}
          />
          <span>
            <strong>{format.name}</strong>
            <span className="wo-quiet wo-export-about">{format.about}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

type Lost = ReturnType<ExportFormat['write']>['lost'];

function Losses({ lost }: { readonly lost: Lost }): React.ReactElement {
  if (lost.length === 0) return <p className="wo-quiet">Nothing of this model is lost in this format.</p>;
  return (
    <div
      className="wo-scroll wo-export-losses"
      tabIndex={0}
      role="region"
      aria-label="What is lost, in a table"
    >
      <LossTable rows={lost} />
    </div>
  );
}

export default function ExportDialog({ onClose }: { readonly onClose: () => void }): React.ReactElement {
  const { model, items } = useModelView();
  const [format, setFormat] = React.useState<ExportFormat>(exportFormats[0] ?? neverEmpty());
  const file = React.useMemo(() => format.write({ model, states: items }), [format, model, items]);
  const name = exportFileName(model.info.name, format);
  return (
    <ModalDialog
      title="Export this model"
      wide="yes"
      onClose={onClose}
      footer={
        <>
          <Button text="Close" onClick={onClose} />
          <Button
            primary={true}
            text={`Download ${name}`}
            onClick={() => downloadText(name, file.text, format.mediaType)}
          />
        </>
      }
    >
      <Formats format={format} onChange={setFormat} />
      <section aria-labelledby="wo-export-lost">
        <h3 id="wo-export-lost">What this format cannot hold</h3>
        <Losses lost={file.lost} />
      </section>
      <section aria-labelledby="wo-export-preview">
        <h3 id="wo-export-preview">
          The file <span className="wo-quiet">({counted(file.text.length, 'character')})</span>
        </h3>
        <pre tabIndex={0} className="wo-export-preview" aria-label={`Beginning of ${name}`}>
          {file.text.slice(0, previewLength)}
          {file.text.length > previewLength && '…'}
        </pre>
      </section>
    </ModalDialog>
  );
}

function neverEmpty(): never {
  throw new Error('There is no format to export to.');
}
