/** The settings of the project and of the organisation: own pages, then the hubs of extensions. */
import type { ViewDefinition } from '../view';
import { OrganisationSettings, ProjectSettings } from './Settings';

export const projectSettingsView: ViewDefinition = {
  viewId: 'project-settings',
  routeId: 'ms.vss-admin-web.project-admin-hub-route',
  pattern: '_settings/**',
  title: 'Project settings',
  Component: ProjectSettings,
};

export const organisationSettingsView: ViewDefinition = {
  viewId: 'organisation-settings',
  routeId: 'ms.vss-admin-web.collection-admin-hub-route',
  pattern: '_settings/**',
  scope: 'organisation',
  title: 'Organisation settings',
  Component: OrganisationSettings,
};
