/** The shape of one page of the settings, and the registry of those that the shell has itself. */
import type { ComponentType } from 'react';
import { ExtensionsPage } from './ExtensionsPage';
import { FormControlsPage } from './FormControlsPage';
import { OrganisationOverview } from './OrganisationOverview';
import { ProjectOverview } from './ProjectOverview';
import { ProjectsPage } from './ProjectsPage';
import { TeamsPage } from './TeamsPage';
import { UsersPage } from './UsersPage';

export interface SettingsPage {
  /** Last part of the address: /_settings/{id}. */
  readonly id: string;
  readonly title: string;
  readonly group: 'General' | 'Boards' | 'Extensions';
  readonly Component: ComponentType;
}

export const projectPages: readonly SettingsPage[] = [
  { id: 'projectOverview', title: 'Overview', group: 'General', Component: ProjectOverview },
  { id: 'teams', title: 'Teams', group: 'General', Component: TeamsPage },
];

export const organisationPages: readonly SettingsPage[] = [
  { id: 'organizationOverview', title: 'Overview', group: 'General', Component: OrganisationOverview },
  { id: 'projects', title: 'Projects', group: 'General', Component: ProjectsPage },
  { id: 'users', title: 'Users', group: 'General', Component: UsersPage },
  { id: 'extensions', title: 'Extensions', group: 'General', Component: ExtensionsPage },
  { id: 'workItemForm', title: 'Work item form', group: 'Boards', Component: FormControlsPage },
];
