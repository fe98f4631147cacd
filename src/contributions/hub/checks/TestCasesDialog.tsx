/** Makes Test Cases of the checks: what would be written first, then what came of it. */
import * as React from 'react';
import { Button } from 'azure-devops-ui/Button';
import type { TestCaseOutcome } from '../../../app/test-cases';
import type { MitigationId } from '../../../core/model/ids';
import { hasWork, isHarmless } from '../../../core/sync/test-cases/plan-test-cases';
import type { TestCaseRow } from '../../../core/sync/test-cases/plan-test-cases';
import { Banner } from '../../../ui/Banner';
import { ModalDialog } from '../../../ui/Layers';
import { Pill } from '../../../ui/Marks';
import { Tick, TickHead } from '../../../ui/TableParts';
import { toggled } from '../../../ui/toggled';
import { counted } from '../../../ui/words';
import { QueryLink } from '../QueryLink';
import { Failed, Waiting } from '../Waiting';
import { WorkItemLink, WorkItemLinks } from '../WorkItemLinks';
import type { TestCaseWork, WrittenCases } from './use-test-cases';

function Steps({ row }: { readonly row: TestCaseRow }): React.ReactElement {
  return (
    <details className="wo-preview">
      <summary>{counted(row.steps.length, 'step')}</summary>
      <ol className="wo-check-steps">
        {row.steps.map(({ action, expected }, at) => (
          <li key={at}>
            {action}
            {expected !== '' && <div className="wo-quiet">Expected: {expected}</div>}
          </li>
        ))}
      </ol>
    </details>
  );
}

function Why({ row }: { readonly row: TestCaseRow }): React.ReactElement {
  if (row.kind === 'create')
    return row.tests.length === 0 ? (
      <span className="wo-warning-text">Linked to nothing: there is no Task and no story yet</span>
    ) : (
      <>
        Tests <WorkItemLinks ids={row.tests} />
      </>
    );
  return (
    <>
      {row.differs && (
        <div className="wo-warning-text">
          Its steps are not those of the model. Tick it to write the model’s steps over them.
        </div>
      )}
      {row.missing.length > 0 && (
        <div>
          Not linked to <WorkItemLinks ids={row.missing} /> yet
        </div>
      )}
    </>
  );
}

interface PlanProps {
  readonly rows: readonly TestCaseRow[];
  readonly ticked: ReadonlySet<MitigationId>;
  readonly onTicked: (ticked: ReadonlySet<MitigationId>) => void;
}

