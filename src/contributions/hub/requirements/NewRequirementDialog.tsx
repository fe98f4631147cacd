/** Makes a requirement: what, why, and who asks. Its links are made in the panel that opens. */
import * as React from 'react';
import { Button } from 'azure-devops-ui/Button';
import { addRequirement } from '../../../core/model/edits/requirements';
import { Field } from '../../../ui/Field';
import { ModalDialog } from '../../../ui/Layers';
import { useHub } from '../hub-context';
import { useModelView } from '../model-view';

export function NewRequirementDialog({ onClose }: { readonly onClose: () => void }): React.ReactElement {
  const { app, go } = useHub();
  const { model, apply } = useModelView();
  const [title, setTitle] = React.useState('');
  const [text, setText] = React.useState('');
  const [source, setSource] = React.useState('');
  const add = () => {
    if (title.trim() === '') return;
    const edit = addRequirement({ title: title.trim(), text: text.trim(), source: source.trim() }, app.newId);
    apply(edit);
    onClose();
    go({ model: model.info.id, tab: 'requirements', requirement: edit.added.id });
  };
  const typed = title !== '' || text !== '' || source !== '';
  return (
    <ModalDialog
      title="New requirement"
      onClose={onClose}
      holds={typed ? 'unsaved' : 'nothing'}
      footer={
        <>
          <Button text="Cancel" onClick={onClose} />
          <Button primary={true} text="Add" disabled={title.trim() === ''} onClick={add} />
        </>
      }
    >
      <Field
        label="Title"
        value={title}
        onChange={setTitle}
        onEnter={add}
        focusFirst="yes"
        placeholder="Every access to card data is logged"
      />
      <Field
        label="Asked for by"
        value={source}
        onChange={setSource}
        onEnter={add}
        help="A law, a standard with its paragraph, a contract, a customer."
        placeholder="PCI DSS 10.2.1"
      />
      <Field label="What exactly" value={text} onChange={setText} rows={4} />
    </ModalDialog>
  );
}
