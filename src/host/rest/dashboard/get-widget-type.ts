/** https://learn.microsoft.com/rest/api/azure/devops/dashboard/widget-types/get-widget-metadata */
import { ok } from '../../kernel/answer';
import { endpoint } from '../../kernel/endpoint';
import { problem } from '../../kernel/problem';
import { widgetMetadata, widgetTypes } from './dashboard-shape';

export default endpoint({
  method: 'GET',
  route: '{project?}/_apis/dashboard/widgettypes/{contributionId}',
  spec: 'dashboard/7.2 Widget Types_Get Widget Metadata',
  handle(call, world) {
    const wanted = call.params.text('contributionId');
    const found = widgetTypes(world).find(
      (one) => one.contribution.fullId.toLowerCase() === wanted.toLowerCase(),
    );
    if (!found)
      throw problem(404, 'WidgetTypeDoesNotExistException', `The widget type ${wanted} does not exist.`);
    const uri = `${call.site.collectionUrl}/${call.site.project.id}/_apis/Dashboard/WidgetTypes/${found.contribution.fullId}`;
    return ok({ uri, widgetMetadata: widgetMetadata(found, call.site) });
  },
});
