/** What the model takes for granted: who checks it, and which threats fall with it. */
import * as React from 'react';
import { Button } from 'azure-devops-ui/Button';
import type { Assumption } from '../../../core/model/decisions';
import { addAssumption, restingOn } from '../../../core/model/edits/requirements';
import { byName } from '../../../ui/by-name';
import { Field } from '../../../ui/Field';
import { ModalDialog } from '../../../ui/Layers';
import { usePortion } from '../../../ui/TableParts';
import { counted } from '../../../ui/words';
import { useHub } from '../hub-context';
import { useModelView } from '../model-view';
import { WorkItemLinks } from '../WorkItemLinks';
import { JudgeAssumption } from './AssumptionPanel';

function NewAssumptionDialog({ onClose }: { readonly onClose: () => void }): React.ReactElement {
  const { app, go } = useHub();
  const { model, apply } = useModelView();
  const [text, setText] = React.useState('');
  const add = () => {
    const edit = addAssumption(text.trim(), app.newId);
    apply(edit);
    onClose();
    go({ model: model.info.id, tab: 'requirements', assumption: edit.added.id });
  };
  return (
    <ModalDialog
      title="New assumption"
      onClose={onClose}
      holds={text === '' ? 'nothing' : 'unsaved'}
      footer={
        <>
          <Button text="Cancel" onClick={onClose} />
          <Button primary={true} text="Add" disabled={text.trim() === ''} onClick={add} />
        </>
      }
    >
      <Field
        label="We assume that"
        value={text}
        onChange={setText}
        rows={3}
        focusFirst="yes"
        placeholder="only the gateway can reach the payment service"
        help="A sentence that somebody can check, and that would change threats if it were wrong."
      />
    </ModalDialog>
  );
}

function Row({ assumption }: { readonly assumption: Assumption }): React.ReactElement {
  const { go } = useHub();
  const { model } = useModelView();
  const resting = restingOn(model, assumption);
  const open = () => go({ model: model.info.id, tab: 'requirements', assumption: assumption.id });
  return (
    <tr onClick={open}>
      <td className="wo-cell-title">
        <button
          type="button"
          className="wo-link wo-row-title"
          onClick={(event) => {
            event.stopPropagation();
            open();
          }}
        >
          {assumption.text || 'An assumption without words'}
        </button>
      </td>
      <td data-label="Threats that rest on it">
        {resting.length === 0 ? (
          <span className="wo-warning-text">None: nothing would change</span>
        ) : (
          <>
            <span className="wo-two-lines">{resting[0]?.title}</span>
            {resting.length > 1 && <span className="wo-quiet"> and {resting.length - 1} more</span>}
          </>
        )}
      </td>
      <td data-label="Stories">
        <WorkItemLinks ids={assumption.stories} />
      </td>
      <td data-label="Does it hold?">
        <JudgeAssumption assumption={assumption} look="quiet" />
      </td>
    </tr>
  );
}

export function Assumptions(): React.ReactElement {
  const { model, readOnly } = useModelView();
  const [adding, setAdding] = React.useState(false);
  const all = React.useMemo(
    () => [...model.assumption.values()].sort((a, b) => byName(a.text, b.text)),
    [model.assumption],
  );
  const { shown, more } = usePortion(all);
  const unchecked = all.filter(({ state }) => state === 'open').length;
  return (
    <>
      {all.length === 0 ? (
        <section className="wo-card wo-empty">
          <h2>No assumptions yet</h2>
          <p>
            Every model takes something for granted: “the network is ours”, “backups are encrypted”. Written
            down, somebody can check it; and when it proves wrong, the threats that rest on it come back to be
            judged.
          </p>
          {!readOnly && (
            <div className="wo-buttons wo-centred">
              <Button primary={true} text="Add the first assumption" onClick={() => setAdding(true)} />
            </div>
          )}
        </section>
      ) : (
        <>
          <div className="wo-toolbar">
            <span role="status">
              <strong>{counted(all.length, 'assumption')}</strong>
              <span className="wo-quiet"> – {unchecked} not checked yet.</span>
            </span>
            <span className="wo-toolbar-end">
              {!readOnly && <Button primary={true} text="New assumption" onClick={() => setAdding(true)} />}
            </span>
          </div>
          <div className="wo-card wo-card-table">
            <table className="wo-table wo-assumptions">
              <thead>
                <tr>
                  <th scope="col">We assume that</th>
                  <th scope="col">Threats that rest on it</th>
                  <th scope="col">Stories</th>
                  <th scope="col">Does it hold?</th>
                </tr>
              </thead>
              <tbody>
                {shown.map((assumption) => (
                  <Row key={assumption.id} assumption={assumption} />
                ))}
              </tbody>
            </table>
          </div>
          {more}
        </>
      )}
      {adding && <NewAssumptionDialog onClose={() => setAdding(false)} />}
    </>
  );
}
