/** A row of tabs: arrow keys move and choose, as the pattern for tabs asks. */
import * as React from 'react';

export interface Tab {
  readonly id: string;
  readonly text: string;
  /** Said when it is pointed at. */
  readonly title?: string | undefined;
  readonly disabled?: boolean | undefined;
}

interface TabListProps {
  readonly label: string;
  readonly tabs: readonly Tab[];
  readonly chosen: string;
  readonly choose: (id: string) => void;
}

/** Which tab a key leads to; undefined for keys that mean nothing here. */
function tabAt(all: readonly Tab[], chosen: string, key: string): Tab | undefined {
  const tabs = all.filter(({ id, disabled }) => disabled !== true || id === chosen);
  const at = tabs.findIndex(({ id }) => id === chosen);
  if (key === 'ArrowRight') return tabs[(at + 1) % tabs.length];
  if (key === 'ArrowLeft') return tabs[(at - 1 + tabs.length) % tabs.length];
  if (key === 'Home') return tabs[0];
  return key === 'End' ? tabs[tabs.length - 1] : undefined;
}

export function TabList({ label, tabs, chosen, choose }: TabListProps): JSX.Element {
  const list = React.useRef<HTMLDivElement>(null);
  function onKeyDown(event: React.KeyboardEvent): void {
    const to = tabAt(tabs, chosen, event.key);
    if (!to) return;
    event.preventDefault();
    choose(to.id);
    list.current?.querySelectorAll<HTMLElement>('[role=tab]')[tabs.indexOf(to)]?.focus();
  }
  return (
    <div className="tab-list" role="tablist" aria-label={label} ref={list} onKeyDown={onKeyDown}>
      {tabs.map(({ id, text, title, disabled }) => (
        <button
          key={id}
          type="button"
          role="tab"
          title={title}
          disabled={disabled}
          aria-selected={id === chosen}
          tabIndex={id === chosen ? 0 : -1}
          onClick={() => choose(id)}
        >
          {text}
        </button>
      ))}
    </div>
  );
}
