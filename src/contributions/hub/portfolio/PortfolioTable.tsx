/** The models as rows, each with what it needs and the way into it. */
import * as React from 'react';
import type { PortfolioRow } from '../../../app/read-portfolio';
import { needOf } from '../../../core/portfolio/attention';
import { overTarget } from '../../../core/risk/target';
import { Pill } from '../../../ui/Marks';
import { usePortion } from '../../../ui/TableParts';
import { currentRule } from '../../../ui/figure-words';
import { WhyRows } from '../../../ui/Why';
import { WhyFigure } from '../../../ui/WhyFigure';
import { counted, points } from '../../../ui/words';
import { dayOf } from '../../../ui/day-of';
import { useHub } from '../hub-context';
import { needTones, needWords, reviewSentence, riskSentence } from './portfolio-words';

/** A model of another project opens in the hub of that project, beside this page. */
function useOpen(): (row: PortfolioRow, place: Readonly<Record<string, string>>) => void {
  const { go, navigation } = useHub();
  return ({ hub, entry }, place) => {
    const address = { model: entry.model, ...place };
    if (hub === undefined) go(address);
    else navigation.openBeside(`${hub}?${new URLSearchParams(address).toString()}`);
  };
}

function Reasons({ row }: { readonly row: PortfolioRow }): React.ReactElement {
  const open = useOpen();
  const { parts, target } = row.entry;
  const { largest, others } = parts;
  const rest = { key: 'others', name: counted(others.count, 'other threat'), value: others.current };
  return (
    <>
      <p>{currentRule}</p>
      <WhyRows
        rows={largest.map(({ threat, title, current }) => ({
          key: threat,
          name: title,
          value: current,
          onOpen: () => open(row, { threat }),
        }))}
      />
      {others.count > 0 && <WhyRows rows={[rest]} />}
      <p>
        {target === undefined
          ? 'Nobody set a target.'
          : `The target is ${points(target)} points, set for the model or by the policies of its project.`}
      </p>
    </>
  );
}

function Row({ row }: { readonly row: PortfolioRow }): React.ReactElement {
  const open = useOpen();
  const { entry, project } = row;
  const need = needOf(entry);
  return (
    <tr>
      <td className="wo-cell-title">
        <button type="button" className="wo-link wo-row-title" onClick={() => open(row, {})}>
          {entry.name}
        </button>
        <div className="wo-quiet">{project}</div>
      </td>
      <td data-label="Needs">
        <Pill tone={needTones[need]}>{needWords[need]}</Pill>
      </td>
      <td data-label="Review">
        <button type="button" className="wo-link" onClick={() => open(row, { tab: 'review' })}>
          {entry.notNeeded ? 'No model is needed' : reviewSentence(entry.review)}
        </button>
      </td>
      <td className="wo-right" data-label="Risk now">
        <span className="wo-points">
          <WhyFigure text={points(entry.current)} of={`Risk now of ${entry.name}`}>
            {() => <Reasons row={row} />}
          </WhyFigure>
        </span>{' '}
        <span className={overTarget(entry) > 0 ? 'wo-warning-text' : 'wo-quiet'}>{riskSentence(entry)}</span>
      </td>
      <td className="wo-right" data-label="Undecided threats">
        <span>
          {entry.undecided} <span className="wo-quiet">of {entry.threats}</span>
        </span>
      </td>
      <td className="wo-right" data-label="Weak places">
        {entry.weak}
      </td>
      <td className="wo-quiet" data-label="Last change">
        {dayOf(entry.changed)}
      </td>
    </tr>
  );
}

export function PortfolioTable({ rows }: { readonly rows: readonly PortfolioRow[] }): React.ReactElement {
  const { shown, more } = usePortion(rows);
  return (
    <>
      <div className="wo-card wo-card-table">
        <table className="wo-table wo-portfolio-table">
          <thead>
            <tr>
              <th scope="col">Model and project</th>
              <th scope="col">Needs</th>
              <th scope="col">Review</th>
              <th scope="col" className="wo-right">
                Risk now
              </th>
              <th scope="col" className="wo-right">
                Undecided
              </th>
              <th scope="col" className="wo-right">
                Weak
              </th>
              <th scope="col">Last change</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <Row key={`${row.hub ?? ''} ${row.entry.model}`} row={row} />
            ))}
          </tbody>
        </table>
      </div>
      {more}
      <p className="wo-footnote wo-quiet">
        <strong>Undecided</strong>: threats that apply, that nothing agreed on treats and whose risk nobody
        accepted, or that are marked to be looked into. <strong>Weak</strong>: places where the model says too
        little to be relied on; its Review page names them. <strong>Prove the approval</strong>: every member
        can write an approval into a model; only a comment on a work item records who decided.
      </p>
    </>
  );
}
