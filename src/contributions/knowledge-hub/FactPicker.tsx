/** Adds a property, or a property with its value, to a text from lists: for who does not know the ids by heart. */
import * as React from 'react';
import { Button } from 'azure-devops-ui/Button';
import type { KnowledgeProperty } from '../../core/kb/package';
import { Choice } from '../../ui/Choice';
import { namesIn } from './form-parts';

/** The list of names with one more at its end, each once. */
export const joined = (list: string, name: string): string =>
  [...new Set([...namesIn(list), name])].join(', ');

export function FactPicker(props: {
  /** What the group is called. */
  readonly label: string;
  readonly properties: readonly KnowledgeProperty[];
  readonly withValue?: 'yes' | 'no';
  readonly onPick: (property: string, value: string) => void;
}): React.ReactElement {
  const { label, properties, withValue = 'no', onPick } = props;
  const [name, setName] = React.useState('');
  const [said, setSaid] = React.useState('');
  const options = React.useMemo(
    () =>
      properties
        .map((each) => ({ value: each.id, label: each.label }))
        .sort((a, b) => a.label.localeCompare(b.label)),
    [properties],
  );
  const isChosen = name !== '';
  const values = properties.find(({ id }) => id === name)?.values ?? [];
  const value = values.find(({ id }) => id === said)?.id ?? values[0]?.id ?? said.trim();
  const needsValue = withValue === 'yes' && isChosen;
  return (
    <div className="wo-condition" role="group" aria-label={label}>
      <Choice
        label="Property"
        value={name}
        options={[{ value: '', label: 'A property from the list…' }, ...options]}
        onChange={setName}
      />
      {needsValue && values.length > 0 && (
        <Choice
          label="Its value"
          value={value}
          options={values.map((each) => ({ value: each.id, label: each.label }))}
          onChange={setSaid}
        />
      )}
      {needsValue && values.length === 0 && (
        <input
          type="text"
          className="wo-input"
          aria-label="Its value"
          value={said}
          maxLength={1000}
          onChange={(event) => setSaid(event.target.value)}
        />
      )}
      <Button
        text="Add it"
        ariaLabel={`Add it: ${label}`}
        disabled={!isChosen || (needsValue && value === '')}
        onClick={() => {
          onPick(name, value);
          setName('');
        }}
      />
    </div>
  );
}
