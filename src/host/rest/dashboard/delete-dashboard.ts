/** https://learn.microsoft.com/rest/api/azure/devops/dashboard/dashboards/delete */
import { noContent } from '../../kernel/answer';
import { endpoint } from '../../kernel/endpoint';
import { removeDashboard } from '../../dashboards/dashboards';
import { requireDashboard, requireDashboardEditor, withDashboards } from './dashboard-shape';

export default endpoint({
  method: 'DELETE',
  route: '{project}/{team?}/_apis/dashboard/dashboards/{dashboard}',
  spec: 'dashboard/7.2 Dashboards_Delete',
  handle(call, world) {
    requireDashboardEditor(call);
    withDashboards(call, world, (tx) =>
      removeDashboard(tx, requireDashboard(tx, call.params.text('dashboard')).id),
    );
    return noContent();
  },
});
