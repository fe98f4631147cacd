/** Where each area of the service lives. */
import { list } from '../../kernel/answer';
import { endpoint } from '../../kernel/endpoint';
import { resourceAreas } from './resource-areas';

export default endpoint({
  method: 'GET',
  route: '_apis/resourceAreas',
  spec: 'supplement ResourceAreas_List',
  handle: ({ site }) => list(resourceAreas(site)),
});
