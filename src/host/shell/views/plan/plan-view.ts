/** The one delivery plan: what the team does in which sprint. */
import type { ViewDefinition } from '../view';
import { PlanPage } from './PlanPage';

export const planView: ViewDefinition = {
  viewId: 'plan',
  routeId: 'ms.vss-plans.plans-content-route',
  pattern: '_deliveryplans/**',
  title: 'Delivery Plans',
  nav: { group: 'boards', icon: 'plan', order: 50, path: ['_deliveryplans'] },
  Component: PlanPage,
};
