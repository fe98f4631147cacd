/** The navigation at the left: the groups of the project, each with its pages and the hubs of extensions. */
import * as React from 'react';
import { Icon, type IconName } from '../parts/Icon';
import { iconUrlOf, type PlacedContribution } from './contributions';
import { currentGroup, navigationGroups, type Group } from './navigation-groups';
import { unplacedContributions } from './placements';
import { ShellLink } from './ShellLink';
import { ThemeContext, useShell } from './shell';

/** A contribution's own picture; the generic one where the manifest names no file of the package. */
export function NavigationIcon({ icon }: { readonly icon: IconName | PlacedContribution }): JSX.Element {
  const theme = React.useContext(ThemeContext);
  if (typeof icon === 'string') return <Icon name={icon} />;
  const url = iconUrlOf(icon, theme === 'light' ? 'light' : 'dark');
  return url ? <img className="icon" src={url} width="16" height="16" alt="" /> : <Icon name="hub" />;
}

/** Nothing of an extension is dropped in silence: what this shell has no place for is counted here and named there. */
function Unplaced(): JSX.Element | null {
  const { installed } = useShell();
  const { length } = unplacedContributions(installed);
  if (length === 0) return null;
  const count = length === 1 ? '1 contribution needs' : `${length} contributions need`;
  return (
    <ShellLink className="unplaced" scope="organisation" path={['_settings', 'extensions']}>
      <Icon name="warning" /> {count} attention
    </ShellLink>
  );
}

interface GroupProps {
  readonly group: Group;
  readonly current: string | undefined;
  readonly state: 'open' | 'closed';
  readonly toggle: () => void;
}

function GroupList({ group, current, state, toggle }: GroupProps): JSX.Element {
  return (
    <section className="navigation-group">
      <h2>
        <button type="button" aria-expanded={state === 'open'} onClick={toggle}>
          <NavigationIcon icon={group.icon} /> <span>{group.name}</span>
          <Icon name={state === 'open' ? 'chevronDown' : 'chevronRight'} />
        </button>
      </h2>
      {state === 'open' && (
        <ul aria-label={group.name}>
          {group.entries.map((entry) => (
            <li key={entry.id}>
              <ShellLink path={entry.path} current={entry.id === current ? 'page' : undefined}>
                <NavigationIcon icon={entry.icon} /> <span>{entry.name}</span>
              </ShellLink>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

export function SideNavigation(): JSX.Element {
  const shell = useShell();
  const { bootstrap } = shell;
  const route = shell.route();
  const groups = navigationGroups(shell);
  const { group: shown, entry } = currentGroup(groups, route);
  // What a person opened or closed counts; without a word from them, the group of the page is open.
  const [choices, setChoices] = React.useState<Readonly<Record<string, 'open' | 'closed'>>>({});
  const stateOf = (id: string): 'open' | 'closed' =>
    choices[id] ?? (id === (shown?.id ?? 'boards') ? 'open' : 'closed');
  return (
    <nav className="side-navigation" aria-label="Project">
      <div className="project-name">
        <span className="project-mark" aria-hidden="true">
          {bootstrap.project.name.slice(0, 1).toUpperCase()}
        </span>
        {bootstrap.project.name}
      </div>
      {groups.map((group) => {
        const state = stateOf(group.id);
        return (
          <GroupList
            key={group.id}
            group={group}
            current={entry?.id}
            state={state}
            toggle={() => setChoices((now) => ({ ...now, [group.id]: state === 'open' ? 'closed' : 'open' }))}
          />
        );
      })}
      <footer className="navigation-footer">
        <Unplaced />
        <ShellLink path={['_local', 'faults']} current={route?.viewId === 'faults' ? 'page' : undefined}>
          <Icon name="warning" /> Faults and clock
        </ShellLink>
        <ShellLink path={['_settings']} current={route?.viewId === 'project-settings' ? 'page' : undefined}>
          <Icon name="settings" /> Project settings
        </ShellLink>
        <p className="secondary">{bootstrap.project.processName} process</p>
      </footer>
    </nav>
  );
}

/** On the pages of the organisation: its projects and its settings. */
export function OrganisationNavigation(): JSX.Element {
  const { bootstrap, route } = useShell();
  const viewId = route()?.viewId;
  return (
    <nav className="side-navigation" aria-label="Organisation">
      <div className="project-name">
        <span className="project-mark organisation" aria-hidden="true">
          {bootstrap.organisation.name.slice(0, 1).toUpperCase()}
        </span>
        {bootstrap.organisation.name}
      </div>
      <ul>
        <li>
          <ShellLink scope="organisation" path={[]} current={viewId === 'home' ? 'page' : undefined}>
            <Icon name="home" /> <span>Projects</span>
          </ShellLink>
        </li>
      </ul>
      <footer className="navigation-footer">
        <Unplaced />
        <ShellLink
          scope="organisation"
          path={['_settings']}
          current={viewId === 'organisation-settings' ? 'page' : undefined}
        >
          <Icon name="settings" /> Organisation settings
        </ShellLink>
      </footer>
    </nav>
  );
}
