/** The bar above the mitigations: search, two choices, what is shown, and the two main actions. */
import * as React from 'react';
import { Choice } from '../../../ui/Choice';
import { statusOptions } from '../../../ui/words';
import { FilterBar } from '../table/FilterBar';
import type { FilterBarProps } from '../table/FilterBar';
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

export function MitigationFilters(props: FilterBarProps<MitigationFilter>): React.ReactElement {
  const { filter, onFilter } = props;
  const choices = (
    <>
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
  return <FilterBar {...props} what="mitigation" everything={anyMitigation} choices={choices} />;
}
