/** What this server does on demand and the original does by itself: /{project}/_local/faults. No address of the original's. */
import type { ViewDefinition } from '../view';
import { FaultsPage } from './FaultsPage';

export const faultsView: ViewDefinition = {
  viewId: 'faults',
  routeId: 'local.faults-route',
  pattern: '_local/faults',
  title: 'Faults and clock',
  Component: FaultsPage,
};
