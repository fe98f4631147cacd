/** Where one area of the service lives; null for an unknown one, as on the original. */
import { ok } from '../../kernel/answer';
import { endpoint } from '../../kernel/endpoint';
import { resourceAreas } from './resource-areas';

export default endpoint({
  method: 'GET',
  route: '_apis/resourceAreas/{areaId}',
  spec: 'supplement ResourceAreas_Get',
  handle({ params, site }) {
    const wanted = params.text('areaId').toLowerCase();
    return ok(resourceAreas(site).find((area) => area.id === wanted) ?? null);
  },
});
