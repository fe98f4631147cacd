/** The bar above the threats: search, three choices, what is shown, and "New threat". */
import * as React from 'react';
import { worstFirst } from '../../../core/risk/assess';
import { Choice } from '../../../ui/Choice';
import { SearchBox } from '../../../ui/SearchBox';
import { counted, severityWords, threatStatusWords } from '../../../ui/words';
import { anyThreat } from './threat-rows';
import type { ThreatFilter } from './threat-rows';

const severityChoices = [
  { value: '', label: 'Any risk' } as const,
  ...worstFirst.map((value) => ({ value, label: severityWords[value] })),
];
const statusChoices = [
  { value: '', label: 'Any status' },
  { value: 'open', label: threatStatusWords.open },
  { value: 'needs-investigation', label: threatStatusWords['needs-investigation'] },
  { value: 'not-applicable', label: threatStatusWords['not-applicable'] },
] as const;
const concernChoices = [
  { value: '', label: 'All threats' },
  { value: 'assumed', label: 'With assumed values' },
  { value: 'no-mitigation', label: 'Without mitigation' },
  { value: 'no-story', label: 'Without story' },
  { value: 'tentative', label: 'Tentative' },
  { value: 'stale', label: 'Stale' },
] as const;

export interface ThreatFiltersProps {
  readonly filter: ThreatFilter;
  readonly onFilter: (filter: ThreatFilter) => void;
  readonly shown: number;
  readonly total: number;
  readonly children: React.ReactNode;
}

export function ThreatFilters({
  filter,
  onFilter,
  shown,
  total,
  children,
}: ThreatFiltersProps): React.ReactElement {
  const filtered =
    filter.text !== '' || filter.severity !== '' || filter.status !== '' || filter.concern !== '';
  return (
    <div className="wo-toolbar" role="search">
      <SearchBox
        label="Filter threats"
        value={filter.text}
        onChange={(text) => onFilter({ ...filter, text })}
      />
      <Choice
        label="Filter by risk now"
        value={filter.severity}
        options={severityChoices}
        onChange={(severity) => onFilter({ ...filter, severity })}
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
        {filtered ? `${shown} of ${counted(total, 'threat')}` : counted(total, 'threat')}
      </span>
      {filtered && (
        <button type="button" className="wo-link" onClick={() => onFilter(anyThreat)}>
          Clear
        </button>
      )}
      <span className="wo-toolbar-end">{children}</span>
    </div>
  );
}
