/** The bar at the top: where one is, who one is, and how it looks. */
import * as React from 'react';
import { openFeatures } from '../overlays/FeaturePanel';
import { Icon } from '../parts/Icon';
import { Coin } from '../parts/Marks';
import { Menu } from '../parts/Menu';
import { themeNames, themes, type ThemeName } from '../themes/theme';
import { ShellLink } from './ShellLink';
import { useShell } from './shell';

interface HeaderProps {
  readonly title: string;
  /** The navigation group of the page; undefined outside of the project. */
  readonly group: string | undefined;
  readonly openNavigation: () => void;
  readonly theme: ThemeName;
  readonly chooseTheme: (name: ThemeName) => void;
  readonly chooseUser: (id: string) => void;
}

export function Header(props: HeaderProps): JSX.Element {
  const { title, group, theme, chooseTheme, chooseUser, openNavigation } = props;
  const shell = useShell();
  const { bootstrap, user } = shell;
  const isInProject = shell.route()?.project !== '';
  const people = bootstrap.users.map((each) => ({
    key: each.id,
    text: `${each.displayName} (${each.role})`,
    checked: each.id === user.id,
    run: () => chooseUser(each.id),
  }));
  const features = {
    key: 'features',
    text: 'Preview features',
    group: 'features',
    run: () => openFeatures(shell),
  };
  const looks = themeNames.map((name) => ({
    key: name,
    text: themes[name].title,
    checked: name === theme,
    run: () => chooseTheme(name),
  }));
  return (
    <header className="page-header">
      <button
        type="button"
        className="icon-button navigation-button"
        aria-label="Navigation"
        title="Navigation"
        onClick={openNavigation}
      >
        <Icon name="menu" />
      </button>
      <ShellLink className="product" path={['_boards', 'board']}>
        <span className="product-mark" aria-hidden="true" />
        Azure DevOps <span className="local">local</span>
      </ShellLink>
      <nav aria-label="Breadcrumb" className="breadcrumb">
        <ol>
          <li>
            <ShellLink scope="organisation" path={[]}>
              {bootstrap.organisation.name}
            </ShellLink>
          </li>
          {isInProject && (
            <li>
              <ShellLink path={['_boards', 'board']}>{bootstrap.project.name}</ShellLink>
            </li>
          )}
          {group !== undefined && <li>{group}</li>}
          <li aria-current="page">{title}</li>
        </ol>
      </nav>
      <Menu
        label={`Theme: ${themes[theme].title}`}
        className="button subtle"
        content={themes[theme].title}
        entries={looks}
      />
      <Menu
        label={`${user.displayName}: change user`}
        className="user-button"
        content={
          <React.Fragment>
            <Coin name={user.displayName} />
            <span>{user.displayName}</span>
          </React.Fragment>
        }
        entries={[...people, features]}
      />
    </header>
  );
}
