/** The checks as a table: steps, the threat that must not happen, Tasks, Test Case, and whether it can be tested. */
import * as React from 'react';
import { stepsOf } from '../../../core/model/checks';
import type { MitigationId } from '../../../core/model/ids';
import type { Mitigation } from '../../../core/model/mitigation';
import type { KnownTestCase } from '../../../core/sync/test-cases/plan-test-cases';
import { Pill } from '../../../ui/Marks';
import { usePortion } from '../../../ui/TableParts';
import { useHub } from '../hub-context';
import { useModelView } from '../model-view';
import { WorkItemLink, WorkItemLinks } from '../WorkItemLinks';

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

function TestCaseCell({ known }: { readonly known: KnownTestCase | undefined }): React.ReactElement {
  if (!known) return <span className="wo-quiet">–</span>;
  return (
    <span className="wo-links">
      <WorkItemLink id={known.workItem} />
      <span>{known.state}</span>
      {known.differs && <span className="wo-quiet">other steps</span>}
    </span>
  );
}

/** One step needs no number. */
function Steps({ steps }: { readonly steps: readonly string[] }): React.ReactElement {
  if (steps.length === 1) return <>{steps[0]}</>;
  return (
    <ol className="wo-check-steps">
      {steps.map((step, at) => (
        <li key={at}>{step}</li>
      ))}
    </ol>
  );
}

interface RowProps {
  readonly mitigation: Mitigation;
  readonly known: KnownTestCase | undefined;
}

function Row({ mitigation, known }: RowProps): React.ReactElement {
  const { go, query } = useHub();
  const { model, index } = useModelView();
  const meant = query['check'] === mitigation.id;
  const row = React.useRef<HTMLTableRowElement>(null);
  React.useEffect(() => {
    if (meant) row.current?.scrollIntoView({ block: 'center' });
  }, [meant]);
  const threats = [
    ...new Set(
      index.treatmentsOfMitigation(mitigation.id).map(({ threat }) => model.threat.get(threat)?.title),
    ),
  ].filter((title) => title !== undefined);
  const tasks = index.realisationsOfMitigation(mitigation.id).flatMap(({ workItem }) => workItem ?? []);
  return (
    <tr ref={row} className={meant ? 'wo-check-meant' : ''} aria-current={meant ? 'true' : undefined}>
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
        <Steps steps={stepsOf(mitigation)} />
      </td>
      <td data-label="Must not happen">
        {threats.length === 0 ? <span className="wo-quiet">–</span> : threats.slice(0, 3).join('; ')}
        {threats.length > 3 && <span className="wo-quiet"> and {threats.length - 3} more</span>}
      </td>
      <td data-label="Tasks">
        <WorkItemLinks ids={tasks} />
      </td>
      <td data-label="Test Case">
        <TestCaseCell known={known} />
      </td>
      <td data-label="State">
        <Readiness mitigation={mitigation} />
      </td>
    </tr>
  );
}

export interface CheckTableProps {
  readonly checks: readonly Mitigation[];
  readonly known: ReadonlyMap<MitigationId, KnownTestCase>;
}

export function CheckTable({ checks, known }: CheckTableProps): React.ReactElement {
  const { query } = useHub();
  // The one that a link names comes first, so that it is among those that are drawn.
  const ordered = React.useMemo(() => {
    const meant = checks.find(({ id }) => id === query['check']);
    return meant ? [meant, ...checks.filter((each) => each !== meant)] : checks;
  }, [checks, query]);
  const { shown, more } = usePortion(ordered);
  return (
    <>
      <div className="wo-card wo-card-table">
        <table className="wo-table wo-checks-table">
          <thead>
            <tr>
              <th scope="col">Mitigation</th>
              <th scope="col">Check</th>
              <th scope="col">Must not happen</th>
              <th scope="col">Tasks</th>
              <th scope="col">Test Case</th>
              <th scope="col">State</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((mitigation) => (
              <Row key={mitigation.id} mitigation={mitigation} known={known.get(mitigation.id)} />
            ))}
          </tbody>
        </table>
      </div>
      {more}
    </>
  );
}
