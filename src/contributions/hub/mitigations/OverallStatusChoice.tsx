/** The status of a whole mitigation. Where places have their own, it asks whether a new one shall count there, too. */
import * as React from 'react';
import { Button } from 'azure-devops-ui/Button';
import { setMitigationStatus, setStatusWithPlaces } from '../../../core/model/edits/judge';
import type { Status, StatusKind } from '../../../core/model/mitigation';
import { ModalDialog } from '../../../ui/Layers';
import { statusWords } from '../../../ui/words';
import { useModelView } from '../model-view';
import { StatusChoice } from '../StatusChoice';
import type { MitigationRow } from './mitigation-rows';
import { spellCounts } from './overall-status';

interface PlacesDialogProps {
  readonly row: MitigationRow;
  readonly status: Status;
  readonly onClose: () => void;
}

const otherwise = (row: MitigationRow, status: Status) =>
  row.places.filter((place) => place.status?.kind !== status.kind);

function PlacesDialog({ row, status, onClose }: PlacesDialogProps): React.ReactElement {
  const { session } = useModelView();
  const places = otherwise(row, status);
  const counts = new Map<StatusKind, number>();
  for (const { status: own } of places) if (own) counts.set(own.kind, (counts.get(own.kind) ?? 0) + 1);
  const set = (ids: readonly (typeof places)[number]['id'][]) => {
    session.apply(setStatusWithPlaces(session.current.model, row.mitigation.id, { status, places: ids }));
    onClose();
  };
  return (
    <ModalDialog
      title={`Set to “${statusWords[status.kind]}”`}
      subtitle={row.mitigation.title}
      onClose={onClose}
      footer={
        <>
          <Button text="Cancel" onClick={onClose} />
          {row.following > 0 && <Button text="Only elsewhere" onClick={() => set([])} />}
          <Button
            primary={true}
            text={places.length === 1 ? 'Also at this place' : `Also at these ${places.length} places`}
            onClick={() => set(places.map((place) => place.id))}
          />
        </>
      }
    >
      <p>These places have a status of their own, which counts there: {spellCounts(counts)}.</p>
    </ModalDialog>
  );
}

export interface OverallStatusChoiceProps {
  readonly row: MitigationRow;
  readonly label: string;
  readonly look?: 'framed' | 'quiet';
}

export function OverallStatusChoice({ row, label, look = 'framed' }: OverallStatusChoiceProps) {
  const { session, readOnly } = useModelView();
  const [asking, setAsking] = React.useState<Status | undefined>(undefined);
  const { overall, mitigation, speakingTask } = row;
  const word = overall.kind === 'mixed' ? 'Mixed' : statusWords[overall.effective.status.kind];
  const more = overall.kind === 'mixed' ? spellCounts(overall.counts) : undefined;
  if (speakingTask !== undefined) {
    const said = more ? `${more}. Elsewhere Task #${speakingTask} says it` : `Task #${speakingTask} says so`;
    return <span title={said}>{word}</span>;
  }
  const choose = (status: Status | undefined) => {
    if (!status) return;
    if (otherwise(row, status).length > 0) setAsking(status);
    else session.apply(setMitigationStatus(session.current.model, [mitigation.id], status));
  };
  return (
    <span title={more}>
      <StatusChoice
        label={label}
        status={overall.kind === 'mixed' ? 'mixed' : overall.effective.status}
        look={look}
        disabled={readOnly}
        onChange={choose}
      />
      {/* React hands clicks in a dialog on to the table row that opened it; they are not meant for the row. */}
      <span onClick={(event) => event.stopPropagation()}>
        {asking && <PlacesDialog row={row} status={asking} onClose={() => setAsking(undefined)} />}
      </span>
    </span>
  );
}
