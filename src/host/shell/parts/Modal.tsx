/** A dialog or a side panel: keeps the focus inside while it is open and gives it back afterwards. */
import * as React from 'react';
import type { Resize } from '../overlays/overlay-stack';
import { Icon } from './Icon';
import { ResizeHandle } from './ResizeHandle';

interface ModalProps {
  readonly title: string;
  readonly subtitle?: string;
  readonly shape: 'message' | 'dialog' | 'form' | 'panel small' | 'panel medium' | 'panel large';
  readonly lightDismiss: boolean;
  readonly onDismiss: () => void;
  readonly children: React.ReactNode;
  readonly footer?: React.ReactNode;
  /** Given where the person may change the width. */
  readonly resize?: Resize | undefined;
  /** Stands beside the title. */
  readonly commands?: React.ReactNode;
}

const focusable =
  'a[href], button:not([disabled]), input:not([disabled]), select, textarea, iframe, [tabindex="0"]';

function insideOf(box: HTMLElement | null): HTMLElement[] {
  return [...(box?.querySelectorAll<HTMLElement>(focusable) ?? [])].filter(
    (each) => !each.dataset['sentinel'],
  );
}

/** Focus goes in at the start and back at the end. */
function useFocusInside(box: React.RefObject<HTMLElement>): void {
  React.useEffect(() => {
    const before = document.activeElement;
    const all = insideOf(box.current);
    const wanted = box.current?.querySelector<HTMLElement>('[data-autofocus]') ?? all[0];
    wanted?.focus();
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, [box]);
}

/** Content that replaces its focused element drops the focus to the page behind; keys typed there still mean the top dialog. */
function useStrayKeys(box: React.RefObject<HTMLElement>, onDismiss: () => void): void {
  const dismiss = React.useRef(onDismiss);
  dismiss.current = onDismiss;
  React.useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      const open = document.querySelectorAll('[role=dialog]');
      if (document.activeElement !== document.body || open[open.length - 1] !== box.current) return;
      if (event.key === 'Escape') dismiss.current();
      else if (event.key === 'Tab') insideOf(box.current)[0]?.focus();
      else return;
      event.preventDefault();
    }
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [box]);
}

export function Modal({
  title,
  subtitle,
  shape,
  lightDismiss,
  onDismiss,
  children,
  footer,
  commands,
  resize,
}: ModalProps): JSX.Element {
  const box = React.useRef<HTMLDivElement>(null);
  const heading = React.useRef(`modal-${Math.random().toString(36).slice(2)}`);
  useFocusInside(box);
  useStrayKeys(box, onDismiss);
  // Sentinels at both ends turn the focus round; they also work where the last stop is a frame of another origin.
  const turn = (end: 'first' | 'last') => () => {
    const all = insideOf(box.current);
    all[end === 'first' ? 0 : all.length - 1]?.focus();
  };
  function onKeyDown(event: React.KeyboardEvent): void {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    onDismiss();
  }
  return (
    <div
      className={`veil ${shape}`}
      onMouseDown={(event) => lightDismiss && event.target === event.currentTarget && onDismiss()}
      onKeyDown={onKeyDown}
    >
      <div
        ref={box}
        className={`modal ${shape}`}
        role="dialog"
        aria-modal="true"
        aria-labelledby={heading.current}
      >
        {resize && <ResizeHandle box={box} resize={resize} />}
        <span tabIndex={0} data-sentinel="start" onFocus={turn('last')} />
        <div className="modal-header">
          <div>
            <h2 id={heading.current}>{title}</h2>
            {subtitle !== undefined && subtitle !== '' && <p>{subtitle}</p>}
          </div>
          <span className="spacer" />
          {commands}
          <button type="button" className="icon-button" aria-label="Close" title="Close" onClick={onDismiss}>
            <Icon name="close" />
          </button>
        </div>
        <div className="modal-body">{children}</div>
        {footer !== undefined && <div className="modal-footer">{footer}</div>}
        <span tabIndex={0} data-sentinel="end" onFocus={turn('first')} />
      </div>
    </div>
  );
}
