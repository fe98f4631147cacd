/** Which contributions are switched on: features that people switch, and the constraints that name them. */
import type { Contribution, FeatureState, InstalledExtension } from './bootstrap';
import { absoluteTarget } from './contributions';
import { propertyProviderType } from './places';

export const featureType = 'ms.vss-web.feature';

/** Every feature that an extension declares, by its full id in lower case. */
function featuresIn(extensions: readonly InstalledExtension[]): ReadonlyMap<string, Contribution> {
  const all = extensions.flatMap((extension) => extension.contributions);
  return new Map(
    all.filter(({ type }) => type === featureType).map((one) => [one.fullId.toLowerCase(), one]),
  );
}

export interface FeatureChoices {
  readonly states: readonly FeatureState[];
  readonly userId: string;
}

interface Override {
  readonly name?: unknown;
  readonly featureId?: unknown;
  readonly when?: unknown;
}

/** A rule takes a feature to the state of another one, when that has it. */
function overridden(feature: Contribution, isOn: (id: string) => boolean | undefined): boolean | undefined {
  const rules = feature.properties['overrideRules'];
  if (!Array.isArray(rules)) return undefined;
  for (const { name, featureId, when } of rules as readonly Override[]) {
    if (name !== 'Feature' || typeof featureId !== 'string') continue;
    const other = isOn(featureId);
    if (other !== undefined && other === (when === 'enabled')) return other;
  }
  return undefined;
}

/** One's own choice where the feature leaves it to people, else everybody's, else the default of the manifest. */
export function isFeatureOn(feature: Contribution, { states, userId }: FeatureChoices): boolean {
  const chosen = (owner: string): FeatureState['value'] | undefined =>
    states.find(
      (state) => state.owner === owner && state.featureId.toLowerCase() === feature.fullId.toLowerCase(),
    )?.value;
  const own = feature.properties['userConfigurable'] === true ? chosen(userId) : undefined;
  const value = own ?? chosen('host');
  return value === undefined ? feature.properties['defaultState'] === true : value === 'enabled';
}

interface Constraint {
  readonly name: string;
  readonly inverse: boolean;
  readonly featureId: string;
}

/** The constraints of a contribution; of a malformed one nothing is left. */
export function constraintsOf(contribution: Contribution): readonly Constraint[] {
  const { constraints } = contribution;
  if (!Array.isArray(constraints)) return [];
  return constraints.flatMap((raw: unknown) => {
    if (typeof raw !== 'object' || raw === null) return [];
    const properties: unknown = Reflect.get(raw, 'properties');
    const featureId: unknown =
      typeof properties === 'object' && properties !== null
        ? Reflect.get(properties, 'featureId')
        : undefined;
    return [
      {
        name: String(Reflect.get(raw, 'name')),
        inverse: Reflect.get(raw, 'inverse') === true,
        featureId: typeof featureId === 'string' ? featureId : '',
      },
    ];
  });
}

/** Everybody here is a member of the organisation, for whom a contribution is unless it says otherwise. */
export function isForMembers({ restrictedTo }: Contribution): boolean {
  return !Array.isArray(restrictedTo) || restrictedTo.length === 0 || restrictedTo.includes('member');
}

/** The extensions with what is switched on in them. A constraint of another kind than `Feature` hides nothing here. */
export function activeExtensions(
  extensions: readonly InstalledExtension[],
  choices: FeatureChoices,
): readonly InstalledExtension[] {
  const features = featuresIn(extensions);
  const stateOf = (id: string): boolean | undefined => {
    const feature = features.get(id.toLowerCase());
    return feature && isFeatureOn(feature, choices);
  };
  const isOn = (id: string): boolean => {
    const feature = features.get(id.toLowerCase());
    return feature !== undefined && (overridden(feature, stateOf) ?? isFeatureOn(feature, choices));
  };
  const allows = (constraint: Constraint): boolean => {
    if (constraint.name !== 'Feature') return true;
    return isOn(constraint.featureId) !== constraint.inverse;
  };
  return withProvidedProperties(
    extensions.map((extension) => ({
      ...extension,
      contributions: extension.contributions.filter(
        (one) => isForMembers(one) && constraintsOf(one).every(allows),
      ),
    })),
  );
}

/** Providers of the kind "static" lay new properties over those of contributions of the same publisher. */
function withProvidedProperties(extensions: readonly InstalledExtension[]): readonly InstalledExtension[] {
  const providers = extensions.flatMap((extension) =>
    extension.contributions
      .filter(({ type, properties }) => type === propertyProviderType && properties['type'] === 'static')
      .map((one) => ({
        publisherId: extension.publisherId,
        targets: one.targets.map((target) => absoluteTarget(target, extension)),
        added: Object(one.properties['newProperties']) as Readonly<Record<string, unknown>>,
      })),
  );
  if (providers.length === 0) return extensions;
  return extensions.map((extension) => ({
    ...extension,
    contributions: extension.contributions.map((one) => {
      const own = providers.filter(
        ({ publisherId, targets }) => publisherId === extension.publisherId && targets.includes(one.fullId),
      );
      if (own.length === 0) return one;
      return { ...one, properties: Object.assign({}, one.properties, ...own.map(({ added }) => added)) };
    }),
  }));
}
