/** Who changed the policies, and the way back. */
import * as React from 'react';
import { Button } from 'azure-devops-ui/Button';
import type { PolicyWork } from './use-policy';

export function Changes({ work }: { readonly work: PolicyWork }): React.ReactElement | null {
  const { changes } = work.opened;
  if (changes.length === 0) return null;
  return (
    <section className="wo-card" aria-labelledby="wo-policy-changes">
      <h2 id="wo-policy-changes">Changes</h2>
      <ul className="wo-policy-people">
        {changes.map(({ at, by }, place) => (
          <li key={at}>
            <span>
              {at.slice(0, 16).replace('T', ' ')} UTC, {by}
            </span>
            {place === 0 && (
              <Button
                text="Undo this change"
                disabled={work.readOnly || work.isChanged}
                onClick={work.undo}
              />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
