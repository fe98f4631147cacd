/** Two moments, what differs between them, and the way back: for one thing or for the whole model. */
import * as React from 'react';
import { Button } from 'azure-devops-ui/Button';
import { diffModels } from '../../../core/history/difference';
import type { Difference } from '../../../core/history/difference';
import { restoreEntity, restoreModel } from '../../../core/history/restore';
import { modelAfter } from '../../../core/history/rewind';
import type { PastModel } from '../../../core/history/rewind';
import { applyEdit } from '../../../core/model/edit';
import { Banner } from '../../../ui/Banner';
import { Choice } from '../../../ui/Choice';
import { ModalDialog } from '../../../ui/Layers';
import { counted } from '../../../ui/words';
import { useModelView } from '../model-view';
import { sentencesOf, spokenDifference, spokenNote } from './change-words';
import { dayOf, timeOf, whoOf } from './history-days';
import type { History } from './use-history';

/** Each is a number of entries that are taken back: 0 is now. */
export interface Moments {
  readonly from: number;
  readonly to: number;
}

/** A drop-down with more than this helps nobody; any line of the list below leads to its own moment. */
const offered = 200;
const shown = 300;

const maxDeed = 80;

/** With what was done: of one minute there may be many moments. */
function momentName({ entries, model }: History, index: number): string {
  if (index === 0) return 'Now';
  const entry = entries[index];
  if (!entry) return 'Before all of these changes';
  const [deed] = entry.changes.flatMap((change) => sentencesOf(model, spokenNote(model, change)));
  const what = deed === undefined ? '' : `: ${deed.length > maxDeed ? `${deed.slice(0, maxDeed)}…` : deed}`;
  return `${dayOf(entry.at)}, ${timeOf(entry.at)}, after ${whoOf(entry)}${what}`;
}

function options(history: History, chosen: number) {
  const all = Array.from({ length: history.entries.length + 1 }, (_, index) => index);
  const some = new Set([...all.slice(0, offered), chosen, history.entries.length]);
  return [...some]
    .sort((a, b) => a - b)
    .map((index) => ({ value: String(index), label: momentName(history, index) }));
}

function Row(props: {
  readonly difference: Difference;
  readonly past: PastModel;
}): React.ReactElement | null {
  const { model, applyLoudly, readOnly } = useModelView();
  const { difference, past } = props;
  const spoken = spokenDifference(difference.after ? model : past.model, difference);
  const sentences = sentencesOf(model, spoken);
  if (sentences.length === 0) return null;
  const restore = () => {
    if (difference.kind === 'info')
      applyLoudly({ label: 'Restore from the history', info: past.model.info }, 'Restored.');
    else
      applyLoudly(
        restoreEntity(model, past.model, { kind: difference.kind, id: difference.id }),
        'Restored.',
      );
  };
  return (
    <li className="wo-history-line">
      <div className="wo-history-said">
        {sentences.map((each, at) => (
          <p key={at}>{each}</p>
        ))}
      </div>
      {!readOnly && <Button text="Restore" ariaLabel={`Restore: ${sentences[0] ?? ''}`} onClick={restore} />}
    </li>
  );
}

function RestoreAll(props: {
  readonly past: PastModel;
  readonly name: string;
  readonly onClose: () => void;
}): React.ReactElement {
  const { model, applyLoudly } = useModelView();
  const edit = React.useMemo(
    () => restoreModel(model, props.past.model, 'Restore the model'),
    [model, props.past],
  );
  const count = React.useMemo(() => diffModels(model, applyEdit(model, edit)).length, [model, edit]);
  return (
    <ModalDialog
      title="Restore the whole model?"
      subtitle={`As it was: ${props.name}`}
      onClose={props.onClose}
      footer={
        <>
          <Button text="Cancel" onClick={props.onClose} />
          <Button
            primary={true}
            disabled={count === 0}
            text={`Restore ${counted(count, 'thing')}`}
            onClick={() => {
              applyLoudly(edit, 'The model was restored.');
              props.onClose();
            }}
          />
        </>
      }
    >
      <p>
        {counted(count, 'thing')} will be as they were then. It is one edit: Undo takes it back, and what
        others save meanwhile is merged as always.
      </p>
      <p>
        Links to Tasks stay, and so do accepted risks, dismissed findings, incidents and noted time: they
        record what happened. No work item is touched.
      </p>
    </ModalDialog>
  );
}

function Result({ history, moments }: { readonly history: History; readonly moments: Moments }) {
  const { readOnly } = useModelView();
  const [asking, setAsking] = React.useState(false);
  const past = React.useMemo(
    () => modelAfter(history.model, history.entries, moments.from),
    [history, moments.from],
  );
  const later = React.useMemo(
    () => modelAfter(history.model, history.entries, moments.to),
    [history, moments.to],
  );
  const differences = React.useMemo(() => diffModels(past.model, later.model), [past, later]);
  const gaps = past.gaps + later.gaps;
  return (
    <>
      {gaps > 0 && (
        <Banner tone="warning">
          {counted(gaps, 'change')} of that time cannot be followed, so this is not quite how the model was:
          details of very large saves are not kept.
        </Banner>
      )}
      <div className="wo-card-head">
        <p role="status">
          {differences.length === 0
            ? 'Nothing differs.'
            : `${counted(differences.length, 'thing differs', 'things differ')}.`}
        </p>
        {!readOnly && differences.length > 0 && (
          <Button text="Restore the whole model…" onClick={() => setAsking(true)} />
        )}
      </div>
      <ul className="wo-history-lines">
        {differences.slice(0, shown).map((each) => (
          <Row key={`${each.kind}/${each.id}`} difference={each} past={past} />
        ))}
      </ul>
      {differences.length > shown && (
        <p className="wo-quiet">{counted(differences.length - shown, 'more difference')} not shown.</p>
      )}
      {asking && (
        <RestoreAll past={past} name={momentName(history, moments.from)} onClose={() => setAsking(false)} />
      )}
    </>
  );
}

export function Compare(props: {
  readonly history: History;
  readonly moments: Moments | undefined;
  readonly onMoments: (moments: Moments | undefined) => void;
}): React.ReactElement {
  const { history, moments, onMoments } = props;
  const last = history.entries.length;
  const { from, to } = moments ?? { from: last, to: 0 };
  const [before, after] = React.useMemo(
    () => [options(history, from), options(history, to)],
    [history, from, to],
  );
  return (
    <section className="wo-card" aria-labelledby="wo-history-compare">
      <div className="wo-card-head">
        <h2 id="wo-history-compare">Difference between two moments</h2>
        {moments && <Button text="Close" onClick={() => onMoments(undefined)} />}
      </div>
      <div className="wo-history-moments">
        <label>
          From{' '}
          <Choice
            label="From this moment"
            value={String(from)}
            options={before}
            onChange={(value) => onMoments({ from: Number(value), to })}
          />
        </label>
        <label>
          to{' '}
          <Choice
            label="To this moment"
            value={String(to)}
            options={after}
            onChange={(value) => onMoments({ from, to: Number(value) })}
          />
        </label>
        {!moments && <Button text="Compare" onClick={() => onMoments({ from, to })} />}
      </div>
      {moments && <Result history={history} moments={moments} />}
    </section>
  );
}
