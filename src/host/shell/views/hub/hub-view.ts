/** Project hubs of extensions, at the original's address /{project}/_apps/hub/{publisher.extension.hub}. */
import type { ViewDefinition } from '../view';
import { HubPage } from './HubPage';

export const hubView: ViewDefinition = {
  viewId: 'hub',
  routeId: 'ms.vss-web.hub-route',
  pattern: '_apps/hub/{contribution}',
  title: 'Hub',
  Component: HubPage,
};
