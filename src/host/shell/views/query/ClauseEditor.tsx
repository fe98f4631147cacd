/** The conditions of a query as rows: each change is written into its text at once. */
import * as React from 'react';
import { operatorOf } from '../../../wiql/operator-names';
import { useShell, type Shell } from '../../page/shell';
import { useLoad } from '../../page/use-load';
import { Icon } from '../../parts/Icon';
import type { Listed } from '../../rest/connection';
import { field } from '../../rest/work-item';
import { rowsOf, withRows, type ClauseRow, type RowOperator } from './clause-rows';

interface QueryField {
  readonly name: string;
  readonly referenceName: string;
  readonly type: string;
  readonly isIdentity: boolean;
  readonly supportedOperations: readonly { readonly referenceName: string; readonly name: string }[];
}

interface Known {
  readonly fields: readonly QueryField[];
  /** What the value of a field may be, by its reference name. */
  readonly values: ReadonlyMap<string, readonly string[]>;
}

async function readKnown(shell: Shell): Promise<Known> {
  const { connection, bootstrap } = shell;
  const [{ value }, process, paths] = await Promise.all([
    connection.send<Listed<QueryField>>({
      path: `/${encodeURIComponent(bootstrap.project.name)}/_apis/wit/fields`,
    }),
    shell.process(),
    shell.team.paths(),
  ]);
  const types = [...process.types.values()];
  const people = ['@Me', ...bootstrap.users.map((user) => user.displayName)];
  return {
    fields: [...value].sort((a, b) => a.name.localeCompare(b.name)),
    values: new Map<string, readonly string[]>([
      ['System.TeamProject', ['@Project', bootstrap.project.name]],
      [field.type, types.map(({ name }) => name)],
      [field.state, [...new Set(types.flatMap(({ states }) => states.map(({ name }) => name)))]],
      [field.iteration, ['@CurrentIteration', ...paths.iterations]],
      [field.area, ['@TeamAreas', ...paths.areas]],
      ...value.filter(({ isIdentity }) => isIdentity).map((one) => [one.referenceName, people] as const),
      ...value
        .filter(({ type }) => type === 'dateTime')
        .map((one) => [one.referenceName, ['@Today']] as const),
    ]),
  };
}

/** Numbers and Booleans are written without quotes. */
const bareTypes = new Set(['integer', 'double', 'boolean']);

interface RowProps {
  readonly row: ClauseRow;
  readonly place: number;
  readonly known: Known;
  readonly change: (row: ClauseRow) => void;
  readonly remove: () => void;
}

function operatorsOf(
  known: Known,
  name: string,
): readonly { readonly key: RowOperator; readonly text: string }[] {
  const found = fieldNamed(known, name);
  return (found?.supportedOperations ?? []).flatMap(({ referenceName, name: text }) => {
    const key = operatorOf(referenceName);
    return key === undefined ? [] : [{ key, text }];
  });
}

function fieldNamed({ fields }: Known, name: string): QueryField | undefined {
  const wanted = name.toLowerCase();
  return fields.find(
    (one) => one.referenceName.toLowerCase() === wanted || one.name.toLowerCase() === wanted,
  );
}

function Row({ row, place, known, change, remove }: RowProps): JSX.Element {
  const id = React.useRef(`clause-values-${place}`).current;
  const found = fieldNamed(known, row.field);
  const operators = operatorsOf(known, row.field);
  const values = known.values.get(found?.referenceName ?? '') ?? [];
  const takesNone = row.operator === 'is empty' || row.operator === 'is not empty';
  return (
    <li>
      {place === 0 ? (
        <span />
      ) : (
        <select
          aria-label={`Clause ${place + 1}: and or or`}
          value={row.joint}
          onChange={(event) => change({ ...row, joint: event.target.value === 'OR' ? 'OR' : 'AND' })}
        >
          <option value="AND">And</option>
          <option value="OR">Or</option>
        </select>
      )}
      <select
        aria-label={`Clause ${place + 1}: field`}
        value={found?.referenceName ?? row.field}
        onChange={(event) => {
          const next = operatorsOf(known, event.target.value);
          const operator = next.some(({ key }) => key === row.operator)
            ? row.operator
            : (next[0]?.key ?? '=');
          change({ ...row, field: event.target.value, operator });
        }}
      >
        {!found && <option value={row.field}>{row.field}</option>}
        {known.fields.map((one) => (
          <option key={one.referenceName} value={one.referenceName}>
            {one.name}
          </option>
        ))}
      </select>
      <select
        aria-label={`Clause ${place + 1}: operator`}
        value={row.operator}
        onChange={(event) => {
          const operator = operators.find(({ key }) => key === event.target.value);
          if (operator) change({ ...row, operator: operator.key });
        }}
      >
        {!operators.some(({ key }) => key === row.operator) && <option>{row.operator}</option>}
        {operators.map(({ key, text }) => (
          <option key={key} value={key}>
            {text}
          </option>
        ))}
      </select>
      <input
        aria-label={`Clause ${place + 1}: value`}
        list={id}
        disabled={takesNone}
        value={takesNone ? '' : row.value}
        onChange={(event) => change({ ...row, value: event.target.value })}
      />
      <datalist id={id}>
        {values.map((value) => (
          <option key={value} value={value} />
        ))}
      </datalist>
      <button
        type="button"
        className="icon-button"
        aria-label={`Remove clause ${place + 1}`}
        onClick={remove}
      >
        <Icon name="close" />
      </button>
    </li>
  );
}

interface ClauseEditorProps {
  readonly text: string;
  readonly change: (text: string) => void;
}

export function ClauseEditor({ text, change }: ClauseEditorProps): JSX.Element | null {
  const shell = useShell();
  const read = React.useCallback(() => readKnown(shell), [shell]);
  const { loaded } = useLoad(read);
  const clauses = React.useMemo(() => rowsOf(text), [text]);
  if (loaded.status !== 'ready') return null;
  const known = loaded.value;
  if (clauses.kind === 'text') return <p className="secondary">{clauses.reason}</p>;
  const { rows } = clauses;
  const isBare = (name: string): boolean => bareTypes.has(fieldNamed(known, name)?.type ?? '');
  const put = (next: readonly ClauseRow[]): void => change(withRows(text, next, isBare));
  return (
    <div className="clauses">
      <ol aria-label="Clauses of the query">
        {rows.map((row, place) => (
          <Row
            key={place}
            row={row}
            place={place}
            known={known}
            change={(next) => put(rows.map((one, at) => (at === place ? next : one)))}
            remove={() => put(rows.filter((_, at) => at !== place))}
          />
        ))}
      </ol>
      <button
        type="button"
        className="button subtle"
        onClick={() => put([...rows, { joint: 'AND', field: field.state, operator: '=', value: '' }])}
      >
        <Icon name="plus" /> Add clause
      </button>
    </div>
  );
}
