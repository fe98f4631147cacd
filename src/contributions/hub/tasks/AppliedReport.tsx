/** What came of a plan, Task by Task, with the server's own words where it refused. */
import * as React from 'react';
import { Banner } from '../../../ui/Banner';
import { Pill } from '../../../ui/Marks';
import { counted } from '../../../ui/words';
import { QueryLink } from '../QueryLink';
import { WorkItemLink } from '../WorkItemLinks';
import type { Applied } from './use-task-plan';

export function AppliedReport({ report }: { readonly report: Applied }): React.ReactElement {
  const { outcomes, remaining, conflicts } = report;
  const done = outcomes.filter((outcome) => outcome.result.kind === 'done').length;
  const failed = outcomes.length - done;
  return (
    <>
      <Banner
        tone={failed > 0 ? 'warning' : 'success'}
        actions={
          <QueryLink
            ids={outcomes.flatMap(({ result }) => (result.kind === 'done' ? result.workItem : []))}
            of="these Tasks"
          />
        }
      >
        {counted(done, 'Task')} {done === 1 ? 'is' : 'are'} in the backlog
        {failed > 0
          ? `, ${failed} ${failed === 1 ? 'is' : 'are'} not. You can plan again; nothing is made twice.`
          : '.'}
      </Banner>
      <table className="wo-small-table wo-plan">
        <thead>
          <tr>
            <th scope="col">Task</th>
            <th scope="col">Result</th>
          </tr>
        </thead>
        <tbody>
          {outcomes.map(({ step, result }) => (
            <tr key={step.mitigation}>
              <td>{step.title}</td>
              <td>
                {result.kind === 'done' && (
                  <span className="wo-links">
                    <WorkItemLink id={result.workItem} />
                    <Pill tone="success">{step.kind === 'adopt' ? 'Found again' : 'Created'}</Pill>
                  </span>
                )}
                {result.kind !== 'done' && (
                  <span>
                    <Pill tone={result.kind === 'refused' ? 'error' : 'neutral'}>
                      {result.kind === 'refused' ? 'Refused' : 'Not tried'}
                    </Pill>{' '}
                    {result.message}
                  </span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {remaining.length > 0 && (
        <>
          <h3>Still open</h3>
          <ul className="wo-plain-list">
            {remaining.map((step) => (
              <li key={step.mitigation}>
                {step.title} <span className="wo-quiet">{step.because}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {conflicts.map((conflict) => (
        <Banner key={conflict.realisation} tone="warning">
          {conflict.title}: {conflict.because}
        </Banner>
      ))}
    </>
  );
}
