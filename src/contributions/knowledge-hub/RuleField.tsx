/** A rule as text, read at every key: what is wrong, where, and what could stand there. */
import * as React from 'react';
import type { RuleTextError } from '../../core/kb/rule-text/parse-rule';
import { Field } from '../../ui/Field';

export interface RuleFieldProps {
  readonly label: string;
  readonly help: string;
  readonly value: string;
  readonly error: RuleTextError | undefined;
  readonly onChange: (value: string) => void;
}

/** The line of the error with a mark below the place. */
function Place({ value, error }: { readonly value: string; readonly error: RuleTextError }) {
  const line = value.split('\n')[error.line - 1] ?? '';
  return (
    <span className="wo-rule-mark wo-error-text" aria-hidden="true">
      {`${line}\n${' '.repeat(Math.min(error.column - 1, 200))}^`}
    </span>
  );
}

export function RuleField({ label, help, value, error, onChange }: RuleFieldProps): React.ReactElement {
  const instead =
    error && error.expected.length > 0 && !/is expected/.test(error.sentence)
      ? ` Perhaps: ${error.expected.join(', ')}.`
      : '';
  const sentence = error && `Line ${error.line}, column ${error.column}: ${error.sentence}${instead}`;
  const rows = Math.min(10, Math.max(2, value.split('\n').length + 1));
  return (
    <div className="wo-rule">
      <Field
        label={label}
        value={value}
        onChange={onChange}
        rows={rows}
        maxLength={20_000}
        help={help}
        error={sentence}
      />
      {error && value.trim() !== '' && <Place value={value} error={error} />}
    </div>
  );
}
