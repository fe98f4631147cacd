/** The bar above the threats: search, three choices, what is shown, and "New threat". */
import * as React from 'react';
import { worstFirst } from '../../../core/risk/assess';
import { Choice } from '../../../ui/Choice';
import { severityWords, threatStatusWords } from '../../../ui/words';
import { FilterBar } from '../table/FilterBar';
import type { FilterBarProps } from '../table/FilterBar';
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

export function ThreatFilters(props: FilterBarProps<ThreatFilter>): React.ReactElement {
  const { filter, onFilter } = props;
  const choices = (
    <>
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
    </>
  );
  return <FilterBar {...props} what="threat" everything={anyThreat} choices={choices} />;
}
