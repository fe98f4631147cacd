/** https://learn.microsoft.com/rest/api/azure/devops/dashboard/dashboards/get */
import { ok } from '../../kernel/answer';
import { endpoint } from '../../kernel/endpoint';
import { dashboardShape, requireDashboard, withDashboards } from './dashboard-shape';

export default endpoint({
  method: 'GET',
  route: '{project}/{team?}/_apis/dashboard/dashboards/{dashboard}',
  spec: 'dashboard/7.2 Dashboards_Get',
  handle: (call, world) =>
    ok(
      withDashboards(call, world, (tx) =>
        dashboardShape(requireDashboard(tx, call.params.text('dashboard')), call.site, world),
      ),
    ),
});
