/** A plain table of the settings. */
import * as React from 'react';

interface GridProps {
  readonly label: string;
  readonly heads: readonly string[];
  readonly rows: readonly { readonly key: string; readonly cells: readonly React.ReactNode[] }[];
}

export function Grid({ label, heads, rows }: GridProps): JSX.Element {
  return (
    <div className="table-scroll">
      <table className="backlog grid" aria-label={label}>
        <thead>
          <tr>
            {heads.map((name) => (
              <th key={name} scope="col">
                {name === 'Actions' ? <span className="visually-hidden">{name}</span> : name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells }) => (
            <tr key={key}>
              {cells.map((cell, place) => (
                <td key={heads[place]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
