/** What the cards of the page share. */
import * as React from 'react';
import type { ProjectPolicy } from '../../core/model/project-policy';

export interface CardProps {
  readonly policy: ProjectPolicy;
  readonly readOnly: boolean;
  readonly onChange: (next: ProjectPolicy) => void;
}

/** A number in a small box; an empty one is no number, which the policy refuses. */
export function NumberBox(props: {
  readonly label: string;
  readonly value: number;
  readonly readOnly: boolean;
  /** `optional`: an empty box means something. */
  readonly need?: 'required' | 'optional';
  readonly onChange: (value: number) => void;
}): React.ReactElement {
  const { label, value, readOnly, need = 'required', onChange } = props;
  const empty = Number.isNaN(value);
  return (
    <input
      type="number"
      className="wo-input wo-policy-number"
      aria-label={label}
      aria-invalid={empty ? need === 'required' : value < 0 || value > 100}
      min={0}
      max={100}
      value={empty ? '' : value}
      disabled={readOnly}
      onChange={({ target }) => onChange(target.value === '' ? Number.NaN : Number(target.value))}
    />
  );
}
