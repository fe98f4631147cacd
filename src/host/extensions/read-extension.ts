/** Installs an extension from a .vsix or from an unpacked folder. The host treats what it says as opaque. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, isAbsolute, join } from 'node:path';
import { missingPages, oldSdkPages } from './broken-pages';
import { filesMatching } from './glob';
import {
  identityOf,
  isObject,
  LARGEST_MANIFEST,
  mergedManifests,
  parseManifest,
  readManifest,
  text,
  type JsonObject,
  type Manifest,
} from './manifest';
import {
  cleanPath,
  filesInFolder,
  filesInMemory,
  wireType,
  type PackageFile,
  type PackageFiles,
} from './package-files';
import { ExtensionRefusal } from './refusal';
import { unzip, VSIX_LIMITS, type Limits } from './unzip';
import { readContentTypes, readVsixManifest } from './vsix-manifest';

export interface InstalledExtension extends Manifest {
  readonly packageFiles: PackageFiles;
  /** Pages made for the SDK that is not supported. */
  readonly oldSdkPages: readonly string[];
  /** Pages that the package does not serve; none of one that is served from elsewhere. */
  readonly missingPages: readonly string[];
}

export interface ExtensionSource {
  /** A .vsix file, or a folder with manifests. */
  readonly path: string;
  /** Manifests of a folder, relative to it; `vss-extension.json` when there are none. */
  readonly manifestGlobs?: readonly string[];
}

/** @throws ExtensionRefusal with one line that says why. */
export async function readExtension(
  source: ExtensionSource,
  limits: Limits = VSIX_LIMITS,
): Promise<InstalledExtension> {
  try {
    if (!existsSync(source.path)) throw new Error('there is no such file or folder');
    return statSync(source.path).isDirectory() ? fromFolder(source) : await fromArchive(source.path, limits);
  } catch (error) {
    throw new ExtensionRefusal(source.path, error instanceof Error ? error.message : String(error));
  }
}

function installed(manifest: Manifest, packageFiles: PackageFiles): InstalledExtension {
  const { contributions, baseUri } = manifest;
  return {
    ...manifest,
    packageFiles,
    oldSdkPages: oldSdkPages(contributions, packageFiles),
    missingPages: baseUri === undefined ? missingPages(contributions, packageFiles) : [],
  };
}

const MANIFEST = 'vss-extension.json';

function fromFolder({ path, manifestGlobs }: ExtensionSource): InstalledExtension {
  const names = filesMatching(path, manifestGlobs ?? [MANIFEST]);
  if (names.length === 0) throw new Error('no manifest fits the globs');
  const parts = names.map((name) => {
    const file = join(path, name);
    if (!existsSync(file)) throw new Error(`it has no ${name}`);
    if (statSync(file).size > LARGEST_MANIFEST) throw new Error(`${name} is larger than 5 MB`);
    return fromRoot(parseManifest(readFileSync(file, 'utf8'), name), name);
  });
  const merged = mergedManifests(parts);
  const manifest = readManifest(identityOf(merged), merged);
  return installed(manifest, filesInFolder(path, manifest.files));
}

/** A manifest names its files from the folder that it lies in; as one of several they are named from the root, as tfx does. */
function fromRoot(manifest: JsonObject, name: string): JsonObject {
  const { files } = manifest;
  if (!Array.isArray(files)) return manifest;
  const moved = files.map((file: unknown) => {
    const path = isObject(file) ? text(file['path']) : undefined;
    return path === undefined || isAbsolute(path)
      ? file
      : Object.assign({}, file, { path: join(dirname(name), path) });
  });
  return { ...manifest, files: moved };
}

async function fromArchive(path: string, limits: Limits): Promise<InstalledExtension> {
  const parts = await unzip(path, limits);
  const textOf = (name: string): string => {
    const part = parts.get(name);
    if (part === undefined) throw new Error(`it has no ${name}`);
    if (part.length > LARGEST_MANIFEST) throw new Error(`its ${name} is larger than 5 MB`);
    return part.toString('utf8');
  };
  const { identity, assets } = readVsixManifest(textOf('extension.vsixmanifest'));
  const main = assets.find((asset) => asset.type === 'Microsoft.VisualStudio.Services.Manifest');
  const manifest = readManifest(
    identity,
    parseManifest(textOf(main?.path ?? 'extension.vsomanifest'), 'its manifest'),
  );
  const typeOf = readContentTypes(textOf('[Content_Types].xml'));
  const files = new Map<string, PackageFile>();
  for (const asset of assets.filter(({ isAddressable }) => isAddressable)) {
    const name = cleanPath(asset.path);
    const content = parts.get(name);
    if (content === undefined) throw new Error(`its manifest names ${asset.path}, which it does not hold`);
    const file = { content, contentType: wireType(typeOf(name), name) };
    files.set(cleanPath(asset.type), file);
    if (!files.has(name)) files.set(name, file);
  }
  return installed(manifest, filesInMemory(files));
}
