/** What a threat says and where it strikes: the fields that making and editing share. */
import * as React from 'react';
import type { ThreatDraft } from '../../../core/model/edits/build';
import type { Model } from '../../../core/model/model';
import { placeName } from '../../../core/model/model-index';
import type { Place, StrideCategory } from '../../../core/model/threat';
import { strideCategories } from '../../../core/model/threat';
import { Field, useFieldId } from '../../../ui/Field';
import { strideWords } from '../../../ui/words';
import { useModelView } from '../model-view';

export type ThreatTexts = Pick<ThreatDraft, 'title' | 'description' | 'stride' | 'place'>;
export const emptyTexts: ThreatTexts = { title: '', description: '', stride: [], place: { kind: 'model' } };

interface PlaceOption {
  readonly key: string;
  readonly label: string;
  readonly place: Place;
}

const keyOf = (place: Place) => (place.kind === 'model' ? 'model' : `${place.kind}:${place.id}`);

function placeGroups(
  model: Model,
): readonly { readonly title: string; readonly options: readonly PlaceOption[] }[] {
  const options = (places: readonly Place[]) =>
    places
      .map((place) => ({ key: keyOf(place), label: placeName(model, place) || 'Without a name', place }))
      .sort((a, b) => a.label.localeCompare(b.label, 'en'));
  return [
    { title: 'Model', options: options([{ kind: 'model' }]) },
    { title: 'Elements', options: options([...model.element.keys()].map((id) => ({ kind: 'element', id }))) },
    { title: 'Data flows', options: options([...model.flow.keys()].map((id) => ({ kind: 'flow', id }))) },
    {
      title: 'Trust boundaries',
      options: options([...model.boundary.keys()].map((id) => ({ kind: 'boundary', id }))),
    },
  ];
}

function PlaceChoice({
  place,
  onChange,
}: {
  readonly place: Place;
  readonly onChange: (place: Place) => void;
}) {
  const { model } = useModelView();
  const id = useFieldId();
  const groups = React.useMemo(() => placeGroups(model).filter((group) => group.options.length > 0), [model]);
  const choose = (key: string) => {
    const found = groups.flatMap((group) => group.options).find((option) => option.key === key);
    if (found) onChange(found.place);
  };
  return (
    <div className="wo-field">
      <label htmlFor={id}>Place</label>
      <select
        id={id}
        className="wo-choice wo-choice-framed"
        value={keyOf(place)}
        onChange={(event) => choose(event.target.value)}
      >
        {groups.map((group) => (
          <optgroup key={group.title} label={group.title}>
            {group.options.map((option) => (
              <option key={option.key} value={option.key}>
                {option.label}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </div>
  );
}

export interface ThreatTextFieldsProps {
  readonly texts: ThreatTexts;
  readonly onChange: (texts: ThreatTexts) => void;
  /** Enter in the title. */
  readonly onEnter?: () => void;
}

export function ThreatTextFields({ texts, onChange, onEnter }: ThreatTextFieldsProps): React.ReactElement {
  const toggle = (category: StrideCategory) => {
    const stride = texts.stride.includes(category)
      ? texts.stride.filter((other) => other !== category)
      : [...texts.stride, category];
    onChange({ ...texts, stride });
  };
  return (
    <>
      <Field
        label="Title"
        value={texts.title}
        onChange={(title) => onChange({ ...texts, title })}
        focusFirst="yes"
        {...(onEnter && { onEnter })}
      />
      <Field
        label="Description"
        value={texts.description}
        onChange={(description) => onChange({ ...texts, description })}
        rows={4}
      />
      <PlaceChoice place={texts.place} onChange={(place) => onChange({ ...texts, place })} />
      <fieldset className="wo-checks">
        <legend>STRIDE</legend>
        {strideCategories.map((category) => (
          <label key={category}>
            <input
              type="checkbox"
              checked={texts.stride.includes(category)}
              onChange={() => toggle(category)}
            />
            {strideWords[category]}
          </label>
        ))}
      </fieldset>
    </>
  );
}
