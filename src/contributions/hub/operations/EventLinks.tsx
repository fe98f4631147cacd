/** What a mitigation that detects raises: the two are one thing to the reader, wherever the mitigation stands. */
import * as React from 'react';
import { eventsOfMitigation } from '../../../core/model/edits/events';
import type { MitigationId } from '../../../core/model/ids';
import { useHub } from '../hub-context';
import { useModelView } from '../model-view';

/** Nothing where it raises nothing. */
export function EventLinks({ of }: { readonly of: MitigationId }): React.ReactElement | null {
  const { model } = useModelView();
  const { go } = useHub();
  const events = eventsOfMitigation(model, of);
  if (events.length === 0) return null;
  return (
    <div className="wo-quiet">
      Detects: raises{' '}
      {events.map(({ id, title }, at) => (
        <React.Fragment key={id}>
          {at > 0 && ', '}
          <button type="button" className="wo-link" onClick={() => go({ model: model.info.id, event: id })}>
            {title}
          </button>
        </React.Fragment>
      ))}
    </div>
  );
}
