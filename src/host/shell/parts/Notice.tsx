/** The empty and the failing face of a view: what is the matter, and what can be done about it. */
import * as React from 'react';
import { Icon } from './Icon';

interface NoticeProps {
  readonly kind: 'error' | 'empty';
  readonly title: string;
  readonly children?: React.ReactNode;
  /** In a small room its text scrolls, so the keyboard must reach it. */
  readonly room?: 'small';
  readonly action?: { readonly text: string; readonly run: () => void };
}

export function Notice({ kind, title, children, room, action }: NoticeProps): JSX.Element {
  return (
    <div
      className={`notice ${kind}`}
      role={kind === 'error' ? 'alert' : undefined}
      tabIndex={room === 'small' ? 0 : undefined}
    >
      <Icon name={kind === 'error' ? 'error' : 'info'} />
      <h2>{title}</h2>
      {children !== undefined && <p>{children}</p>}
      {action && (
        <button type="button" className="button" onClick={action.run}>
          {action.text}
        </button>
      )}
    </div>
  );
}
