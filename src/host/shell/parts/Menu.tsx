/** A button that opens a menu: arrow keys move, Enter chooses, Escape closes and gives the focus back. */
import * as React from 'react';

export interface MenuEntry {
  readonly key: string;
  readonly text: string;
  readonly checked?: boolean;
  readonly disabled?: boolean;
  /** A heading groups the entries that follow it. */
  readonly heading?: string;
  /** A line is drawn where the group changes. */
  readonly group?: string;
  /** Address of a picture. */
  readonly icon?: string;
  /** Shown on hover, where the text alone says too little. */
  readonly title?: string;
  readonly run: () => void;
}

interface MenuProps {
  readonly label: string;
  readonly className?: string;
  readonly content: React.ReactNode;
  readonly entries: readonly MenuEntry[];
  /** Further entries that are only known some time after the menu was opened. */
  readonly load?: (() => Promise<readonly MenuEntry[]>) | undefined;
  readonly align?: 'start' | 'end';
}

function useOutsideClose(
  box: React.RefObject<HTMLElement>,
  state: 'open' | 'closed',
  close: () => void,
): void {
  React.useEffect(() => {
    if (state === 'closed') return undefined;
    const onPointer = (event: Event): void => {
      if (event.target instanceof Node && !box.current?.contains(event.target)) close();
    };
    document.addEventListener('mousedown', onPointer);
    // A click into a frame never reaches this document; losing the window's focus tells of it.
    window.addEventListener('blur', close);
    return () => {
      document.removeEventListener('mousedown', onPointer);
      window.removeEventListener('blur', close);
    };
  }, [box, state, close]);
}

function choices(box: HTMLElement | null): HTMLElement[] {
  return [...(box?.querySelectorAll<HTMLElement>('[role^=menuitem]:not([aria-disabled=true])') ?? [])];
}

function moveFocus(box: HTMLElement | null, step: number): void {
  const all = choices(box);
  const at = all.findIndex((choice) => choice === document.activeElement);
  all[(at + step + all.length) % all.length]?.focus();
}

interface EntryProps {
  readonly entry: MenuEntry;
  readonly before: MenuEntry | undefined;
  readonly choose: () => void;
}

function Entry({ entry, before, choose }: EntryProps): JSX.Element {
  const isSeparated = before !== undefined && before.group !== entry.group;
  return (
    <React.Fragment>
      {isSeparated && <li className="menu-line" role="separator" />}
      {entry.heading !== undefined && (
        <li className="menu-heading" role="presentation">
          {entry.heading}
        </li>
      )}
      <li role="none">
        <button
          type="button"
          role={entry.checked === undefined ? 'menuitem' : 'menuitemradio'}
          aria-checked={entry.checked}
          aria-disabled={entry.disabled === true}
          tabIndex={-1}
          title={entry.title}
          onClick={() => entry.disabled !== true && choose()}
        >
          <span className="menu-mark" aria-hidden="true">
            {entry.checked === true ? '✓' : ''}
            {entry.icon !== undefined && <img src={entry.icon} width="16" height="16" alt="" />}
          </span>
          {entry.text}
        </button>
      </li>
    </React.Fragment>
  );
}

/** What `load` answers for this opening of the menu; "waiting" until it does. */
function useLate(load: MenuProps['load'], state: 'open' | 'closed'): readonly MenuEntry[] | 'waiting' {
  const [late, setLate] = React.useState<readonly MenuEntry[] | 'waiting'>([]);
  const newest = React.useRef(load);
  newest.current = load;
  React.useEffect(() => {
    const ask = state === 'open' ? newest.current : undefined;
    if (!ask) return undefined;
    let wanted: 'yes' | 'no' = 'yes';
    setLate('waiting');
    void ask().then((entries) => wanted === 'yes' && setLate(entries));
    return () => {
      wanted = 'no';
      setLate([]);
    };
  }, [state]);
  return late;
}

export function Menu({ label, className, content, entries, load, align }: MenuProps): JSX.Element {
  const [state, setState] = React.useState<'open' | 'closed'>('closed');
  const box = React.useRef<HTMLDivElement>(null);
  const button = React.useRef<HTMLButtonElement>(null);
  const close = React.useCallback(() => setState('closed'), []);
  useOutsideClose(box, state, close);
  const late = useLate(load, state);
  const all = late === 'waiting' ? entries : [...entries, ...late];
  React.useEffect(() => {
    if (state === 'open') moveFocus(box.current, 1);
  }, [state]);
  function onKeyDown(event: React.KeyboardEvent): void {
    if (state === 'closed') return;
    const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };
    const step = steps[event.key];
    if (step !== undefined) moveFocus(box.current, step);
    else if (event.key === 'Escape' || event.key === 'Tab') {
      close();
      button.current?.focus();
    } else return;
    event.stopPropagation();
    if (event.key !== 'Tab') event.preventDefault();
  }
  function choose(entry: MenuEntry): void {
    close();
    button.current?.focus();
    entry.run();
  }
  return (
    // Clicks stay here: a card around the menu must not open when its menu is used.
    <div className="menu" ref={box} onKeyDown={onKeyDown} onClick={(event) => event.stopPropagation()}>
      <button
        ref={button}
        type="button"
        className={className ?? 'icon-button'}
        aria-label={label}
        title={label}
        aria-haspopup="menu"
        aria-expanded={state === 'open'}
        onClick={() => setState(state === 'open' ? 'closed' : 'open')}
      >
        {content}
      </button>
      {state === 'open' && (
        <ul className={`menu-list ${align ?? 'end'}`} role="menu" aria-label={label}>
          {all.map((entry, place) => (
            <Entry key={entry.key} entry={entry} before={all[place - 1]} choose={() => choose(entry)} />
          ))}
          {late === 'waiting' && (
            <li className="menu-heading" role="presentation">
              Loading more…
            </li>
          )}
        </ul>
      )}
    </div>
  );
}
