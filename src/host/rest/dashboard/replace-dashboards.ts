/** https://learn.microsoft.com/rest/api/azure/devops/dashboard/dashboards/replace-dashboards */
import { ok } from '../../kernel/answer';
import { requireEtag } from '../../dashboards/read-widget';
import { endpoint } from '../../kernel/endpoint';
import { enumValue } from '../../kernel/enums';
import { requireObject, sentList, sentText } from '../../kernel/sent';
import { Links, Url } from '../../kernel/wire';
import {
  dashboardEntry,
  dashboardsOf,
  keepChanged,
  requireDashboard,
  requireDashboardEditor,
  withDashboards,
} from './dashboard-shape';

/** Renames and reorders: the entries come in the order wanted. Widgets are not touched. */
export default endpoint({
  method: 'PUT',
  route: '{project}/{team?}/_apis/dashboard/dashboards',
  spec: 'dashboard/7.2 Dashboards_Replace Dashboards',
  handle(call, world) {
    requireDashboardEditor(call);
    const entries = sentList(requireObject(call.body), 'dashboardEntries');
    const all = withDashboards(call, world, (tx) => {
      for (const [index, entry] of entries.entries()) {
        const before = requireDashboard(tx, sentText(entry, 'id') ?? '');
        requireEtag(entry, 'dashboard', before);
        const change = { name: sentText(entry, 'name') ?? before.name, position: index + 1 };
        keepChanged(tx, before, change, { call, world });
      }
      return dashboardsOf(tx, call);
    });
    const self = `${call.site.collectionUrl}/${call.site.project.id}/${call.site.team.id}/_apis/Dashboard/Dashboards`;
    return ok({
      dashboardEntries: all.map((one) => dashboardEntry(one, call.site)),
      permission: enumValue('GroupMemberPermission', 'managePermissions'),
      url: new Url(self),
      _links: new Links({ self, dashboard: all.map((one) => `${self}/${one.id}`) }),
    });
  },
});
