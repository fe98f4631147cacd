/** People as REST shows them. */
import type { Site } from '../kernel/endpoint';
import { Links, Url } from '../kernel/wire';
import type { User } from './types';

/** The original derives the subject descriptor from the storage key in just this way. */
export function descriptorOf(user: User): string {
  return `aad.${Buffer.from(user.id).toString('base64').replace(/=+$/, '')}`;
}

/** An IdentityRef, the shape of every identity in work items and comments. */
export function identityRef(user: User, site: Site): Record<string, unknown> {
  const descriptor = descriptorOf(user);
  return {
    displayName: user.displayName,
    url: new Url(`${site.collectionUrl}/_apis/Identities/${user.id}`),
    _links: new Links({ avatar: `${site.collectionUrl}/_apis/GraphProfile/MemberAvatars/${descriptor}` }),
    id: user.id,
    uniqueName: user.uniqueName,
    imageUrl: `${site.collectionUrl}/_apis/GraphProfile/MemberAvatars/${descriptor}`,
    descriptor,
  };
}
