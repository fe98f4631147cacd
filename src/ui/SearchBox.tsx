/** A one-line filter with a magnifier; Esc empties it. */
import * as React from 'react';
import { SearchIcon } from './icons';

export interface SearchBoxProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

export function SearchBox({ label, value, onChange }: SearchBoxProps): React.ReactElement {
  return (
    <span className="wo-search">
      <SearchIcon />
      <input
        type="search"
        className="wo-input"
        aria-label={label}
        placeholder={label}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && value) {
            event.preventDefault();
            onChange('');
          }
        }}
      />
    </span>
  );
}
