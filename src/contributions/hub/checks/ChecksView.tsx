/** What a tester checks: how each mitigation is verified, which threat it must stop, and whether it is there to be tested. */
import * as React from 'react';
import { Button } from 'azure-devops-ui/Button';
import { checksOf, csvTestCases, stepsOf } from '../../../core/export/csv-test-cases';
import { exportFileName } from '../../../core/export/file-name';
import type { Mitigation } from '../../../core/model/mitigation';
import { Pill } from '../../../ui/Marks';
import { usePortion } from '../../../ui/TableParts';
import { counted } from '../../../ui/words';
import { useHub } from '../hub-context';
import { useModelView } from '../model-view';
import { downloadText } from '../operations/download-zip';
import { WorkItemLinks } from '../WorkItemLinks';
import './checks.css';

function Readiness({ mitigation }: { readonly mitigation: Mitigation }): React.ReactElement {
  const { assessment, index } = useModelView();
  const factors = index
    .treatmentsOfMitigation(mitigation.id)
    .flatMap(
      ({ threat, id }) =>
        assessment.threats.get(threat)?.factors.filter(({ treatment }) => treatment.id === id) ?? [],
    );
  const ready = factors.filter(({ effect }) => effect === 'now').length;
  if (factors.length > 0 && ready === factors.length) return <Pill tone="success">Ready to test</Pill>;
  return ready > 0 ? <Pill tone="info">In part</Pill> : <Pill>Not built yet</Pill>;
}

function Row({ mitigation }: { readonly mitigation: Mitigation }): React.ReactElement {
  const { go } = useHub();
  const { model, index } = useModelView();
  const threats = [
    ...new Set(
      index.treatmentsOfMitigation(mitigation.id).map(({ threat }) => model.threat.get(threat)?.title),
    ),
  ].filter((title) => title !== undefined);
  const tasks = index.realisationsOfMitigation(mitigation.id).flatMap(({ workItem }) => workItem ?? []);
  return (
    <tr>
      <td className="wo-cell-title">
        <button
          type="button"
          className="wo-link wo-row-title"
          onClick={() => go({ model: model.info.id, mitigation: mitigation.id })}
        >
          {mitigation.title}
        </button>
      </td>
      <td data-label="Check">
        <ol className="wo-check-steps">
          {stepsOf(mitigation).map((step, at) => (
            <li key={at}>{step}</li>
          ))}
        </ol>
      </td>
      <td data-label="Must not happen">
        {threats.length === 0 ? <span className="wo-quiet">–</span> : threats.slice(0, 3).join('; ')}
        {threats.length > 3 && <span className="wo-quiet"> and {threats.length - 3} more</span>}
      </td>
      <td data-label="Tasks">
        <WorkItemLinks ids={tasks} />
      </td>
      <td data-label="State">
        <Readiness mitigation={mitigation} />
      </td>
    </tr>
  );
}

export default function ChecksView(): React.ReactElement {
  const { model, items } = useModelView();
  const checks = React.useMemo(() => checksOf(model), [model]);
  const { shown, more } = usePortion(checks);
  const without = model.mitigation.size - checks.length;
  const download = () =>
    downloadText(
      exportFileName(model.info.name, csvTestCases),
      csvTestCases.write({ model, states: items }).text,
      csvTestCases.mediaType,
    );
  if (checks.length === 0)
    return (
      <section className="wo-card wo-empty">
        <h2>Nothing to check yet</h2>
        <p>
          A mitigation says how it is verified: “send the request again, it must be refused”. Write it under
          “How to verify” of a mitigation, and it becomes a check here and a test case in Azure Test Plans.
        </p>
      </section>
    );
  return (
    <>
      <div className="wo-toolbar">
        <span role="status">
          <strong>{counted(checks.length, 'check')}</strong>
          {without > 0 && (
            <span className="wo-quiet"> – {counted(without, 'mitigation')} without one, or ruled out.</span>
          )}
        </span>
        <span className="wo-toolbar-end">
          <Button primary={true} text="Download test cases" onClick={download} />
        </span>
      </div>
      <div className="wo-card wo-card-table">
        <table className="wo-table wo-checks-table">
          <thead>
            <tr>
              <th scope="col">Mitigation</th>
              <th scope="col">Check</th>
              <th scope="col">Must not happen</th>
              <th scope="col">Tasks</th>
              <th scope="col">State</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((mitigation) => (
              <Row key={mitigation.id} mitigation={mitigation} />
            ))}
          </tbody>
        </table>
      </div>
      {more}
      <p className="wo-quiet wo-footnote">
        In Azure Test Plans, open a test plan and choose “Import test cases”: the file becomes Test Case work
        items.
      </p>
    </>
  );
}
