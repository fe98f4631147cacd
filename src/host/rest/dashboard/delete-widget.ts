/** https://learn.microsoft.com/rest/api/azure/devops/dashboard/widgets/delete */
import { ok } from '../../kernel/answer';
import { endpoint } from '../../kernel/endpoint';
import {
  dashboardShape,
  keepChanged,
  requireDashboard,
  requireDashboardEditor,
  requireWidget,
  withDashboards,
} from './dashboard-shape';

/** Answers the dashboard that is left. */
export default endpoint({
  method: 'DELETE',
  route: '{project}/{team?}/_apis/dashboard/dashboards/{dashboard}/widgets/{widget}',
  spec: 'dashboard/7.2 Widgets_Delete',
  handle(call, world) {
    requireDashboardEditor(call);
    const after = withDashboards(call, world, (tx) => {
      const before = requireDashboard(tx, call.params.text('dashboard'));
      const { id } = requireWidget(before, call.params.text('widget'));
      const widgets = before.widgets.filter((widget) => widget.id !== id);
      return keepChanged(tx, before, { widgets }, { call, world });
    });
    return ok(dashboardShape(after, call.site, world));
  },
});
