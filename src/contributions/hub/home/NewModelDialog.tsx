/** Makes an empty model: all it needs is a name. */
import * as React from 'react';
import { Button } from 'azure-devops-ui/Button';
import { mint, modelId } from '../../../core/model/ids';
import { emptyModel } from '../../../core/model/model';
import { Banner } from '../../../ui/Banner';
import { Field } from '../../../ui/Field';
import { ModalDialog } from '../../../ui/Layers';
import { sentenceOf } from '../../../ui/words';
import { useHub } from '../hub-context';

export interface MakeProps {
  readonly onClose: () => void;
  readonly onMade: (id: string) => void;
}

export function NewModelDialog({ onClose, onMade }: MakeProps): React.ReactElement {
  const { app } = useHub();
  const [name, setName] = React.useState('');
  const [busy, setBusy] = React.useState(false);
  const [problem, setProblem] = React.useState<string | undefined>(undefined);
  // One id for every try: a second try after a lost answer completes the same model.
  const [id] = React.useState(() => mint(modelId, app.newId));
  const make = async () => {
    setBusy(true);
    setProblem(undefined);
    try {
      const info = { id, name: name.trim(), description: '', scope: [], created: app.now() };
      onMade((await app.createModel(emptyModel(info))).model.info.id);
    } catch (error) {
      setProblem(sentenceOf(error));
      setBusy(false);
    }
  };
  return (
    <ModalDialog
      title="Start an empty model"
      onClose={onClose}
      footer={
        <>
          <Button text="Cancel" onClick={onClose} />
          <Button primary={true} text="Create" disabled={busy || !name.trim()} onClick={() => void make()} />
        </>
      }
    >
      {problem !== undefined && <Banner tone="error">{problem}</Banner>}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() && !busy) void make();
        }}
      >
        <Field
          label="Name"
          value={name}
          onChange={setName}
          focusFirst="yes"
          help="What you model: a product, a service, a feature."
        />
      </form>
    </ModalDialog>
  );
}
