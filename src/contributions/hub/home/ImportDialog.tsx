/** Imports a file: choose, read, preview with what is left out, name, save. */
import * as React from 'react';
import { Button } from 'azure-devops-ui/Button';
import { countModel } from '../../../core/model/model';
import { Banner } from '../../../ui/Banner';
import { Field, useFieldId } from '../../../ui/Field';
import { ModalDialog } from '../../../ui/Layers';
import { Waiting } from '../Waiting';
import { CountsLine, NotTakenList } from './ImportReport';
import type { MakeProps } from './NewModelDialog';
import { UpdateChoice } from './UpdatePreview';
import { useImport } from './use-import';
import type { ImportStep } from './use-import';
import { useUpdate } from './use-update';

function Chooser(props: {
  readonly step: Extract<ImportStep, { kind: 'choosing' }>;
  readonly onFile: (file: File) => void;
}): React.ReactElement {
  const { refused } = props.step;
  const id = useFieldId();
  return (
    <>
      {refused && (
        <Banner tone="error">
          <strong>{refused.file} was not imported.</strong> {refused.reason} Nothing was changed.
        </Banner>
      )}
      <div className="wo-file-box">
        <label htmlFor={id}>{refused ? 'Choose another file' : 'Choose a file'}</label>
        <input
          id={id}
          type="file"
          className="wo-file-input"
          accept=".tm7,.tm,.json,.xml,.otm,.yaml,.yml"
          onChange={(event) => {
            const file = event.target.files?.[0];
            // The same file again, after a correction, must be a change again.
            event.target.value = '';
            if (file) props.onFile(file);
          }}
        />
        <span className="wo-quiet">
          Microsoft Threat Modeling Tool (.tm7), OWASP Threat Dragon, OTM, Threagile, Threat Composer, TM-BOM,
          pytm or Threats Manager (.tm), up to 20 MB; also edits that you downloaded here because they could
          not be saved
        </span>
      </div>
    </>
  );
}

function Preview(props: {
  readonly step: Extract<ImportStep, { kind: 'preview' | 'saving' }>;
  readonly name: string;
  readonly onName: (name: string) => void;
  readonly update: ReturnType<typeof useUpdate>;
}): React.ReactElement {
  const { model, notTaken } = props.step;
  const { targets, stage, choose } = props.update;
  const problem = props.step.kind === 'preview' ? props.step.problem : undefined;
  return (
    <>
      {problem !== undefined && <Banner tone="error">The model was not saved: {problem}</Banner>}
      <UpdateChoice targets={targets} stage={stage} onChoose={(target) => void choose(target)} />
      {stage.kind === 'none' && (
        <Field label="Name" value={props.name} onChange={props.onName} maxLength={200} focusFirst="yes" />
      )}
      {model.threat.size === 0 && (
        <Banner tone="info">The file holds no threats; you can add them here.</Banner>
      )}
      <CountsLine counts={countModel(model)} />
      <NotTakenList rows={notTaken} />
    </>
  );
}

function UpdateButton({ update }: { readonly update: ReturnType<typeof useUpdate> }): React.ReactElement {
  const { stage, save } = update;
  const empty = stage.kind === 'planned' && stage.plan.changes.length === 0;
  return (
    <Button
      primary={true}
      text={stage.kind === 'saving' ? 'Updating…' : 'Update model'}
      disabled={stage.kind !== 'planned' || empty}
      onClick={() => void save()}
    />
  );
}

export function ImportDialog({
  file,
  onClose,
  onMade,
}: MakeProps & { readonly file?: File }): React.ReactElement {
  const { step, read, save, again } = useImport(onMade);
  const [name, setName] = React.useState<string | undefined>(undefined);
  React.useEffect(() => {
    if (file) void read(file);
  }, [file, read]);
  const shown = step.kind === 'preview' || step.kind === 'saving' ? step : undefined;
  const current = name ?? shown?.model.info.name ?? '';
  const update = useUpdate(shown?.model, onMade);
  const busy = step.kind === 'saving' || update.stage.kind === 'saving';
  const choose = (chosen: File) => {
    setName(undefined);
    void read(chosen);
  };
  return (
    <ModalDialog
      title="Import a model"
      wide="yes"
      onClose={busy ? () => undefined : onClose}
      footer={
        <>
          <Button text="Cancel" disabled={busy} onClick={onClose} />
          {shown && (
            <Button
              text="Choose another file"
              disabled={busy}
              onClick={() => {
                setName(undefined);
                again();
              }}
            />
          )}
          {shown && update.stage.kind === 'none' && (
            <Button
              primary={true}
              text={shown.kind === 'saving' ? 'Saving…' : 'Save model'}
              disabled={busy || !current.trim()}
              onClick={() => void save(current.trim())}
            />
          )}
          {shown && update.stage.kind !== 'none' && <UpdateButton update={update} />}
        </>
      }
    >
      {step.kind === 'choosing' && <Chooser step={step} onFile={choose} />}
      {step.kind === 'reading' && <Waiting label={`Reading ${step.file}…`} />}
      {shown && <Preview step={shown} name={current} onName={setName} update={update} />}
    </ModalDialog>
  );
}
