/** What a tester checks: how each mitigation is verified, which threat it must stop, and the Test Cases made of it. */
import * as React from 'react';
import { Button } from 'azure-devops-ui/Button';
import { csvTestCases } from '../../../core/export/csv-test-cases';
import { exportFileName } from '../../../core/export/file-name';
import { checksOf } from '../../../core/model/checks';
import { Banner } from '../../../ui/Banner';
import { counted } from '../../../ui/words';
import { useModelView } from '../model-view';
import { downloadText } from '../operations/download-zip';
import { Failed } from '../Waiting';
import { WorkItemLinks } from '../WorkItemLinks';
import { CheckTable } from './CheckTable';
import { TestCasesDialog } from './TestCasesDialog';
import { useTestCases } from './use-test-cases';
import type { TestCaseStage } from './use-test-cases';
import './checks.css';

function NothingYet(): React.ReactElement {
  return (
    <section className="wo-card wo-empty">
      <h2>Nothing to check yet</h2>
      <p>
        A mitigation says how it is verified: “send the request again, it must be refused”. Write it under
        “How to verify” of a mitigation, and it becomes a check here and a Test Case in Azure Test Plans.
      </p>
    </section>
  );
}

/** What is to be said about the Test Cases as a whole. */
function News({ stage, onRetry }: { readonly stage: TestCaseStage; readonly onRetry: () => void }) {
  if (stage.kind === 'failed')
    return <Failed reason={`The Test Cases could not be read: ${stage.reason}`} onRetry={onRetry} />;
  if (stage.kind === 'no-type')
    return (
      <Banner tone="info">
        The process of this project has no work item type for test cases (category
        Microsoft.TestCaseCategory), so none can be made here. The download works all the same.
      </Banner>
    );
  const orphans = stage.kind === 'planned' ? stage.plan.orphans : [];
  if (orphans.length === 0) return null;
  return (
    <Banner tone="info">
      {counted(orphans.length, 'Test Case')} {orphans.length === 1 ? 'tests' : 'test'} what this model no
      longer checks: <WorkItemLinks ids={orphans.map(({ id }) => id)} />
    </Banner>
  );
}

export default function ChecksView(): React.ReactElement {
  const { model, items, readOnly } = useModelView();
  const work = useTestCases();
  const [open, setOpen] = React.useState(false);
  const { stage } = work;
  const checks = React.useMemo(() => checksOf(model), [model]);
  const without = model.mitigation.size - checks.length;
  const known = React.useMemo(() => {
    const rows = stage.kind === 'planned' ? stage.plan.rows : [];
    return new Map(rows.flatMap((row) => (row.kind === 'there' ? [[row.mitigation, row] as const] : [])));
  }, [stage]);
  const download = () =>
    downloadText(
      exportFileName(model.info.name, csvTestCases),
      csvTestCases.write({ model, states: items }).text,
      csvTestCases.mediaType,
    );
  if (checks.length === 0) return <NothingYet />;
  return (
    <>
      <div className="wo-toolbar">
        <span role="status">
          <strong>{counted(checks.length, 'check')}</strong>
          {stage.kind === 'looking' && <span className="wo-quiet"> – looking for their Test Cases…</span>}
          {stage.kind === 'planned' && <span className="wo-quiet">, {known.size} with a Test Case</span>}
          {without > 0 && (
            <span className="wo-quiet">
              {' '}
              – {counted(without, 'mitigation')} without a check, or ruled out.
            </span>
          )}
        </span>
        <span className="wo-toolbar-end">
          <Button text="Download test cases" onClick={download} />
          <Button
            primary={true}
            text="Create Test Cases"
            disabled={readOnly || stage.kind === 'no-type' || stage.kind === 'looking'}
            onClick={() => {
              if (stage.kind !== 'writing') work.look();
              setOpen(true);
            }}
          />
        </span>
      </div>
      <News stage={stage} onRetry={work.look} />
      <CheckTable checks={checks} known={known} />
      <p className="wo-quiet wo-footnote">
        “Create Test Cases” makes work items with these steps, linked to the Tasks that they test. The
        download is a file for “Import test cases” of a test plan in Azure Test Plans.
      </p>
      {open && <TestCasesDialog work={work} onClose={() => setOpen(false)} />}
    </>
  );
}
