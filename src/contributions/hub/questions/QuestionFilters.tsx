/** The bar above the questions. */
import * as React from 'react';
import { placeKey } from '../../../core/kb/places';
import type { Asked } from '../../../core/kb/questions/ask';
import { placeName } from '../../../core/model/model-index';
import { strideCategories } from '../../../core/model/threat';
import { Choice } from '../../../ui/Choice';
import { SearchBox } from '../../../ui/SearchBox';
import { strideWords } from '../../../ui/words';
import { useModelView } from '../model-view';
import type { QuestionFilter } from './question-groups';

const states = [
  { value: 'open', label: 'Open' },
  { value: 'sent', label: 'Sent to somebody' },
  { value: 'answered', label: 'Answered' },
  { value: '', label: 'All questions' },
] as const;
const strides = [
  { value: '', label: 'All of STRIDE' } as const,
  ...strideCategories.map((value) => ({ value, label: strideWords[value] })),
];

export interface QuestionFiltersProps {
  readonly questions: readonly Asked[];
  readonly filter: QuestionFilter;
  readonly onFilter: (filter: QuestionFilter) => void;
}

export function QuestionFilters({ questions, filter, onFilter }: QuestionFiltersProps): React.ReactElement {
  const { model } = useModelView();
  const places = new Map(questions.map(({ place }) => [placeKey(place), placeName(model, place)]));
  const byName = [...places].sort(([, a], [, b]) => a.localeCompare(b, 'en'));
  return (
    <div className="wo-toolbar" role="search">
      <SearchBox
        label="Filter questions"
        value={filter.text}
        onChange={(text) => onFilter({ ...filter, text })}
      />
      <Choice
        label="Filter by state"
        value={filter.state}
        options={states}
        onChange={(state) => onFilter({ ...filter, state })}
      />
      <Choice
        label="Filter by STRIDE"
        value={filter.stride}
        options={strides}
        onChange={(stride) => onFilter({ ...filter, stride })}
      />
      <Choice
        label="Filter by place"
        value={filter.place}
        options={[{ value: '', label: 'All places' }, ...byName.map(([value, label]) => ({ value, label }))]}
        onChange={(place) => onFilter({ ...filter, place })}
      />
    </div>
  );
}
