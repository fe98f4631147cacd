/** https://learn.microsoft.com/rest/api/azure/devops/dashboard/widgets/update-widgets */
import { list } from '../../kernel/answer';
import { endpoint } from '../../kernel/endpoint';
import { requireList } from '../../kernel/sent';
import { changeWidgets } from './change-widgets';
import { widgetShape } from './dashboard-shape';

export default endpoint({
  method: 'PATCH',
  route: '{project}/{team?}/_apis/dashboard/dashboards/{dashboard}/widgets',
  spec: 'dashboard/7.2 Widgets_Update Widgets',
  handle(call, world) {
    const { dashboard, widgets } = changeWidgets(call, world, requireList(call.body), 'update');
    return list(widgets.map((widget) => widgetShape(widget, dashboard, call.site, world)));
  },
});
