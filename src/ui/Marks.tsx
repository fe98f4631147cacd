/** Small marks that carry meaning in tables: severity, STRIDE, "assumed". Colour never speaks alone. */
import * as React from 'react';
import type { StrideCategory } from '../core/model/threat';
import type { SeverityName } from '../core/risk/severity';
import { severityWords, strideWords } from './words';

/** The name of a severity with its colour as a dot. */
export function SeverityMark({ name, muted = '' }: { readonly name: SeverityName; readonly muted?: string }) {
  return (
    <span className={`wo-severity wo-severity-${name} ${muted}`}>
      <span className="wo-dot" aria-hidden="true" />
      {severityWords[name]}
    </span>
  );
}

/** One letter per category; the full words for screen readers and as a tooltip. */
export function StrideMarks({ categories }: { readonly categories: readonly StrideCategory[] }) {
  if (categories.length === 0) return <span className="wo-quiet">–</span>;
  return (
    <span className="wo-stride-row">
      {categories.map((category) => (
        <abbr
          key={category}
          className="wo-stride"
          title={strideWords[category]}
          aria-label={strideWords[category]}
        >
          {strideWords[category].charAt(0)}
        </abbr>
      ))}
    </span>
  );
}

/** Says that nobody has judged the value beside it. */
export function AssumedMark() {
  return (
    <span className="wo-assumed-mark" title="Assumed: nobody has judged this yet">
      <span aria-hidden="true">?</span>
      <span className="wo-hidden">assumed</span>
    </span>
  );
}

export interface ConfirmAssumedProps {
  /** What is confirmed: "Probability of Stolen password: Possible". */
  readonly what: string;
  /** `mark` is the small question mark of tables, `word` a button that says it. */
  readonly look: 'mark' | 'word';
  readonly onConfirm: () => void;
}

/**
 * Makes an assumed value judged as it stands: choosing the same option of a select again tells the page nothing.
 * Stands beside that select, which takes the focus, because the button goes with the assumption.
 */
export function ConfirmAssumed({ what, look, onConfirm }: ConfirmAssumedProps): React.ReactElement {
  return (
    <button
      type="button"
      className={look === 'mark' ? 'wo-confirm-mark' : 'wo-confirm-word'}
      title="Assumed: nobody has judged this yet. Confirm as judged."
      aria-label={look === 'mark' ? `Confirm as judged: ${what}` : `Confirm ${what}`}
      onClick={(event) => {
        event.stopPropagation();
        event.currentTarget.parentElement?.querySelector('select')?.focus();
        onConfirm();
      }}
    >
      {look === 'mark' ? (
        <span className="wo-assumed-mark" aria-hidden="true">
          ?
        </span>
      ) : (
        'Confirm'
      )}
    </button>
  );
}

export type PillTone = 'neutral' | 'info' | 'warning' | 'success' | 'error';

/** A short status in a rounded frame. */
export function Pill({
  tone = 'neutral',
  children,
}: {
  readonly tone?: PillTone;
  readonly children: React.ReactNode;
}) {
  return <span className={`wo-pill wo-pill-${tone}`}>{children}</span>;
}
