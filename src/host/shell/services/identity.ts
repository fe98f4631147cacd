/** ms.vss-features.identity-service: a search among the seeded people. */
import type { User } from '../page/bootstrap';
import { service } from '../xdm/service';

/** Entity as identity pickers read it; `localId` is what identity fields and REST take. */
function entityOf(user: User) {
  return {
    entityId: `vss.ds.v1.aad.user.${user.id.replaceAll('-', '')}`,
    entityType: 'User',
    originDirectory: 'vsd',
    originId: user.id,
    localDirectory: 'vsd',
    localId: user.id,
    displayName: user.displayName,
    signInAddress: user.uniqueName,
    mail: user.uniqueName,
    subjectDescriptor: user.descriptor,
    active: true,
  };
}

/** Place of `filterIdentity` among the arguments after the query. */
const filterPlace = 4;

type Entity = ReturnType<typeof entityOf>;

export function matchingUsers(users: readonly User[], query: string): readonly User[] {
  const wanted = query.trim().toLowerCase();
  return users.filter((user) => `${user.displayName} ${user.uniqueName}`.toLowerCase().includes(wanted));
}

export default service({
  id: 'ms.vss-features.identity-service',
  create: ({ shell }) => ({
    /** @param rest identityTypes, operationScopes, queryTypeHint, options, filterIdentity: only the last one matters here. */
    async searchIdentitiesAsync(query: string, ...rest: readonly unknown[]): Promise<Entity[]> {
      const found = matchingUsers(shell().bootstrap.users, query).map(entityOf);
      const filter = rest[filterPlace];
      return typeof filter === 'function' ? ((await filter(found)) as Entity[]) : found;
    },
    getIdentityMruAsync: () => shell().bootstrap.users.map(entityOf),
    addMruIdentitiesAsync: () => true,
    removeMruIdentitiesAsync: () => true,
    getConnections: () => ({}),
  }),
});
