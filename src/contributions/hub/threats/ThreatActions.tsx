/** What can be done with several threats at once. */
import * as React from 'react';
import { Button } from 'azure-devops-ui/Button';
import { linkStory, removeThreats } from '../../../core/model/edits/build';
import { setThreatStatus } from '../../../core/model/edits/judge';
import type { ThreatId } from '../../../core/model/ids';
import type { ThreatStatus } from '../../../core/model/threat';
import { Choice } from '../../../ui/Choice';
import { ModalDialog } from '../../../ui/Layers';
import { SelectionBar } from '../../../ui/SelectionBar';
import { StoryPicker } from '../../../ui/StoryPicker';
import type { Selection } from '../../../ui/use-selection';
import { counted } from '../../../ui/words';
import { useHub } from '../hub-context';
import { useModelView } from '../model-view';
import { BulkJudgement } from './BulkJudgement';
import { ThreatStatusDialog } from './ThreatStatusDialog';
import { UseMitigationDialog } from './UseMitigationDialog';

type Doing = 'nothing' | 'mitigation' | 'story' | 'delete' | 'needs-investigation' | 'not-applicable';
const statusChoices = [
  { value: '', label: 'Set status…' },
  { value: 'open', label: 'Open' },
  { value: 'needs-investigation', label: 'Needs investigation…' },
  { value: 'not-applicable', label: 'Not applicable…' },
] as const;

function LinkStoryDialog({
  ids,
  onClose,
}: {
  readonly ids: readonly ThreatId[];
  readonly onClose: () => void;
}) {
  const { app } = useHub();
  const { model, applyLoudly } = useModelView();
  return (
    <ModalDialog title={`Link a story to ${counted(ids.length, 'threat')}`} onClose={onClose}>
      <StoryPicker
        label="Story"
        find={app.findStories}
        focusFirst="yes"
        onPick={(story) => {
          const edit = linkStory(model, { threats: ids, story: story.id, newId: app.newId });
          applyLoudly(edit, `#${story.id} is linked to ${counted(ids.length, 'threat')}.`);
          onClose();
        }}
      />
    </ModalDialog>
  );
}

function DeleteDialog(props: { readonly ids: readonly ThreatId[]; readonly onClose: () => void }) {
  const { model, applyLoudly } = useModelView();
  const what = counted(props.ids.length, 'threat');
  const remove = () => {
    applyLoudly(removeThreats(model, props.ids), `${what} deleted.`);
    props.onClose();
  };
  return (
    <ModalDialog
      title={`Delete ${what}?`}
      onClose={props.onClose}
      footer={
        <>
          <Button text="Cancel" onClick={props.onClose} />
          <Button danger={true} text="Delete" onClick={remove} />
        </>
      }
    >
      <p>Their judgements and links to stories go, too. Mitigations and Tasks stay. You can undo this.</p>
    </ModalDialog>
  );
}

export function ThreatActions({
  selection,
}: {
  readonly selection: Selection<ThreatId>;
}): React.ReactElement {
  const { model, applyLoudly } = useModelView();
  const [doing, setDoing] = React.useState<Doing>('nothing');
  const { ids } = selection;
  const done = () => setDoing('nothing');
  const setStatus = (status: ThreatStatus) => {
    applyLoudly(
      setThreatStatus(model, ids, status),
      `The status of ${counted(ids.length, 'threat')} is set.`,
    );
    done();
  };
  return (
    <>
      <SelectionBar summary={`${counted(ids.length, 'threat')} selected`} onClear={selection.clear}>
        <Button text="Add mitigation…" onClick={() => setDoing('mitigation')} />
        <Button text="Link story…" onClick={() => setDoing('story')} />
        <Choice
          label="Set the status of the selected threats"
          value=""
          options={statusChoices}
          onChange={(kind) => (kind === 'open' ? setStatus({ kind }) : kind !== '' && setDoing(kind))}
        />
        <BulkJudgement ids={ids} />
        <Button text="Delete…" onClick={() => setDoing('delete')} />
      </SelectionBar>
      {doing === 'mitigation' && <UseMitigationDialog threats={ids} onClose={done} />}
      {doing === 'story' && <LinkStoryDialog ids={ids} onClose={done} />}
      {doing === 'delete' && <DeleteDialog ids={ids} onClose={done} />}
      {(doing === 'needs-investigation' || doing === 'not-applicable') && (
        <ThreatStatusDialog kind={doing} onSave={setStatus} onClose={done} />
      )}
    </>
  );
}
