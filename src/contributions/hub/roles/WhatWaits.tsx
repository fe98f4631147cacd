/** What waits for the role that is looking: what nobody else settles, before any figure. */
import * as React from 'react';
import { dutiesFor } from '../../../core/roles/duties';
import type { Duty, DutyRole } from '../../../core/roles/duties';
import { useHub } from '../hub-context';
import { useModelView } from '../model-view';
import { lineOf, pageOf } from './duty-words';

function DutyItem({ duty }: { readonly duty: Duty }): React.ReactElement {
  const { model } = useModelView();
  const { go } = useHub();
  const { task, because, tab } = lineOf(duty);
  const { count, first } = duty;
  const others = count - first.length;
  return (
    <li>
      <button type="button" className="wo-link" onClick={() => go({ model: model.info.id, tab })}>
        {task}
      </button>{' '}
      <span className="wo-quiet">{because}</span>
      {first.length > 0 && (
        <ul className="wo-plain-list wo-duty-things">
          {first.map((subject) => (
            <li key={subject.id}>
              <button
                type="button"
                className="wo-link"
                onClick={() => go({ model: model.info.id, ...pageOf(duty.kind, subject) })}
              >
                {subject.title}
              </button>
            </li>
          ))}
          {others > 0 && <li className="wo-quiet">and {others} more</li>}
        </ul>
      )}
    </li>
  );
}

export function WhatWaits({ role }: { readonly role: DutyRole }): React.ReactElement {
  const { model, index, assessment } = useModelView();
  const { app } = useHub();
  const duties = React.useMemo(
    () => dutiesFor(role, { model, index, assessment, now: app.now() }),
    [role, model, index, assessment, app],
  );
  return (
    <section className="wo-card" aria-labelledby="wo-waits">
      <h2 id="wo-waits">What waits for you</h2>
      {duties.length === 0 && <p className="wo-quiet">Nothing in this model waits for you now.</p>}
      <ul className="wo-plain-list">
        {duties.map((duty) => (
          <DutyItem key={duty.kind} duty={duty} />
        ))}
      </ul>
    </section>
  );
}
