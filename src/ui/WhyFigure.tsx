/** A figure in a table or a list that says why: it is a button, and its reasons stand in a callout beside it. */
import * as React from 'react';
import { CalloutBelow } from './CalloutBelow';
import './why-figure.css';

export interface WhyFigureProps {
  /** The figure as it is shown: "−24". */
  readonly text: string;
  /** Of what: "risk now of SQL injection". Said to those who do not see where it stands. */
  readonly of: string;
  /** Worked out when somebody asks. */
  readonly children: () => React.ReactNode;
}

const withTab = { handleTabKey: true };
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
        <CalloutBelow
          anchor={anchor.current}
          label={`Why this number: ${of}`}
          className="wo-why-popup"
          focus={withTab}
          onClose={close}
        >
          <div tabIndex={0} role="group" aria-label={`${text}: ${of}`} className="wo-why-reasons">
            {children()}
          </div>
        </CalloutBelow>
      )}
    </span>
  );
}
