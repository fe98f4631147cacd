/** One work item as a page of its own. */
import type { ViewDefinition } from '../view';
import { WorkItemPage } from './WorkItemPage';

export const workItemView: ViewDefinition = {
  viewId: 'work-item',
  routeId: 'ms.vss-work-web.work-items-form-route-with-id',
  pattern: '_workitems/edit/{id}',
  title: 'Work item',
  Component: WorkItemPage,
};
