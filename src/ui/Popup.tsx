/** A button that opens a menu or something small to fill in below itself. */
import * as React from 'react';
import { Button } from 'azure-devops-ui/Button';
import { FocusZoneDirection } from 'azure-devops-ui/FocusZone';
import { CalloutBelow } from './CalloutBelow';
import { MoreIcon } from './icons';

export interface PopupProps {
  readonly text: string;
  /** Spoken instead of the text. */
  readonly label?: string;
  /** A menu ends with its choice; a dialog stays until it is left. */
  readonly role: 'menu' | 'dialog';
  readonly className?: string;
  readonly children: (close: () => void) => React.ReactNode;
}

/** In a menu the arrows go from choice to choice; fields keep them for themselves. */
const byArrows = { direction: FocusZoneDirection.Vertical };
const byTab = { handleTabKey: true };

export function Popup({ text, label, role, className = '', children }: PopupProps): React.ReactElement {
  const anchor = React.useRef<HTMLSpanElement>(null);
  const [open, setOpen] = React.useState(false);
  const close = React.useCallback(() => {
    setOpen(false);
    anchor.current?.querySelector<HTMLElement>('button')?.focus();
  }, []);
  return (
    <span ref={anchor} className={className}>
      <Button
        subtle={true}
        ariaHasPopup={true}
        ariaExpanded={open}
        {...(label === undefined ? {} : { ariaLabel: label })}
        onClick={() => setOpen(!open)}
      >
        {text} <MoreIcon />
      </Button>
      {open && anchor.current && (
        <CalloutBelow
          anchor={anchor.current}
          label={label ?? text}
          blurDismiss={role === 'menu'}
          focus={role === 'menu' ? byArrows : byTab}
          onClose={close}
        >
          {/* Without a role of its own the callout is a dialog of that name; a menu stands in it. */}
          {role === 'menu' ? (
            <div role="menu" aria-label={label ?? text}>
              {children(close)}
            </div>
          ) : (
            children(close)
          )}
        </CalloutBelow>
      )}
    </span>
  );
}

export interface MenuGroup {
  readonly name: string;
  readonly items: readonly {
    readonly id: string;
    readonly name: string;
    readonly count?: number;
  }[];
}

/** The content of a menu: named groups of choices. */
export function MenuChoices(props: {
  readonly groups: readonly MenuGroup[];
  readonly onChoose: (id: string) => void;
}): React.ReactElement {
  const onKeyDown = (event: React.KeyboardEvent<HTMLDivElement>) => {
    if (event.key !== 'Home' && event.key !== 'End') return;
    const items = event.currentTarget.querySelectorAll<HTMLElement>('[role="menuitem"]');
    items[event.key === 'Home' ? 0 : items.length - 1]?.focus();
    event.preventDefault();
  };
  return (
    // The focus zone around it knows arrows only.
    <div onKeyDown={onKeyDown}>
      {props.groups.map(({ name, items }) => (
        <div key={name} role="group" aria-label={name} className="wo-menu-group">
          <div className="wo-menu-head" aria-hidden="true">
            {name}
          </div>
          {items.map((item) => (
            <button
              key={item.id}
              type="button"
              role="menuitem"
              className="wo-menu-item"
              onClick={() => props.onChoose(item.id)}
            >
              {item.name}
              {item.count !== undefined && <span className="wo-quiet">{item.count}</span>}
            </button>
          ))}
        </div>
      ))}
    </div>
  );
}
