/** An installed extension as REST shows it. */
import type { Site } from '../../kernel/endpoint';
import { enumValue } from '../../kernel/enums';
import { extensionBase, type InstalledExtension } from '../../organisation/extensions';
import type { World } from '../../organisation/world';

/** Nobody installs or changes an extension while the host runs. */
const installedAt = new Date('2026-01-01T00:00:00Z');

export function shownExtension(extension: InstalledExtension, { site }: { readonly site: Site }) {
  return {
    extensionId: extension.extensionId,
    extensionName: extension.name,
    publisherId: extension.publisherId,
    publisherName: extension.publisherId,
    version: extension.version,
    registrationId: undefined,
    manifestVersion: 1,
    baseUri: extensionBase(extension, site.origin),
    fallbackBaseUri: extensionBase(extension, site.origin),
    scopes: extension.scopes,
    installState: { flags: enumValue('ExtensionStateFlags', 'none'), lastUpdated: installedAt },
    lastPublished: installedAt,
    contributions: extension.contributions.map(({ fullId, ...rest }) => ({ ...rest, id: fullId })),
  };
}

export function findExtension(world: World, publisher: string, name: string): InstalledExtension | undefined {
  return world.extensions.find(
    (one) =>
      one.publisherId.toLowerCase() === publisher.toLowerCase() &&
      one.extensionId.toLowerCase() === name.toLowerCase(),
  );
}
