/**
 * A row of tabs: arrow keys move, Enter or Space chooses. Most tabs load a page and stand in the address, so that moving
 * alone must not choose what lies on the way: Back would lead through all of it.
 */
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
function tabAt(all: readonly Tab[], focused: number, key: string): Tab | undefined {
  const tabs = all.filter(({ disabled }, index) => disabled !== true || index === focused);
  const at = tabs.findIndex((tab) => tab === all[focused]);
  if (key === 'ArrowRight') return tabs[(at + 1) % tabs.length];
  if (key === 'ArrowLeft') return tabs[(at - 1 + tabs.length) % tabs.length];
  if (key === 'Home') return tabs[0];
  return key === 'End' ? tabs[tabs.length - 1] : undefined;
}

export function TabList({ label, tabs, chosen, choose }: TabListProps): JSX.Element {
  const list = React.useRef<HTMLDivElement>(null);
  function onKeyDown(event: React.KeyboardEvent): void {
    const all = [...(list.current?.querySelectorAll<HTMLElement>('[role=tab]') ?? [])];
    const focused = all.findIndex((tab) => tab === event.target);
    const to = tabAt(tabs, focused, event.key);
    if (!to) return;
    event.preventDefault();
    all[tabs.indexOf(to)]?.focus();
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
