/** What a requirement or an assumption is linked to: ticks for things of the model, numbers for work items. */
import * as React from 'react';
import { Button } from 'azure-devops-ui/Button';
import { Field } from '../../../ui/Field';
import { SearchBox } from '../../../ui/SearchBox';
import { StoryPicker } from '../../../ui/StoryPicker';
import { useHub } from '../hub-context';
import { WorkItemLink } from '../WorkItemLinks';

/** More than anybody scrolls through; the filter narrows. */
const listed = 50;

export interface TicksProps<Id extends string> {
  readonly legend: string;
  readonly things: readonly { readonly id: Id; readonly title: string; readonly note?: string }[];
  readonly chosen: readonly Id[];
  readonly onChange: (chosen: readonly Id[]) => void;
  readonly none: string;
  readonly disabled: boolean;
}

export function Ticks<Id extends string>(props: TicksProps<Id>): React.ReactElement {
  const { legend, things, chosen, onChange, none, disabled } = props;
  const [text, setText] = React.useState('');
  // The order stays while somebody ticks: a row that jumps away is a row that is lost.
  const [first] = React.useState(() => new Set<string>(chosen));
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const found = things
    .filter(({ title }) => words.every((word) => title.toLowerCase().includes(word)))
    .sort(
      (a, b) => Number(first.has(b.id)) - Number(first.has(a.id)) || a.title.localeCompare(b.title, 'en'),
    );
  const toggle = (id: Id) =>
    onChange(chosen.includes(id) ? chosen.filter((each) => each !== id) : [...chosen, id]);
  return (
    <fieldset className="wo-pick">
      <legend>
        {legend} {chosen.length > 0 && <span className="wo-quiet">({chosen.length})</span>}
      </legend>
      {things.length > 8 && <SearchBox label={`Filter: ${legend}`} value={text} onChange={setText} />}
      <div className="wo-radio-list">
        {found.slice(0, listed).map(({ id, title, note }) => (
          <label key={id}>
            <input
              type="checkbox"
              disabled={disabled}
              checked={chosen.includes(id)}
              onChange={() => toggle(id)}
            />
            <span>{title}</span>
            {note !== undefined && note !== '' && <span className="wo-quiet">{note}</span>}
          </label>
        ))}
        {found.length === 0 && <p className="wo-quiet">{none}</p>}
        {found.length > listed && (
          <p className="wo-quiet">{found.length - listed} more: filter to see them.</p>
        )}
      </div>
    </fieldset>
  );
}

export interface LinkedItemsProps {
  readonly heading: string;
  readonly ids: readonly number[];
  readonly onChange: (ids: readonly number[]) => void;
  readonly disabled: boolean;
  /** Stories are searched; any other work item is named by its number. */
  readonly by: 'story' | 'number';
}

function ByNumber({ onAdd }: { readonly onAdd: (id: number) => void }): React.ReactElement {
  const [text, setText] = React.useState('');
  const id = /^#?(\d{1,9})$/.exec(text.trim())?.[1];
  const add = () => {
    if (id === undefined || Number(id) === 0) return;
    onAdd(Number(id));
    setText('');
  };
  return (
    <div className="wo-field-row">
      <Field
        label="Work item"
        value={text}
        onChange={setText}
        onEnter={add}
        placeholder="Its number"
        error={text.trim() !== '' && id === undefined ? 'A number, such as 42.' : undefined}
      />
      <Button text="Link" disabled={id === undefined} onClick={add} />
    </div>
  );
}

export function LinkedItems({ heading, ids, onChange, disabled, by }: LinkedItemsProps): React.ReactElement {
  const { app } = useHub();
  const add = (id: number) => {
    if (!ids.includes(id)) onChange([...ids, id]);
  };
  return (
    <section className="wo-section" aria-label={heading}>
      <h3>{heading}</h3>
      {ids.length === 0 && <p className="wo-quiet">None yet.</p>}
      <ul className="wo-plain-list">
        {ids.map((id) => (
          <li key={id} className="wo-item-head">
            <WorkItemLink id={id} />
            {!disabled && (
              <Button
                subtle={true}
                text="Unlink"
                ariaLabel={`Unlink #${id}`}
                onClick={() => onChange(ids.filter((each) => each !== id))}
              />
            )}
          </li>
        ))}
      </ul>
      {!disabled &&
        (by === 'story' ? (
          <StoryPicker label="Link a story" find={app.findStories} taken={ids} onPick={({ id }) => add(id)} />
        ) : (
          <ByNumber onAdd={add} />
        ))}
    </section>
  );
}
