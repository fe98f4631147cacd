/** What states mean, as a table: the process speaks first, and where it says nothing somebody chooses. */
import * as React from 'react';
import { asStateCategory } from '../../core/model/state-category';
import type { StateCategory } from '../../core/model/state-category';
import { stateMeanings } from '../../core/sync/state-rows';
import type { StateRow } from '../../core/sync/state-rows';
import { Choice } from '../../ui/Choice';
import { Pill } from '../../ui/Marks';

const options = Object.entries(stateMeanings).map(([value, label]) => ({ value, label }));

export interface StateMeaningsProps {
  readonly rows: readonly StateRow[];
  /** What an undecided state is called: "Ask me". */
  readonly undecided: string;
  readonly readOnly: boolean;
  /** Undefined takes the decision back. */
  readonly onChange: (row: StateRow, category: StateCategory | undefined) => void;
}

function Meaning({
  row,
  undecided,
  readOnly,
  onChange,
}: Omit<StateMeaningsProps, 'rows'> & { readonly row: StateRow }) {
  const { type, state, category, mapped, fixed } = row;
  if (category !== undefined) return <>{stateMeanings[category]}</>;
  if (fixed !== undefined && mapped !== undefined)
    return (
      <>
        {stateMeanings[mapped]} <span className="wo-quiet">({fixed})</span>
      </>
    );
  return (
    <Choice
      label={`${type} ${state} means`}
      value={mapped ?? 'ask'}
      options={[{ value: 'ask', label: undecided }, ...options]}
      disabled={readOnly}
      onChange={(value) => onChange(row, asStateCategory(value))}
    />
  );
}

export function StateMeanings({ rows, ...rest }: StateMeaningsProps): React.ReactElement {
  return (
    <table className="wo-small-table wo-states">
      <thead>
        <tr>
          <th scope="col">Type</th>
          <th scope="col">State</th>
          <th scope="col">Means</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={`${row.type} ${row.state}`}>
            <td>{row.type}</td>
            <td>
              {row.state}{' '}
              {row.category === undefined && row.mapped === undefined && (
                <Pill tone="warning">Not known</Pill>
              )}
            </td>
            <td>
              <Meaning row={row} {...rest} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
