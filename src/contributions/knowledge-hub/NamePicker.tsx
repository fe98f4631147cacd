/** Other entries that one names, picked by what people call them. */
import * as React from 'react';
import { Button } from 'azure-devops-ui/Button';
import { Choice } from '../../ui/Choice';
import type { EntryOption } from './entry-options';

export function NamePicker(props: {
  /** What they are to the entry, above the list. */
  readonly title: string;
  /** What one more is called: "Add a question". */
  readonly add: string;
  readonly help?: string;
  readonly chosen: readonly string[];
  readonly options: readonly EntryOption[];
  readonly onChange: (chosen: readonly string[]) => void;
}): React.ReactElement | null {
  const { title, add, help, chosen, options, onChange } = props;
  const free = options.filter(({ ref }) => !chosen.includes(ref));
  const nameOf = (ref: string) => options.find((each) => each.ref === ref)?.name ?? ref;
  // Who has nothing to pick from is not asked.
  if (options.length + chosen.length === 0) return null;
  return (
    <fieldset className="wo-picked">
      <legend>{title}</legend>
      {help && <p className="wo-quiet">{help}</p>}
      <ul className="wo-plain-list">
        {chosen.map((ref) => (
          <li key={ref} className="wo-picked-name">
            <span>{nameOf(ref)}</span>
            <Button
              subtle={true}
              text="Remove"
              ariaLabel={`Remove ${nameOf(ref)}`}
              onClick={() => onChange(chosen.filter((each) => each !== ref))}
            />
          </li>
        ))}
      </ul>
      {free.length > 0 && (
        <Choice
          label={add}
          value=""
          options={[
            { value: '', label: `${add}…` },
            ...free.map(({ ref, name }) => ({ value: ref, label: name })),
          ]}
          onChange={(ref) => {
            if (ref !== '') onChange([...chosen, ref]);
          }}
        />
      )}
    </fieldset>
  );
}
