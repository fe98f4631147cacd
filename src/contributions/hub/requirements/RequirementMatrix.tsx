/** "Is it realised?": a row for each requirement, from who asks to what is done. An empty cell is a finding. */
import * as React from 'react';
import { Button } from 'azure-devops-ui/Button';
import { realisedMatrix } from '../../../core/risk/realised';
import type { Missing, Realised } from '../../../core/risk/realised';
import { Pill } from '../../../ui/Marks';
import { usePortion } from '../../../ui/TableParts';
import { counted } from '../../../ui/words';
import { useHub } from '../hub-context';
import { useModelView } from '../model-view';
import { WorkItemLinks } from '../WorkItemLinks';
import { NewRequirementDialog } from './NewRequirementDialog';
import { familyWords, missingWords, verdictTones, verdictWords } from './requirement-words';

function Empty({ onNew }: { readonly onNew: () => void }): React.ReactElement {
  const { readOnly } = useModelView();
  return (
    <section className="wo-card wo-empty">
      <h2>No requirements yet</h2>
      <p>
        A law, a standard or a customer asks for something: “every access to card data is logged”. Write it
        down here, say which stories and threats it is about, and name the mitigations that fulfil it – one by
        one, or as a family such as all detective ones, whose members follow. The table then shows what nobody
        builds.
      </p>
      {!readOnly && (
        <div className="wo-buttons wo-centred">
          <Button primary={true} text="Add the first requirement" onClick={onNew} />
        </div>
      )}
    </section>
  );
}

function Cell(props: {
  readonly label: string;
  readonly row: Realised;
  readonly gap: Missing;
  readonly children: React.ReactNode;
}): React.ReactElement {
  const { label, row, gap, children } = props;
  const missing = row.missing.includes(gap);
  return (
    <td data-label={label} className={missing ? 'wo-gap' : ''}>
      {missing ? <span className="wo-warning-text">{missingWords[gap]}</span> : children}
    </td>
  );
}

function Row({ row }: { readonly row: Realised }): React.ReactElement {
  const { go } = useHub();
  const { model } = useModelView();
  const { requirement, mitigations, threats, stories, workItems, done, parts } = row;
  const open = () => go({ model: model.info.id, tab: 'requirements', requirement: requirement.id });
  const family = familyWords(requirement);
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
          {requirement.title || 'A requirement without a title'}
        </button>
        {requirement.source && <div className="wo-quiet">{requirement.source}</div>}
      </td>
      <Cell label="Stories" row={row} gap="story">
        <WorkItemLinks ids={stories} />
      </Cell>
      <td data-label="Threats">
        {threats.length === 0 ? <span className="wo-quiet">–</span> : threats.length}
      </td>
      <Cell label="Mitigations" row={row} gap="mitigation">
        {mitigations.length === 0 ? (
          <span className="wo-quiet">By work items alone</span>
        ) : (
          <>
            <span className="wo-two-lines">{mitigations[0]?.title}</span>
            {mitigations.length > 1 && <span className="wo-quiet"> and {mitigations.length - 1} more</span>}
          </>
        )}
        {family && <div className="wo-quiet">Family: {family}</div>}
      </Cell>
      <Cell label="Work items" row={row} gap="work-item">
        <WorkItemLinks ids={workItems} />
      </Cell>
      <Cell label="Done" row={row} gap="done">
        {parts === 0 ? <span className="wo-quiet">–</span> : `${done} of ${parts}`}
      </Cell>
      <td data-label="Realised?">
        <Pill tone={verdictTones[row.verdict]}>{verdictWords[row.verdict]}</Pill>
      </td>
    </tr>
  );
}

export function RequirementMatrix(): React.ReactElement {
  const { model, index, items, readOnly } = useModelView();
  const [adding, setAdding] = React.useState(false);
  const rows = React.useMemo(() => realisedMatrix({ model, index, states: items }), [model, index, items]);
  const { shown, more } = usePortion(rows);
  const gaps = rows.reduce((sum, { missing }) => sum + missing.length, 0);
  const realised = rows.filter(({ verdict }) => verdict === 'realised').length;
  return (
    <>
      {rows.length === 0 ? (
        <Empty onNew={() => setAdding(true)} />
      ) : (
        <>
          <div className="wo-toolbar">
            <span role="status">
              <strong>
                {realised} of {counted(rows.length, 'requirement')} realised
              </strong>
              <span className="wo-quiet">
                {gaps === 0 ? ' – no cell is empty.' : ` – ${counted(gaps, 'finding')} in the table.`}
              </span>
            </span>
            <span className="wo-toolbar-end">
              {!readOnly && <Button primary={true} text="New requirement" onClick={() => setAdding(true)} />}
            </span>
          </div>
          <div className="wo-card wo-card-table">
            <table className="wo-table wo-requirements">
              <thead>
                <tr>
                  <th scope="col">Requirement</th>
                  <th scope="col">Stories</th>
                  <th scope="col">Threats</th>
                  <th scope="col">Mitigations</th>
                  <th scope="col">Work items</th>
                  <th scope="col">Done</th>
                  <th scope="col">Realised?</th>
                </tr>
              </thead>
              <tbody>
                {shown.map((row) => (
                  <Row key={row.requirement.id} row={row} />
                ))}
              </tbody>
            </table>
          </div>
          {more}
        </>
      )}
      {adding && <NewRequirementDialog onClose={() => setAdding(false)} />}
    </>
  );
}
