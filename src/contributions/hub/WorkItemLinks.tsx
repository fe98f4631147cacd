/** Work items as #numbers that open their form. */
import * as React from 'react';
import { useHub } from './hub-context';
import { useModelView } from './model-view';

export function WorkItemLink({ id }: { readonly id: number }): React.ReactElement {
  const { navigation } = useHub();
  const { items, look } = useModelView();
  const title = items.get(id)?.title;
  return (
    <button
      type="button"
      className="wo-link wo-number"
      title={title ?? 'Open the work item'}
      aria-label={title ? `Open #${id}, ${title}` : `Open #${id}`}
      onClick={(event) => {
        event.stopPropagation();
        // The form is a dialog over this page: when it closes, the state may be another one.
        void navigation.openWorkItem(id).then(look, look);
      }}
    >
      #{id}
    </button>
  );
}

/** As many as a table cell holds; the panel shows all. */
const shown = 3;

export function WorkItemLinks({ ids }: { readonly ids: readonly number[] }): React.ReactElement {
  if (ids.length === 0) return <span className="wo-quiet">–</span>;
  return (
    <span className="wo-links">
      {ids.slice(0, shown).map((id) => (
        <WorkItemLink key={id} id={id} />
      ))}
      {ids.length > shown && <span className="wo-quiet">+{ids.length - shown}</span>}
    </span>
  );
}
