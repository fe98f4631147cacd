/** Which place of a mitigation goes into which Task. */
import * as React from 'react';
import { Button } from 'azure-devops-ui/Button';
import { mostParts, partsBy, splitMitigation } from '../../../core/model/edits/split';
import type { TreatmentId } from '../../../core/model/ids';
import type { Mitigation } from '../../../core/model/mitigation';
import type { Model } from '../../../core/model/model';
import { placeName } from '../../../core/model/model-index';
import type { ModelIndex } from '../../../core/model/model-index';
import { partsOf } from '../../../core/sync/desk';
import { Choice } from '../../../ui/Choice';
import { ModalDialog } from '../../../ui/Layers';
import { counted } from '../../../ui/words';
import { useHub } from '../hub-context';
import { useModelView } from '../model-view';

type Numbering = ReadonlyMap<TreatmentId, number>;

/** Numbers the treatments from 1, by their parts. */
const numbered = (parts: readonly (readonly TreatmentId[])[]): Numbering =>
  new Map(parts.flatMap((part, at) => part.map((id) => [id, at + 1] as const)));

/** As it is now: by the parts, or one Task for each place. */
function firstNumbering(
  { model, index }: { readonly model: Model; readonly index: ModelIndex },
  mitigation: Mitigation,
): Numbering {
  const treatments = index.treatmentsOfMitigation(mitigation.id);
  const parts = partsOf({ model, index }, mitigation);
  const isSplit = parts.some(({ covers }) => covers !== 'all');
  if (!isSplit) return numbered(partsBy(model, mitigation.id, 'place'));
  return new Map(
    treatments.map(({ id }) => [
      id,
      Math.max(1, parts.findIndex(({ covers }) => covers !== 'all' && covers.includes(id)) + 1),
    ]),
  );
}

function partsIn(numbering: Numbering): readonly (readonly TreatmentId[])[] {
  const parts = new Map<number, TreatmentId[]>();
  for (const [id, number] of numbering) parts.set(number, [...(parts.get(number) ?? []), id]);
  return [...parts].sort(([a], [b]) => a - b).map(([, part]) => part);
}

export interface SplitDialogProps {
  readonly mitigation: Mitigation;
  readonly onClose: () => void;
}

export function SplitDialog({ mitigation, onClose }: SplitDialogProps): React.ReactElement {
  const { app } = useHub();
  const { model, index, applyLoudly } = useModelView();
  const treatments = index.treatmentsOfMitigation(mitigation.id);
  const [numbering, setNumbering] = React.useState(() => firstNumbering({ model, index }, mitigation));
  const parts = partsIn(numbering);
  const highest = Math.min(mostParts, treatments.length);
  const options = Array.from({ length: highest }, (_, n) => ({
    value: String(n + 1),
    label: `Task ${n + 1}`,
  }));
  const split = () => {
    applyLoudly(
      splitMitigation(model, { mitigation: mitigation.id, parts, newId: app.newId }),
      parts.length === 1
        ? 'One Task carries all places.'
        : `Split over ${parts.length} Tasks. Sync makes the new ones.`,
    );
    onClose();
  };
  const set = (by: 'place' | 'story') => setNumbering(numbered(partsBy(model, mitigation.id, by)));
  return (
    <ModalDialog
      title="Split over several Tasks"
      subtitle={`${mitigation.title}. A Task that is there goes on with the places it had; new ones are made by the next sync.`}
      wide="yes"
      onClose={onClose}
      footer={
        <>
          <Button text="Cancel" onClick={onClose} />
          <Button
            primary={true}
            text={`Split over ${counted(parts.length, 'Task')}`}
            disabled={parts.length < 2}
            onClick={split}
          />
        </>
      }
    >
      <div className="wo-buttons">
        <Button text="One for each place" onClick={() => set('place')} />
        <Button text="One for each story" onClick={() => set('story')} />
      </div>
      <table className="wo-small-table">
        <thead>
          <tr>
            <th scope="col">Place</th>
            <th scope="col">Threat</th>
            <th scope="col">Goes into</th>
          </tr>
        </thead>
        <tbody>
          {treatments.map(({ id, threat: threatId }) => {
            const threat = model.threat.get(threatId);
            return (
              <tr key={id}>
                <td>{threat && placeName(model, threat.place)}</td>
                <td>{threat?.title}</td>
                <td>
                  <Choice
                    label={`Task for ${threat?.title ?? 'a threat'}`}
                    value={String(numbering.get(id) ?? 1)}
                    options={options}
                    onChange={(value) => setNumbering(new Map(numbering).set(id, Number(value)))}
                  />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </ModalDialog>
  );
}
