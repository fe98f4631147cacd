/** A link inside the project that moves without a reload, yet stays a real link for a new tab. */
import * as React from 'react';
import { pathOf } from './routing';
import { useShell } from './shell';

interface ShellLinkProps {
  /** Segments below the project, or below the organisation. */
  readonly path: readonly string[];
  readonly scope?: 'organisation' | undefined;
  readonly className?: string;
  readonly current?: 'page' | undefined;
  readonly children: React.ReactNode;
}

export function ShellLink({ path, scope, className, current, children }: ShellLinkProps): JSX.Element {
  const { bootstrap, navigation } = useShell();
  const root = [bootstrap.organisation.name, ...(scope === 'organisation' ? [] : [bootstrap.project.name])];
  const href = pathOf(...root, ...path);
  function onClick(event: React.MouseEvent): void {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    navigation.move(href, 'push');
  }
  return (
    <a className={className} href={href} aria-current={current} onClick={onClick}>
      {children}
    </a>
  );
}
