/** Reads the manifests of the extensions that are installed. The host treats their content as opaque. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Contribution {
  readonly id: string;
  readonly fullId: string;
  readonly type: string;
  readonly targets: readonly string[];
  readonly [property: string]: unknown;
}

export interface InstalledExtension {
  readonly publisherId: string;
  readonly extensionId: string;
  readonly version: string;
  readonly name: string;
  readonly directory: string;
  readonly contributions: readonly Contribution[];
}

/**
 * Reads `vss-extension.json` of each folder. A folder without one is skipped: the host also serves before the first build.
 * @throws Error for a manifest that is no JSON object or lacks publisher, id or version.
 */
export function readExtensions(directories: readonly string[]): readonly InstalledExtension[] {
  return directories.flatMap((directory) => {
    const file = join(directory, 'vss-extension.json');
    return existsSync(file) ? [readExtension(directory, file)] : [];
  });
}

function readExtension(directory: string, file: string): InstalledExtension {
  const manifest: unknown = JSON.parse(readFileSync(file, 'utf8'));
  if (typeof manifest !== 'object' || manifest === null) throw new Error(`${file} is not a manifest.`);
  const text = (name: string): string => {
    const value: unknown = Reflect.get(manifest, name);
    if (typeof value !== 'string' || value === '') throw new Error(`${file} has no "${name}".`);
    return value;
  };
  const prefix = `${text('publisher')}.${text('id')}`;
  const contributions: unknown = Reflect.get(manifest, 'contributions');
  return {
    publisherId: text('publisher'),
    extensionId: text('id'),
    version: text('version'),
    name: text('name'),
    directory,
    contributions: (Array.isArray(contributions) ? contributions : []).map((one: unknown) =>
      contribution(prefix, one),
    ),
  };
}

function contribution(prefix: string, raw: unknown): Contribution {
  const properties: Record<string, unknown> = typeof raw === 'object' && raw !== null ? { ...raw } : {};
  const id = String(properties['id'] ?? '');
  const targets = Array.isArray(properties['targets']) ? properties['targets'].map(String) : [];
  return { ...properties, id, type: String(properties['type'] ?? ''), targets, fullId: `${prefix}.${id}` };
}

/** The full id of the first hub inside a project; organisation settings hubs have no project address. */
export function firstProjectHub(extensions: readonly InstalledExtension[]): string | undefined {
  return extensions
    .flatMap((extension) => extension.contributions)
    .find(
      (one) =>
        one.type === 'ms.vss-web.hub' && !one.targets.includes('ms.vss-web.collection-admin-hub-group'),
    )?.fullId;
}

/** Where the files of an extension are served: an origin of their own on the same port, so that frames are truly foreign. */
export function extensionBase(extension: InstalledExtension, origin: string): string {
  const port = new URL(origin).port;
  const host = `${extension.publisherId.toLowerCase()}.gallerycdn.localhost${port === '' ? '' : `:${port}`}`;
  return `http://${host}/extensions/${extension.publisherId}/${extension.extensionId}/${extension.version}`;
}
