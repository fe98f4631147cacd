/** The shapes of features and their states. */
import { enumValue, readEnum } from '../../kernel/enums';
import { problem } from '../../kernel/problem';
import { sent } from '../../kernel/sent';
import type { Contribution } from '../../extensions/manifest';
import { featuresOf, featureState, ownerOf, type FeatureValue } from '../../organisation/features';
import type { User } from '../../organisation/types';
import type { World } from '../../organisation/world';

export interface AskedFeature {
  readonly featureId: string;
  readonly userScope: string;
  readonly user: User;
}

/** @throws Problem 404 for a feature that no installed extension declares. */
export function requireFeature(world: World, featureId: string): Contribution {
  const found = featuresOf(world.extensions).find(
    (one) => one.fullId.toLowerCase() === featureId.toLowerCase(),
  );
  if (found) return found;
  throw problem(404, 'ContributedFeatureNotFoundException', `The feature ${featureId} does not exist.`);
}

function properties(feature: Contribution): Readonly<Record<string, unknown>> {
  const given = feature['properties'];
  return typeof given === 'object' && given !== null ? { ...given } : {};
}

export function shownFeature(feature: Contribution) {
  const { name, defaultState, hostScopes, userConfigurable, hostConfigurable } = properties(feature);
  const scopes = Array.isArray(hostScopes) && hostScopes.length > 0 ? hostScopes.map(String) : ['collection'];
  return {
    id: feature.fullId,
    name: typeof name === 'string' ? name : feature.id,
    description: typeof feature['description'] === 'string' ? feature['description'] : '',
    defaultState: defaultState === true,
    scopes: [
      ...(userConfigurable === true ? [{ settingScope: '', userScoped: true }] : []),
      ...(hostConfigurable === false
        ? []
        : scopes.map((settingScope) => ({ settingScope, userScoped: false }))),
    ],
    featureProperties: properties(feature),
    tags: [],
  };
}

/** The choice of the asked scope; "undefined" where nobody chose there. */
export function shownState(world: World, { featureId, userScope, user }: AskedFeature) {
  const feature = requireFeature(world, featureId);
  const owner = ownerOf(userScope, user);
  return {
    featureId: feature.fullId,
    scope: { settingScope: owner === 'host' ? 'collection' : '', userScoped: owner !== 'host' },
    state: enumValue(
      'ContributedFeatureEnabledValue',
      featureState(world.store, feature.fullId, owner) ?? 'undefined',
    ),
  };
}

/** @throws Problem 400 for a body that names no state. */
export function readState(body: unknown): FeatureValue | undefined {
  const state = readEnum('ContributedFeatureEnabledValue', sent(body, 'state'));
  return state === 'undefined' ? undefined : state;
}
