/** https://learn.microsoft.com/rest/api/azure/devops/dashboard/widgets/get-widgets */
import { list } from '../../kernel/answer';
import { endpoint } from '../../kernel/endpoint';
import { requireDashboard, widgetShape, withDashboards } from './dashboard-shape';

export default endpoint({
  method: 'GET',
  route: '{project}/{team?}/_apis/dashboard/dashboards/{dashboard}/widgets',
  spec: 'dashboard/7.2 Widgets_Get Widgets',
  handle(call, world) {
    const dashboard = withDashboards(call, world, (tx) =>
      requireDashboard(tx, call.params.text('dashboard')),
    );
    return list(dashboard.widgets.map((widget) => widgetShape(widget, dashboard, call.site, world)));
  },
});
