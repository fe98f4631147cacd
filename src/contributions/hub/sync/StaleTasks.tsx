/** Tasks that nothing in the model needs any more, with the reason; deciding about them is left to people. */
import * as React from 'react';
import { staleTasks } from '../../../core/sync/stale-tasks';
import { Banner } from '../../../ui/Banner';
import { useHub } from '../hub-context';
import { useModelView } from '../model-view';
import { QueryLink } from '../QueryLink';
import { WorkItemLink } from '../WorkItemLinks';

export function StaleTasks(): React.ReactElement | null {
  const { go } = useHub();
  const { model, index, items } = useModelView();
  const stale = React.useMemo(() => staleTasks(model, index, items), [model, index, items]);
  if (stale.length === 0) return null;
  const one = stale.length === 1;
  const open = (id: string) => go({ model: model.info.id, tab: 'mitigations', mitigation: id });
  return (
    <Banner
      tone="warning"
      actions={
        <QueryLink ids={stale.map(({ workItem }) => workItem)} of="Tasks of mitigations that went stale" />
      }
    >
      {one
        ? '1 Task is open for a mitigation that went stale.'
        : `${stale.length} Tasks are open for mitigations that went stale.`}{' '}
      Nothing is written into {one ? 'it' : 'them'} for that: keep {one ? 'it' : 'them'}, or close{' '}
      {one ? 'it' : 'them'} on the board.
      <ul className="wo-plain-list">
        {stale.map(({ mitigation, workItem, title, because }) => (
          <li key={workItem}>
            <WorkItemLink id={workItem} />{' '}
            <button type="button" className="wo-link" onClick={() => open(mitigation)}>
              {title}
            </button>
            <div className="wo-quiet">{because}</div>
          </li>
        ))}
      </ul>
    </Banner>
  );
}
