/** One feature that an extension declares. Its address is in the generated client; no page documents it. */
import { ok } from '../../kernel/answer';
import { endpoint } from '../../kernel/endpoint';
import { requireFeature, shownFeature } from './feature-shape';

export default endpoint({
  method: 'GET',
  route: '_apis/FeatureManagement/Features/{featureId}',
  spec: 'featureManagement client getFeature',
  handle: ({ params }, world) => ok(shownFeature(requireFeature(world, params.text('featureId')))),
});
