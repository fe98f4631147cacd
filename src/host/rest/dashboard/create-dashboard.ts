/** https://learn.microsoft.com/rest/api/azure/devops/dashboard/dashboards/create */
import { randomUUID } from 'node:crypto';
import { ok } from '../../kernel/answer';
import { endpoint } from '../../kernel/endpoint';
import { readEnum } from '../../kernel/enums';
import { problem } from '../../kernel/problem';
import { requireObject, sent, sentList, sentText } from '../../kernel/sent';
import { keepDashboard, type StoredDashboard } from '../../dashboards/dashboards';
import { readWidget } from '../../dashboards/read-widget';
import { dashboardsOf, dashboardShape, requireDashboardEditor, withDashboards } from './dashboard-shape';

const LONGEST_NAME = 32;

export default endpoint({
  method: 'POST',
  route: '{project}/{team?}/_apis/dashboard/dashboards',
  spec: 'dashboard/7.2 Dashboards_Create',
  handle(call, world) {
    requireDashboardEditor(call);
    const body = requireObject(call.body);
    const scope = sent(body, 'dashboardScope');
    const asked = scope === undefined || scope === null ? undefined : readEnum('DashboardScope', scope);
    const isProject = asked === 'project' || (asked === undefined && call.scope !== 'team');
    const made = withDashboards(call, world, (tx): StoredDashboard => {
      const others = dashboardsOf(tx, call);
      const dashboard: StoredDashboard = {
        id: randomUUID(),
        name: readName(sentText(body, 'name'), others),
        description: sentText(body, 'description') ?? '',
        projectId: call.site.project.id,
        scope: isProject ? 'project' : 'project_Team',
        ownerId: isProject ? call.user.id : call.site.team.id,
        position: Math.max(0, ...others.map((one) => one.position)) + 1,
        refreshInterval: Number(sent(body, 'refreshInterval') ?? 0) || 0,
        etag: 1,
        modifiedBy: call.user.id,
        modifiedAt: world.clock().toISOString(),
        widgets: sentList(body, 'widgets').map((raw) => readWidget(raw, undefined)),
      };
      keepDashboard(tx, dashboard);
      return dashboard;
    });
    return ok(dashboardShape(made, call.site, world));
  },
});

function readName(name: string | undefined, others: readonly StoredDashboard[]): string {
  const text = name?.trim() ?? '';
  if (text === '' || text.length > LONGEST_NAME)
    throw problem(
      400,
      'InvalidDashboardNameException',
      `The name of a dashboard must have 1 to ${LONGEST_NAME} characters.`,
    );
  if (others.some((one) => one.name.toLowerCase() === text.toLowerCase()))
    throw problem(400, 'DuplicateDashboardNameException', `There is a dashboard named ${text} already.`);
  return text;
}
