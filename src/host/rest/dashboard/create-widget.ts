/** https://learn.microsoft.com/rest/api/azure/devops/dashboard/widgets/create */
import { ok } from '../../kernel/answer';
import { endpoint } from '../../kernel/endpoint';
import { readWidget } from '../../dashboards/read-widget';
import {
  keepChanged,
  requireDashboard,
  requireDashboardEditor,
  widgetShape,
  withDashboards,
} from './dashboard-shape';

export default endpoint({
  method: 'POST',
  route: '{project}/{team?}/_apis/dashboard/dashboards/{dashboard}/widgets',
  spec: 'dashboard/7.2 Widgets_Create',
  handle(call, world) {
    requireDashboardEditor(call);
    const widget = readWidget(call.body, undefined);
    const dashboard = withDashboards(call, world, (tx) => {
      const before = requireDashboard(tx, call.params.text('dashboard'));
      return keepChanged(tx, before, { widgets: [...before.widgets, widget] }, { call, world });
    });
    return ok(widgetShape(widget, dashboard, call.site, world));
  },
});
