/** Settings: a list of pages at the left, one of them at the right, which may be the hub of an extension. */
import * as React from 'react';
import { contributionsTo, nameOf } from '../../page/contributions';
import { hubType } from '../../page/places';
import { ShellLink } from '../../page/ShellLink';
import { useShell } from '../../page/shell';
import { Notice } from '../../parts/Notice';
import { ExtensionFrame } from '../../xdm/ExtensionFrame';
import type { ViewProps } from '../view';
import { organisationPages, projectPages, type SettingsPage } from './settings-page';

const noConfiguration = {};

interface SettingsProps {
  readonly title: string;
  readonly pages: readonly SettingsPage[];
  /** Target id of hubs. */
  readonly target: string;
  readonly wanted: string;
  readonly scope?: 'organisation';
}

interface Listed {
  readonly id: string;
  readonly title: string;
  readonly group: SettingsPage['group'];
  readonly content: JSX.Element;
}

function useListed({ pages, target }: SettingsProps): readonly Listed[] {
  const { bootstrap } = useShell();
  const hubs = contributionsTo(bootstrap.extensions, { target, type: hubType });
  return [
    ...pages.map(({ id, title, group, Component }) => ({
      id,
      title,
      group,
      content: <Component key={id} />,
    })),
    ...hubs.map((placed) => ({
      id: placed.contribution.fullId,
      title: nameOf(placed),
      group: 'Extensions' as const,
      content: (
        <ExtensionFrame
          key={placed.contribution.fullId}
          placed={placed}
          configuration={noConfiguration}
          sizing="fill"
        />
      ),
    })),
  ];
}

function Settings(props: SettingsProps): JSX.Element {
  const { title, wanted, scope } = props;
  const listed = useListed(props);
  const shown =
    wanted === '' ? listed[0] : listed.find(({ id }) => id.toLowerCase() === wanted.toLowerCase());
  const groups = (['General', 'Boards', 'Extensions'] as const).filter((group) =>
    listed.some((each) => each.group === group),
  );
  return (
    <div className="settings">
      <nav className="settings-list" aria-label={title}>
        <h2>{title}</h2>
        {groups.map((group) => (
          <section key={group}>
            <h3>{group}</h3>
            <ul>
              {listed
                .filter((each) => each.group === group)
                .map((each) => (
                  <li key={each.id}>
                    <ShellLink
                      path={['_settings', each.id]}
                      scope={scope}
                      current={each === shown ? 'page' : undefined}
                    >
                      {each.title}
                    </ShellLink>
                  </li>
                ))}
            </ul>
          </section>
        ))}
      </nav>
      {/* It scrolls, so the keyboard must reach it also where it holds nothing to press. */}
      <div className="settings-content" role="region" aria-label={shown?.title ?? title} tabIndex={0}>
        {shown?.content ?? (
          <Notice kind="error" title="There is no such page of the settings">
            No part of the local Azure DevOps and no installed extension has the page “{wanted}”.
          </Notice>
        )}
      </div>
    </div>
  );
}

export function ProjectSettings({ params }: ViewProps): JSX.Element {
  return (
    <Settings
      title="Project settings"
      pages={projectPages}
      target="ms.vss-web.project-admin-hub-group"
      wanted={params['rest'] ?? ''}
    />
  );
}

export function OrganisationSettings({ params }: ViewProps): JSX.Element {
  return (
    <Settings
      title="Organisation settings"
      pages={organisationPages}
      target="ms.vss-web.collection-admin-hub-group"
      wanted={params['rest'] ?? ''}
      scope="organisation"
    />
  );
}
