/** https://learn.microsoft.com/rest/api/azure/devops/dashboard/widgets/get-widget */
import { ok } from '../../kernel/answer';
import { endpoint } from '../../kernel/endpoint';
import { requireDashboard, requireWidget, widgetShape, withDashboards } from './dashboard-shape';

export default endpoint({
  method: 'GET',
  route: '{project}/{team?}/_apis/dashboard/dashboards/{dashboard}/widgets/{widget}',
  spec: 'dashboard/7.2 Widgets_Get Widget',
  handle(call, world) {
    const dashboard = withDashboards(call, world, (tx) =>
      requireDashboard(tx, call.params.text('dashboard')),
    );
    return ok(widgetShape(requireWidget(dashboard, call.params.text('widget')), dashboard, call.site, world));
  },
});
