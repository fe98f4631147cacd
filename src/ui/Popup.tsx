/** A button that opens something small below itself: the callout of azure-devops-ui, with arrows, Esc and a way back. */
import * as React from 'react';
import { Button } from 'azure-devops-ui/Button';
import { Callout } from 'azure-devops-ui/Callout';
import { FocusZoneDirection } from 'azure-devops-ui/FocusZone';
import { Location } from 'azure-devops-ui/Utilities/Position';
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

const below = { horizontal: Location.end, vertical: Location.end };
const fromTop = { horizontal: Location.end, vertical: Location.start };

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
        <Callout
          anchorElement={anchor.current}
          anchorOrigin={below}
          calloutOrigin={fromTop}
          onDismiss={close}
          escDismiss={true}
          lightDismiss={true}
          contentShadow={true}
          // Inside the landmark of the page, where a screen reader looks for what belongs to it.
          portalProps={{ portalSelector: 'main', className: 'no-events wo-popup-portal' }}
          blurDismiss={role === 'menu'}
          contentClassName="wo-popup"
          ariaLabel={label ?? text}
          focuszoneProps={{
            // Any button and field of the content, without a mark of its own.
            includeDefaults: true,
            // In a menu the arrows go from choice to choice; fields keep them for themselves.
            ...(role === 'menu' ? { direction: FocusZoneDirection.Vertical } : { handleTabKey: true }),
            circularNavigation: true,
            focusOnMount: true,
          }}
        >
          {/* Without a role of its own the callout is a dialog of that name; a menu stands in it. */}
          {role === 'menu' ? (
            <div role="menu" aria-label={label ?? text}>
              {children(close)}
            </div>
          ) : (
            children(close)
          )}
        </Callout>
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
