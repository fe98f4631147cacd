/** The bar above the mitigations: search, two choices, what is shown, and the two main actions. */
import * as React from 'react';
import { Choice } from '../../../ui/Choice';
import { SearchBox } from '../../../ui/SearchBox';
import { counted, statusOptions } from '../../../ui/words';
import { anyMitigation } from './mitigation-rows';
import type { MitigationFilter } from './mitigation-rows';

const statusChoices = [
  { value: '', label: 'Any status' } as const,
  ...statusOptions,
  { value: 'mixed', label: 'Mixed' } as const,
];
const concernChoices = [
  { value: '', label: 'All mitigations' },
  { value: 'no-task', label: 'Without Task' },
  { value: 'no-threat', label: 'Without threat' },
  { value: 'no-text', label: 'Without how to implement or verify' },
] as const;

export interface MitigationFiltersProps {
  readonly filter: MitigationFilter;
  readonly onFilter: (filter: MitigationFilter) => void;
  readonly shown: number;
  readonly total: number;
  readonly children: React.ReactNode;
}

export function MitigationFilters({ filter, onFilter, shown, total, children }: MitigationFiltersProps) {
  const filtered = filter.text !== '' || filter.status !== '' || filter.concern !== '';
  return (
    <div className="wo-toolbar" role="search">
      <SearchBox
        label="Filter mitigations"
        value={filter.text}
        onChange={(text) => onFilter({ ...filter, text })}
      />
      <Choice
        label="Filter by status"
        value={filter.status}
        options={statusChoices}
        onChange={(status) => onFilter({ ...filter, status })}
      />
      <Choice
        label="Filter by what is missing"
        value={filter.concern}
        options={concernChoices}
        onChange={(concern) => onFilter({ ...filter, concern })}
      />
      <span className="wo-quiet wo-toolbar-count" role="status">
        {filtered ? `${shown} of ${counted(total, 'mitigation')}` : counted(total, 'mitigation')}
      </span>
      {filtered && (
        <button type="button" className="wo-link" onClick={() => onFilter(anyMitigation)}>
          Clear
        </button>
      )}
      <span className="wo-toolbar-end">{children}</span>
    </div>
  );
}
