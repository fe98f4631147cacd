/** A new event by hand. What is wrong is said at its field when somebody tries to add it. */
import * as React from 'react';
import { Button } from 'azure-devops-ui/Button';
import { addEvent } from '../../../core/model/edits/events';
import type { ThreatId } from '../../../core/model/ids';
import { emptyEventDraft, readEventDraft } from '../../../core/operate/event-draft';
import { Banner } from '../../../ui/Banner';
import { ModalDialog } from '../../../ui/Layers';
import { useHub } from '../hub-context';
import { useModelView } from '../model-view';
import { EventFields } from '../../../ui/EventFields';
import { ThreatTicks } from './ThreatTicks';

export interface NewEventDialogProps {
  /** Ticked at the beginning. */
  readonly threats: readonly ThreatId[];
  readonly onClose: () => void;
}

export function NewEventDialog({ threats, onClose }: NewEventDialogProps): React.ReactElement {
  const { app } = useHub();
  const { apply } = useModelView();
  const [draft, setDraft] = React.useState({ ...emptyEventDraft, threats });
  const [tried, setTried] = React.useState(false);
  const reading = readEventDraft(draft);
  const problems = tried && reading.kind === 'problems' ? reading.problems : {};
  const add = () => {
    setTried(true);
    if (reading.kind !== 'event') return;
    apply(addEvent(reading.event, app.newId));
    onClose();
  };
  const isEmpty = !draft.title.trim() && !draft.raisedWhen.trim() && !draft.logName.trim();
  return (
    <ModalDialog
      title="New event"
      wide="yes"
      onClose={onClose}
      holds={isEmpty ? 'nothing' : 'unsaved'}
      footer={
        <>
          <Button text="Cancel" onClick={onClose} />
          <Button primary={true} text="Add event" onClick={add} />
        </>
      }
    >
      {Object.keys(problems).length > 0 && (
        <Banner tone="error">Not added yet: see what is marked below.</Banner>
      )}
      <EventFields draft={draft} onChange={(next) => setDraft({ ...draft, ...next })} problems={problems}>
        <ThreatTicks chosen={draft.threats} onChange={(ticked) => setDraft({ ...draft, threats: ticked })} />
      </EventFields>
    </ModalDialog>
  );
}
