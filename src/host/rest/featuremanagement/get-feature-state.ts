/** The state of a feature for everybody ("host") or for the caller ("me"), as the generated client asks for it. */
import { ok } from '../../kernel/answer';
import { endpoint } from '../../kernel/endpoint';
import { shownState } from './feature-shape';

export default endpoint({
  method: 'GET',
  route: '_apis/FeatureManagement/FeatureStates/{userScope}/{featureId}',
  spec: 'featureManagement client getFeatureState',
  handle: ({ params, user }, world) =>
    ok(shownState(world, { featureId: params.text('featureId'), userScope: params.text('userScope'), user })),
});
