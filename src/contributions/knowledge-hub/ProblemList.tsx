/** What is wrong with a file, each with its place. */
import * as React from 'react';
import type { Problem } from '../../core/kb/problem';

export function ProblemList({ problems }: { readonly problems: readonly Problem[] }): React.ReactElement {
  return (
    <ul className="wo-plain-list wo-problems">
      {problems.map(({ place, sentence }, at) => (
        <li key={`${place} ${at}`}>
          <code>{place}</code> {sentence}
        </li>
      ))}
    </ul>
  );
}
