/** A link inside the project that moves without a reload, yet stays a real link for a new tab. */
import * as React from 'react';
import { pathOf } from './routing';
import { useShell } from './shell';

interface ShellLinkProps {
  /** Segments below the project. */
  readonly path: readonly string[];
  readonly className?: string;
  readonly current?: 'page' | undefined;
  readonly children: React.ReactNode;
}

export function ShellLink({ path, className, current, children }: ShellLinkProps): JSX.Element {
  const { bootstrap, navigation } = useShell();
  const href = pathOf(bootstrap.organisation.name, bootstrap.project.name, ...path);
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
