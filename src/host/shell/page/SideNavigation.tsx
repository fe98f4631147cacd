/** The navigation at the left: the Boards group with its own pages, then every hub that extensions contribute to it. */
import * as React from 'react';
import { Icon } from '../parts/Icon';
import { views } from '../views';
import { contributionsTo, iconUrlOf, nameOf, type PlacedContribution } from './contributions';
import { unplacedContributions } from './places';
import { ShellLink } from './ShellLink';
import { ThemeContext, useShell } from './shell';

const workGroup = { target: 'ms.vss-work-web.work-hub-group', type: 'ms.vss-web.hub' };

/** A hub's own picture; the generic one where the manifest names no file of the package. */
function HubIcon({ placed }: { readonly placed: PlacedContribution }): JSX.Element {
  const theme = React.useContext(ThemeContext);
  const url = iconUrlOf(placed, theme === 'light' ? 'light' : 'dark');
  if (!url) return <Icon name="hub" />;
  return <img className="icon" src={url} width="16" height="16" alt="" />;
}

/** Nothing of an extension is dropped in silence: what this shell has no place for is named here. */
function Unplaced(): JSX.Element | null {
  const { bootstrap } = useShell();
  const found = unplacedContributions(bootstrap.extensions);
  if (found.length === 0) return null;
  const count = found.length === 1 ? '1 contribution has' : `${found.length} contributions have`;
  return (
    <details className="unplaced">
      <summary>
        <Icon name="warning" /> {count} no place here
      </summary>
      <ul>
        {found.map(({ contribution, targets }) => (
          <li key={contribution.fullId}>
            <strong>{contribution.fullId}</strong>
            <span>{contribution.type}</span>
            <span>{targets.length === 0 ? 'no target' : targets.join(', ')}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}

export function SideNavigation(): JSX.Element {
  const shell = useShell();
  const { bootstrap } = shell;
  const route = shell.route();
  const own = views
    .flatMap((view) => (view.nav ? [{ view, nav: view.nav }] : []))
    .sort((a, b) => a.nav.order - b.nav.order);
  const hubs = contributionsTo(bootstrap.extensions, workGroup);
  return (
    <nav className="side-navigation" aria-label="Project">
      <div className="project-name">
        <span className="project-mark" aria-hidden="true">
          {bootstrap.project.name.slice(0, 1).toUpperCase()}
        </span>
        {bootstrap.project.name}
      </div>
      <h2 id="group-boards">
        <Icon name="board" /> Boards
      </h2>
      <ul aria-labelledby="group-boards">
        {own.map(({ view, nav }) => (
          <li key={view.viewId}>
            <ShellLink path={nav.path} current={route?.viewId === view.viewId ? 'page' : undefined}>
              <Icon name={nav.icon} /> {view.title}
            </ShellLink>
          </li>
        ))}
        {hubs.map((placed) => {
          const id = placed.contribution.fullId;
          return (
            <li key={id}>
              <ShellLink
                path={['_apps', 'hub', id]}
                current={route?.params['contribution'] === id ? 'page' : undefined}
              >
                <HubIcon placed={placed} /> {nameOf(placed)}
              </ShellLink>
            </li>
          );
        })}
      </ul>
      <footer className="navigation-footer">
        <Unplaced />
        <ShellLink path={['_local', 'faults']} current={route?.viewId === 'faults' ? 'page' : undefined}>
          <Icon name="warning" /> Faults and clock
        </ShellLink>
        <p className="secondary">{bootstrap.project.processName} process</p>
      </footer>
    </nav>
  );
}
