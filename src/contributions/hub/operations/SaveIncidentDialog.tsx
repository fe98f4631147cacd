/** Keeps what an alert was about: what was found, the work items it belongs to, and what was learnt. */
import * as React from 'react';
import { Button } from 'azure-devops-ui/Button';
import { incidentOfAlert, saveIncident } from '../../../core/model/edits/incidents';
import type { Alert } from '../../../core/operate/alerts/alert';
import type { AlertMatch } from '../../../core/operate/alerts/resolve-alert';
import { Field } from '../../../ui/Field';
import { ModalDialog } from '../../../ui/Layers';
import { useHub } from '../hub-context';
import { useModelView } from '../model-view';

/** Numbers of work items in a text, such as "#12, 14"; undefined when something else stands in it. */
export function workItemsIn(text: string): readonly number[] | undefined {
  const words = text.split(/[\s,;]+/).filter(Boolean);
  const numbers = words.map((word) => Number(word.replace(/^#/, '')));
  const fine = numbers.every((id) => Number.isSafeInteger(id) && id > 0) && numbers.length <= 100;
  return fine ? [...new Set(numbers)] : undefined;
}

export interface SaveIncidentDialogProps {
  readonly alert: Alert;
  readonly match: AlertMatch;
  readonly onClose: () => void;
}

export function SaveIncidentDialog({ alert, match, onClose }: SaveIncidentDialogProps): React.ReactElement {
  const { app } = useHub();
  const { model, applyLoudly } = useModelView();
  const known = incidentOfAlert(model, alert.key);
  // The title of a work item is never copied: whoever may read the model may not be allowed to read the item.
  const [title, setTitle] = React.useState(
    known?.title ?? match.event?.title ?? match.threats[0]?.title ?? '',
  );
  const [found, setFound] = React.useState(known?.found ?? '');
  const [items, setItems] = React.useState(
    (known?.workItems ?? alert.workItems).map((id) => `#${id}`).join(', '),
  );
  const [lesson, setLesson] = React.useState(known?.lesson ?? '');
  const workItems = workItemsIn(items);
  const isReady = title.trim() !== '' && workItems !== undefined;
  const save = () => {
    if (!workItems) return;
    const edit = saveIncident(
      model,
      {
        title,
        at: known?.at ?? alert.fired ?? app.now(),
        source: alert.source,
        alert: alert.key,
        events: match.event ? [match.event.id] : [],
        threats: match.threats.map(({ id }) => id),
        workItems: [...workItems],
        found,
        lesson,
      },
      app.newId,
    );
    applyLoudly(edit, 'The incident is saved.');
    onClose();
  };
  return (
    <ModalDialog
      title={known ? 'Change the incident' : 'Save as incident'}
      wide="yes"
      onClose={onClose}
      holds={found.trim() || lesson.trim() ? 'unsaved' : 'nothing'}
      footer={
        <>
          <Button text="Cancel" onClick={onClose} />
          <Button primary={true} text="Save incident" disabled={!isReady} onClick={save} />
        </>
      }
    >
      <Field label="Title" value={title} onChange={setTitle} maxLength={300} focusFirst="yes" />
      <Field label="What was found" value={found} onChange={setFound} rows={3} />
      <Field
        label="Work items"
        value={items}
        onChange={setItems}
        help="Numbers of bugs, tasks or stories that belong to it, such as #12, #14."
        error={workItems === undefined ? 'Numbers of work items, such as #12, #14.' : undefined}
      />
      <Field
        label="What the next model should know"
        value={lesson}
        onChange={setLesson}
        rows={3}
        help="Optional. It can be proposed to the knowledge base afterwards."
      />
    </ModalDialog>
  );
}
