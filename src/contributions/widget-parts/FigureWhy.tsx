/** A figure of a widget that says why: its reasons lie over the widget, which has room for nothing else beside it. */
import * as React from 'react';
import '../../ui/why-figure.css';

export interface ReasonRow {
  readonly key: string;
  readonly name: string;
  /** As it is shown: "−24". */
  readonly value: string;
  /** Page below the hub's address: "?model=…&threat=…". */
  readonly query?: Readonly<Record<string, string>>;
}

/** Where pages of the extension are, and the way there without a new window. */
export interface WidgetPlace {
  readonly hub: string;
  readonly go: (url: string) => void;
}
export const WidgetPlaceContext = React.createContext<WidgetPlace | undefined>(undefined);

/** A link that leaves the dashboard; with a key held the browser opens it beside, as everywhere. */
export function PageLink(props: {
  readonly url: string;
  readonly go: (url: string) => void;
  readonly title?: string;
  readonly children: React.ReactNode;
}): React.ReactElement {
  const { url, go, title, children } = props;
  return (
    <a
      href={url}
      title={title}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        go(url);
      }}
    >
      {children}
    </a>
  );
}

function Name({ row: { name, query } }: { readonly row: ReasonRow }): React.ReactElement {
  const place = React.useContext(WidgetPlaceContext);
  if (!query || !place) return <span title={name}>{name}</span>;
  const url = `${place.hub}?${new URLSearchParams(query).toString()}`;
  return (
    <span>
      <PageLink url={url} go={place.go} title={name}>
        {name}
      </PageLink>
    </span>
  );
}

export interface Reasons {
  /** How the figure comes about, a sentence each. */
  readonly rules: readonly string[];
  readonly rows: readonly ReasonRow[];
}

export interface FigureWhyProps {
  /** The figure as it is shown. */
  readonly text: string;
  /** Of what: "Risk now". */
  readonly of: string;
  readonly className?: string;
  /** Worked out when somebody asks. */
  readonly reasons: () => Reasons;
}

function Overlay(props: {
  readonly of: string;
  readonly text: string;
  readonly reasons: Reasons;
  readonly onClose: () => void;
}): React.ReactElement {
  const { of, text, reasons, onClose } = props;
  const close = React.useRef<HTMLButtonElement>(null);
  React.useEffect(() => close.current?.focus(), []);
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    onClose();
  };
  return (
    <div className="ww-reasons" role="dialog" aria-label={`Why this number: ${of}`} onKeyDown={onKeyDown}>
      <div className="ww-reasons-head">
        {/* On the left: on the right is the menu of the dashboard, over every widget that is pointed at. */}
        <button ref={close} type="button" className="ww-close" aria-label="Close" onClick={onClose}>
          ×
        </button>
        <strong>
          {of}: {text}
        </strong>
      </div>
      {/* What does not fit scrolls, by keyboard too. */}
      <div className="ww-reasons-body" tabIndex={0} role="region" aria-label="Reasons">
        {reasons.rules.map((rule) => (
          <p key={rule}>{rule}</p>
        ))}
        <ul className="ww-list">
          {reasons.rows.map((row) => (
            <li key={row.key}>
              <Name row={row} />
              <span>{row.value}</span>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

export function FigureWhy({ text, of, className = '', reasons }: FigureWhyProps): React.ReactElement {
  const button = React.useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = React.useState(false);
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  return (
    <>
      <button
        ref={button}
        type="button"
        className={`wo-why-figure ${className}`}
        title="Why this number"
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        aria-label={`${text}, why this number: ${of}`}
        onClick={() => setOpen(!isOpen)}
      >
        {text}
      </button>
      {isOpen && <Overlay of={of} text={text} reasons={reasons()} onClose={close} />}
    </>
  );
}
