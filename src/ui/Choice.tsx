/** A drop-down with the browser's own list: full keyboard support, and light enough for hundreds of rows. */
import * as React from 'react';
import type { Option } from './words';

export interface ChoiceProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly options: readonly Option<T>[];
  readonly onChange: (value: T) => void;
  readonly disabled?: boolean;
  /** `quiet` hides the frame until hover or focus, as table cells want it. */
  readonly look?: 'framed' | 'quiet';
  readonly className?: string;
}

export function Choice<T extends string>(props: ChoiceProps<T>): React.ReactElement {
  const { label, value, options, onChange, disabled, look = 'framed', className = '' } = props;
  // A list that stays the same is not looked at again, entry by entry: some have thousands.
  const entries = React.useMemo(
    () =>
      options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      )),
    [options],
  );
  return (
    <select
      aria-label={label}
      className={`wo-choice wo-choice-${look} ${className}`}
      value={value}
      disabled={disabled}
      onClick={(event) => event.stopPropagation()}
      onChange={(event) => {
        const picked = options.find((option) => option.value === event.target.value);
        if (picked) onChange(picked.value);
      }}
    >
      {entries}
    </select>
  );
}
