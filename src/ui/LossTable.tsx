/** What did not come along into a format or out of it: how many of what, and why. */
import * as React from 'react';
import type { NotTaken } from '../core/model/model';

export function LossTable({ rows }: { readonly rows: readonly NotTaken[] }): React.ReactElement {
  return (
    <table className="wo-small-table">
      <thead>
        <tr>
          <th scope="col">What</th>
          <th scope="col" className="wo-right">
            Count
          </th>
          <th scope="col">Why</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ what, count, why }) => (
          <tr key={`${what}\n${why}`}>
            <td>{what}</td>
            <td className="wo-right">{count.toLocaleString('en')}</td>
            <td className="wo-quiet">{why}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
