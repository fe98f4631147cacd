/** The faults that are set, and the calls that they have matched. */
import * as React from 'react';
import type { FaultState, MatchedCall } from '../../../faults/fault';
import { describeCount, describeEffect, describeMatch, describeOutcome } from './describe';
import type { Act } from './FaultsPage';

interface TableProps {
  readonly label: string;
  readonly heads: readonly string[];
  readonly children: React.ReactNode;
}

function Table({ label, heads, children }: TableProps): JSX.Element {
  return (
    // The region takes the focus, so that a table wider than the window can be scrolled by keyboard.
    <div className="fault-table" role="region" aria-label={label} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}

function Row({ fault, act }: { readonly fault: FaultState; readonly act: Act }): JSX.Element {
  const { id, effect, isReleased } = fault;
  const name = describeMatch(fault.match);
  return (
    <tr data-fault={id}>
      <td>{id}</td>
      <td>{name}</td>
      <td>{describeCount(fault)}</td>
      <td>{describeEffect(effect)}</td>
      <td>{fault.seen}</td>
      <td>{fault.struck}</td>
      <td className="fault-commands">
        {effect.kind === 'hold' && !isReleased && (
          <button
            type="button"
            className="button"
            aria-label={`Release fault ${id}`}
            onClick={() => act((control) => control.release(id))}
          >
            Release
          </button>
        )}
        <button
          type="button"
          className="button subtle"
          aria-label={`Remove fault ${id}`}
          onClick={() => act((control) => control.remove(id))}
        >
          Remove
        </button>
      </td>
    </tr>
  );
}

export function FaultTable({
  faults,
  act,
}: {
  readonly faults: readonly FaultState[];
  readonly act: Act;
}): JSX.Element {
  if (faults.length === 0)
    return <p className="secondary">No fault is set: every call is answered as ever.</p>;
  return (
    <Table label="Faults" heads={['No.', 'Calls', 'Which of them', 'What happens', 'Seen', 'Struck', '']}>
      {faults.map((fault) => (
        <Row key={fault.id} fault={fault} act={act} />
      ))}
    </Table>
  );
}

/** More rows would only make the page slow. */
const shownCalls = 200;

export function CallTable({ calls }: { readonly calls: readonly MatchedCall[] }): JSX.Element {
  if (calls.length === 0) return <p className="secondary">No call has matched a fault yet.</p>;
  return (
    <Table
      label="Matched calls"
      heads={['Fault', 'Call', 'Server time', 'Method', 'Path', 'Caller', 'Answer']}
    >
      {calls.slice(0, shownCalls).map((call) => (
        <tr key={`${call.fault} ${call.number}`} className={call.isStruck ? 'struck' : undefined}>
          <td>{call.fault}</td>
          <td>{call.number}</td>
          <td>{call.at.replace('T', ' ').slice(0, 19)}</td>
          <td>{call.method}</td>
          <td className="fault-path">{call.path}</td>
          <td>{call.user?.split('@')[0] ?? 'nobody'}</td>
          <td>{describeOutcome(call)}</td>
        </tr>
      ))}
    </Table>
  );
}
