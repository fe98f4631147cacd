/** Small words that both tabs use: a clause, a share, a count. */
import * as React from 'react';

/** WITHOUT and the words behind it, as the story says them. */
export function ClauseWords({ text }: { readonly text: string }): React.ReactElement {
  return (
    <span className="wo-clause">
      <b>WITHOUT</b> {text}
    </span>
  );
}
