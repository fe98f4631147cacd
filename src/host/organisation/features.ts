/** Features that extensions declare and people switch, for everybody or for themselves. */
import { problem } from '../kernel/problem';
import { kind, type Reader, type Transaction } from '../store/store';
import type { Contribution } from '../extensions/manifest';
import type { InstalledExtension } from './extensions';
import { mayConfigureOrganisation } from './permissions';
import type { User } from './types';

export type FeatureValue = 'enabled' | 'disabled';

export interface FeatureState {
  readonly featureId: string;
  /** "host" for everybody, else the id of a user. */
  readonly owner: string;
  readonly value: FeatureValue;
}

const states = kind<FeatureState>('featureState');

/** Every `ms.vss-web.feature` contribution by its full id. */
export function featuresOf(extensions: readonly InstalledExtension[]): readonly Contribution[] {
  return extensions
    .flatMap((extension) => extension.contributions)
    .filter((one) => one.type === 'ms.vss-web.feature');
}

/** "me" is the caller, as in the addresses of the original; anything else is everybody. */
export function ownerOf(userScope: string, user: User): string {
  return userScope.toLowerCase() === 'me' ? user.id : 'host';
}

/** @throws Problem 403 where it is everybody's and not the caller's to change. */
export function requireOwnerEditor(owner: string, user: User): void {
  if (owner !== 'host' || mayConfigureOrganisation(user)) return;
  throw problem(
    403,
    'AccessCheckException',
    `Access denied: ${user.displayName} needs the permission to change settings of the organisation.`,
  );
}

export function featureStates(reader: Reader): readonly FeatureState[] {
  return reader.all(states);
}

export function featureState(reader: Reader, featureId: string, owner: string): FeatureValue | undefined {
  return reader.get(states, keyOf(featureId, owner))?.value;
}

/** Undefined forgets what was chosen, so that the next wider scope or the default counts again. */
export function setFeatureState(
  tx: Transaction,
  { featureId, owner, value }: Omit<FeatureState, 'value'> & { readonly value: FeatureValue | undefined },
): void {
  const key = keyOf(featureId, owner);
  if (value === undefined) tx.remove(states, key);
  else tx.put(states, key, { featureId, owner, value });
}

function keyOf(featureId: string, owner: string): string {
  return `${owner}:${featureId.toLowerCase()}`;
}
