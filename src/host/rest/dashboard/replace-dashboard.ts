/** https://learn.microsoft.com/rest/api/azure/devops/dashboard/dashboards/replace-dashboard */
import { ok } from '../../kernel/answer';
import { endpoint } from '../../kernel/endpoint';
import { requireObject, sent, sentList, sentText } from '../../kernel/sent';
import { readWidget } from '../../dashboards/read-widget';
import {
  dashboardShape,
  keepChanged,
  requireDashboard,
  requireDashboardEditor,
  withDashboards,
} from './dashboard-shape';

export default endpoint({
  method: 'PUT',
  route: '{project}/{team?}/_apis/dashboard/dashboards/{dashboard}',
  spec: 'dashboard/7.2 Dashboards_Replace Dashboard',
  handle(call, world) {
    requireDashboardEditor(call);
    const body = requireObject(call.body);
    const after = withDashboards(call, world, (tx) => {
      const before = requireDashboard(tx, call.params.text('dashboard'));
      const kept = (id: string | undefined) => before.widgets.find((widget) => widget.id === id);
      const widgets = Array.isArray(sent(body, 'widgets'))
        ? sentList(body, 'widgets').map((raw) => readWidget(raw, kept(sentText(raw, 'id'))))
        : before.widgets;
      const change = {
        name: sentText(body, 'name') ?? before.name,
        description: sentText(body, 'description') ?? before.description,
        refreshInterval: Number(sent(body, 'refreshInterval') ?? before.refreshInterval) || 0,
        widgets,
      };
      return keepChanged(tx, before, change, { call, world });
    });
    return ok(dashboardShape(after, call.site, world));
  },
});
