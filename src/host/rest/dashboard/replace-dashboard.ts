/** https://learn.microsoft.com/rest/api/azure/devops/dashboard/dashboards/replace-dashboard */
import { ok } from '../../kernel/answer';
import { endpoint } from '../../kernel/endpoint';
import { requireObject, sent, sentList, sentText } from '../../kernel/sent';
import type { StoredDashboard, StoredWidget } from '../../dashboards/dashboards';
import { readWidget, requireEtag } from '../../dashboards/read-widget';
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
      requireEtag(body, 'dashboard', before);
      const widgets = Array.isArray(sent(body, 'widgets'))
        ? sentList(body, 'widgets').map((raw) => replaced(raw, before))
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

/** A widget that the dashboard has keeps its id; any other is new. @throws Problem 409 for another version of it. */
function replaced(raw: unknown, { widgets }: StoredDashboard): StoredWidget {
  const kept = widgets.find((widget) => widget.id === sentText(raw, 'id'));
  if (kept) requireEtag(raw, 'widget', kept);
  return readWidget(raw, kept);
}
