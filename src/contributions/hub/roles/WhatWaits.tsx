/** What waits for the role that is looking: what nobody else settles, before any figure. */
import * as React from 'react';
import { dutiesFor } from '../../../core/roles/duties';
import type { DutyRole } from '../../../core/roles/duties';
import { useHub } from '../hub-context';
import { useModelView } from '../model-view';
import { lineOf } from './duty-words';

export function WhatWaits({ role }: { readonly role: DutyRole }): React.ReactElement {
  const { model, index, assessment } = useModelView();
  const { app, go } = useHub();
  const duties = React.useMemo(
    () => dutiesFor(role, { model, index, assessment, now: app.now() }),
    [role, model, index, assessment, app],
  );
  return (
    <section className="wo-card" aria-labelledby="wo-waits">
      <h2 id="wo-waits">What waits for you</h2>
      {duties.length === 0 && <p className="wo-quiet">Nothing in this model waits for you now.</p>}
      <ul className="wo-plain-list">
        {duties.map(lineOf).map(({ task, because, tab }) => (
          <li key={task}>
            <button type="button" className="wo-link" onClick={() => go({ model: model.info.id, tab })}>
              {task}
            </button>{' '}
            <span className="wo-quiet">{because}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
