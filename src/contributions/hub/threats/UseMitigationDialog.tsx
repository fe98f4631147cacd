/** Gives threats a mitigation: one that is there, or a new one. */
import * as React from 'react';
import { Button } from 'azure-devops-ui/Button';
import { addMitigation, treatThreats } from '../../../core/model/edits/build';
import type { MitigationId, ThreatId } from '../../../core/model/ids';
import type { Mitigation } from '../../../core/model/mitigation';
import { ModalDialog } from '../../../ui/Layers';
import { SearchBox } from '../../../ui/SearchBox';
import { counted } from '../../../ui/words';
import { useHub } from '../hub-context';
import { emptyMitigation, MitigationTextFields } from '../mitigations/MitigationTextFields';
import { useModelView } from '../model-view';

/** More than anybody scrolls through; the filter narrows. */
const listed = 50;

function matching(mitigations: Iterable<Mitigation>, text: string): readonly Mitigation[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  return [...mitigations]
    .filter(({ title }) => words.every((word) => title.toLowerCase().includes(word)))
    .sort((a, b) => a.title.localeCompare(b.title, 'en'))
    .slice(0, listed);
}

function Existing(props: {
  readonly chosen: MitigationId | undefined;
  readonly onChoose: (id: MitigationId) => void;
}): React.ReactElement {
  const { model, index } = useModelView();
  const [text, setText] = React.useState('');
  return (
    <>
      <SearchBox label="Filter mitigations" value={text} onChange={setText} />
      <div className="wo-radio-list" role="radiogroup" aria-label="Mitigation">
        {matching(model.mitigation.values(), text).map(({ id, title }) => (
          <label key={id}>
            <input
              type="radio"
              name="mitigation"
              checked={props.chosen === id}
              onChange={() => props.onChoose(id)}
            />
            <span>{title}</span>
            <span className="wo-quiet">{counted(index.treatmentsOfMitigation(id).length, 'threat')}</span>
          </label>
        ))}
      </div>
    </>
  );
}

export interface UseMitigationDialogProps {
  readonly threats: readonly ThreatId[];
  readonly onClose: () => void;
}

export function UseMitigationDialog({ threats, onClose }: UseMitigationDialogProps): React.ReactElement {
  const { app } = useHub();
  const { model, applyLoudly } = useModelView();
  const [way, setWay] = React.useState<'existing' | 'new'>(model.mitigation.size > 0 ? 'existing' : 'new');
  const [chosen, setChosen] = React.useState<MitigationId | undefined>(undefined);
  const [draft, setDraft] = React.useState(emptyMitigation);
  const ready = way === 'new' ? draft.title.trim() !== '' : chosen !== undefined;
  const add = () => {
    const given = { threats, newId: app.newId };
    const edit =
      way === 'existing' && chosen
        ? treatThreats(model, { ...given, mitigation: chosen })
        : addMitigation(model, { ...given, draft });
    applyLoudly(edit, `The mitigation is added to ${counted(threats.length, 'threat')}.`);
    onClose();
  };
  return (
    <ModalDialog
      title={`Add a mitigation to ${counted(threats.length, 'threat')}`}
      wide="yes"
      onClose={onClose}
      footer={
        <>
          <Button text="Cancel" onClick={onClose} />
          <Button primary={true} text="Add mitigation" disabled={!ready} onClick={add} />
        </>
      }
    >
      {model.mitigation.size > 0 && (
        <div className="wo-switch" role="radiogroup" aria-label="Which mitigation">
          {(['existing', 'new'] as const).map((value) => (
            <label key={value}>
              <input type="radio" name="way" checked={way === value} onChange={() => setWay(value)} />
              {value === 'existing' ? 'One of this model' : 'A new one'}
            </label>
          ))}
        </div>
      )}
      {way === 'existing' ? (
        <Existing chosen={chosen} onChoose={setChosen} />
      ) : (
        <MitigationTextFields draft={draft} onChange={setDraft} />
      )}
    </ModalDialog>
  );
}
