/** A figure in a table or a list that says why: it is a button, and its reasons stand in a callout beside it. */
import * as React from 'react';
import { Callout } from 'azure-devops-ui/Callout';
import { Location } from 'azure-devops-ui/Utilities/Position';

export interface WhyFigureProps {
  /** The figure as it is shown: "−24". */
  readonly text: string;
  /** Of what: "risk now of SQL injection". Said to those who do not see where it stands. */
  readonly of: string;
  /** Worked out when somebody asks. */
  readonly children: () => React.ReactNode;
}

const below = { horizontal: Location.end, vertical: Location.end };
const fromTop = { horizontal: Location.end, vertical: Location.start };
/** The row of a table opens at a click; a click here is about the figure alone. */
const keep = (event: React.SyntheticEvent) => event.stopPropagation();

export function WhyFigure({ text, of, children }: WhyFigureProps): React.ReactElement {
  const anchor = React.useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = React.useState(false);
  const close = React.useCallback(() => {
    setOpen(false);
    anchor.current?.focus();
  }, []);
  return (
    <span onClick={keep}>
      <button
        ref={anchor}
        type="button"
        className="wo-why-figure"
        // A description, not the name: rows are named after what they are about.
        title={`Why this number: ${of}`}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        aria-label={`${text}, why this number`}
        onClick={() => setOpen(!isOpen)}
      >
        {text}
      </button>
      {isOpen && anchor.current && (
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
          contentClassName="wo-popup wo-why-popup"
          ariaLabel={`Why this number: ${of}`}
          focuszoneProps={{
            includeDefaults: true,
            handleTabKey: true,
            circularNavigation: true,
            focusOnMount: true,
          }}
        >
          <div tabIndex={0} role="group" aria-label={`${text}: ${of}`} className="wo-why-reasons">
            {children()}
          </div>
        </Callout>
      )}
    </span>
  );
}
