/** A work item as #number and title; a click opens its form over the tab. */
import * as React from 'react';
import { useReach } from './desk-context';

export interface ItemLinkProps {
  readonly id: number;
  /** Shown behind the number when given. */
  readonly title?: string | undefined;
}

export function ItemLink({ id, title }: ItemLinkProps): React.ReactElement {
  const { page, desk } = useReach();
  const open = () => {
    // When the form closes, the item may be another one.
    const look = () => void desk.reread([id]).catch(() => undefined);
    page.openWorkItem(id).then(look, look);
  };
  return (
    <button
      type="button"
      className="wo-link wo-item-link"
      aria-label={title === undefined ? `Open #${id}` : `Open #${id}, ${title}`}
      onClick={open}
    >
      <span className="wo-number">#{id}</span>
      {title !== undefined && <span className="wo-item-link-title"> {title}</span>}
    </button>
  );
}
