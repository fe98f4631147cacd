/** https://learn.microsoft.com/rest/api/azure/devops/dashboard/widgets/replace-widget */
import { ok } from '../../kernel/answer';
import { endpoint } from '../../kernel/endpoint';
import { changeWidget } from './change-widgets';
import { widgetShape } from './dashboard-shape';

export default endpoint({
  method: 'PUT',
  route: '{project}/{team?}/_apis/dashboard/dashboards/{dashboard}/widgets/{widget}',
  spec: 'dashboard/7.2 Widgets_Replace Widget',
  handle(call, world) {
    const { dashboard, widgets } = changeWidget(call, world, 'replace');
    return ok(widgets.map((widget) => widgetShape(widget, dashboard, call.site, world))[0]);
  },
});
