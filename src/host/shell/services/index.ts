/** The registry of host services: one file each; a test fails when a file is missing here. */
import type { ServiceDefinition } from '../xdm/service';
import extensionData from './extension-data';
import globalMessages from './global-messages';
import hostNavigation from './host-navigation';
import hostPageLayout from './host-page-layout';
import identity from './identity';
import location from './location';
import projectPage from './project-page';
import workItemForm from './work-item-form';
import workItemFormNavigation from './work-item-form-navigation';

export const services: readonly ServiceDefinition[] = [
  extensionData,
  globalMessages,
  hostNavigation,
  hostPageLayout,
  identity,
  location,
  projectPage,
  workItemForm,
  workItemFormNavigation,
];
