/** What states mean, as a table: the process speaks first, and where it says nothing somebody chooses. */
import * as React from 'react';
import { asStateCategory } from '../../core/model/state-category';
import type { StateCategory } from '../../core/model/state-category';
import { Choice } from '../../ui/Choice';
import { Pill } from '../../ui/Marks';

const meanings: Readonly<Record<StateCategory, string>> = {
  Proposed: 'To be done: the mitigation is planned',
  InProgress: 'Being done: the mitigation is in progress',
  Resolved: 'Done, to be verified: still in progress for the risk',
  Completed: 'Done: the mitigation is implemented, and the risk falls',
  Removed: 'Will not be done: you are asked what that means',
};
const options = Object.entries(meanings).map(([value, label]) => ({ value, label }));

export interface StateRow {
  readonly type: string;
  readonly state: string;
  /** As the process says; undefined = it says nothing. */
  readonly category: StateCategory | undefined;
  /** As people decided; undefined = nobody did. */
  readonly mapped: StateCategory | undefined;
  /** Where it is decided already, so that it cannot be chosen here. */
  readonly fixed?: string | undefined;
}

/** Each state once: of several rows about one the first counts. */
export function statesOnce(rows: readonly StateRow[]): readonly StateRow[] {
  const once = new Map<string, StateRow>();
  for (const row of rows) {
    const key = `${row.type}\n${row.state}`;
    if (!once.has(key)) once.set(key, row);
  }
  return [...once.values()];
}

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
  if (category !== undefined) return <>{meanings[category]}</>;
  if (fixed !== undefined && mapped !== undefined)
    return (
      <>
        {meanings[mapped]} <span className="wo-quiet">({fixed})</span>
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
