/** Finds a story by words or number and hands it over. Arrow keys choose, Enter takes; the search waits for a pause. */
import * as React from 'react';
import type { WorkItem } from '../core/sync/backlog-picture';
import { useFieldId } from './Field';
import { sentenceOf } from './words';

export interface StoryPickerProps {
  readonly label: string;
  readonly find: (text: string, limit: number) => Promise<readonly WorkItem[]>;
  readonly onPick: (story: WorkItem) => void;
  /** Stories that are there already; they are shown as such and cannot be picked. */
  readonly taken?: readonly number[];
  readonly focusFirst?: 'yes' | 'no';
}

type Search =
  | { readonly kind: 'searching' }
  | { readonly kind: 'found'; readonly stories: readonly WorkItem[] }
  | { readonly kind: 'failed'; readonly reason: string };

const limit = 8;
/** Milliseconds without a key before we ask: one request per word instead of one per letter. */
const pause = 250;

function useSearch(find: StoryPickerProps['find'], text: string): Search {
  const [search, setSearch] = React.useState<Search>({ kind: 'searching' });
  React.useEffect(() => {
    let current = true;
    // A slow answer to an older question must not replace a newer one.
    const show = (next: Search) => current && setSearch(next);
    setSearch({ kind: 'searching' });
    const timer = setTimeout(
      () => {
        find(text.trim(), limit).then(
          (stories) => show({ kind: 'found', stories }),
          (error: unknown) => show({ kind: 'failed', reason: sentenceOf(error) }),
        );
      },
      text === '' ? 0 : pause,
    );
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [find, text]);
  return search;
}

function Row(props: {
  readonly id: string;
  readonly story: WorkItem;
  readonly active: 'yes' | 'no';
  readonly taken: 'yes' | 'no';
  readonly onPick: () => void;
}) {
  const { story, active, taken } = props;
  return (
    <li
      id={props.id}
      role="option"
      aria-selected={active === 'yes'}
      aria-disabled={taken === 'yes'}
      className={active === 'yes' ? 'wo-option wo-option-active' : 'wo-option'}
      onMouseDown={(event) => event.preventDefault()}
      onClick={taken === 'yes' ? undefined : props.onPick}
    >
      <span className="wo-quiet wo-number">#{story.id}</span>
      <span className="wo-option-title">{story.title}</span>
      <span className="wo-quiet">{taken === 'yes' ? 'linked' : story.state}</span>
    </li>
  );
}

export function StoryPicker(props: StoryPickerProps): React.ReactElement {
  const { label, find, onPick, taken = [], focusFirst = 'no' } = props;
  const id = useFieldId();
  const [text, setText] = React.useState('');
  const [active, setActive] = React.useState(0);
  const search = useSearch(find, text);
  const stories = search.kind === 'found' ? search.stories : [];
  const pick = (story: WorkItem | undefined) => {
    if (!story || taken.includes(story.id)) return;
    setText('');
    onPick(story);
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.key === 'ArrowDown') setActive(Math.min(active + 1, stories.length - 1));
    else if (event.key === 'ArrowUp') setActive(Math.max(active - 1, 0));
    else if (event.key === 'Enter') pick(stories[active]);
    else return;
    event.preventDefault();
  };
  return (
    <div className="wo-field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="text"
        role="combobox"
        autoComplete="off"
        autoFocus={focusFirst === 'yes'}
        className="wo-input"
        placeholder="Search by title or number"
        aria-expanded={stories.length > 0}
        aria-controls={`${id}-list`}
        aria-activedescendant={stories[active] ? `${id}-${active}` : undefined}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
      />
      <ul id={`${id}-list`} role="listbox" aria-label="Stories found" className="wo-options">
        {stories.map((story, i) => (
          <Row
            key={story.id}
            id={`${id}-${i}`}
            story={story}
            active={i === active ? 'yes' : 'no'}
            taken={taken.includes(story.id) ? 'yes' : 'no'}
            onPick={() => pick(story)}
          />
        ))}
      </ul>
      <span className="wo-quiet" role="status">
        {search.kind === 'searching' && 'Searching…'}
        {search.kind === 'failed' && search.reason}
        {search.kind === 'found' &&
          stories.length === 0 &&
          'No story matches. Try fewer words, or its number.'}
      </span>
    </div>
  );
}
