/** What an import brought, and what it left behind with the reason. */
import * as React from 'react';
import type { Counts, NotTaken } from '../../../core/model/model';
import { LossTable } from '../../../ui/LossTable';

const countWords: readonly (readonly [keyof Counts, string, string])[] = [
  ['elements', 'element', 'elements'],
  ['flows', 'data flow', 'data flows'],
  ['boundaries', 'trust boundary', 'trust boundaries'],
  ['threats', 'threat', 'threats'],
  ['mitigations', 'mitigation', 'mitigations'],
];

export function CountsLine({ counts }: { readonly counts: Counts }): React.ReactElement {
  return (
    <ul className="wo-counts" aria-label="What the model holds">
      {countWords.map(([key, one, many]) => (
        <li key={key}>
          <strong>{counts[key].toLocaleString('en')}</strong> {counts[key] === 1 ? one : many}
        </li>
      ))}
    </ul>
  );
}

export function NotTakenList({ rows }: { readonly rows: readonly NotTaken[] }): React.ReactElement {
  if (rows.length === 0) return <p className="wo-quiet">Everything in the file was taken over.</p>;
  return (
    <section aria-label="Not taken over">
      <h3>Not taken over</h3>
      <LossTable rows={rows} />
    </section>
  );
}