function Plan({ rows, ticked, onTicked }: PlanProps): React.ReactElement {
  const toggle = (id: MitigationId) => onTicked(toggled(ticked, id));
  return (
    <table className="wo-small-table wo-plan">
      <thead>
        <tr>
          <TickHead label="Do it" />
          <th scope="col">What</th>
          <th scope="col">Test Case</th>
          <th scope="col">What it tests</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const on = ticked.has(row.mitigation);
          const verb = row.kind === 'create' ? 'New' : 'Update';
          return (
            <tr key={row.mitigation} className={on ? '' : 'wo-muted'}>
              <td className="wo-tick-cell">
                <Tick
                  label={`${verb}: ${row.title}`}
                  state={on ? 'all' : 'none'}
                  onChange={() => toggle(row.mitigation)}
                />
              </td>
              <td>
                <Pill tone={row.kind === 'there' && row.differs ? 'warning' : 'neutral'}>{verb}</Pill>
              </td>
              <td>
                <div className="wo-plan-title">
                  {row.kind === 'there' && <WorkItemLink id={row.workItem} />} {row.title}
                </div>
                <Steps row={row} />
              </td>
              <td>
                <Why row={row} />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

const resultWords: Readonly<Record<TestCaseOutcome['result']['kind'], string>> = {
  made: 'Created',
  updated: 'Updated',
  found: 'Was there already',
  outdated: 'Not written: it changed in between. Look again.',
  refused: 'Refused',
  'not-tried': 'Not tried',
};

function Report({ report }: { readonly report: WrittenCases }): React.ReactElement {
  const done = report.outcomes.flatMap(({ result }) => ('workItem' in result ? result.workItem : []));
  const rest = report.outcomes.length - done.length;
  return (
    <>
      <Banner
        tone={rest > 0 || report.problem !== undefined ? 'warning' : 'success'}
        actions={<QueryLink ids={done} of="these Test Cases" />}
      >
        {counted(done.length, 'Test Case')} {done.length === 1 ? 'is' : 'are'} in Azure DevOps
        {rest > 0 ? `, ${rest} ${rest === 1 ? 'is' : 'are'} not. Nothing is made twice.` : '.'}{' '}
        {report.problem}
      </Banner>
      <table className="wo-small-table wo-plan">
        <thead>
          <tr>
            <th scope="col">Test Case</th>
            <th scope="col">Result</th>
          </tr>
        </thead>
        <tbody>
          {report.outcomes.map(({ row, result }) => (
            <tr key={row.mitigation}>
              <td>{row.title}</td>
              <td>
                <span className="wo-links">
                  {'workItem' in result && <WorkItemLink id={result.workItem} />}
                  <Pill
                    tone={'workItem' in result ? 'success' : result.kind === 'refused' ? 'error' : 'neutral'}
                  >
                    {resultWords[result.kind]}
                  </Pill>
                </span>
                {'message' in result && <div>{result.message}</div>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function Body(props: { readonly work: TestCaseWork } & Omit<PlanProps, 'rows'>): React.ReactElement {
  const { work, ...choice } = props;
  const { stage } = work;
  switch (stage.kind) {
    case 'looking':
      return <Waiting label="Looking for Test Cases…" />;
    case 'failed':
      return <Failed reason={stage.reason} onRetry={work.look} />;
    case 'no-type':
      return <Banner tone="info">The process of this project has no type for test cases.</Banner>;
    case 'writing':
      return (
        <div className="wo-progress" role="status">
          <p>
            {stage.stopping ? 'Stopping after this batch… ' : 'Writing Test Cases… '}
            {stage.done} of {stage.total}
          </p>
          <progress aria-label="Test Cases written" max={Math.max(stage.total, 1)} value={stage.done} />
        </div>
      );
    case 'planned': {
      if (stage.report) return <Report report={stage.report} />;
      const rows = stage.plan.rows.filter(hasWork);
      return (
        <>
          {stage.problem !== undefined && (
            <Banner tone="error" actions={<Button text="Look again" onClick={work.look} />}>
              {stage.problem}
            </Banner>
          )}
          {rows.length === 0 ? (
            <Banner tone="success">Every check has its Test Case.</Banner>
          ) : (
            <Plan rows={rows} {...choice} />
          )}
        </>
      );
    }
  }
}

export interface TestCasesDialogProps {
  readonly work: TestCaseWork;
  readonly onClose: () => void;
}

export function TestCasesDialog({ work, onClose }: TestCasesDialogProps): React.ReactElement {
  const { stage } = work;
  const rows = stage.kind === 'planned' ? stage.plan.rows.filter(hasWork) : [];
  const [ticked, setTicked] = React.useState<ReadonlySet<MitigationId> | undefined>(undefined);
  const chosen = ticked ?? new Set(rows.filter(isHarmless).map(({ mitigation }) => mitigation));
  const wanted = rows.filter(({ mitigation }) => chosen.has(mitigation));
  const isDone = stage.kind === 'planned' && stage.report !== undefined;
  return (
    <ModalDialog
      title="Create Test Cases"
      subtitle={isDone ? 'What was done' : 'Nothing is written until you say so.'}
      wide="yes"
      onClose={stage.kind === 'writing' ? () => undefined : onClose}
      footer={
        stage.kind === 'writing' ? (
          <Button text="Stop" disabled={stage.stopping} onClick={work.stop} />
        ) : isDone || rows.length === 0 ? (
          <Button primary={true} text="Close" onClick={onClose} />
        ) : (
          <>
            <Button text="Cancel" onClick={onClose} />
            <Button
              primary={true}
              text={`Write ${counted(wanted.length, 'Test Case')}`}
              disabled={wanted.length === 0}
              onClick={() => {
                setTicked(undefined);
                work.write(wanted);
              }}
            />
          </>
        )
      }
    >
      <Body work={work} ticked={chosen} onTicked={setTicked} />
    </ModalDialog>
  );
}
