/** The waiting face of anything that loads. */
import * as React from 'react';

export function Waiting({ label }: { readonly label: string }): JSX.Element {
  return (
    <div className="waiting" role="status">
      <span className="spinner" aria-hidden="true" />
      <span>{label}…</span>
    </div>
  );
}
