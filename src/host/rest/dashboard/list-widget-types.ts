/** https://learn.microsoft.com/rest/api/azure/devops/dashboard/widget-types/get-widget-types */
import { ok } from '../../kernel/answer';
import { endpoint } from '../../kernel/endpoint';
import { widgetMetadata, widgetTypes } from './dashboard-shape';

export default endpoint({
  method: 'GET',
  route: '{project?}/_apis/dashboard/widgettypes',
  spec: 'dashboard/7.2 Widget Types_Get Widget Types',
  handle: ({ site }, world) =>
    ok({
      widgetTypes: widgetTypes(world).map((one) => widgetMetadata(one, site)),
      uri: `${site.collectionUrl}/${site.project.id}/_apis/Dashboard/WidgetTypes`,
    }),
});
