/** The extensions that are installed: reading them, and where their pages are. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readExtension, type ExtensionSource, type InstalledExtension } from '../extensions/read-extension';

export type { Contribution } from '../extensions/manifest';
export type { InstalledExtension };

/**
 * Reads each folder or .vsix. A folder of our own build without a manifest is skipped: the host also serves before the
 * first build.
 * @throws ExtensionRefusal in one line.
 */
export async function readExtensions(
  built: readonly string[],
  named: readonly ExtensionSource[] = [],
): Promise<readonly InstalledExtension[]> {
  const own = built.filter((folder) => existsSync(join(folder, 'vss-extension.json')));
  const found: InstalledExtension[] = [];
  for (const source of [...own.map((path) => ({ path })), ...named]) {
    const extension = await readExtension(source);
    // The one named later replaces a build of itself, as an update does.
    const same = found.findIndex((one) => idOf(one) === idOf(extension));
    if (same >= 0) found.splice(same, 1);
    found.push(extension);
  }
  return found;
}

function idOf({ publisherId, extensionId }: InstalledExtension): string {
  return `${publisherId}.${extensionId}`.toLowerCase();
}

/**
 * The full id of the first hub inside a project that everybody sees; organisation settings hubs have no project address,
 * and what is constrained or restricted may not be shown.
 */
export function firstProjectHub(
  extensions: readonly Pick<InstalledExtension, 'contributions'>[],
): string | undefined {
  return extensions
    .flatMap((extension) => extension.contributions)
    .find(
      ({ type, targets, constraints, restrictedTo }) =>
        type === 'ms.vss-web.hub' &&
        !targets.includes('ms.vss-web.collection-admin-hub-group') &&
        constraints === undefined &&
        restrictedTo === undefined,
    )?.fullId;
}

/** Where the files of an extension are served: an origin of their own on the same port, so that frames are truly foreign. */
export function extensionBase(extension: InstalledExtension, origin: string): string {
  if (extension.baseUri !== undefined) return extension.baseUri;
  const port = new URL(origin).port;
  const host = `${extension.publisherId.toLowerCase()}.gallerycdn.localhost${port === '' ? '' : `:${port}`}`;
  return `http://${host}/extensions/${extension.publisherId}/${extension.extensionId}/${extension.version}`;
}
