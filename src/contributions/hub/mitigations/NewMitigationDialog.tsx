/** A new mitigation: what, how, and which threats it treats. */
import * as React from 'react';
import { Button } from 'azure-devops-ui/Button';
import { addMitigation } from '../../../core/model/edits/build';
import type { ThreatId } from '../../../core/model/ids';
import { ModalDialog } from '../../../ui/Layers';
import { useHub } from '../hub-context';
import { useModelView } from '../model-view';
import { emptyMitigation, MitigationTextFields } from './MitigationTextFields';
import { ThreatPicker } from './ThreatPicker';

const isEmpty = (draft: typeof emptyMitigation) =>
  ![draft.title, draft.implement, draft.verify].some((text) => text.trim());

export function NewMitigationDialog({ onClose }: { readonly onClose: () => void }): React.ReactElement {
  const { app, go } = useHub();
  const { model, apply } = useModelView();
  const [draft, setDraft] = React.useState(emptyMitigation);
  const [picked, setPicked] = React.useState<ReadonlySet<ThreatId>>(new Set());
  const add = () => {
    if (!draft.title.trim()) return;
    const edit = addMitigation(model, { draft, threats: [...picked], newId: app.newId });
    apply(edit);
    onClose();
    go({ model: model.info.id, tab: 'mitigations', mitigation: edit.added.id });
  };
  return (
    <ModalDialog
      title="New mitigation"
      wide="yes"
      onClose={onClose}
      holds={isEmpty(draft) ? 'nothing' : 'unsaved'}
      footer={
        <>
          <Button text="Cancel" onClick={onClose} />
          <Button primary={true} text="Add mitigation" disabled={!draft.title.trim()} onClick={add} />
        </>
      }
    >
      <MitigationTextFields draft={draft} onChange={setDraft} onEnter={add} />
      <ThreatPicker picked={picked} onPick={setPicked} />
    </ModalDialog>
  );
}
