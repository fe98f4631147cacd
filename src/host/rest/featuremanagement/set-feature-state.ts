/** Switches a feature for everybody ("host") or for the caller ("me"), as the generated client does. */
import { ok } from '../../kernel/answer';
import { endpoint } from '../../kernel/endpoint';
import { ownerOf, requireOwnerEditor, setFeatureState } from '../../organisation/features';
import { readState, requireFeature, shownState } from './feature-shape';

export default endpoint({
  method: 'PATCH',
  route: '_apis/FeatureManagement/FeatureStates/{userScope}/{featureId}',
  spec: 'featureManagement client setFeatureState',
  handle({ params, body, user }, world) {
    const feature = requireFeature(world, params.text('featureId'));
    const userScope = params.text('userScope');
    const owner = ownerOf(userScope, user);
    requireOwnerEditor(owner, user);
    const value = readState(body);
    world.store.transact((tx) => setFeatureState(tx, { featureId: feature.fullId, owner, value }));
    return ok(shownState(world, { featureId: feature.fullId, userScope, user }));
  },
});
