/** Which contributions are switched on: features that people switch, and the constraints that name them. */
import type { Contribution, FeatureState, InstalledExtension } from './bootstrap';

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

/** The extensions with what is switched on in them. A constraint of another kind than `Feature` hides nothing here. */
export function activeExtensions(
  extensions: readonly InstalledExtension[],
  choices: FeatureChoices,
): readonly InstalledExtension[] {
  const features = featuresIn(extensions);
  const allows = (constraint: Constraint): boolean => {
    if (constraint.name !== 'Feature') return true;
    const feature = features.get(constraint.featureId.toLowerCase());
    const isOn = feature !== undefined && isFeatureOn(feature, choices);
    return constraint.inverse ? !isOn : isOn;
  };
  return extensions.map((extension) => ({
    ...extension,
    contributions: extension.contributions.filter((one) => constraintsOf(one).every(allows)),
  }));
}
