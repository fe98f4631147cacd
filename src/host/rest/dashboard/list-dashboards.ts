/** https://learn.microsoft.com/rest/api/azure/devops/dashboard/dashboards/list */
import { list } from '../../kernel/answer';
import { endpoint } from '../../kernel/endpoint';
import { dashboardEntry, dashboardsOf, withDashboards } from './dashboard-shape';

export default endpoint({
  method: 'GET',
  route: '{project}/{team?}/_apis/dashboard/dashboards',
  spec: 'dashboard/7.2 Dashboards_List',
  handle: (call, world) =>
    list(
      withDashboards(call, world, (tx) =>
        dashboardsOf(tx, call).map((one) => dashboardEntry(one, call.site)),
      ),
    ),
});
